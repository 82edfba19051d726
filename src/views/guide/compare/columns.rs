//! The types shown now, and what can be said of a criterion across them.

use crate::content::Content;
use crate::model::{CriterionId, DeviceTypeId, Ratings};

/// The columns of the table now.
#[derive(Clone)]
pub(super) struct Columns {
    pub(super) content: &'static Content,
    pub(super) device_types: Vec<DeviceTypeId>,
    /// In table order with all types: families get a head of their own.
    pub(super) by_family: bool,
}

impl Columns {
    /// How far the shown types are apart on a criterion: 0 to 4.
    pub(super) fn spread(&self, ratings: &Ratings, at: CriterionId) -> i8 {
        let ratings =
            self.device_types.iter().map(|device_type| ratings.get(*device_type, at).value());
        let high = ratings.clone().max().unwrap_or(0);
        high - ratings.min().unwrap_or(0)
    }

    /// The weakest evidence among the shown types, for the mark of the row.
    pub(super) fn grade(&self, at: CriterionId) -> &'static str {
        let ratings = self
            .device_types
            .iter()
            .map(|device_type| &self.content.quiz.device_type(*device_type).ratings);
        let grades = ratings.filter_map(|all| all.get(usize::from(at.0))).map(|one| one.grade);
        grades.max().unwrap_or_default().id()
    }
}

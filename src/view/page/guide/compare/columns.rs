//! The types shown now, and what can be said of a criterion across them.

use crate::content::Content;
use crate::model::{CriterionId, GearId, Levels};

/// The columns of the table now.
#[derive(Clone)]
pub(super) struct Columns {
    pub(super) content: &'static Content,
    pub(super) gears: Vec<GearId>,
    /// In table order with all types: families get a head of their own.
    pub(super) by_family: bool,
}

impl Columns {
    /// How far the shown types are apart on a criterion: 0 to 4.
    pub(super) fn spread(&self, levels: &Levels, at: CriterionId) -> i8 {
        let levels = self.gears.iter().map(|gear| levels.get(*gear, at).value());
        let high = levels.clone().max().unwrap_or(0);
        high - levels.min().unwrap_or(0)
    }

    /// The weakest evidence among the shown types, for the mark of the row.
    pub(super) fn grade(&self, at: CriterionId) -> &'static str {
        let standings = self.gears.iter().map(|gear| &self.content.quiz.gear(*gear).standings);
        let grades = standings.filter_map(|all| all.get(usize::from(at.0))).map(|one| one.grade);
        grades.max().unwrap_or_default().id()
    }
}

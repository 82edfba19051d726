//! The comparison of the guide: which types and criteria are shown, in which order, and what a row
//! says of the types that are shown.

use crate::model::order::sort_descending_by_key;
use crate::model::{CriterionId, DeviceTypeId, DeviceTypeSet, Grade, Quiz, Rating, Ratings};

/// The most columns that fit without scrolling.
const MOST_WITHOUT_SCROLLING: usize = 3;

/// The types that are shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Columns {
    /// The types, in the order of the columns.
    pub device_types: Vec<DeviceTypeId>,
    /// All types in table order, so that each family has its columns side by side.
    pub is_by_family: bool,
}

impl Columns {
    /// The picked types if there are two or more, else all; in table order, or those with the best
    /// rating on `sorted_by` first.
    pub fn of(
        quiz: &Quiz,
        ratings: &Ratings,
        picked: DeviceTypeSet,
        sorted_by: Option<CriterionId>,
    ) -> Self {
        let all = quiz.device_types().map(|(at, _)| at);
        let is_limited = picked.len() >= 2;
        let mut device_types: Vec<DeviceTypeId> =
            all.filter(|at| !is_limited || picked.has(*at)).collect();
        if let Some(row) = sorted_by {
            sort_descending_by_key(&mut device_types, |at| ratings.get(*at, row));
        }
        let is_complete = device_types.len() == quiz.device_types.len();
        Self { device_types, is_by_family: is_complete && sorted_by.is_none() }
    }

    /// How many types are shown.
    pub const fn count(&self) -> usize {
        self.device_types.len()
    }

    /// Whether there are so many columns that the table may have to scroll sideways.
    pub const fn is_wide(&self) -> bool {
        self.count() > MOST_WITHOUT_SCROLLING
    }

    /// How far the shown types are apart on a criterion: 0 to 4.
    pub fn spread(&self, ratings: &Ratings, criterion: CriterionId) -> i8 {
        let values = self.device_types.iter().map(|at| ratings.get(*at, criterion).value());
        let highest = values.clone().max().unwrap_or_default();
        highest - values.min().unwrap_or_default()
    }

    /// The weakest evidence for the shown types on a criterion.
    pub fn weakest_grade(&self, quiz: &Quiz, criterion: CriterionId) -> Grade {
        let ratings = self.device_types.iter().filter_map(|at| {
            let device_type = quiz.device_type(*at);
            device_type.ratings.get(usize::from(criterion.0))
        });
        ratings.map(|rating| rating.grade).max().unwrap_or_default()
    }

    /// The criteria on which the shown types differ most first; otherwise in table order.
    pub fn criteria_by_difference(&self, quiz: &Quiz, ratings: &Ratings) -> Vec<CriterionId> {
        let mut criteria: Vec<CriterionId> = quiz.criteria().map(|(at, _)| at).collect();
        sort_descending_by_key(&mut criteria, |at| self.spread(ratings, *at));
        criteria
    }
}

/// One criterion across the types that are shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ComparedRow {
    /// The rating that all of them have, if they do not differ.
    pub shared: Option<Rating>,
    /// A cell for each of them, in the order of the columns.
    pub cells: Vec<ComparedCell>,
}

/// A type on a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ComparedCell {
    /// The type.
    pub device_type: DeviceTypeId,
    /// Its rating in force.
    pub rating: Rating,
    /// Whether no type has a better one, among those that are not shown too.
    pub is_best: bool,
    /// Whether the visitor has set it.
    pub is_own: bool,
}

impl ComparedRow {
    /// The row of a criterion.
    pub fn of(quiz: &Quiz, ratings: &Ratings, columns: &Columns, criterion: CriterionId) -> Self {
        let best = quiz.device_types().map(|(at, _)| ratings.get(at, criterion)).max();
        let cell = |at: &DeviceTypeId| {
            let rating = ratings.get(*at, criterion);
            ComparedCell {
                device_type: *at,
                rating,
                is_best: Some(rating) == best,
                is_own: ratings.is_own(*at, criterion),
            }
        };
        let cells: Vec<ComparedCell> = columns.device_types.iter().map(cell).collect();
        let is_same = columns.spread(ratings, criterion) == 0;
        let shared = cells.first().filter(|_| is_same).map(|cell| cell.rating);
        Self { shared, cells }
    }
}

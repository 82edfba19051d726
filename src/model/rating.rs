//! The levels the engine counts with: the content's, with the visitor's own in their place.

use super::{Answers, CriterionId, DeviceTypeId, Quiz, Rating};

/// A standing that the visitor set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnRating {
    /// The type.
    pub device_type: DeviceTypeId,
    /// The criterion.
    pub criterion: CriterionId,
    /// Their level.
    pub rating: Rating,
}

/// Every standing that the visitor set, in table order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OwnRatings(Vec<OwnRating>);

impl OwnRatings {
    /// The visitor's level of a type on a criterion, if they set one.
    pub fn get(&self, device_type: DeviceTypeId, criterion: CriterionId) -> Option<Rating> {
        let mut all = self.0.iter();
        all.find(|own| (own.device_type, own.criterion) == (device_type, criterion))
            .map(|own| own.rating)
    }

    /// Sets a level, or gives the content's back.
    pub fn set(
        &mut self,
        device_type: DeviceTypeId,
        criterion: CriterionId,
        rating: Option<Rating>,
    ) {
        let key = (device_type, criterion);
        self.0.retain(|own| (own.device_type, own.criterion) != key);
        if let Some(rating) = rating {
            let at = self.0.iter().take_while(|own| (own.device_type, own.criterion) < key).count();
            self.0.insert(at, OwnRating { device_type, criterion, rating });
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = OwnRating> + '_ {
        self.0.iter().copied()
    }

    /// Whether every standing is the content's.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Every level, type by type.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ratings {
    criteria: usize,
    /// Each level, and whether the visitor set it.
    ratings: Vec<(Rating, bool)>,
}

impl Ratings {
    /// The levels that `answers` are counted with.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let criteria = quiz.criteria.len();
        let mut ratings = Vec::with_capacity(criteria * quiz.device_types.len());
        for device_type in &quiz.device_types {
            ratings.extend(quiz.criteria().map(|(at, _)| (device_type.rating(at), false)));
        }
        let mut all = Self { criteria, ratings };
        for own in answers.own_ratings().iter() {
            if let Some(at) = all.position(own.device_type, own.criterion) {
                all.ratings[at] = (own.rating, true);
            }
        }
        all
    }

    fn position(&self, device_type: DeviceTypeId, criterion: CriterionId) -> Option<usize> {
        let at = usize::from(criterion.0);
        let position = device_type.index() * self.criteria + at;
        (at < self.criteria && position < self.ratings.len()).then_some(position)
    }

    /// The level of a type on a criterion; 0 if the quiz has no such cell.
    pub fn get(&self, device_type: DeviceTypeId, criterion: CriterionId) -> Rating {
        self.position(device_type, criterion).map_or(Rating::default(), |at| self.ratings[at].0)
    }

    /// Whether the visitor set the level of a type on a criterion.
    pub fn is_own(&self, device_type: DeviceTypeId, criterion: CriterionId) -> bool {
        self.position(device_type, criterion).is_some_and(|at| self.ratings[at].1)
    }
}

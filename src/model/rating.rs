//! The ratings that points are computed from: those of the content, except where the visitor has
//! set their own.

use super::{Answers, CriterionId, DeviceTypeId, Quiz, Rating};

/// A rating that the visitor has set in place of the one in the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OwnRating {
    /// The type.
    pub device_type: DeviceTypeId,
    /// The criterion.
    pub criterion: CriterionId,
    /// The rating that the visitor chose.
    pub rating: Rating,
}

/// The ratings that a visitor has set, ordered by type and then by criterion.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OwnRatings(Vec<OwnRating>);

impl OwnRatings {
    /// The visitor's rating of a type on a criterion, if they have set one.
    pub fn get(&self, device_type: DeviceTypeId, criterion: CriterionId) -> Option<Rating> {
        let mut all = self.0.iter();
        all.find(|own| (own.device_type, own.criterion) == (device_type, criterion))
            .map(|own| own.rating)
    }

    /// Sets the visitor's rating, or removes it if `rating` is `None`.
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

    /// The ratings, in order.
    pub fn iter(&self) -> impl Iterator<Item = OwnRating> + '_ {
        self.0.iter().copied()
    }

    /// Whether the visitor has set no rating.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The table of ratings that a verdict is computed from.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ratings {
    criteria: usize,
    /// Each rating, and whether the visitor set it. Ordered by type and then by criterion.
    ratings: Vec<(Rating, bool)>,
}

impl Ratings {
    /// The ratings of the content, with those in `answers` in their place.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let criteria = quiz.criteria.len();
        let mut ratings = Vec::with_capacity(criteria * quiz.device_types.len());
        for device_type in &quiz.device_types {
            ratings.extend(quiz.criteria().map(|(at, _)| (device_type.rating(at), false)));
        }
        let mut all = Self { criteria, ratings };
        for own in answers.own_ratings().iter() {
            all.set(own.device_type, own.criterion, own.rating);
        }
        all
    }

    fn position(&self, device_type: DeviceTypeId, criterion: CriterionId) -> Option<usize> {
        let at = usize::from(criterion.0);
        let position = device_type.index() * self.criteria + at;
        (at < self.criteria && position < self.ratings.len()).then_some(position)
    }

    /// The rating of a type on a criterion; 0 if there is no such cell.
    pub fn get(&self, device_type: DeviceTypeId, criterion: CriterionId) -> Rating {
        self.position(device_type, criterion).map_or(Rating::default(), |at| self.ratings[at].0)
    }

    /// Sets the rating of a type on a criterion, as the visitor's own. Nothing happens if there is no
    /// such cell.
    pub fn set(&mut self, device_type: DeviceTypeId, criterion: CriterionId, rating: Rating) {
        if let Some(at) = self.position(device_type, criterion) {
            self.ratings[at] = (rating, true);
        }
    }

    /// Whether the visitor has set the rating of a type on a criterion.
    pub fn is_own(&self, device_type: DeviceTypeId, criterion: CriterionId) -> bool {
        self.position(device_type, criterion).is_some_and(|at| self.ratings[at].1)
    }
}

//! The levels the engine counts with: the content's, with the visitor's own in their place.

use super::{Answers, CriterionId, GearId, Level, Quiz};

/// A standing that the visitor set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnStanding {
    /// The type.
    pub gear: GearId,
    /// The criterion.
    pub criterion: CriterionId,
    /// Their level.
    pub level: Level,
}

/// Every standing that the visitor set, in table order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Own(Vec<OwnStanding>);

impl Own {
    /// The visitor's level of a type on a criterion, if they set one.
    pub fn get(&self, gear: GearId, criterion: CriterionId) -> Option<Level> {
        let mut all = self.0.iter();
        all.find(|own| (own.gear, own.criterion) == (gear, criterion)).map(|own| own.level)
    }

    /// Sets a level, or gives the content's back.
    pub fn set(&mut self, gear: GearId, criterion: CriterionId, level: Option<Level>) {
        let key = (gear, criterion);
        self.0.retain(|own| (own.gear, own.criterion) != key);
        if let Some(level) = level {
            let at = self.0.iter().take_while(|own| (own.gear, own.criterion) < key).count();
            self.0.insert(at, OwnStanding { gear, criterion, level });
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = OwnStanding> + '_ {
        self.0.iter().copied()
    }

    /// Whether every standing is the content's.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Every level, type by type.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Levels {
    criteria: usize,
    /// Each level, and whether the visitor set it.
    levels: Vec<(Level, bool)>,
}

impl Levels {
    /// The levels that `answers` are counted with.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let criteria = quiz.criteria.len();
        let mut levels = Vec::with_capacity(criteria * quiz.gears.len());
        for gear in &quiz.gears {
            levels.extend(quiz.criteria().map(|(at, _)| (gear.level(at), false)));
        }
        let mut all = Self { criteria, levels };
        for own in answers.own().iter() {
            if let Some(at) = all.position(own.gear, own.criterion) {
                all.levels[at] = (own.level, true);
            }
        }
        all
    }

    fn position(&self, gear: GearId, criterion: CriterionId) -> Option<usize> {
        let at = usize::from(criterion.0);
        let position = gear.index() * self.criteria + at;
        (at < self.criteria && position < self.levels.len()).then_some(position)
    }

    /// The level of a type on a criterion; 0 if the quiz has no such cell.
    pub fn get(&self, gear: GearId, criterion: CriterionId) -> Level {
        self.position(gear, criterion).map_or(Level::default(), |at| self.levels[at].0)
    }

    /// Whether the visitor set the level of a type on a criterion.
    pub fn is_own(&self, gear: GearId, criterion: CriterionId) -> bool {
        self.position(gear, criterion).is_some_and(|at| self.levels[at].1)
    }
}

//! The signed lines that sum to each type's points, and the rulings beside them.

use std::fmt;
use std::ops::Sub;

use super::{
    Answers, Choice, ChoiceId, Effect, GearId, GearSet, Levels, Question, QuestionId, Quiz, Ticks,
};

/// Points: importance × effect × level, added up. Shown with a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Points(pub i32);

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        Self(iter.map(|points| points.0).sum())
    }
}

impl Sub for Points {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl fmt::Display for Points {
    /// A sign on every number but 0; a true minus.
    ///
    /// ```
    /// use headphones_or_iems::model::Points;
    /// assert_eq!([3, 0, -6].map(|n| Points(n).to_string()), ["+3", "0", "−6"]);
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => write!(f, "0"),
            n if n > 0 => write!(f, "+{n}"),
            n => write!(f, "−{}", n.unsigned_abs()),
        }
    }
}

/// One product inside a line: an effect of a chosen option, met by a type's level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The criterion and how much the answer makes it matter.
    pub effect: Effect,
    /// Effect × level, before importance.
    pub product: i32,
}

/// What one question adds to every type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The question.
    pub question: QuestionId,
    /// Its ticks.
    pub ticks: Ticks,
    /// Importance of its topic: 1, 2 or 4.
    pub importance: u8,
    /// Contribution to each type, by position.
    pub points: Vec<Points>,
}

/// A type ruled out, by which option of which question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The type ruled out.
    pub gear: GearId,
    /// The question.
    pub question: QuestionId,
    /// The option.
    pub choice: ChoiceId,
}

/// Every line and every ruling of a set of answers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ledger {
    /// One line for each question that counts, in question order.
    pub lines: Vec<Line>,
    /// Every ruling in force.
    pub rulings: Vec<Ruling>,
    /// The levels the lines were counted with.
    pub levels: Levels,
}

impl Choice {
    /// Effect × level, added over its effects; importance not yet applied.
    pub fn worth(&self, levels: &Levels, gear: GearId) -> i32 {
        self.effects.iter().map(|effect| effect.on(levels, gear)).sum()
    }
}

impl Effect {
    /// Effect × the level of `gear`.
    pub fn on(self, levels: &Levels, gear: GearId) -> i32 {
        i32::from(self.value) * i32::from(levels.get(gear, self.criterion).value())
    }
}

impl Question {
    /// What `ticks` is worth to `gear` at importance 1.
    pub fn worth(&self, ticks: Ticks, levels: &Levels, gear: GearId) -> i32 {
        self.ticked(ticks).map(|choice| choice.worth(levels, gear)).sum()
    }

    /// The effects of `ticks`, one for each criterion, largest product for `gear` first.
    pub fn shares(&self, ticks: Ticks, levels: &Levels, gear: GearId) -> Vec<Share> {
        let mut sums: Vec<Effect> = Vec::new();
        for effect in self.ticked(ticks).flat_map(|choice| &choice.effects) {
            match sums.iter_mut().find(|sum| sum.criterion == effect.criterion) {
                Some(sum) => sum.value += effect.value,
                None => sums.push(*effect),
            }
        }
        let share = |effect: Effect| Share { effect, product: effect.on(levels, gear) };
        let mut shares: Vec<Share> = sums.into_iter().map(share).collect();
        super::order::falling(&mut shares, |share| share.product.abs());
        shares
    }

    /// The types that `ticks` rules out.
    pub fn ruled_out(&self, ticks: Ticks) -> GearSet {
        self.ticked(ticks).fold(GearSet::default(), |set, choice| set.union(choice.rules_out))
    }
}

impl Ledger {
    /// Adds up `answers`. Questions that are unseen, skipped or at importance 0 leave no trace.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let mut ledger = Self { levels: Levels::of(quiz, answers), ..Self::default() };
        for (at, question) in quiz.questions() {
            let Some(ticks) = answers.counted(at) else { continue };
            let importance = answers.importance(question.topic).value();
            let worth = |gear| question.worth(ticks, &ledger.levels, gear);
            let times = i32::from(importance);
            let points = quiz.gears().map(|(gear, _)| Points(times * worth(gear))).collect();
            ledger.lines.push(Line { question: at, ticks, importance, points });
            ledger.rulings.extend(rulings(quiz, at, question, ticks));
        }
        ledger
    }

    /// The points of a type: the sum of its lines.
    pub fn points(&self, gear: GearId) -> Points {
        self.lines.iter().map(|line| line.of(gear)).sum()
    }

    /// The types ruled out by any answer.
    pub fn ruled_out(&self) -> GearSet {
        self.rulings.iter().fold(GearSet::default(), |set, ruling| set.with(ruling.gear))
    }
}

impl Line {
    /// What this line adds to a type.
    pub fn of(&self, gear: GearId) -> Points {
        self.points.get(gear.index()).copied().unwrap_or_default()
    }
}

fn rulings(quiz: &Quiz, at: QuestionId, question: &Question, ticks: Ticks) -> Vec<Ruling> {
    let mut rulings = Vec::new();
    for (choice, option) in question.choices().filter(|(choice, _)| ticks.has(*choice)) {
        for (gear, _) in quiz.gears().filter(|(gear, _)| option.rules_out.has(*gear)) {
            rulings.push(Ruling { gear, question: at, choice });
        }
    }
    rulings
}

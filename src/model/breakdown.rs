//! The signed lines that sum to each type's points, and the rulings beside them.

use std::fmt;
use std::ops::Sub;

use super::{
    AnswerOption, Answers, DeviceTypeId, DeviceTypeSet, Effect, OptionId, Question, QuestionId,
    Quiz, Ratings, Selection,
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
pub struct Contribution {
    /// The criterion and how much the answer makes it matter.
    pub effect: Effect,
    /// Effect × level, before importance.
    pub product: i32,
}

/// What one question adds to every type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreakdownLine {
    /// The question.
    pub question: QuestionId,
    /// Its ticks.
    pub selection: Selection,
    /// Importance of its topic: 1, 2 or 4.
    pub weight: u8,
    /// Contribution to each type, by position.
    pub points: Vec<Points>,
}

/// A type ruled out, by which option of which question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// The type ruled out.
    pub device_type: DeviceTypeId,
    /// The question.
    pub question: QuestionId,
    /// The option.
    pub option: OptionId,
}

/// Every line and every ruling of a set of answers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ScoreBreakdown {
    /// One line for each question that counts, in question order.
    pub lines: Vec<BreakdownLine>,
    /// Every ruling in force.
    pub exclusions: Vec<Exclusion>,
    /// The levels the lines were counted with.
    pub ratings: Ratings,
}

impl AnswerOption {
    /// Effect × level, added over its effects; importance not yet applied.
    pub fn worth(&self, ratings: &Ratings, device_type: DeviceTypeId) -> i32 {
        self.effects.iter().map(|effect| effect.on(ratings, device_type)).sum()
    }
}

impl Effect {
    /// Effect × the level of `device_type`.
    pub fn on(self, ratings: &Ratings, device_type: DeviceTypeId) -> i32 {
        i32::from(self.value) * i32::from(ratings.get(device_type, self.criterion).value())
    }
}

impl Question {
    /// What `selection` is worth to `device_type` at importance 1.
    pub fn worth(&self, selection: Selection, ratings: &Ratings, device_type: DeviceTypeId) -> i32 {
        self.selected(selection).map(|option| option.worth(ratings, device_type)).sum()
    }

    /// The effects of `selection`, one for each criterion, largest product for `device_type` first.
    pub fn contributions(
        &self,
        selection: Selection,
        ratings: &Ratings,
        device_type: DeviceTypeId,
    ) -> Vec<Contribution> {
        let mut sums: Vec<Effect> = Vec::new();
        for effect in self.selected(selection).flat_map(|option| &option.effects) {
            match sums.iter_mut().find(|sum| sum.criterion == effect.criterion) {
                Some(sum) => sum.value += effect.value,
                None => sums.push(*effect),
            }
        }
        let contribution =
            |effect: Effect| Contribution { effect, product: effect.on(ratings, device_type) };
        let mut contributions: Vec<Contribution> = sums.into_iter().map(contribution).collect();
        super::order::falling(&mut contributions, |contribution| contribution.product.abs());
        contributions
    }

    /// The types that `selection` rules out.
    pub fn excluded(&self, selection: Selection) -> DeviceTypeSet {
        self.selected(selection)
            .fold(DeviceTypeSet::default(), |set, option| set.union(option.excludes))
    }
}

impl ScoreBreakdown {
    /// Adds up `answers`. Questions that are unseen, skipped or at importance 0 leave no trace.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let mut breakdown = Self { ratings: Ratings::of(quiz, answers), ..Self::default() };
        for (at, question) in quiz.questions() {
            let Some(selection) = answers.counted(at) else { continue };
            let weight = answers.weight(question.topic).value();
            let worth = |device_type| question.worth(selection, &breakdown.ratings, device_type);
            let points = quiz
                .device_types()
                .map(|(device_type, _)| Points(i32::from(weight) * worth(device_type)))
                .collect();
            breakdown.lines.push(BreakdownLine { question: at, selection, weight, points });
            breakdown.exclusions.extend(exclusions(quiz, at, question, selection));
        }
        breakdown
    }

    /// The points of a type: the sum of its lines.
    pub fn points(&self, device_type: DeviceTypeId) -> Points {
        self.lines.iter().map(|line| line.of(device_type)).sum()
    }

    /// The types ruled out by any answer.
    pub fn excluded(&self) -> DeviceTypeSet {
        self.exclusions
            .iter()
            .fold(DeviceTypeSet::default(), |set, exclusion| set.with(exclusion.device_type))
    }
}

impl BreakdownLine {
    /// What this line adds to a type.
    pub fn of(&self, device_type: DeviceTypeId) -> Points {
        self.points.get(device_type.index()).copied().unwrap_or_default()
    }
}

fn exclusions(
    quiz: &Quiz,
    at: QuestionId,
    question: &Question,
    selection: Selection,
) -> Vec<Exclusion> {
    let mut exclusions = Vec::new();
    for (id, option) in question.options().filter(|(id, _)| selection.has(*id)) {
        for (device_type, _) in
            quiz.device_types().filter(|(device_type, _)| option.excludes.has(*device_type))
        {
            exclusions.push(Exclusion { device_type, question: at, option: id });
        }
    }
    exclusions
}

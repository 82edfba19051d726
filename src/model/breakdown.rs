//! The score breakdown: for each question the signed points it adds to each type, and the types
//! that the answers exclude.

use std::fmt;
use std::ops::Sub;

use super::{
    AnswerOption, Answers, DeviceTypeId, DeviceTypeSet, Effect, OptionId, Question, QuestionId,
    Quiz, Ratings, Selection,
};

/// Points: a sum of weight × effect × rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
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
    /// Every number except 0 has a sign, and the minus is the typographic one (U+2212).
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

/// The part of a breakdown line that comes from one criterion, for one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Contribution {
    /// The criterion, and the sum of the effects that the selected options have on it.
    pub effect: Effect,
    /// Effect × rating, before the weight is applied.
    pub product: i32,
}

/// The points that one question adds to each type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BreakdownLine {
    /// The question.
    pub question: QuestionId,
    /// The selected options.
    pub selection: Selection,
    /// The weight of the question's topic: 1, 2 or 4.
    pub weight: u8,
    /// The points added to each type, indexed by type; the weight is included.
    pub points: Vec<Points>,
}

/// A type that an answer excludes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exclusion {
    /// The excluded type.
    pub device_type: DeviceTypeId,
    /// The question whose answer excludes it.
    pub question: QuestionId,
    /// The selected option that excludes it.
    pub option: OptionId,
}

/// The breakdown lines and exclusions of a set of answers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ScoreBreakdown {
    /// One line for each question that counts, in question order.
    pub lines: Vec<BreakdownLine>,
    /// The exclusions in force. A type that several options exclude occurs once for each of them.
    pub exclusions: Vec<Exclusion>,
    /// The ratings from which the lines were computed.
    pub ratings: Ratings,
}

impl AnswerOption {
    /// The points of this option for `device_type` at weight 1: the sum of effect × rating.
    pub fn unweighted_points(&self, ratings: &Ratings, device_type: DeviceTypeId) -> i32 {
        self.effects.iter().map(|effect| effect.on(ratings, device_type)).sum()
    }
}

impl Effect {
    /// This effect × the rating of `device_type` on its criterion.
    pub fn on(self, ratings: &Ratings, device_type: DeviceTypeId) -> i32 {
        i32::from(self.value) * i32::from(ratings.get(device_type, self.criterion).value())
    }
}

impl Question {
    /// The points of `selection` for `device_type` at weight 1.
    pub fn unweighted_points(
        &self,
        selection: Selection,
        ratings: &Ratings,
        device_type: DeviceTypeId,
    ) -> i32 {
        self.selected(selection).map(|option| option.unweighted_points(ratings, device_type)).sum()
    }

    /// The contributions of `selection` to `device_type`, one for each criterion, in descending
    /// order of the absolute product.
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
        super::order::sort_descending_by_key(&mut contributions, |contribution| {
            contribution.product.abs()
        });
        contributions
    }

    /// The types that `selection` excludes.
    pub fn excluded(&self, selection: Selection) -> DeviceTypeSet {
        self.selected(selection)
            .fold(DeviceTypeSet::default(), |set, option| set.union(option.excludes))
    }
}

impl ScoreBreakdown {
    /// Adds up `answers`. A question that is unseen, skipped or in a topic of weight 0 adds neither
    /// a line nor an exclusion.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let mut breakdown = Self { ratings: Ratings::of(quiz, answers), ..Self::default() };
        for (at, question) in quiz.questions() {
            let Some(selection) = answers.counted(at) else { continue };
            let weight = answers.weight(question.topic).value();
            let unweighted_points = |device_type| {
                question.unweighted_points(selection, &breakdown.ratings, device_type)
            };
            let points = quiz
                .device_types()
                .map(|(device_type, _)| Points(i32::from(weight) * unweighted_points(device_type)))
                .collect();
            breakdown.lines.push(BreakdownLine { question: at, selection, weight, points });
            breakdown.exclusions.extend(exclusions(quiz, at, question, selection));
        }
        breakdown
    }

    /// The points of a type, which are the sum over all lines.
    pub fn points(&self, device_type: DeviceTypeId) -> Points {
        self.lines.iter().map(|line| line.of(device_type)).sum()
    }

    /// The types that at least one answer excludes.
    pub fn excluded(&self) -> DeviceTypeSet {
        self.exclusions
            .iter()
            .fold(DeviceTypeSet::default(), |set, exclusion| set.with(exclusion.device_type))
    }
}

impl BreakdownLine {
    /// The points that this line adds to a type; 0 if there is no such type.
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

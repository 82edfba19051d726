//! What each answer adds to the points of a type, or to its lead over another.

use crate::model::breakdown::Contribution;
use crate::model::order::sort_descending_by_key;
use crate::model::{
    BreakdownLine, CriterionId, DeviceTypeId, Points, QuestionId, Quiz, Rating, Ratings,
    ScoreBreakdown, Selection,
};

/// The most criteria that one line names.
const MOST_CLAIMS: usize = 2;

/// Lines that add up to the points of a type, or to its lead over a rival.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lines {
    /// The rival, if the points are a lead.
    pub rival: Option<DeviceTypeId>,
    /// The lines, those with the most points first.
    pub lines: Vec<Line>,
    /// The sum of their points.
    pub total: Points,
}

/// What one answer adds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// The question.
    pub question: QuestionId,
    /// The selected options.
    pub selection: Selection,
    /// The weight of the question's topic: 1, 2 or 4.
    pub weight: u8,
    /// The points; the weight is included.
    pub points: Points,
    /// Why it adds them.
    pub meaning: Meaning,
    /// Whether they rest on a rating that the visitor has set.
    pub is_yours: bool,
}

/// Why a line adds its points.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// The criteria with the largest contributions of the same sign, with the ratings of the type.
    Claims(Vec<(CriterionId, Rating)>),
    /// The criterion that parts two types most in the direction of the line.
    Parted {
        /// The criterion.
        criterion: CriterionId,
        /// The rating of the leader.
        leader: Rating,
        /// The rating of the rival.
        rival: Rating,
    },
    /// What counts for a type or a lead, and what counts against it, cancels out.
    CancelsOut,
    /// Nothing counts either way.
    NoDifference,
}

impl Lines {
    /// What each answer adds to the points of `device_type`.
    pub fn of(quiz: &Quiz, breakdown: &ScoreBreakdown, device_type: DeviceTypeId) -> Self {
        let ratings = &breakdown.ratings;
        let line = |line: &BreakdownLine| Line {
            question: line.question,
            selection: line.selection,
            weight: line.weight,
            points: line.of(device_type),
            meaning: meaning(quiz, ratings, line, device_type),
            is_yours: rests_on_own(quiz, ratings, line, device_type),
        };
        Self::sorted(None, breakdown.lines.iter().map(line).collect())
    }

    /// `lines` in descending order of their points, with their sum.
    pub(super) fn sorted(rival: Option<DeviceTypeId>, mut lines: Vec<Line>) -> Self {
        sort_descending_by_key(&mut lines, |line| line.points);
        let total = lines.iter().map(|line| line.points).sum();
        Self { rival, lines, total }
    }

    /// The line of a question.
    pub fn line(&self, question: QuestionId) -> Option<&Line> {
        self.lines.iter().find(|line| line.question == question)
    }
}

fn meaning(
    quiz: &Quiz,
    ratings: &Ratings,
    line: &BreakdownLine,
    device_type: DeviceTypeId,
) -> Meaning {
    let question = quiz.question(line.question);
    let contributions = question.contributions(line.selection, ratings, device_type);
    let sign = line.of(device_type).0.signum();
    if sign == 0 {
        let is_moved = contributions.iter().any(|contribution| contribution.product != 0);
        return if is_moved { Meaning::CancelsOut } else { Meaning::NoDifference };
    }
    let claim = |contribution: &Contribution| {
        let criterion = contribution.effect.criterion;
        (criterion, ratings.get(device_type, criterion))
    };
    let same = contributions.iter().filter(|at| at.product.signum() == sign);
    Meaning::Claims(same.map(claim).take(MOST_CLAIMS).collect())
}

/// Whether the points of a type on a line rest on a rating that the visitor has set.
pub(super) fn rests_on_own(
    quiz: &Quiz,
    ratings: &Ratings,
    line: &BreakdownLine,
    device_type: DeviceTypeId,
) -> bool {
    let mut effects =
        quiz.question(line.question).selected(line.selection).flat_map(|option| &option.effects);
    effects.any(|effect| ratings.is_own(device_type, effect.criterion))
}

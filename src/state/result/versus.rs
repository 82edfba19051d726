//! The leader against one rival, answer by answer.

use super::breakdown::{Line, Lines, Meaning, rests_on_own};
use crate::model::{BreakdownLine, DeviceTypeId, Quiz, Ratings, Verdict};

/// The leader, its rivals, and what parts it from one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versus {
    /// The leader.
    pub leader: DeviceTypeId,
    /// The other types that remain, the best first.
    pub rivals: Vec<DeviceTypeId>,
    /// The rival that is shown; `None` if nothing else remains.
    pub rival: Option<DeviceTypeId>,
    /// What each answer adds to the lead over the rival.
    pub lines: Lines,
}

impl Versus {
    /// `leader` against `picked` if that remains, else against the rival of the verdict.
    pub fn of(
        quiz: &Quiz,
        verdict: &Verdict,
        leader: DeviceTypeId,
        picked: Option<DeviceTypeId>,
    ) -> Self {
        let remaining = verdict.remaining().map(|at| at.device_type);
        let rivals: Vec<DeviceTypeId> = remaining.filter(|at| *at != leader).collect();
        let is_rival = |at: &DeviceTypeId| rivals.contains(at);
        let rival = picked.filter(is_rival).or_else(|| verdict.rival().filter(is_rival));
        let lines = rival.map(|rival| lead(quiz, verdict, (leader, rival))).unwrap_or_default();
        Self { leader, rivals, rival, lines }
    }
}

/// What each answer adds to the lead of the first type over the second.
fn lead(quiz: &Quiz, verdict: &Verdict, pair: (DeviceTypeId, DeviceTypeId)) -> Lines {
    let ratings = &verdict.breakdown.ratings;
    let line = |line: &BreakdownLine| Line {
        question: line.question,
        selection: line.selection,
        weight: line.weight,
        points: line.of(pair.0) - line.of(pair.1),
        meaning: meaning(quiz, ratings, line, pair),
        is_yours: rests_on_own(quiz, ratings, line, pair.0)
            || rests_on_own(quiz, ratings, line, pair.1),
    };
    Lines::sorted(Some(pair.1), verdict.breakdown.lines.iter().map(line).collect())
}

/// The criterion that parts the two most in the direction of the line.
fn meaning(
    quiz: &Quiz,
    ratings: &Ratings,
    line: &BreakdownLine,
    (leader, rival): (DeviceTypeId, DeviceTypeId),
) -> Meaning {
    let sign = (line.of(leader) - line.of(rival)).0.signum();
    let mut most = (0, None);
    let mut is_parted = false;
    let question = quiz.question(line.question);
    for contribution in question.contributions(line.selection, ratings, leader) {
        let part = contribution.product - contribution.effect.on(ratings, rival);
        is_parted |= part != 0;
        if part * sign > most.0 {
            most = (part * sign, Some(contribution.effect.criterion));
        }
    }
    match most.1 {
        Some(criterion) => Meaning::Parted {
            criterion,
            leader: ratings.get(leader, criterion),
            rival: ratings.get(rival, criterion),
        },
        None if is_parted => Meaning::CancelsOut,
        None => Meaning::NoDifference,
    }
}

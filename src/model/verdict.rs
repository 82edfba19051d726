//! From points to a verdict: who leads, how firmly, and in which word.

use super::order::falling;
use super::{
    Answers, DeviceTypeId, DeviceTypeSet, Family, Points, Quiz, Robustness, ScoreBreakdown,
};

/// When a verdict is close and when it is clear, as shares of 100 of firmness; and when a pair is
/// worth offering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Thresholds {
    /// A: below this share a verdict is close.
    pub close_below: u8,
    /// B: from this share a verdict is clear.
    pub clear_from: u8,
    /// G: a pair must gain at least this many points for each place over the best single type.
    pub pair_gain: u8,
}

/// The word of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Two or more types remain and all are equal.
    Undecided,
    /// One type remains, or firmness is at least B.
    Clear,
    /// Firmness between A and B.
    Leaning,
    /// A tie for the first place, or firmness below A.
    Close,
    /// Everything is ruled out.
    Conflict,
}

impl Word {
    /// The word, as in `data-verdict`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Undecided => "undecided",
            Self::Clear => "clear",
            Self::Leaning => "leaning",
            Self::Close => "close",
            Self::Conflict => "conflict",
        }
    }
}

/// A type's place in the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankedType {
    /// The type.
    pub device_type: DeviceTypeId,
    /// Its points, kept even if it is ruled out.
    pub points: Points,
    /// 1 for the first; equal points share a place. `None` if ruled out.
    pub rank: Option<u8>,
}

/// The reading of a set of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// In one word.
    pub word: Word,
    /// The first type; of a tie, the first in table order. `None` if undecided or in conflict.
    pub leader: Option<DeviceTypeId>,
    /// The only family that remains, if one alone does.
    pub family: Option<Family>,
    /// Types that remain, best first, then types ruled out; equals in table order.
    pub ranking: Vec<RankedType>,
    /// How firmly the leader leads; `None` without a leader or without a rival.
    pub robustness: Option<Robustness>,
    /// The lines and rulings it rests on.
    pub breakdown: ScoreBreakdown,
}

impl Verdict {
    /// Reads `answers`.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let breakdown = ScoreBreakdown::of(quiz, answers);
        let ranking = ranking(quiz, &breakdown);
        let remaining: Vec<RankedType> =
            ranking.iter().copied().filter(|ranked| ranked.rank.is_some()).collect();
        let leader = leader(&remaining);
        let rivals = remaining.iter().map(|ranked| ranked.device_type);
        let robustness = leader
            .filter(|_| remaining.len() > 1)
            .map(|leader| Robustness::of(quiz, &breakdown, leader, rivals));
        let word = word(&remaining, leader, robustness, quiz.thresholds);
        let family = only_family(quiz, &remaining);
        Self { word, leader, family, ranking, robustness, breakdown }
    }

    /// The leader of `answers` alone, without counting how firm it is.
    pub fn leader_of(quiz: &Quiz, answers: &Answers) -> Option<DeviceTypeId> {
        let ranking = ranking(quiz, &ScoreBreakdown::of(quiz, answers));
        leader(&ranking.into_iter().filter(|ranked| ranked.rank.is_some()).collect::<Vec<_>>())
    }

    /// The types that share the first place, in table order; empty without a leader.
    pub fn first(&self) -> impl Iterator<Item = DeviceTypeId> + '_ {
        let has_leader = self.leader.is_some();
        let first = self.ranking.iter().filter(move |at| has_leader && at.rank == Some(1));
        first.map(|ranked| ranked.device_type)
    }

    /// The best type that does not share the first place.
    pub fn runner_up(&self) -> Option<RankedType> {
        self.leader?;
        self.ranking.iter().copied().find(|ranked| ranked.rank.is_some_and(|at| at > 1))
    }

    /// The types ruled out.
    pub fn excluded(&self) -> DeviceTypeSet {
        self.breakdown.excluded()
    }
}

fn ranking(quiz: &Quiz, breakdown: &ScoreBreakdown) -> Vec<RankedType> {
    let out = breakdown.excluded();
    let unranked = |(device_type, _)| RankedType {
        device_type,
        points: breakdown.points(device_type),
        rank: None,
    };
    let mut ranking: Vec<RankedType> = quiz.device_types().map(unranked).collect();
    falling(&mut ranking, |at| (!out.has(at.device_type), at.points));
    let better = |points: Points, all: &[RankedType]| {
        all.iter().filter(|at| !out.has(at.device_type) && at.points > points).count()
    };
    let ranks: Vec<usize> = ranking.iter().map(|at| better(at.points, &ranking) + 1).collect();
    for (at, rank) in ranking.iter_mut().zip(ranks) {
        at.rank = if out.has(at.device_type) { None } else { u8::try_from(rank).ok() };
    }
    ranking
}

fn leader(remaining: &[RankedType]) -> Option<DeviceTypeId> {
    let first = remaining.first()?;
    let all_equal = remaining.iter().all(|ranked| ranked.points == first.points);
    (remaining.len() == 1 || !all_equal).then_some(first.device_type)
}

fn word(
    remaining: &[RankedType],
    leader: Option<DeviceTypeId>,
    robustness: Option<Robustness>,
    thresholds: Thresholds,
) -> Word {
    let tied = remaining.iter().filter(|ranked| ranked.rank == Some(1)).count() > 1;
    match (remaining.len(), leader, robustness) {
        (0, _, _) => Word::Conflict,
        (_, None, _) => Word::Undecided,
        (1, _, _) | (_, _, None) => Word::Clear,
        (_, _, Some(robustness)) if tied || robustness.is_below(thresholds.close_below) => {
            Word::Close
        }
        (_, _, Some(robustness)) if robustness.is_below(thresholds.clear_from) => Word::Leaning,
        _ => Word::Clear,
    }
}

fn only_family(quiz: &Quiz, remaining: &[RankedType]) -> Option<Family> {
    let mut families = remaining.iter().map(|ranked| quiz.device_type(ranked.device_type).family);
    let first = families.next()?;
    families.all(|family| family == first).then_some(first)
}

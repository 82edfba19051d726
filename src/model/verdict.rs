//! The verdict: the leader, how robust its lead is, and the word that sums this up.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::order::sort_descending_by_key;
use super::{
    Answers, DeviceTypeId, DeviceTypeSet, Family, Points, Quiz, RecentCounts, Robustness,
    ScoreBreakdown,
};

/// The thresholds of the verdict, published in `src/content/rules.json`. `docs/model.md` gives the
/// reasons for their values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Thresholds {
    /// A: below this robustness, in percent, a verdict is close.
    pub close_below: u8,
    /// B: from this robustness on, in percent, a verdict is clear.
    pub clear_from: u8,
    /// G: a pair is recommended if it gains at least this many points per context over the best
    /// single type.
    pub pair_gain: u8,
}

/// The word that sums a verdict up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Word {
    /// Two or more types remain and all have the same points.
    Undecided,
    /// Only one type remains, or the leader is alone in first place with a robustness of at least
    /// B.
    Clear,
    /// The leader is alone in first place with a robustness from A to below B.
    Leaning,
    /// Several types share the first place, or the robustness is below A.
    Close,
    /// The answers exclude every type.
    Conflict,
}

impl Word {
    /// The value of the `data-verdict` attribute.
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

/// A type with its points and its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RankedType {
    /// The type.
    pub device_type: DeviceTypeId,
    /// Its points, whether or not it is excluded.
    pub points: Points,
    /// Its rank from 1; types with equal points share a rank. `None` if it is excluded.
    pub rank: Option<u8>,
}

/// The result for a set of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The word that sums it up.
    pub word: Word,
    /// The type in first place; of several, the cheapest by its entry price. `None` if the verdict is
    /// undecided or a conflict.
    pub leader: Option<DeviceTypeId>,
    /// The family of all types that remain, if they belong to the same family.
    pub family: Option<Family>,
    /// The types that remain, best first, then the excluded types. Equals are listed by entry
    /// price, the cheapest first, and then in table order.
    pub ranking: Vec<RankedType>,
    /// How far the lead depends on the weights. `None` if there is no leader or only one type
    /// remains.
    pub robustness: Option<Robustness>,
    /// The breakdown lines and exclusions behind it.
    pub breakdown: ScoreBreakdown,
}

impl Verdict {
    /// Computes the verdict for `answers`.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        Self::with_recent(quiz, answers, &mut RecentCounts::default())
    }

    /// As [`Verdict::of`]; the robustness is looked up in `recent` if it was counted lately.
    pub fn with_recent(quiz: &Quiz, answers: &Answers, recent: &mut RecentCounts) -> Self {
        let breakdown = ScoreBreakdown::of(quiz, answers);
        let ranking = ranking(quiz, &breakdown);
        let remaining: Vec<RankedType> =
            ranking.iter().copied().filter(|ranked| ranked.rank.is_some()).collect();
        let leader = leader(&remaining);
        let excluded = breakdown.excluded();
        let rivals = quiz.device_types().map(|(at, _)| at).filter(|at| !excluded.has(*at));
        let robustness = leader
            .filter(|_| remaining.len() > 1)
            .map(|leader| recent.robustness(quiz, &breakdown, leader, rivals));
        let word = word(&remaining, leader, robustness, quiz.thresholds);
        let family = only_family(quiz, &remaining);
        Self { word, leader, family, ranking, robustness, breakdown }
    }

    /// The leader for `answers`. Faster than [`Verdict::of`], because it does not count robustness.
    pub fn leader_of(quiz: &Quiz, answers: &Answers) -> Option<DeviceTypeId> {
        let ranking = ranking(quiz, &ScoreBreakdown::of(quiz, answers));
        leader(&ranking.into_iter().filter(|ranked| ranked.rank.is_some()).collect::<Vec<_>>())
    }

    /// The types in first place, the cheapest first. Empty if there is no leader.
    pub fn first(&self) -> impl Iterator<Item = DeviceTypeId> + '_ {
        let has_leader = self.leader.is_some();
        let first = self.ranking.iter().filter(move |at| has_leader && at.rank == Some(1));
        first.map(|ranked| ranked.device_type)
    }

    /// The best type below the first place. `None` if there is no leader or no such type.
    pub fn runner_up(&self) -> Option<RankedType> {
        self.leader?;
        self.ranking.iter().copied().find(|ranked| ranked.rank.is_some_and(|at| at > 1))
    }

    /// The type beside the leader: one that shares the first place, else the runner-up. `None` if
    /// there is no leader or nothing else remains.
    pub fn rival(&self) -> Option<DeviceTypeId> {
        let tied = self.first().find(|device_type| Some(*device_type) != self.leader);
        tied.or_else(|| self.runner_up().map(|ranked| ranked.device_type))
    }

    /// The types that the answers do not exclude, in the order of the ranking.
    pub fn remaining(&self) -> impl Iterator<Item = RankedType> + '_ {
        self.ranking.iter().copied().filter(|ranked| ranked.rank.is_some())
    }

    /// The types that the answers exclude.
    pub fn excluded(&self) -> DeviceTypeSet {
        self.breakdown.excluded()
    }
}

fn ranking(quiz: &Quiz, breakdown: &ScoreBreakdown) -> Vec<RankedType> {
    let excluded = breakdown.excluded();
    let unranked = |(device_type, _)| RankedType {
        device_type,
        points: breakdown.points(device_type),
        rank: None,
    };
    let mut ranking: Vec<RankedType> = quiz.device_types().map(unranked).collect();
    let entry_price = |at: &RankedType| quiz.device_type(at.device_type).entry_price();
    sort_descending_by_key(&mut ranking, |at| {
        (!excluded.has(at.device_type), at.points, Reverse(entry_price(at)))
    });
    let better = |points: Points, all: &[RankedType]| {
        all.iter().filter(|at| !excluded.has(at.device_type) && at.points > points).count()
    };
    let ranks: Vec<usize> = ranking.iter().map(|at| better(at.points, &ranking) + 1).collect();
    for (at, rank) in ranking.iter_mut().zip(ranks) {
        at.rank = if excluded.has(at.device_type) { None } else { u8::try_from(rank).ok() };
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

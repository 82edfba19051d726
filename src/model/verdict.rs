//! From points to a verdict: who leads, how firmly, and in which word.

use super::order::falling;
use super::{Answers, Family, Firmness, GearId, GearSet, Ledger, Points, Quiz};

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
pub struct Place {
    /// The type.
    pub gear: GearId,
    /// Its points, kept even if it is ruled out.
    pub points: Points,
    /// 1 for the first; equal points share a place. `None` if ruled out.
    pub place: Option<u8>,
}

/// The reading of a set of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// In one word.
    pub word: Word,
    /// The first type; of a tie, the first in table order. `None` if undecided or in conflict.
    pub leader: Option<GearId>,
    /// The only family that remains, if one alone does.
    pub family: Option<Family>,
    /// Types that remain, best first, then types ruled out; equals in table order.
    pub ranking: Vec<Place>,
    /// How firmly the leader leads; `None` without a leader or without a rival.
    pub firmness: Option<Firmness>,
    /// The lines and rulings it rests on.
    pub ledger: Ledger,
}

impl Verdict {
    /// Reads `answers`.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let ledger = Ledger::of(quiz, answers);
        let ranking = ranking(quiz, &ledger);
        let remaining: Vec<Place> =
            ranking.iter().copied().filter(|place| place.place.is_some()).collect();
        let leader = leader(&remaining);
        let rivals = remaining.iter().map(|place| place.gear);
        let firmness = leader
            .filter(|_| remaining.len() > 1)
            .map(|leader| Firmness::of(quiz, &ledger, leader, rivals));
        let word = word(&remaining, leader, firmness, quiz.thresholds);
        let family = only_family(quiz, &remaining);
        Self { word, leader, family, ranking, firmness, ledger }
    }

    /// The leader of `answers` alone, without counting how firm it is.
    pub fn leader_of(quiz: &Quiz, answers: &Answers) -> Option<GearId> {
        let ranking = ranking(quiz, &Ledger::of(quiz, answers));
        leader(&ranking.into_iter().filter(|place| place.place.is_some()).collect::<Vec<_>>())
    }

    /// The types that share the first place, in table order; empty without a leader.
    pub fn first(&self) -> impl Iterator<Item = GearId> + '_ {
        let has_leader = self.leader.is_some();
        let first = self.ranking.iter().filter(move |at| has_leader && at.place == Some(1));
        first.map(|place| place.gear)
    }

    /// The best type that does not share the first place.
    pub fn runner_up(&self) -> Option<Place> {
        self.leader?;
        self.ranking.iter().copied().find(|place| place.place.is_some_and(|at| at > 1))
    }

    /// The types ruled out.
    pub fn ruled_out(&self) -> GearSet {
        self.ledger.ruled_out()
    }
}

fn ranking(quiz: &Quiz, ledger: &Ledger) -> Vec<Place> {
    let out = ledger.ruled_out();
    let unplaced = |(gear, _)| Place { gear, points: ledger.points(gear), place: None };
    let mut ranking: Vec<Place> = quiz.gears().map(unplaced).collect();
    falling(&mut ranking, |at| (!out.has(at.gear), at.points));
    let better = |points: Points, all: &[Place]| {
        all.iter().filter(|at| !out.has(at.gear) && at.points > points).count()
    };
    let places: Vec<usize> = ranking.iter().map(|at| better(at.points, &ranking) + 1).collect();
    for (at, place) in ranking.iter_mut().zip(places) {
        at.place = if out.has(at.gear) { None } else { u8::try_from(place).ok() };
    }
    ranking
}

fn leader(remaining: &[Place]) -> Option<GearId> {
    let first = remaining.first()?;
    let all_equal = remaining.iter().all(|place| place.points == first.points);
    (remaining.len() == 1 || !all_equal).then_some(first.gear)
}

fn word(
    remaining: &[Place],
    leader: Option<GearId>,
    firmness: Option<Firmness>,
    thresholds: Thresholds,
) -> Word {
    let tied = remaining.iter().filter(|place| place.place == Some(1)).count() > 1;
    match (remaining.len(), leader, firmness) {
        (0, _, _) => Word::Conflict,
        (_, None, _) => Word::Undecided,
        (1, _, _) | (_, _, None) => Word::Clear,
        (_, _, Some(firmness)) if tied || firmness.is_below(thresholds.close_below) => Word::Close,
        (_, _, Some(firmness)) if firmness.is_below(thresholds.clear_from) => Word::Leaning,
        _ => Word::Clear,
    }
}

fn only_family(quiz: &Quiz, remaining: &[Place]) -> Option<Family> {
    let mut families = remaining.iter().map(|place| quiz.gear(place.gear).family);
    let first = families.next()?;
    families.all(|family| family == first).then_some(first)
}

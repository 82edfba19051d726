//! Which of two candidates the visitor prefers, found in rounds of listening.
//!
//! Every round counts in which the visitor had a preference. What is counted and how many rounds
//! there are is fixed before the first round, and there is no result before the last, so that nobody
//! stops when the result suits them.

use std::ops::RangeInclusive;

/// The numbers of rounds that a visitor can plan. Below the first, even rounds that all go the same
/// way are not rare enough to tell anything.
pub const ROUNDS: RangeInclusive<u8> = 6..=20;
/// The rounds planned unless the visitor chooses another number.
pub const USUAL_ROUNDS: u8 = 8;
/// A result that rounds without a preference reach more often than in this share of comparisons does
/// not show one.
pub const RARE: f64 = 0.05;

/// One of the two that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The first of the two.
    A,
    /// The second.
    B,
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// The most comparisons that are kept; a new one takes the place of the oldest.
pub const MOST_COMPARISONS: usize = 200;

/// A comparison of two candidates in rounds. What is counted is fixed before the first round.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Comparison {
    /// The ids of the two candidates.
    pub candidates: [String; 2],
    /// Their names when the comparison began, for a candidate that has been removed since; each at most
    /// [`LONGEST_LINE`](super::candidate::LONGEST_LINE) characters.
    pub names: [String; 2],
    /// The number of rounds with a preference that are to be counted.
    pub planned: u8,
    /// What the visitor listens for; at most [`LONGEST_LINE`](super::candidate::LONGEST_LINE)
    /// characters.
    pub question: String,
    /// The rounds up to now.
    pub rounds: Vec<Round>,
    /// Which side is to be heard first in the round that is under way, by the toss of a coin. `None`
    /// if no round is.
    pub first: Option<Side>,
}

/// A round of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Round {
    /// Which was heard first.
    pub first: Side,
    /// Which the visitor liked better; `None` if they could not tell.
    pub liked: Option<Side>,
}

/// How far a comparison has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// Too few rounds are planned: all of them could go the same way without a preference, with this
    /// chance, which is above [`RARE`].
    CannotTell {
        /// The chance, from 0 to 1.
        chance: f64,
    },
    /// No round has been decided.
    NotBegun,
    /// It is too early to tell.
    UnderWay {
        /// The rounds counted so far, fewer than planned.
        counted: u8,
    },
    /// As many rounds as planned were counted.
    Done(Finding),
    /// The visitor could not tell so often that it ended at [`Comparison::last`] rounds.
    NoneShown {
        /// The rounds in which they could not tell.
        untold: u8,
    },
}

/// The result of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// The side that was liked better more often; `None` if neither was.
    pub side: Option<Side>,
    /// The rounds in which this side was liked better.
    pub most: u8,
    /// The rounds that were counted.
    pub of: u8,
    /// How likely it is that so many rounds or more go the same way without a preference, from 0 to
    /// 1.
    pub chance: f64,
}

impl Finding {
    /// Whether rounds without a preference would rarely end like this.
    pub fn is_rare(&self) -> bool {
        self.chance <= RARE
    }
}

impl Comparison {
    /// The rounds at which the comparison ends even if too few had a preference: those planned, and as
    /// many again.
    pub const fn last(&self) -> usize {
        2 * self.planned as usize
    }

    /// The rounds up to the end. A merge with another tab can leave more, and these do not count.
    pub fn valid(&self) -> &[Round] {
        let mut counted = 0;
        let mut end = 0;
        while counted < self.planned && end < self.rounds.len().min(self.last()) {
            counted += u8::from(self.rounds[end].liked.is_some());
            end += 1;
        }
        &self.rounds[..end]
    }

    /// The rounds in which this was the answer; `None` is "could not tell".
    pub fn times(&self, liked: Option<Side>) -> u8 {
        let rounds = self.valid().iter().filter(|round| round.liked == liked);
        u8::try_from(rounds.count()).unwrap_or(u8::MAX)
    }

    /// How far it has come.
    pub fn outcome(&self) -> Outcome {
        let [a, b] = [Side::A, Side::B].map(|side| self.times(Some(side)));
        let counted = a + b;
        if needed(self.planned).is_none() {
            Outcome::CannotTell { chance: chance_of(self.planned, self.planned) }
        } else if counted >= self.planned {
            let side = if a >= b { Side::A } else { Side::B };
            let (most, chance) = (a.max(b), chance_of(counted, a.max(b)));
            Outcome::Done(Finding { side: (a != b).then_some(side), most, of: counted, chance })
        } else if self.rounds.len() >= self.last() {
            Outcome::NoneShown { untold: self.times(None) }
        } else if self.rounds.is_empty() {
            Outcome::NotBegun
        } else {
            Outcome::UnderWay { counted }
        }
    }

    /// Whether another round can follow.
    pub fn is_open(&self) -> bool {
        matches!(self.outcome(), Outcome::NotBegun | Outcome::UnderWay { .. })
    }

    /// Begins a round with the side that the coin has chosen, unless one is under way or the comparison
    /// has ended.
    pub fn begin_round(&mut self, first: Side) {
        if self.first.is_none() && self.is_open() {
            self.first = Some(first);
        }
    }

    /// Ends the round that is under way with what the visitor said; `None` is "could not tell".
    pub fn end_round(&mut self, liked: Option<Side>) {
        if let Some(first) = self.first.take()
            && self.is_open()
        {
            self.rounds.push(Round { first, liked });
        }
    }
}

/// The probability, from 0 to 1, that `k` or more of `n` rounds go the same way, whichever it is, if
/// each way is equally likely in each round: the exact two-sided binomial. It is computed without
/// rounding up to `n` = 45, where every step is a whole number that an `f64` holds.
///
/// ```
/// use headphones_or_iems::model::preference::chance_of;
/// assert_eq!(chance_of(8, 7), 18.0 / 256.0);
/// assert_eq!(chance_of(8, 4), 1.0);
/// ```
pub fn chance_of(n: u8, k: u8) -> f64 {
    let (mut ways, mut as_many) = (1.0, 0.0);
    for i in 0..=n {
        if i.max(n - i) >= k {
            as_many += ways;
        }
        ways = ways * f64::from(n - i) / (f64::from(i) + 1.0);
    }
    as_many / 2_f64.powi(n.into())
}

/// The fewest of `n` rounds that must go the same way for the chance to be at most [`RARE`]; `None` if
/// all of them would not be enough.
///
/// ```
/// use headphones_or_iems::model::preference::needed;
/// assert_eq!([5, 6, 8, 20].map(needed), [None, Some(6), Some(8), Some(15)]);
/// ```
pub fn needed(n: u8) -> Option<u8> {
    (0..=n).find(|k| chance_of(n, *k) <= RARE)
}

//! The settings of the last topics as bit sets, so that several rivals can be counted together.

use std::array::from_fn;

use super::sums::Sums;
use super::{TAIL, WEIGHTS};

/// The number of 64-bit words that hold one bit for each tail setting.
const WORDS: usize = (1 << (2 * TAIL)) / 64;

/// A set of tail settings.
type TailSet = [u64; WORDS];

/// For each lead from the topics before, the tail settings in which the leader is not behind a rival.
pub(super) struct Tails {
    /// The lead to which the first row belongs. Below it no tail setting is enough.
    lowest: i32,
    /// One row for each lead, from `lowest` up. The last row holds every tail setting.
    rows: Vec<TailSet>,
}

impl Tails {
    /// From the lead of each tail topic at weight 1, and what these topics can add.
    pub(super) fn new(leads: &[i32], rest: &Sums) -> Self {
        let sums = setting_sums(leads);
        // With a lead of −most only the best tail is enough; from −least on, every tail is.
        let rows = (-rest.most()..=-rest.least).map(|lead| sufficient(&sums, lead)).collect();
        Self { lowest: -rest.most(), rows }
    }

    /// The tail settings that are enough at a lead; `None` if none is.
    pub(super) fn sufficient(&self, lead: i32) -> Option<&TailSet> {
        let index = usize::try_from(lead - self.lowest).ok()?;
        self.rows.get(index.min(self.rows.len() - 1))
    }
}

/// Counts the tail settings that are in every set.
pub(super) fn count<'a>(sets: impl Iterator<Item = Option<&'a TailSet>>) -> u64 {
    let mut tails = [u64::MAX; WORDS];
    for set in sets {
        let Some(set) = set else { return 0 };
        tails = from_fn(|at| tails[at] & set[at]);
    }
    tails.iter().map(|word| u64::from(word.count_ones())).sum()
}

/// The lead that each tail setting adds, indexed by setting.
fn setting_sums(leads: &[i32]) -> Vec<i32> {
    let mut sums = vec![0];
    for lead in leads {
        let each = |sum: &i32| WEIGHTS.map(|weight| sum + lead * weight);
        sums = sums.iter().flat_map(each).collect();
    }
    sums
}

/// The tail settings that, added to a lead, leave the leader not behind.
fn sufficient(sums: &[i32], lead: i32) -> TailSet {
    let mut set = [0; WORDS];
    for (at, _) in sums.iter().enumerate().filter(|(_, sum)| lead + **sum >= 0) {
        set[at / 64] |= 1 << (at % 64);
    }
    set
}

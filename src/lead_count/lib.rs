//! Counting the settings of the weights in which a leader is not behind any of its rivals.
//!
//! A setting gives each topic that counts a weight of 0, 1, 2 or 4. With 16 topics there are 4^16
//! settings, too many to visit one by one. They are visited topic by topic, depth first, and a branch
//! ends as soon as the rest can be looked up:
//!
//! * where a rival is certain to be ahead, no setting of the other topics counts;
//! * a rival that can no longer get ahead is left out, and so is one that can only be ahead where
//!   another one is;
//! * where no rival is left, every setting counts; where one is, [`Sums`] has the count, and where two
//!   are and few topics remain, [`PairSums`] has it;
//! * where more are left at the last five topics, the settings of those are bit sets ([`Tails`]).

mod pair_sums;
mod sums;
mod tails;

use std::iter::from_fn;

use pair_sums::PairSums;
use sums::Sums;
use tails::Tails;

/// The weights that a topic can have, in ascending order, as in `model::Weight`. A count of every setting,
/// one by one, with the model's own weights holds both together (`native: robustness`).
const WEIGHTS: [i32; 4] = [0, 1, 2, 4];
/// The largest weight.
const MOST: i32 = 4;

/// The most rivals.
const RIVALS: usize = 16;

/// The number of topics whose settings are counted with bit sets.
const TAIL: usize = 5;
/// Two rivals are looked up where at most this many topics remain. Tables for more topics would take
/// longer to make than they save.
const PAIR: usize = 10;

/// Counts the settings of the weights in which the leader is not behind. For each rival, `leads` has the
/// lead over it in points from each of the `topics` topics at weight 1. With up to 25 topics, the numbers
/// fit.
///
/// # Panics
///
/// If there are more than 16 rivals.
pub fn count(leads: &[Vec<i32>], topics: usize) -> u64 {
    assert!(leads.len() <= RIVALS, "there are more than {RIVALS} rivals");
    let leads = most_telling_first(leads, topics);
    let split = topics.saturating_sub(TAIL);
    let rivals: Vec<Rival> = leads.iter().map(|leads| Rival::new(leads, split)).collect();
    match rivals.as_slice() {
        [] => settings(topics),
        [only] => only.rest[0].sufficient(0),
        all => {
            let open = (0..all.len()).fold(0, |open, rival| open | 1 << rival);
            Walk::new(rivals, topics, split).visit(0, open)
        }
    }
}

/// The leads with their topics sorted by how much they bear on the rivals that are ahead most often, in
/// descending order, so that most branches are decided early.
fn most_telling_first(leads: &[Vec<i32>], topics: usize) -> Vec<Vec<i32>> {
    let size = |lead: &i32| u64::from(lead.unsigned_abs());
    let share = |lead: &Vec<i32>| {
        let ahead = settings(topics) - Sums::of(lead).sufficient(0);
        (ahead, lead.iter().map(size).sum::<u64>().max(1))
    };
    let shares: Vec<(u64, u64)> = leads.iter().map(share).collect();
    let bearing = |at: usize| {
        let each = leads.iter().zip(&shares);
        each.map(|(lead, (ahead, sum))| size(&lead[at]) * ahead / sum).sum::<u64>()
    };
    let mut order: Vec<(u64, usize)> = Vec::new();
    for topic in (0..topics).map(|at| (bearing(at), at)) {
        let place = order.partition_point(|before| before.0 >= topic.0);
        order.insert(place, topic);
    }
    leads.iter().map(|lead| order.iter().map(|(_, at)| lead[*at]).collect()).collect()
}

/// One rival.
struct Rival<'a> {
    /// The lead from each topic at weight 1.
    leads: &'a [i32],
    /// For each number of topics already set, what the other topics can add.
    rest: Vec<Sums>,
    /// What the last topics can add, setting by setting.
    tails: Tails,
}

impl<'a> Rival<'a> {
    fn new(leads: &'a [i32], split: usize) -> Self {
        let rest = Sums::from_each(leads);
        let tails = Tails::new(&leads[split..], &rest[split]);
        Self { leads, rest, tails }
    }
}

/// Something for each rival; there may be more places than rivals. An index below [`RIVALS`] needs no check,
/// which saves a tenth of the time.
type OfRivals<T> = [T; RIVALS];

/// What one topic does to the lead over one rival.
#[derive(Clone, Copy, Default)]
struct Step {
    /// The lead from the topic at weight 1.
    lead: i32,
    /// With a lead below this after the topic, the rival is certain to be ahead.
    possible: i32,
    /// From this lead on, it can no longer get ahead.
    certain: i32,
}

/// A set of rivals, with a bit for each.
type RivalSet = u32;

/// The rivals in a set, in order.
fn each(mut set: RivalSet) -> impl Iterator<Item = usize> {
    from_fn(move || {
        let first = (set != 0).then(|| set.trailing_zeros() as usize % RIVALS)?;
        set &= set - 1;
        Some(first)
    })
}

/// A depth-first walk over the settings. A rival is open if it can still get ahead, and its being ahead is
/// not certain.
struct Walk<'a> {
    topics: usize,
    /// The number of topics before the tail.
    split: usize,
    rivals: Vec<Rival<'a>>,
    /// For each number of topics already set, the lead over each open rival from these topics.
    leads: Vec<OfRivals<i32>>,
    /// For each topic and each rival, what the topic does to the lead.
    steps: Vec<OfRivals<Step>>,
    /// For each number of topics already set and each two rivals, the least that the other topics can
    /// add to the lead over the first minus the lead over the second.
    gaps: Vec<OfRivals<OfRivals<i32>>>,
    /// For each two rivals, what the last topics can add to the leads over them; made when needed.
    pairs: Vec<Option<Vec<PairSums>>>,
}

impl<'a> Walk<'a> {
    fn new(rivals: Vec<Rival<'a>>, topics: usize, split: usize) -> Self {
        let pairs = (0..rivals.len().pow(2)).map(|_| None).collect();
        let leads = vec![[0; RIVALS]; split + 1];
        let step = |rival: &Rival, at: usize| {
            let rest = &rival.rest[at + 1];
            Step { lead: rival.leads[at], possible: -rest.most(), certain: -rest.least }
        };
        let steps_at = |at| of_rivals(rivals.iter().map(|rival| step(rival, at)));
        let steps = (0..topics).map(steps_at).collect();
        let gaps = gaps(&rivals, topics);
        Self { topics, split, rivals, leads, steps, gaps, pairs }
    }

    /// Counts the settings of the topics from `at` on in which the leader is ahead of every rival in `open`,
    /// or level with it.
    fn visit(&mut self, at: usize, open: RivalSet) -> u64 {
        if at == self.split {
            return self.count_tails(open);
        }
        let mut first = 0;
        for weight in WEIGHTS {
            if let Some(open) = self.enter(at, open, weight) {
                first += self.look_up(at + 1, open).unwrap_or_else(|| self.visit(at + 1, open));
            }
        }
        first
    }

    /// Gives topic `at` a weight, and returns the rivals that are open after it. `None` if the leader can no
    /// longer be first.
    fn enter(&mut self, at: usize, open: RivalSet, weight: i32) -> Option<RivalSet> {
        let (before, after) = self.leads.split_at_mut(at + 1);
        let (before, after) = (before.last()?, after.first_mut()?);
        let steps = &self.steps[at];
        let mut left = 0;
        for rival in each(open) {
            let step = &steps[rival];
            let lead = before[rival] + step.lead * weight;
            if lead < step.possible {
                return None;
            }
            after[rival] = lead;
            if lead < step.certain {
                left |= 1 << rival;
            }
        }
        // Just before the bit sets, leaving any out would take longer than it saves.
        if at + 2 < self.split {
            left = without_implied(left, after, &self.gaps[at + 1]);
        }
        Some(left)
    }

    /// As [`Self::visit`], if there is a table for the open rivals.
    fn look_up(&mut self, at: usize, open: RivalSet) -> Option<u64> {
        let (left, leads) = (self.topics - at, &self.leads[at]);
        let mut open = each(open);
        let Some(one) = open.next() else { return Some(settings(left)) };
        let Some(other) = open.next() else {
            return Some(self.rivals[one].rest[at].sufficient(leads[one]));
        };
        if open.next().is_some() || left > PAIR {
            return None;
        }
        let start = self.topics.saturating_sub(PAIR);
        let of = |rival: usize| &self.rivals[rival].leads[start..];
        let pair = &mut self.pairs[one * self.rivals.len() + other];
        let sums = pair.get_or_insert_with(|| PairSums::from_each(of(one), of(other)));
        Some(sums[at - start].sufficient([leads[one], leads[other]]))
    }

    /// Counts the tail settings that are enough against every open rival.
    fn count_tails(&self, open: RivalSet) -> u64 {
        let leads = &self.leads[self.split];
        tails::count(each(open).map(|rival| self.rivals[rival].tails.sufficient(leads[rival])))
    }
}

/// The number of settings of so many topics.
fn settings(topics: usize) -> u64 {
    1 << (2 * topics)
}

/// An array with what there is for each rival.
fn of_rivals<T: Copy + Default>(each: impl Iterator<Item = T>) -> OfRivals<T> {
    let mut all = [T::default(); RIVALS];
    all.iter_mut().zip(each).for_each(|(place, of)| *place = of);
    all
}

/// The table [`Walk::gaps`].
fn gaps(rivals: &[Rival], topics: usize) -> Vec<OfRivals<OfRivals<i32>>> {
    let mut all = vec![[[0; RIVALS]; RIVALS]];
    for at in (0..topics).rev() {
        let mut gaps = all.last().copied().unwrap_or_default();
        for (gaps, one) in gaps.iter_mut().zip(rivals) {
            for (gap, other) in gaps.iter_mut().zip(rivals) {
                *gap += MOST * (one.leads[at] - other.leads[at]).min(0);
            }
        }
        all.push(gaps);
    }
    all.reverse();
    all
}

/// The rivals in `open` without each that can only be ahead where another of them is. `gaps` has the least
/// that the lead over one rival can gain on the lead over another, for each two rivals.
fn without_implied(
    mut open: RivalSet,
    leads: &OfRivals<i32>,
    gaps: &OfRivals<OfRivals<i32>>,
) -> RivalSet {
    for one in each(open) {
        let others = open & !(1 << one);
        if each(others).any(|other| leads[one] + gaps[one][other] >= leads[other]) {
            open = others;
        }
    }
    open
}

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

use pair_sums::PairSums;
use sums::Sums;
use tails::Tails;

/// The weights that a topic can have, in ascending order, as in `model::Weight`. A count of every setting,
/// one by one, with the model's own weights holds both together (`native: robustness`).
const WEIGHTS: [i32; 4] = [0, 1, 2, 4];
/// The largest weight.
const MOST: i32 = 4;

/// The number of topics whose settings are counted with bit sets.
const TAIL: usize = 5;
/// Two rivals are looked up where at most this many topics remain. Tables for more topics would take
/// longer to make than they save.
const PAIR: usize = 10;

/// Counts the settings of the weights in which the leader is not behind. For each rival, `leads` has the
/// lead over it in points from each of the `topics` topics at weight 1. With up to 25 topics, the numbers
/// fit.
pub fn count(leads: &[Vec<i32>], topics: usize) -> u64 {
    let leads = most_telling_first(leads, topics);
    let split = topics.saturating_sub(TAIL);
    let rivals: Vec<Rival> = leads.iter().map(|leads| Rival::new(leads, split)).collect();
    match rivals.as_slice() {
        [] => settings(topics),
        [only] => only.rest[0].sufficient(0),
        _ => Walk::new(rivals, topics, split).visit(0),
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

/// A rival that can still get ahead, and whose being ahead is not certain.
#[derive(Clone, Copy)]
struct OpenRival {
    rival: usize,
    /// The lead over it from the topics set so far.
    lead: i32,
}

/// What one topic does to the lead over one rival.
struct Step {
    /// The lead from the topic at weight 1.
    lead: i32,
    /// The least and the most that the topics after it can add.
    least: i32,
    most: i32,
}

/// A depth-first walk over the settings.
struct Walk<'a> {
    topics: usize,
    /// The number of topics before the tail.
    split: usize,
    rivals: Vec<Rival<'a>>,
    /// The open rivals, for each number of topics already set.
    open: Vec<Vec<OpenRival>>,
    /// For each topic and each rival, what the topic does to the lead.
    steps: Vec<Vec<Step>>,
    /// For each number of topics already set and each two rivals, the least that the other topics can
    /// add to the lead over the first minus the lead over the second.
    gaps: Vec<Vec<i32>>,
    /// For each two rivals, what the last topics can add to the leads over them; made when needed.
    pairs: Vec<Option<Vec<PairSums>>>,
}

impl<'a> Walk<'a> {
    fn new(rivals: Vec<Rival<'a>>, topics: usize, split: usize) -> Self {
        let pairs = (0..rivals.len().pow(2)).map(|_| None).collect();
        let mut open = vec![Vec::new(); split + 1];
        open[0] = (0..rivals.len()).map(|rival| OpenRival { rival, lead: 0 }).collect();
        let step = |rival: &Rival, at: usize| {
            let rest = &rival.rest[at + 1];
            Step { lead: rival.leads[at], least: rest.least, most: rest.most() }
        };
        let steps_at = |at| rivals.iter().map(|rival| step(rival, at)).collect();
        let steps = (0..topics).map(steps_at).collect();
        let gaps = gaps(&rivals, topics);
        Self { topics, split, rivals, open, steps, gaps, pairs }
    }

    /// Counts the settings of the topics from `at` on in which the leader is first.
    fn visit(&mut self, at: usize) -> u64 {
        if at == self.split {
            return self.count_tails();
        }
        let mut first = 0;
        for weight in WEIGHTS {
            if self.enter(at, weight) {
                first += self.look_up(at + 1).unwrap_or_else(|| self.visit(at + 1));
            }
        }
        first
    }

    /// Gives topic `at` a weight, and puts the rivals that are open after it into `open[at + 1]`.
    /// Whether the leader can still be first.
    fn enter(&mut self, at: usize, weight: i32) -> bool {
        let (before, after) = self.open.split_at_mut(at + 1);
        let [after, ..] = after else { return false };
        after.clear();
        for open in &before[at] {
            let step = &self.steps[at][open.rival];
            let lead = open.lead + step.lead * weight;
            if lead + step.most < 0 {
                // This rival is certain to be ahead.
                return false;
            }
            if lead + step.least < 0 {
                after.push(OpenRival { rival: open.rival, lead });
            }
        }
        // Just before the bit sets, leaving any out would take longer than it saves.
        if at + 2 < self.split {
            leave_out_implied(after, &self.gaps[at + 1], self.rivals.len());
        }
        true
    }

    /// The number of settings of the topics from `at` on in which the leader is first, if there is a
    /// table for the open rivals.
    fn look_up(&mut self, at: usize) -> Option<u64> {
        let left = self.topics - at;
        match *self.open[at].as_slice() {
            [] => Some(settings(left)),
            [only] => Some(self.rivals[only.rival].rest[at].sufficient(only.lead)),
            [one, other] if left <= PAIR => {
                let start = self.topics.saturating_sub(PAIR);
                let leads = |of: OpenRival| &self.rivals[of.rival].leads[start..];
                let table = || PairSums::from_each(leads(one), leads(other));
                let pair = &mut self.pairs[one.rival * self.rivals.len() + other.rival];
                let sums = pair.get_or_insert_with(table);
                Some(sums[at - start].sufficient([one.lead, other.lead]))
            }
            _ => None,
        }
    }

    /// Counts the tail settings that are enough against every open rival.
    fn count_tails(&self) -> u64 {
        let open = self.open[self.split].iter();
        tails::count(open.map(|open| self.rivals[open.rival].tails.sufficient(open.lead)))
    }
}

/// The number of settings of so many topics.
fn settings(topics: usize) -> u64 {
    1 << (2 * topics)
}

/// The table [`Walk::gaps`].
fn gaps(rivals: &[Rival], topics: usize) -> Vec<Vec<i32>> {
    let mut all = vec![vec![0; rivals.len().pow(2)]];
    for at in (0..topics).rev() {
        let mut row = all.last().cloned().unwrap_or_default();
        let pairs = rivals.iter().flat_map(|one| rivals.iter().map(move |other| (one, other)));
        for (gap, (one, other)) in row.iter_mut().zip(pairs) {
            *gap += MOST * (one.leads[at] - other.leads[at]).min(0);
        }
        all.push(row);
    }
    all.reverse();
    all
}

/// Leaves out each rival that can only be ahead where another open rival is. `gaps` has the least
/// that the lead over one rival can gain on the lead over another, for each two of `count` rivals.
fn leave_out_implied(open: &mut Vec<OpenRival>, gaps: &[i32], count: usize) {
    let mut at = 0;
    while at < open.len() {
        let one = open[at];
        let implies =
            |other: &OpenRival| one.lead + gaps[one.rival * count + other.rival] >= other.lead;
        let mut others = open.iter().enumerate().filter(|(other, _)| *other != at);
        if others.any(|(_, other)| implies(other)) {
            open.remove(at);
        } else {
            at += 1;
        }
    }
}

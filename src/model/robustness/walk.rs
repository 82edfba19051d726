//! Counting the settings of the weights in which a leader is not behind any of its rivals.
//!
//! A setting gives each topic that counts a weight of 0, 1, 2 or 4. With 14 topics there are 4^14
//! settings, too many to visit one by one. The topics are therefore divided into a head and a tail
//! of five. The head settings are visited depth first. A rival is left out from where it can no
//! longer get ahead, and a branch ends where a rival is certain to be ahead. Where one rival is
//! left, the settings of the other topics are not visited but looked up. Where several are, the tail
//! has 1,024 settings, which fit into a bit set of 16 words. For each rival, a table maps each lead
//! that the head can produce to the set of tail settings in which the leader is not behind that
//! rival. These sets are intersected and the bits counted.

use crate::model::Weight;
use crate::model::order::sort_descending_by_key;

/// The number of topics in the tail.
const TAIL: usize = 5;
/// The number of 64-bit words that hold one bit for each of the 4^5 tail settings.
const WORDS: usize = 16;

/// A set of tail settings.
type TailSet = [u64; WORDS];

/// Counts the settings in which the leader is not behind. For each rival, `leads` has the lead over
/// it from each of the `topics` topics at weight 1.
pub(super) fn count(mut leads: Vec<Vec<i32>>, topics: usize) -> u64 {
    largest_first(&mut leads, topics);
    let split = topics.saturating_sub(TAIL);
    let rivals: Vec<Rival> = leads.iter().map(|leads| Rival::new(leads, split)).collect();
    let mut open = vec![Vec::new(); split + 1];
    open[0] = (0..rivals.len()).map(|rival| OpenRival { rival, lead: 0 }).collect();
    match rivals.as_slice() {
        [] => 1 << (2 * topics),
        [only] => only.rest[0].sufficient(0),
        _ => HeadWalk { topics, split, rivals, open }.walk(0),
    }
}

/// Sorts the topics by the largest lead they can give or take, in descending order, so that most
/// branches are decided early.
fn largest_first(leads: &mut [Vec<i32>], topics: usize) {
    let most = |at: usize| leads.iter().map(|lead| lead[at].abs()).max();
    let mut order: Vec<(Option<i32>, usize)> = (0..topics).map(|at| (most(at), at)).collect();
    sort_descending_by_key(&mut order, |topic| topic.0);
    for lead in leads {
        *lead = order.iter().map(|(_, at)| lead[*at]).collect();
    }
}

/// One rival. For each lead that the head gives over it, `rows` holds the tail settings in which
/// the leader is not behind.
struct Rival<'a> {
    /// The lead from each topic at weight 1.
    leads: &'a [i32],
    /// For each number of head topics already set, what the other topics can add.
    rest: Vec<Sums>,
    /// The lead of the head to which the first row belongs. Below it no tail setting is enough.
    lowest: i32,
    /// One row for each lead of the head, from `lowest` up. The last row holds every tail setting.
    rows: Vec<TailSet>,
}

impl<'a> Rival<'a> {
    fn new(leads: &'a [i32], split: usize) -> Self {
        let rest = Sums::from_each(leads);
        let tail = &rest[split];
        let sums = tail_sums(&leads[split..]);
        // With a head lead of −most only the best tail is enough; from −least on, every tail is.
        let rows = (-tail.most()..=-tail.least).map(|lead| sufficient_tails(&sums, lead));
        Self { leads, lowest: -tail.most(), rows: rows.collect(), rest }
    }

    /// The tail settings that are enough at a head lead; `None` if none is.
    fn row(&self, lead: i32) -> Option<&TailSet> {
        let index = usize::try_from(lead - self.lowest).ok()?;
        self.rows.get(index.min(self.rows.len() - 1))
    }
}

/// What some topics can add to the lead over one rival, and in how many settings.
#[derive(Clone)]
struct Sums {
    /// The least that they can add.
    least: i32,
    /// The number of settings that add `least` plus the index, or more.
    counts: Vec<u64>,
}

impl Sums {
    /// For each topic and the end, what the topics from there on can add.
    fn from_each(leads: &[i32]) -> Vec<Self> {
        let (mut least, mut settings) = (0, vec![1]);
        let mut all = vec![Self::new(least, &settings)];
        for lead in leads.iter().rev() {
            let most = lead * i32::from(Weight::MOST.value());
            least += most.min(0);
            let mut wider = vec![0; settings.len() + most.unsigned_abs() as usize];
            for weight in Weight::ALL {
                let shift = lead * i32::from(weight.value()) - most.min(0);
                let shifted = wider.iter_mut().skip(shift.unsigned_abs() as usize);
                shifted.zip(&settings).for_each(|(wide, count)| *wide += count);
            }
            settings = wider;
            all.push(Self::new(least, &settings));
        }
        all.reverse();
        all
    }

    /// From the number of settings that add `least` plus the index.
    fn new(least: i32, settings: &[u64]) -> Self {
        let mut counts = settings.to_vec();
        for at in (1..counts.len()).rev() {
            counts[at - 1] += counts[at];
        }
        Self { least, counts }
    }

    /// The most that they can add.
    fn most(&self) -> i32 {
        self.least + i32::try_from(self.counts.len()).unwrap_or(0) - 1
    }

    /// The number of settings in which the leader, with this lead before, is not behind.
    fn sufficient(&self, lead: i32) -> u64 {
        let at = usize::try_from(-lead - self.least).unwrap_or(0);
        self.counts.get(at).copied().unwrap_or(0)
    }
}

/// The lead that each tail setting adds, indexed by setting.
fn tail_sums(tail: &[i32]) -> Vec<i32> {
    let mut sums = vec![0];
    for lead in tail {
        let each = |sum: &i32| Weight::ALL.map(|at| sum + lead * i32::from(at.value()));
        sums = sums.iter().flat_map(each).collect();
    }
    sums
}

/// The tail settings that, added to a head lead, leave the leader not behind.
fn sufficient_tails(sums: &[i32], lead: i32) -> TailSet {
    let mut set = [0; WORDS];
    for (at, _) in sums.iter().enumerate().filter(|(_, sum)| lead + **sum >= 0) {
        set[at / 64] |= 1 << (at % 64);
    }
    set
}

/// A rival that can still get ahead, and whose being ahead is not certain.
#[derive(Clone, Copy)]
struct OpenRival {
    rival: usize,
    /// The lead over it from the head topics set so far.
    lead: i32,
}

/// A depth-first walk over the head settings.
struct HeadWalk<'a> {
    topics: usize,
    /// The number of head topics.
    split: usize,
    rivals: Vec<Rival<'a>>,
    /// The open rivals, for each number of head topics already set.
    open: Vec<Vec<OpenRival>>,
}

impl HeadWalk<'_> {
    /// Counts the settings of the topics from `at` on in which the leader is first.
    fn walk(&mut self, at: usize) -> u64 {
        if at == self.split {
            return self.count_tails();
        }
        let mut first = 0;
        for weight in Weight::ALL {
            let decided = self.enter(at, i32::from(weight.value()));
            first += decided.unwrap_or_else(|| self.walk(at + 1));
        }
        first
    }

    /// Gives head topic `at` a weight: puts the rivals that are open after it into `open[at + 1]`,
    /// or counts the settings of the topics after it if fewer than two are open.
    fn enter(&mut self, at: usize, weight: i32) -> Option<u64> {
        let (before, after) = self.open.split_at_mut(at + 1);
        let (before, after) = (before.last()?, after.first_mut()?);
        let all = 1 << (2 * (self.topics - at - 1));
        let mut decided = all;
        after.clear();
        for open in before {
            let rival = &self.rivals[open.rival];
            let lead = open.lead + rival.leads[at] * weight;
            match rival.rest[at + 1].sufficient(lead) {
                // This rival is certain to be ahead.
                0 => return Some(0),
                // This rival cannot get ahead.
                count if count == all => {}
                count => {
                    decided = count;
                    after.push(OpenRival { rival: open.rival, lead });
                }
            }
        }
        (after.len() < 2).then_some(decided)
    }

    /// Counts the tail settings that are enough against every open rival.
    fn count_tails(&self) -> u64 {
        let mut tails = [u64::MAX; WORDS];
        for open in &self.open[self.split] {
            let Some(row) = self.rivals[open.rival].row(open.lead) else { return 0 };
            for (word, enough) in tails.iter_mut().zip(row) {
                *word &= enough;
            }
        }
        tails.iter().map(|word| u64::from(word.count_ones())).sum()
    }
}

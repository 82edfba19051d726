//! Robustness: in how many ways to weigh the answers the leader is first. The count is exact.
//!
//! A setting gives each topic that counts a weight of 0, 1, 2 or 4. With 14 topics there are 4^14
//! settings, too many to visit one by one. The topics are therefore divided into a head and a tail
//! of five. The tail has 1,024 settings, which fit into a bit set of 16 words. For each rival, a
//! table maps each lead that the head can produce to the set of tail settings in which the leader
//! is not behind that rival. For each head setting, the sets of all rivals are intersected and the
//! bits counted. A branch of head settings is not visited further once no rival can get ahead in
//! it, or once one is certain to.

use super::order::sort_descending_by_key;
use super::{BreakdownLine, DeviceTypeId, Points, Quiz, ScoreBreakdown, TopicId, Weight};

/// The number of topics in the tail.
const TAIL: usize = 5;
/// The number of 64-bit words that hold one bit for each of the 4^5 tail settings.
const WORDS: usize = 16;

/// A set of tail settings.
type TailSet = [u64; WORDS];

/// The number of settings of the weights in which the leader is first, whether tied or alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Robustness {
    /// Settings in which the leader is first.
    pub first: u64,
    /// The number of all settings, which is 4 to the power of the number of topics that count.
    pub settings: u64,
}

impl Robustness {
    /// Counts the settings in which `leader` is not behind any of `rivals`, which may include
    /// `leader` itself. Exclusions stay in force in every setting, including those that give the
    /// excluding answer the weight 0.
    pub fn of(
        quiz: &Quiz,
        breakdown: &ScoreBreakdown,
        leader: DeviceTypeId,
        rivals: impl Iterator<Item = DeviceTypeId>,
    ) -> Self {
        let mut leads: Vec<Vec<i32>> = rivals
            .filter(|rival| *rival != leader)
            .map(|rival| topic_leads(quiz, breakdown, leader, rival))
            .collect();
        let topics = leads.first().map_or(0, Vec::len);
        largest_first(&mut leads, topics);
        Self { first: HeadWalk::new(&leads, topics).walk(0), settings: 1 << (2 * topics) }
    }

    /// The share of settings in which the leader is first, in percent, rounded down.
    pub fn share(self) -> u8 {
        u8::try_from(self.first * 100 / self.settings.max(1)).unwrap_or(100)
    }

    /// Whether the exact share is below `percent`.
    pub fn is_below(self, percent: u8) -> bool {
        self.first * 100 < self.settings * u64::from(percent)
    }

    /// Whether the leader is first in every setting.
    pub fn is_all(self) -> bool {
        self.first == self.settings
    }
}

/// The lead over the best rival at each weight of one topic, while the other weights stay the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Lead {
    /// The topic.
    pub topic: TopicId,
    /// The lead at the weights 0, 1, 2 and 4; negative if a rival is ahead. Exclusions stay in
    /// force.
    pub at: [Points; 4],
}

impl Lead {
    /// One lead for each topic that counts, in order. `rivals` must not be empty or include
    /// `leader`.
    pub fn all(
        quiz: &Quiz,
        breakdown: &ScoreBreakdown,
        leader: DeviceTypeId,
        rivals: &[DeviceTypeId],
    ) -> Vec<Self> {
        let mut all = Vec::new();
        for (topic, _) in quiz.topics() {
            let is_of_topic = |line: &&BreakdownLine| quiz.question(line.question).topic == topic;
            let lines: Vec<&BreakdownLine> = breakdown.lines.iter().filter(is_of_topic).collect();
            let Some(now) = lines.first().map(|line| i32::from(line.weight)) else { continue };
            let lead = |weight: i32| {
                let over = |rival: &DeviceTypeId| {
                    let each = lines.iter().map(|line| (line.of(leader) - line.of(*rival)).0);
                    let all = (breakdown.points(leader) - breakdown.points(*rival)).0;
                    all + each.sum::<i32>() / now * (weight - now)
                };
                Points(rivals.iter().map(over).min().unwrap_or(0))
            };
            all.push(Self { topic, at: Weight::ALL.map(|at| lead(i32::from(at.value()))) });
        }
        all
    }
}

/// For each topic that counts, the lead over the rival in points at weight 1.
fn topic_leads(
    quiz: &Quiz,
    breakdown: &ScoreBreakdown,
    leader: DeviceTypeId,
    rival: DeviceTypeId,
) -> Vec<i32> {
    let mut leads = Vec::new();
    for (at, _) in quiz.topics() {
        let lines = breakdown.lines.iter().filter(|line| quiz.question(line.question).topic == at);
        let lead =
            |line: &BreakdownLine| (line.of(leader) - line.of(rival)).0 / i32::from(line.weight);
        leads.extend(lines.map(lead).reduce(|sum, lead| sum + lead));
    }
    leads
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
    /// The lead from each head topic at weight 1.
    head: &'a [i32],
    /// For each head topic, the least and the most lead that the head topics from there on can add.
    ahead: Vec<(i32, i32)>,
    /// The lead of the head to which the first row belongs. Below it no tail setting is enough.
    lowest: i32,
    /// One row for each lead of the head, from `lowest` up. The last row holds every tail setting.
    rows: Vec<TailSet>,
}

impl<'a> Rival<'a> {
    fn new(leads: &'a [i32], split: usize) -> Self {
        let (head, tail) = leads.split_at(split);
        let sums = tail_sums(tail);
        let best = sums.iter().copied().max().unwrap_or(0);
        let worst = sums.iter().copied().min().unwrap_or(0);
        // With a head lead of −best only the best tail is enough; from −worst on, every tail is.
        let rows = (-best..=-worst).map(|lead| sufficient_tails(&sums, lead)).collect();
        Self { head, ahead: ahead(head), lowest: -best, rows }
    }

    /// The index of the row for a head lead; `None` if no tail setting is enough.
    fn row(&self, lead: i32) -> Option<usize> {
        let index = usize::try_from(lead - self.lowest).ok()?;
        Some(index.min(self.rows.len() - 1))
    }

    /// The rows for the least and the most that `lead` can become after the head topics from `at`
    /// on.
    fn reach(&self, lead: i32, at: usize) -> (Option<usize>, Option<usize>) {
        let (least, most) = self.ahead[at];
        (self.row(lead + least), self.row(lead + most))
    }
}

/// For each head topic, the least and the most lead that the topics from there on can add.
fn ahead(head: &[i32]) -> Vec<(i32, i32)> {
    let most = i32::from(Weight::MOST.value());
    let sum = |from: usize, sign: i32| -> i32 {
        head[from..].iter().map(|lead| sign * (sign * lead).max(0) * most).sum()
    };
    (0..=head.len()).map(|from| (sum(from, -1), sum(from, 1))).collect()
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

/// A depth-first walk over the head settings.
struct HeadWalk<'a> {
    topics: usize,
    /// The number of head topics.
    split: usize,
    rivals: Vec<Rival<'a>>,
    /// For each rival, the lead over it from the head topics set so far.
    leads: Vec<i32>,
    /// The rivals that can still get ahead, for each number of head topics already set.
    open: Vec<Vec<usize>>,
}

impl<'a> HeadWalk<'a> {
    fn new(leads: &'a [Vec<i32>], topics: usize) -> Self {
        let split = topics.saturating_sub(TAIL);
        let rivals: Vec<Rival> = leads.iter().map(|leads| Rival::new(leads, split)).collect();
        let mut open = vec![Vec::new(); split + 2];
        open[0] = (0..rivals.len()).collect();
        Self { topics, split, leads: vec![0; rivals.len()], rivals, open }
    }

    /// Counts the settings of the topics from `at` on in which the leader is first.
    fn walk(&mut self, at: usize) -> u64 {
        if self.is_lost(at) {
            return 0;
        }
        if self.open[at + 1].is_empty() {
            return 1 << (2 * (self.topics - at));
        }
        if at == self.split {
            return self.count_tails(at);
        }
        let mut first = 0;
        let mut before = 0;
        for weight in Weight::ALL {
            self.add(at, i32::from(weight.value()) - before);
            before = i32::from(weight.value());
            first += self.walk(at + 1);
        }
        self.add(at, -before);
        first
    }

    /// Adds the lead from head topic `at`, multiplied by `weight`, for every rival.
    fn add(&mut self, at: usize, weight: i32) {
        for (lead, rival) in self.leads.iter_mut().zip(&self.rivals) {
            *lead += rival.head[at] * weight;
        }
    }

    /// Whether some rival is certain to be ahead. If not, `open[at + 1]` becomes the list of the
    /// rivals that can still get ahead.
    fn is_lost(&mut self, at: usize) -> bool {
        let (before, after) = self.open.split_at_mut(at + 1);
        after[0].clear();
        for rival in before[at].iter().copied() {
            let one = &self.rivals[rival];
            let (worst, best) = one.reach(self.leads[rival], at);
            if best.is_none() {
                return true;
            }
            if worst != Some(one.rows.len() - 1) {
                after[0].push(rival);
            }
        }
        false
    }

    /// Counts the tail settings that are enough against every open rival.
    fn count_tails(&self, at: usize) -> u64 {
        let mut tails = [u64::MAX; WORDS];
        for rival in self.open[at + 1].iter().copied() {
            let Some(row) = self.rivals[rival].row(self.leads[rival]) else { return 0 };
            for (word, enough) in tails.iter_mut().zip(&self.rivals[rival].rows[row]) {
                *word &= enough;
            }
        }
        tails.iter().map(|word| u64::from(word.count_ones())).sum()
    }
}

//! How far the leader depends on how the answers are weighed: counted exactly, never sampled.
//!
//! For every setting of the importances (0, 1, 2 or 4 for each topic that counts) the leader is
//! first, tied or alone, or it is not. With 14 topics there are 4^14 settings, so they are not
//! visited one by one. The last five topics make 1,024 tail settings, which fit a bit set of 16
//! words; for each rival a table gives, for each lead the head settings have gathered, the set of
//! tail settings that keep the leader in front. For each head setting the rivals' sets are intersected
//! and the bits counted. A branch of head settings that no rival, or some rival always, can win is
//! counted whole.

use super::order::falling;
use super::{BreakdownLine, DeviceTypeId, Points, Quiz, ScoreBreakdown, TopicId, Weight};

/// Topics in the tail: 4^5 settings fit sixteen 64-bit words.
const TAIL: usize = 5;
const WORDS: usize = 16;

type TailSet = [u64; WORDS];

/// In `first` of `settings` ways to weigh the answers the leader is first, tied or alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Robustness {
    /// Settings in which the leader is first.
    pub first: u64,
    /// All settings: 4 to the power of the topics that count.
    pub settings: u64,
}

impl Robustness {
    /// Counts for `leader` against `rivals` (itself ignored). Rulings stay in force.
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
        weightiest_first(&mut leads, topics);
        Self { first: Heads::new(&leads, topics).walk(0), settings: 1 << (2 * topics) }
    }

    /// The share of 100, rounded down.
    pub fn share(self) -> u8 {
        u8::try_from(self.first * 100 / self.settings.max(1)).unwrap_or(100)
    }

    /// Whether the share, not rounded, is below `percent`.
    pub fn is_below(self, percent: u8) -> bool {
        self.first * 100 < self.settings * u64::from(percent)
    }

    /// Whether the leader is first however the answers are weighed.
    pub fn is_all(self) -> bool {
        self.first == self.settings
    }
}

/// How the lead over the best rival stands up when one topic is weighed anew and the rest stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The topic.
    pub topic: TopicId,
    /// The lead at each importance: 0, 1, 2 and 4. Rulings stay in force.
    pub at: [Points; 4],
}

impl Lead {
    /// One for each topic that counts, in order. `rivals` must not be empty, and not name `leader`.
    pub fn all(
        quiz: &Quiz,
        breakdown: &ScoreBreakdown,
        leader: DeviceTypeId,
        rivals: &[DeviceTypeId],
    ) -> Vec<Self> {
        let mut all = Vec::new();
        for (topic, _) in quiz.topics() {
            let is_mine = |line: &&BreakdownLine| quiz.question(line.question).topic == topic;
            let mine: Vec<&BreakdownLine> = breakdown.lines.iter().filter(is_mine).collect();
            let Some(now) = mine.first().map(|line| i32::from(line.weight)) else { continue };
            let lead = |weight: i32| {
                let over = |rival: &DeviceTypeId| {
                    let each = mine.iter().map(|line| (line.of(leader) - line.of(*rival)).0);
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

/// For each topic that counts, the leader's points less the rival's at importance 1.
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

/// Puts the topics that move a lead the most first, so that branches are decided early.
fn weightiest_first(leads: &mut [Vec<i32>], topics: usize) {
    let most = |at: usize| leads.iter().map(|lead| lead[at].abs()).max();
    let mut order: Vec<(Option<i32>, usize)> = (0..topics).map(|at| (most(at), at)).collect();
    falling(&mut order, |topic| topic.0);
    for lead in leads {
        *lead = order.iter().map(|(_, at)| lead[*at]).collect();
    }
}

/// For one rival: the tail settings that keep the leader first, by the lead of the head.
struct Rival<'a> {
    head: &'a [i32],
    /// The least and the most that head settings from each topic on can add.
    ahead: Vec<(i32, i32)>,
    /// Lowest head lead with a row of its own; below it no tail setting is enough.
    lowest: i32,
    rows: Vec<TailSet>,
}

impl<'a> Rival<'a> {
    fn new(leads: &'a [i32], split: usize) -> Self {
        let (head, tail) = leads.split_at(split);
        let sums = tail_sums(tail);
        let best = sums.iter().copied().max().unwrap_or(0);
        let worst = sums.iter().copied().min().unwrap_or(0);
        // A head lead of −best needs the best tail; from −worst on every tail will do.
        let rows = (-best..=-worst).map(|lead| tails_that_hold(&sums, lead)).collect();
        Self { head, ahead: ahead(head), lowest: -best, rows }
    }

    /// The row for a head lead: `None` if no tail setting holds; the last row holds for all.
    fn row(&self, lead: i32) -> Option<usize> {
        let index = usize::try_from(lead - self.lowest).ok()?;
        Some(index.min(self.rows.len() - 1))
    }

    /// The rows for the worst and the best that head settings from topic `at` on make of `lead`.
    fn reach(&self, lead: i32, at: usize) -> (Option<usize>, Option<usize>) {
        let (least, most) = self.ahead[at];
        (self.row(lead + least), self.row(lead + most))
    }
}

fn ahead(head: &[i32]) -> Vec<(i32, i32)> {
    let most = i32::from(Weight::MOST.value());
    let sum = |from: usize, sign: i32| -> i32 {
        head[from..].iter().map(|lead| sign * (sign * lead).max(0) * most).sum()
    };
    (0..=head.len()).map(|from| (sum(from, -1), sum(from, 1))).collect()
}

fn tail_sums(tail: &[i32]) -> Vec<i32> {
    let mut sums = vec![0];
    for lead in tail {
        let each = |sum: &i32| Weight::ALL.map(|at| sum + lead * i32::from(at.value()));
        sums = sums.iter().flat_map(each).collect();
    }
    sums
}

fn tails_that_hold(sums: &[i32], lead: i32) -> TailSet {
    let mut set = [0; WORDS];
    for (at, _) in sums.iter().enumerate().filter(|(_, sum)| lead + **sum >= 0) {
        set[at / 64] |= 1 << (at % 64);
    }
    set
}

/// A walk over the head settings.
struct Heads<'a> {
    topics: usize,
    split: usize,
    rivals: Vec<Rival<'a>>,
    /// For each rival, the lead gathered so far.
    sums: Vec<i32>,
    /// For each topic of the head, the rivals not yet beaten whatever the rest.
    open: Vec<Vec<usize>>,
}

impl<'a> Heads<'a> {
    fn new(leads: &'a [Vec<i32>], topics: usize) -> Self {
        let split = topics.saturating_sub(TAIL);
        let rivals: Vec<Rival> = leads.iter().map(|leads| Rival::new(leads, split)).collect();
        let mut open = vec![Vec::new(); split + 2];
        open[0] = (0..rivals.len()).collect();
        Self { topics, split, sums: vec![0; rivals.len()], rivals, open }
    }

    /// Counts the settings of the topics from `at` on that keep the leader first.
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

    fn add(&mut self, at: usize, weight: i32) {
        for (sum, rival) in self.sums.iter_mut().zip(&self.rivals) {
            *sum += rival.head[at] * weight;
        }
    }

    /// Whether a rival is ahead whatever the rest. Lists the rivals that are still open after that.
    fn is_lost(&mut self, at: usize) -> bool {
        let (before, after) = self.open.split_at_mut(at + 1);
        after[0].clear();
        for rival in before[at].iter().copied() {
            let one = &self.rivals[rival];
            let (worst, best) = one.reach(self.sums[rival], at);
            if best.is_none() {
                return true;
            }
            if worst != Some(one.rows.len() - 1) {
                after[0].push(rival);
            }
        }
        false
    }

    fn count_tails(&self, at: usize) -> u64 {
        let mut held = [u64::MAX; WORDS];
        for rival in self.open[at + 1].iter().copied() {
            let Some(row) = self.rivals[rival].row(self.sums[rival]) else { return 0 };
            for (word, keep) in held.iter_mut().zip(&self.rivals[rival].rows[row]) {
                *word &= keep;
            }
        }
        held.iter().map(|word| u64::from(word.count_ones())).sum()
    }
}

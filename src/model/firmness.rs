//! How far the leader depends on how the answers are weighed: counted exactly, never sampled.
//!
//! For every setting of the importances (0, 1, 2 or 4 for each topic that counts) the leader is
//! first, tied or alone, or it is not. With 14 topics there are 4^14 settings, so they are not
//! visited one by one. The last five topics make 1,024 tail settings, which fit a bit set of 16
//! words; for each rival a table gives, for each lead the head settings have gathered, the set of
//! tail settings that keep the leader in front. For each head setting the rivals' sets are intersected
//! and the bits counted.

use super::{Answers, GearId, Importance, Quiz};

/// Topics in the tail: 4^5 settings fit sixteen 64-bit words.
const TAIL: usize = 5;
const WORDS: usize = 16;

type TailSet = [u64; WORDS];

/// In `first` of `settings` ways to weigh the answers the leader is first, tied or alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Firmness {
    /// Settings in which the leader is first.
    pub first: u64,
    /// All settings: 4 to the power of the topics that count.
    pub settings: u64,
}

impl Firmness {
    /// Counts for `leader` against `rivals` (itself ignored). Rulings stay in force.
    pub fn of(
        quiz: &Quiz,
        answers: &Answers,
        leader: GearId,
        rivals: impl Iterator<Item = GearId>,
    ) -> Self {
        let leads: Vec<Vec<i32>> = rivals
            .filter(|rival| *rival != leader)
            .map(|rival| topic_leads(quiz, answers, leader, rival))
            .collect();
        let topics = leads.first().map_or(0, Vec::len);
        Self { first: count(&leads, topics), settings: 1 << (2 * topics) }
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

/// For each topic that counts, the leader's points less the rival's at importance 1.
fn topic_leads(quiz: &Quiz, answers: &Answers, leader: GearId, rival: GearId) -> Vec<i32> {
    let (ours, theirs) = (quiz.gear(leader), quiz.gear(rival));
    let mut leads = Vec::new();
    for (_, topic) in quiz.topics() {
        let counted = topic.questions().filter_map(|at| Some((at, answers.counted(at)?)));
        let each = counted.map(|(at, ticks)| {
            let question = quiz.question(at);
            question.worth(ticks, ours) - question.worth(ticks, theirs)
        });
        leads.extend(each.reduce(|sum, lead| sum + lead));
    }
    leads
}

/// For one rival: the tail settings that keep the leader first, by the lead of the head.
struct Rival<'a> {
    head: &'a [i32],
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
        Self { head, lowest: -best, rows }
    }

    /// The tail settings that hold for a head lead, or `None` if none does.
    fn row(&self, lead: i32) -> Option<&TailSet> {
        let index = usize::try_from(lead - self.lowest).ok()?;
        self.rows.get(index.min(self.rows.len() - 1))
    }
}

fn tail_sums(tail: &[i32]) -> Vec<i32> {
    let mut sums = vec![0];
    for lead in tail {
        let each = |sum: &i32| Importance::ALL.map(|at| sum + lead * i32::from(at.value()));
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

fn count(leads: &[Vec<i32>], topics: usize) -> u64 {
    let split = topics.saturating_sub(TAIL);
    let tails = 4_u64.pow(u32::try_from(topics - split).unwrap_or(0));
    let rivals: Vec<Rival> = leads.iter().map(|leads| Rival::new(leads, split)).collect();
    if rivals.is_empty() {
        return tails;
    }
    let mut sums = vec![0; rivals.len()];
    walk(&rivals, 0, split, &mut sums)
}

/// Visits every head setting from topic `at` on, with the leads gathered so far in `sums`.
fn walk(rivals: &[Rival], at: usize, split: usize, sums: &mut [i32]) -> u64 {
    if at == split {
        return count_tails(rivals, sums);
    }
    let mut first = 0;
    let before = sums.to_vec();
    for importance in Importance::ALL {
        for ((sum, start), rival) in sums.iter_mut().zip(&before).zip(rivals) {
            *sum = start + rival.head[at] * i32::from(importance.value());
        }
        first += walk(rivals, at + 1, split, sums);
    }
    sums.copy_from_slice(&before);
    first
}

fn count_tails(rivals: &[Rival], sums: &[i32]) -> u64 {
    let mut held = [u64::MAX; WORDS];
    for (rival, sum) in rivals.iter().zip(sums) {
        let Some(row) = rival.row(*sum) else { return 0 };
        for (word, keep) in held.iter_mut().zip(row) {
            *word &= keep;
        }
    }
    held.iter().map(|word| u64::from(word.count_ones())).sum()
}

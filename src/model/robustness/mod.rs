//! Robustness: in how many ways to weigh the answers the leader is first. The count is exact.

mod recent;

pub use recent::RecentCounts;

use super::{BreakdownLine, DeviceTypeId, Points, Quiz, ScoreBreakdown, TopicId, Weight};

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
        RecentCounts::default().robustness(quiz, breakdown, leader, rivals)
    }

    /// Counts the settings of the weights. For each rival, `leads` has the lead over it from each
    /// topic that counts at weight 1.
    fn of_leads(leads: &[Vec<i32>]) -> Self {
        let topics = leads.first().map_or(0, Vec::len);
        Self { first: lead_count::count(leads, topics), settings: 1 << (2 * topics) }
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

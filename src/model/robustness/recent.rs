//! The last counts of robustness, kept for answers that ask for the same count again.

use super::{Robustness, topic_leads};
use crate::model::{DeviceTypeId, Quiz, ScoreBreakdown};

/// How many counts are kept: one for each weight that a visitor may try, and the one before.
const KEPT: usize = 5;

/// The last counts, the newest first.
///
/// A count depends on what each topic says for the leader and against its rivals, and not on how much
/// the topic weighs. While the same type leads, only a weight of 0 asks for another count, and going
/// back asks for the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecentCounts(Vec<Count>);

/// One count.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Count {
    /// For each rival, the lead over it from each topic that counts at weight 1.
    leads: Vec<Vec<i32>>,
    robustness: Robustness,
}

impl RecentCounts {
    /// As [`Robustness::of`], but looked up if it is among the last counts. It is found only if the
    /// rivals come in the same order, so list them in an order that does not depend on weights.
    pub fn robustness(
        &mut self,
        quiz: &Quiz,
        breakdown: &ScoreBreakdown,
        leader: DeviceTypeId,
        rivals: impl Iterator<Item = DeviceTypeId>,
    ) -> Robustness {
        let rivals = rivals.filter(|rival| *rival != leader);
        let leads: Vec<_> =
            rivals.map(|rival| topic_leads(quiz, breakdown, leader, rival)).collect();
        let found = self.0.iter().position(|count| count.leads == leads);
        let count = match found {
            Some(at) => self.0.remove(at),
            None => Count { robustness: Robustness::of_leads(&leads), leads },
        };
        let robustness = count.robustness;
        self.0.insert(0, count);
        self.0.truncate(KEPT);
        robustness
    }
}

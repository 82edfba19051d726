//! What would change the verdict: every single change, and the fewest that put a type first.
//!
//! A change is one click on one question: another option, a box ticked or unticked, or an answer
//! where there was none. A place counts as one question. Importances stay as they are set.

mod change_table;
mod search;

pub use change_table::{Change, ChangeTable, ScoredChange, alone_first};

use super::{Answer, Answers, DeviceTypeId, Quiz, ScoreBreakdown, TopicId, Weight};

/// A change of answers that puts another type alone in the first place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterfactual {
    /// The changes, in question order.
    pub changes: Vec<Change>,
    /// The type that is then alone in first place.
    pub leader: DeviceTypeId,
}

/// An importance at which another type is alone in the first place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PivotalWeight {
    /// The topic.
    pub topic: TopicId,
    /// Its importance then.
    pub weight: Weight,
    /// The type that is then alone in first place.
    pub leader: DeviceTypeId,
}

impl Answers {
    /// These answers with `changes` made.
    #[must_use]
    pub fn with(&self, changes: &[Change]) -> Self {
        let mut after = self.clone();
        for change in changes {
            after.set(change.question, Answer::Given(change.selection));
        }
        after
    }
}

impl Counterfactual {
    /// Every single change that puts a type other than `leader` alone in first place, in question
    /// order.
    pub fn singles(change_table: &ChangeTable, leader: Option<DeviceTypeId>) -> Vec<Self> {
        let counterfactuals = change_table.changes().filter_map(|at| {
            let first = change_table.first_after(at).filter(|first| Some(*first) != leader)?;
            Some(Self { changes: vec![at.change], leader: first })
        });
        counterfactuals.collect()
    }

    /// The fewest changes that put `device_type` alone in first place; `None` if none do. No changes if
    /// it is there already.
    ///
    /// Exact. Of equally many: those that rule nothing out first, then those with the larger lead,
    /// then in question order.
    pub fn fewest(change_table: &ChangeTable, device_type: DeviceTypeId) -> Option<Self> {
        let changes = search::fewest(change_table, device_type)?;
        Some(Self { changes, leader: device_type })
    }
}

impl PivotalWeight {
    /// Every importance of one answered topic that puts a type other than `leader` alone in first
    /// place, in topic order.
    pub fn all(quiz: &Quiz, answers: &Answers, leader: Option<DeviceTypeId>) -> Vec<Self> {
        let mut all = Vec::new();
        for (topic, _) in quiz.topics().filter(|(topic, _)| answers.is_answered(*topic)) {
            for weight in Weight::ALL {
                let mut changed = answers.clone();
                changed.set_weight(topic, weight);
                match ScoreBreakdown::of(quiz, &changed).first(quiz) {
                    Some(first) if Some(first) != leader => {
                        all.push(Self { topic, weight, leader: first });
                    }
                    _ => {}
                }
            }
        }
        all
    }
}

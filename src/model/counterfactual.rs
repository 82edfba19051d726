//! Counterfactuals: the changes of answers or weights that would put another type first.
//!
//! A change is one click on one question: it selects another option, selects or clears a checkbox,
//! or answers a question that had no answer. Clearing the last checkbox is not a change, because it
//! would leave the question without an answer. Each listening context counts as one question.
//! Changes of answers leave all weights as they are.

mod change_table;
mod search;

pub use change_table::{Change, ChangeTable, Cost, ScoredChange, alone_first};

use std::cmp::Reverse;

use super::order::sort_descending_by_key;
use super::{Answer, Answers, DeviceTypeId, Quiz, ScoreBreakdown, TopicId, Weight};

/// No more changes than these are proposed together: nobody would follow a longer list, and to prove
/// that a longer one is the shortest can take seconds.
pub const MOST_CHANGES: usize = 5;

/// Changes of answers that put a type alone in first place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Counterfactual {
    /// The changes, in question order; at most one for each question.
    pub changes: Vec<Change>,
    /// The type that is alone in first place after the changes.
    pub leader: DeviceTypeId,
}

/// A weight of one topic at which another type is alone in first place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PivotalWeight {
    /// The topic whose weight changes.
    pub topic: TopicId,
    /// The changed weight.
    pub weight: Weight,
    /// The type that is alone in first place at that weight.
    pub leader: DeviceTypeId,
}

impl Answers {
    /// These answers after `changes`. A changed question counts as answered.
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
    /// Every single change that puts a type other than `leader` alone in first place. They are in
    /// order of preference: those that lead to a type within the answered budget come first, then
    /// those with the lowest [`Cost`], then those with the largest lead, then in question order.
    pub fn singles(change_table: &ChangeTable, leader: Option<DeviceTypeId>) -> Vec<Self> {
        let counterfactuals = change_table.changes().filter_map(|scored| {
            let (first, lead) = change_table.first_after(scored)?;
            let is_dear = change_table.above_budget.has(first);
            let single = Self { changes: vec![scored.change], leader: first };
            (Some(first) != leader).then_some((single, (is_dear, scored.cost, Reverse(lead))))
        });
        let mut singles: Vec<_> = counterfactuals.collect();
        sort_descending_by_key(&mut singles, |(_, key)| Reverse(*key));
        singles.into_iter().map(|(single, _)| single).collect()
    }

    /// The fewest changes that put `device_type` alone in first place, or `None` if
    /// [`MOST_CHANGES`] or fewer do not. There are no changes if the type is already alone in first
    /// place.
    ///
    /// The result is exact. Of several smallest sets, it is the one with the lowest [`Cost`], then
    /// the one with the largest lead, then the first in question order.
    pub fn fewest(change_table: &ChangeTable, device_type: DeviceTypeId) -> Option<Self> {
        let changes = search::fewest(change_table, device_type)?;
        Some(Self { changes, leader: device_type })
    }
}

impl PivotalWeight {
    /// Every weight of a single answered topic that puts a type other than `leader` alone in first
    /// place, in topic order and then by ascending weight.
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

//! What would change the verdict: every single change, and the fewest that put a type first.
//!
//! A change is one click on one question: another option, a box ticked or unticked, or an answer
//! where there was none. A place counts as one question. Importances stay as they are set.

mod search;
mod stakes;

pub use stakes::{Change, Move, Stakes, alone_first};

use super::{Answer, Answers, GearId, Importance, Ledger, Quiz, TopicId};

/// A change of answers that puts another type alone in the first place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The changes, in question order.
    pub changes: Vec<Change>,
    /// The type that is then alone in first place.
    pub leader: GearId,
}

/// An importance at which another type is alone in the first place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The topic.
    pub topic: TopicId,
    /// Its importance then.
    pub importance: Importance,
    /// The type that is then alone in first place.
    pub leader: GearId,
}

impl Answers {
    /// These answers with `changes` made.
    #[must_use]
    pub fn with(&self, changes: &[Change]) -> Self {
        let mut after = self.clone();
        for change in changes {
            after.set(change.question, Answer::Given(change.ticks));
        }
        after
    }
}

impl Flip {
    /// Every single change that puts a type other than `leader` alone in first place, in question
    /// order.
    pub fn singles(stakes: &Stakes, leader: Option<GearId>) -> Vec<Self> {
        let flips = stakes.moves().filter_map(|at| {
            let first = stakes.first_after(at).filter(|first| Some(*first) != leader)?;
            Some(Self { changes: vec![at.change], leader: first })
        });
        flips.collect()
    }

    /// The fewest changes that put `gear` alone in first place; `None` if none do. No changes if
    /// it is there already.
    ///
    /// Exact. Of equally many: those that rule nothing out first, then those with the larger lead,
    /// then in question order.
    pub fn fewest(stakes: &Stakes, gear: GearId) -> Option<Self> {
        let changes = search::fewest(stakes, gear)?;
        Some(Self { changes, leader: gear })
    }
}

impl Weighed {
    /// Every importance of one answered topic that puts a type other than `leader` alone in first
    /// place, in topic order.
    pub fn all(quiz: &Quiz, answers: &Answers, leader: Option<GearId>) -> Vec<Self> {
        let mut all = Vec::new();
        for (topic, _) in quiz.topics().filter(|(topic, _)| answers.is_answered(*topic)) {
            for importance in Importance::ALL {
                let mut changed = answers.clone();
                changed.set_importance(topic, importance);
                match Ledger::of(quiz, &changed).first(quiz) {
                    Some(first) if Some(first) != leader => {
                        all.push(Self { topic, importance, leader: first });
                    }
                    _ => {}
                }
            }
        }
        all
    }
}

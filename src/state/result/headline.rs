//! The top of the result, and what kind of result it is.

use crate::model::{Answers, DeviceTypeId, Family, Quiz, Topic, Verdict, Word};

/// What the middle column of the result shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultKind {
    /// The answers exclude every type.
    Conflict,
    /// Several types remain, and nothing separates them.
    Undecided,
    /// A type leads.
    Leading,
}

impl ResultKind {
    /// The kind of a verdict.
    pub const fn of(verdict: &Verdict) -> Self {
        match (verdict.leader, verdict.word) {
            (Some(_), _) => Self::Leading,
            (None, Word::Conflict) => Self::Conflict,
            (None, _) => Self::Undecided,
        }
    }
}

/// What the verdict and the family of a result are put into words from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The word of the verdict.
    pub word: Word,
    /// The type that leads.
    pub leader: Option<DeviceTypeId>,
    /// The type beside the leader.
    pub rival: Option<DeviceTypeId>,
    /// The family of all types that remain, if they belong to the same family.
    pub family: Option<Family>,
    /// How many topics count.
    pub topic_count: usize,
}

impl Headline {
    /// The headline of a verdict on `answers`.
    pub fn of(quiz: &Quiz, answers: &Answers, verdict: &Verdict) -> Self {
        let counts = |topic: &&Topic| topic.questions().any(|at| answers.counted(at).is_some());
        Self {
            word: verdict.word,
            leader: verdict.leader,
            rival: verdict.rival(),
            family: verdict.family,
            topic_count: quiz.topics.iter().filter(counts).count(),
        }
    }

    /// The type to draw: the leader, unless another type is too close to it.
    pub fn drawn(self) -> Option<DeviceTypeId> {
        self.leader.filter(|_| self.word != Word::Close)
    }
}

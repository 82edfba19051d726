//! Inputs that differ between two sets of answers, with both sets, so that each can be put in words.

use crate::model::{Answers, Difference, Quiz};

/// Two sets of answers and what differs between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differences {
    /// The earlier answers.
    pub before: Answers,
    /// The later answers.
    pub after: Answers,
    /// Every difference: answers first, then weights, then own ratings.
    pub all: Vec<Difference>,
}

impl Differences {
    /// Compares two sets of answers.
    pub fn between(quiz: &Quiz, before: &Answers, after: &Answers) -> Self {
        let all = Difference::all(quiz, before, after);
        Self { before: before.clone(), after: after.clone(), all }
    }
}

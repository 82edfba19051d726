//! Two types instead of one.

use crate::model::{Answers, Pair, Quiz};

/// The pair that the result offers, if one is worth it.
pub fn offered_pair(quiz: &Quiz, answers: &Answers) -> Option<Pair> {
    Pair::recommended(quiz, answers)
}

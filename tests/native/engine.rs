//! The engine agrees with brute force about counterfactuals, remaining questions, pairs, pivotal
//! ratings and relaxations. Brute force tries every set of clicks, every completion and every
//! rating.

pub(crate) mod fewest;
mod open;
mod own_ratings;
pub(crate) mod pair;
pub(crate) mod pivotal_rating;
pub(crate) mod plain;
pub(crate) mod relaxation;
mod remaining;
pub(crate) mod single;
pub(crate) mod small;

use headphones_or_iems::model::{Answers, Quiz};

/// Describes answers for a message, so that a failure can be reproduced. A generated quiz has no
/// ids, so it is printed as a whole.
pub(crate) fn describe(quiz: &Quiz, answers: &Answers) -> String {
    if quiz.questions.iter().any(|question| !question.id.is_empty()) {
        return format!("{} {answers:?}", crate::support::words(quiz, answers));
    }
    format!("{quiz:#?}{answers:#?}")
}

//! What the engine claims about changes, open questions, pairs, hinges and ways out, against plain
//! counting: every set of clicks, every completion, every level, one by one.

pub(crate) mod fewest;
mod open;
mod own_ratings;
pub(crate) mod pair;
pub(crate) mod pivotal_rating;
pub(crate) mod plain;
pub(crate) mod relaxation;
mod remaining;
mod single;
pub(crate) mod small;

use headphones_or_iems::model::{Answers, Quiz};

/// A quiz with its answers in words that can be read back, for a message.
fn told(quiz: &Quiz, answers: &Answers) -> String {
    if quiz.questions.iter().any(|question| !question.id.is_empty()) {
        return format!("{} {answers:?}", crate::support::words(quiz, answers));
    }
    format!("{quiz:#?}{answers:#?}")
}

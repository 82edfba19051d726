//! What the engine claims about changes, open questions, pairs, hinges and ways out, against plain
//! counting: every set of clicks, every completion, every level, one by one.

pub(crate) mod fewest;
pub(crate) mod hinge;
mod open;
mod outlook;
mod own;
pub(crate) mod pair;
pub(crate) mod plain;
mod single;
pub(crate) mod small;
pub(crate) mod way_out;

use headphones_or_iems::model::{Answers, Quiz};

/// A quiz with its answers in words that can be read back, for a message.
fn told(quiz: &Quiz, answers: &Answers) -> String {
    if quiz.questions.iter().any(|question| !question.id.is_empty()) {
        return format!("{} {answers:?}", crate::support::words(quiz, answers));
    }
    format!("{quiz:#?}{answers:#?}")
}

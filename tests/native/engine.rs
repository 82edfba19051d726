//! What the engine claims about changes, open questions, pairs, hinges and ways out, against plain
//! counting: every set of clicks, every completion, every level, one by one.

mod fewest;
mod hinge;
mod open;
mod outlook;
mod own;
mod pair;
mod plain;
mod single;
mod small;
mod way_out;

use headphones_or_iems::model::{Answers, Quiz};

/// A quiz with its answers in words that can be read back, for a message.
fn told(quiz: &Quiz, answers: &Answers) -> String {
    if quiz.questions.iter().any(|question| !question.id.is_empty()) {
        return format!("{} {answers:?}", crate::support::words(quiz, answers));
    }
    format!("{quiz:#?}{answers:#?}")
}

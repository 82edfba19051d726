//! Answers, weights and changes in words.

use crate::model::{
    Answer, Answers, Change, Criterion, Difference, GearId, Importance, Level, QuestionId, Quiz,
    Ticks, Verdict,
};
use crate::view::part::list::joined;

/// An answer in a few words: "glasses, hot ears".
pub fn chosen(quiz: &Quiz, at: QuestionId, ticks: Ticks) -> String {
    let question = quiz.question(at);
    let words: Vec<&str> = question.ticked(ticks).map(|choice| choice.short.as_str()).collect();
    joined(&words, ", ")
}

/// The name of a type, at the start of a line: "Closed-back over-ear headphones".
pub fn title(quiz: &'static Quiz, gear: GearId) -> &'static str {
    &quiz.gear(gear).title
}

/// What a changed answer says then: "“Calls: daily”".
pub fn change(quiz: &Quiz, change: Change) -> String {
    let answer = chosen(quiz, change.question, change.ticks);
    format!("“{}: {answer}”", quiz.question(change.question).short)
}

/// How much a topic counts then: "counted 4 times".
pub const fn counted(importance: Importance) -> &'static str {
    match importance.value() {
        0 => "did not count",
        1 => "counted once",
        2 => "counted twice",
        _ => "counted 4 times",
    }
}

/// The words of a level; those of 0 for a standing that is gone.
pub fn level(criterion: &Criterion, level: Option<Level>) -> &str {
    criterion.phrase(level.unwrap_or_default())
}

/// "and" before the last: "a, b and c".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", joined(first, ", ")),
    }
}

/// The verdict in a few words: "closed-backs (leaning)".
pub fn verdict(quiz: &Quiz, verdict: &Verdict) -> String {
    outcome(verdict.leader.map(|leader| quiz.gear(leader).short.as_str()), verdict.word.id())
}

/// A leader with the word of its verdict.
pub fn outcome(leader: Option<&str>, word: &str) -> String {
    match (leader, word) {
        (Some(leader), word) => format!("{leader} ({word})"),
        (None, "conflict") => "no type (conflict)".to_owned(),
        (None, _) => "nothing separated the types".to_owned(),
    }
}

/// What differs: "Calls: daily, was never".
pub fn difference(quiz: &Quiz, at: Difference, before: &Answers, after: &Answers) -> String {
    match at {
        Difference::Answer(question) => {
            let said = |answers: &Answers| match answers.get(question) {
                Answer::Given(ticks) => chosen(quiz, question, ticks),
                Answer::Skipped(_) => "skipped".to_owned(),
                Answer::Unseen => "not answered".to_owned(),
            };
            let short = &quiz.question(question).short;
            format!("{short}: {}, was {}", said(after), said(before))
        }
        Difference::Importance(topic) => {
            let short = &quiz.topic(topic).short;
            let (now, was) = (after.importance(topic), before.importance(topic));
            format!("{short} {}, {} before", counted(now), counted(was))
        }
        Difference::Own(gear, criterion) => {
            let name = &quiz.criterion(criterion).name;
            let said = |answers: &Answers| match answers.own().get(gear, criterion) {
                None => "as we have it".to_owned(),
                own => format!("“{}”", level(quiz.criterion(criterion), own)),
            };
            let short = &quiz.gear(gear).short;
            format!("{short}, {name}: {}, was {}", said(after), said(before))
        }
    }
}

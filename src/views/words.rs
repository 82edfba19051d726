//! Answers, weights and changes in words.

use crate::content::Content;
use crate::model::{
    Answer, Answers, Change, CriterionDetails, DeviceTypeId, Difference, QuestionId, Quiz, Rating,
    Selection, Verdict, Weight,
};

/// An answer in a few words: "glasses, hot ears".
pub fn chosen(quiz: &Quiz, at: QuestionId, selection: Selection) -> String {
    let question = quiz.question(at);
    let words: Vec<&str> =
        question.selected(selection).map(|option| option.short.as_str()).collect();
    words.join(", ")
}

/// The name of a type, at the start of a line: "Closed-back over-ear headphones".
pub fn title(quiz: &'static Quiz, device_type: DeviceTypeId) -> &'static str {
    &quiz.device_type(device_type).title
}

/// What a changed answer says then: "“Calls: daily”".
pub fn change(quiz: &Quiz, change: Change) -> String {
    let answer = chosen(quiz, change.question, change.selection);
    format!("“{}: {answer}”", quiz.question(change.question).short)
}

/// How much a topic counts then: "counted 4 times".
pub const fn counted(weight: Weight) -> &'static str {
    match weight.value() {
        0 => "did not count",
        1 => "counted once",
        2 => "counted twice",
        _ => "counted 4 times",
    }
}

/// The words of a level; those of 0 for a rating that is gone.
pub fn rating(criterion: &CriterionDetails, rating: Option<Rating>) -> &str {
    criterion.phrase(rating.unwrap_or_default())
}

/// "and" before the last: "a, b and c".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The verdict in a few words: "closed-backs (leaning)".
pub fn verdict(quiz: &Quiz, verdict: &Verdict) -> String {
    outcome(verdict.leader.map(|leader| quiz.device_type(leader).short.as_str()), verdict.word.id())
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
pub fn difference(content: &Content, at: Difference, before: &Answers, after: &Answers) -> String {
    let quiz = &content.quiz;
    match at {
        Difference::Answer(question) => {
            let said = |answers: &Answers| match answers.get(question) {
                Answer::Given(selection) => chosen(quiz, question, selection),
                Answer::Skipped(_) => "skipped".to_owned(),
                Answer::Unseen => "not answered".to_owned(),
            };
            let short = &quiz.question(question).short;
            format!("{short}: {}, was {}", said(after), said(before))
        }
        Difference::Weight(topic) => {
            let short = &quiz.topic(topic).short;
            let (now, was) = (after.weight(topic), before.weight(topic));
            format!("{short} {}, {} before", counted(now), counted(was))
        }
        Difference::OwnRating(device_type, criterion) => {
            let name = &quiz.criterion(criterion).name;
            let said = |answers: &Answers| match answers.own_ratings().get(device_type, criterion) {
                None => "as we have it".to_owned(),
                own => format!("“{}”", rating(content.details().criterion(criterion), own)),
            };
            let short = &quiz.device_type(device_type).short;
            format!("{short}, {name}: {}, was {}", said(after), said(before))
        }
    }
}

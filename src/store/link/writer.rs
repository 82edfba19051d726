//! Writes the four sections of a link in format 2.

use super::{SEPARATORS_2, SKIPPED, topic_code};
use crate::model::{Answer, Answers, Kind, Quiz, Weight};

/// The sections, without the number of the format and the check letters. Empty if there is nothing
/// to share.
pub(super) fn body(quiz: &Quiz, answers: &Answers) -> String {
    let [contexts, questions] = answered(quiz, answers);
    let sections = [contexts, questions, weights(quiz, answers), own_ratings(quiz, answers)];
    let separator = SEPARATORS_2.section.to_string();
    let body = sections.map(|items| items.join(&SEPARATORS_2.item.to_string())).join(&separator);
    body.trim_end_matches(SEPARATORS_2.section).to_owned()
}

/// An item from its parts.
fn item(parts: &[&str]) -> String {
    parts.join(&SEPARATORS_2.part.to_string())
}

/// The listening contexts, and the other questions.
fn answered(quiz: &Quiz, answers: &Answers) -> [Vec<String>; 2] {
    let mut sections = [const { Vec::new() }; 2];
    for (at, question) in quiz.questions() {
        let prefix = match answers.get(at) {
            Answer::Unseen => continue,
            Answer::Skipped(_) => SKIPPED,
            Answer::Given(_) => "",
        };
        let subject = format!("{prefix}{}", question.code);
        let mut parts = vec![subject.as_str()];
        let selected = question.selected(answers.get(at).selection());
        parts.extend(selected.map(|option| option.code.as_str()));
        sections[usize::from(question.kind != Kind::Context)].push(item(&parts));
    }
    sections
}

fn weights(quiz: &Quiz, answers: &Answers) -> Vec<String> {
    let all = quiz.topics().map(|(at, _)| (at, answers.weight(at)));
    all.filter(|(_, weight)| *weight != Weight::default())
        .map(|(at, weight)| item(&[topic_code(quiz, at), &weight.value().to_string()]))
        .collect()
}

/// An item for each type, in which each part is a criterion and a rating, written as 0 to 4 for −2
/// to +2.
fn own_ratings(quiz: &Quiz, answers: &Answers) -> Vec<String> {
    let mut items: Vec<(&str, String)> = Vec::new();
    for own in answers.own_ratings().iter() {
        let device_type = quiz.device_type(own.device_type).code.as_str();
        if items.last().is_none_or(|(last, _)| *last != device_type) {
            items.push((device_type, device_type.to_owned()));
        }
        if let Some((_, item)) = items.last_mut() {
            item.push(SEPARATORS_2.part);
            item.push_str(&quiz.criterion(own.criterion).code);
            item.push_str(&(own.rating.value() + 2).to_string());
        }
    }
    items.into_iter().map(|(_, item)| item).collect()
}

//! Short texts of the result page, made from the fields of the content.

use headphones_or_iems::model::{Answer, Answers, QuestionId, TopicId};

use crate::engine::plain::{has, small, to_bits};
use crate::support::quiz;

/// The words for each weight.
pub(super) const TIMES: [(i32, &str); 4] =
    [(0, "did not count"), (1, "counted once"), (2, "counted twice"), (4, "counted 4 times")];

/// A weight in words, such as "counted twice".
pub(super) fn counted(weight: i32) -> &'static str {
    TIMES.iter().find(|(at, _)| *at == weight).expect("0, 1, 2 or 4").1
}

/// Points with their sign, such as "+3", "0" or "−6".
pub(super) fn signed(points: i32) -> String {
    let sign = if points > 0 { "+" } else { "" };
    format!("{sign}{points}").replace('-', "−")
}

/// Items in one phrase, such as "a, b and c".
pub(super) fn list(items: &[String]) -> String {
    let all = items.join(", ");
    match items.last() {
        Some(last) if items.len() > 1 => {
            let first = all.strip_suffix(last.as_str()).and_then(|first| first.strip_suffix(", "));
            format!("{} and {last}", first.expect("the joined items end with the last one"))
        }
        _ => all,
    }
}

pub(super) fn title(device_type: usize) -> &'static str {
    &quiz().device_types[device_type].title
}

pub(super) fn short(device_type: usize) -> &'static str {
    &quiz().device_types[device_type].short
}

pub(super) fn column(device_type: usize) -> &'static str {
    &quiz().device_types[device_type].column
}

pub(super) fn id(device_type: usize) -> &'static str {
    &quiz().device_types[device_type].id
}

/// The short text of a question.
pub(super) fn asked(question: usize) -> &'static str {
    &quiz().questions[question].short
}

/// The short texts of the selected options.
pub(super) fn chosen(question: usize, bits: u32) -> String {
    let all = quiz().questions[question].options.iter().enumerate();
    let selected = all.filter(|(at, _)| has(bits, *at)).map(|(_, option)| option.short.as_str());
    selected.collect::<Vec<_>>().join(", ")
}

/// An answer in quotation marks, such as “Calls: daily”.
pub(super) fn change(question: usize, bits: u32) -> String {
    format!("“{}: {}”", asked(question), chosen(question, bits))
}

/// The name of a criterion.
pub(super) fn criterion(at: usize) -> &'static str {
    &quiz().criteria[at].name
}

/// The phrase for a rating.
pub(super) fn phrase(criterion: usize, rating: i32) -> &'static str {
    &quiz().criteria[criterion].phrases[usize::try_from(rating + 2).unwrap()]
}

/// The claim that a rating other than 0 supports.
///
/// # Panics
///
/// Panics if `rating` is 0.
pub(super) fn claim(criterion: usize, rating: i32) -> &'static str {
    let at = match rating {
        -2 => 0,
        -1 => 1,
        1 => 2,
        2 => 3,
        _ => panic!("rating {rating} supports no claim"),
    };
    &quiz().criteria[criterion].claims[at]
}

/// A leader and the verdict word, such as "closed-backs (leaning)".
pub(super) fn outcome(leader: Option<usize>, word: &str) -> String {
    match (leader, word) {
        (Some(leader), word) => format!("{} ({word})", short(leader)),
        (None, "conflict") => "no type (conflict)".to_owned(),
        (None, _) => "nothing separated the types".to_owned(),
    }
}

/// The id of the question at a position.
pub(super) fn question(at: usize) -> QuestionId {
    QuestionId(small(at))
}

/// The weight of a topic: 0, 1, 2 or 4.
pub(super) fn weight(answers: &Answers, topic: usize) -> i32 {
    answers.weight(TopicId(small(topic))).value().into()
}

/// The selection of a given answer as bits, even if its weight is 0; 0 if there is no answer.
pub(super) fn given(answers: &Answers, at: usize) -> u32 {
    match answers.get(question(at)) {
        Answer::Given(selection) => to_bits(selection),
        _ => 0,
    }
}

/// The positions of the questions of a topic.
pub(super) fn of_topic(topic: usize) -> impl Iterator<Item = usize> {
    let all = quiz().questions.iter().enumerate();
    all.filter(move |(_, question)| question.topic.index() == topic).map(|(at, _)| at)
}

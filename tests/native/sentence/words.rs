//! Small words of the result page, written out from the content files' fields.

use headphones_or_iems::model::{Answer, Answers, QuestionId, TopicId};

use crate::engine::plain::{has, small, to_bits};
use crate::support::quiz;

/// The word for each importance.
pub(super) const TIMES: [(i32, &str); 4] =
    [(0, "did not count"), (1, "counted once"), (2, "counted twice"), (4, "counted 4 times")];

/// "counted twice".
pub(super) fn counted(weights: i32) -> &'static str {
    TIMES.iter().find(|(at, _)| *at == weights).expect("0, 1, 2 or 4").1
}

/// "+3", "0", "−6".
pub(super) fn signed(points: i32) -> String {
    let sign = if points > 0 { "+" } else { "" };
    format!("{sign}{points}").replace('-', "−")
}

/// "a, b and c".
pub(super) fn list(items: &[String]) -> String {
    let all = items.join(", ");
    match items.last() {
        Some(last) if items.len() > 1 => {
            let first = all.strip_suffix(last.as_str()).and_then(|first| first.strip_suffix(", "));
            format!("{} and {last}", first.expect("the last comes last"))
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

/// The short words of a question.
pub(super) fn asked(question: usize) -> &'static str {
    &quiz().questions[question].short
}

/// The short words of the options that are ticked.
pub(super) fn chosen(question: usize, bits: u32) -> String {
    let all = quiz().questions[question].options.iter().enumerate();
    let selected = all.filter(|(at, _)| has(bits, *at)).map(|(_, option)| option.short.as_str());
    selected.collect::<Vec<_>>().join(", ")
}

/// "“Calls: daily”".
pub(super) fn change(question: usize, bits: u32) -> String {
    format!("“{}: {}”", asked(question), chosen(question, bits))
}

/// The name of a criterion.
pub(super) fn criterion(at: usize) -> &'static str {
    &quiz().criteria[at].name
}

/// The words of a level.
pub(super) fn phrase(criterion: usize, rating: i32) -> &'static str {
    &quiz().criteria[criterion].phrases[usize::try_from(rating + 2).unwrap()]
}

/// What a level other than 0 lets one say of a type.
pub(super) fn claim(criterion: usize, rating: i32) -> &'static str {
    let at = match rating {
        -2 => 0,
        -1 => 1,
        1 => 2,
        2 => 3,
        _ => panic!("nothing can be said of level {rating}"),
    };
    &quiz().criteria[criterion].claims[at]
}

/// "closed-backs (leaning)".
pub(super) fn outcome(leader: Option<usize>, word: &str) -> String {
    match (leader, word) {
        (Some(leader), word) => format!("{} ({word})", short(leader)),
        (None, "conflict") => "no type (conflict)".to_owned(),
        (None, _) => "nothing separated the types".to_owned(),
    }
}

/// A question by position.
pub(super) fn question(at: usize) -> QuestionId {
    QuestionId(small(at))
}

/// The importance of a topic.
pub(super) fn weight(answers: &Answers, topic: usize) -> i32 {
    answers.weight(TopicId(small(topic))).value().into()
}

/// What was answered, counted or not, as bits; 0 for nothing.
pub(super) fn given(answers: &Answers, at: usize) -> u32 {
    match answers.get(question(at)) {
        Answer::Given(selection) => to_bits(selection),
        _ => 0,
    }
}

/// The questions of a topic.
pub(super) fn of_topic(topic: usize) -> impl Iterator<Item = usize> {
    let all = quiz().questions.iter().enumerate();
    all.filter(move |(_, question)| question.topic.index() == topic).map(|(at, _)| at)
}

//! The quiz: a step for each topic, then what counts most, then the result.

pub mod all;
pub mod paper;
pub mod remaining;
mod so_far;
mod step;
pub mod weights;

use leptos::prelude::untrack;

use crate::components::list::joined;
use crate::components::progress::Progress;
use crate::markup::Markup;
use crate::model::{Answer, Answers, Kind, OptionId, Quiz, TopicId};
use crate::route::{Route, Step};
use crate::state::Session;

pub use so_far::start_again;
pub use step::{controls, topic_step};

/// Wherever the visitor left off: the first open topic, or what counts most.
pub fn resume() -> Markup {
    let session = Session::get();
    match untrack(|| session.next_open()) {
        Some(topic) => topic_step(&session.quiz().topic(topic).id),
        None => weights::weights_step(),
    }
}

/// The route of the step after a topic.
fn after(quiz: &Quiz, topic: TopicId) -> Route {
    let next = quiz.topics.get(topic.index() + 1);
    Route::Quiz(next.map_or(Step::Weights, |topic| Step::Topic(topic.id.clone())))
}

/// The route of the step before a topic; before the first it is the guide.
fn before(quiz: &Quiz, topic: TopicId) -> Route {
    match topic.index().checked_sub(1).and_then(|at| quiz.topics.get(at)) {
        Some(topic) => Route::Quiz(Step::Topic(topic.id.clone())),
        None => Route::Guide(None),
    }
}

/// The state of every step, weight last; `current` is the step shown, by position.
fn progress(quiz: &Quiz, answers: &Answers, current: usize) -> Vec<Progress> {
    let mut steps = Vec::new();
    for (at, _) in quiz.topics() {
        steps.push(match () {
            () if at.index() == current => Progress::Current,
            () if answers.is_answered(at) => Progress::Answered,
            () if answers.is_skipped(at) => Progress::Skipped,
            () => Progress::Unseen,
        });
    }
    let is_last = current == quiz.topics.len();
    steps.push(if is_last { Progress::Current } else { Progress::Unseen });
    steps
}

/// The answer to a topic in a few words: "noise gets in, they fall out", "skipped", or nothing.
pub fn in_words(quiz: &Quiz, answers: &Answers, topic: TopicId) -> String {
    if answers.is_skipped(topic) {
        return "skipped".to_owned();
    }
    let mut words: Vec<&str> = Vec::new();
    for at in quiz.topic(topic).questions() {
        let question = quiz.question(at);
        let Answer::Given(selection) = answers.get(at) else { continue };
        if question.kind != Kind::Context {
            words.extend(question.selected(selection).map(|option| option.short.as_str()));
        } else if !selection.has(OptionId(0)) {
            words.push(&question.short);
        }
    }
    match (words.is_empty(), answers.is_answered(topic)) {
        (true, true) => "nowhere in particular".to_owned(),
        _ => joined(&words, ", "),
    }
}

//! The quiz: a step for each topic, then what counts most, then the result.

pub mod all;
pub mod controls;
pub mod paper;
mod remaining;
pub mod so_far;
pub mod step;
pub mod weights;

use leptos::prelude::*;

use crate::components::progress::Progress;
use crate::model::{Answer, Answers, Kind, OptionId, Quiz, TopicId};
use crate::route::{Route, Step};
use crate::state::Session;

use step::TopicStep;
use weights::WeightsStep;

/// Wherever the visitor left off: the first open topic, or what counts most.
#[component]
pub fn Resume() -> impl IntoView {
    let session = Session::get();
    match untrack(|| session.next_open()) {
        Some(topic) => view! { <TopicStep id=session.quiz().topic(topic).id.clone() /> }.into_any(),
        None => view! { <WeightsStep /> }.into_any(),
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

/// The state of the step at position `at`; the weights are last. `current` is the step shown.
fn progress(quiz: &Quiz, answers: &Answers, at: usize, current: usize) -> Progress {
    let topic = quiz.topics().map(|(topic, _)| topic).find(|topic| topic.index() == at);
    match topic {
        _ if at == current => Progress::Current,
        Some(topic) if answers.is_answered(topic) => Progress::Answered,
        Some(topic) if answers.is_skipped(topic) => Progress::Skipped,
        _ => Progress::Unseen,
    }
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
        _ => words.join(", "),
    }
}

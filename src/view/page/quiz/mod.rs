//! The quiz: a step for each topic, then what counts most, then the result.

pub mod all;
pub mod importance;
mod step;

use leptos::prelude::*;

use crate::model::{Answer, Answers, Kind, Quiz, TopicId};
use crate::route::{Route, Step};
use crate::state::Session;
use crate::view::part::progress::Progress;

pub use step::{Controls, TopicStep};

/// Wherever the visitor left off: the first open topic, or what counts most.
#[component]
pub fn Resume() -> impl IntoView {
    let session = Session::get();
    let open = untrack(|| session.next_open());
    match open {
        Some(topic) => {
            let id = session.quiz().topic(topic).id.clone();
            view! { <TopicStep id /> }.into_any()
        }
        None => view! { <importance::ImportanceStep /> }.into_any(),
    }
}

/// The route of the step after a topic.
fn after(quiz: &Quiz, topic: TopicId) -> Route {
    let next = quiz.topics().nth(topic.index() + 1);
    Route::Quiz(next.map_or(Step::Importance, |(_, topic)| Step::Topic(topic.id.clone())))
}

/// The route of the step before a topic; before the first it is the guide.
fn before(quiz: &Quiz, topic: TopicId) -> Route {
    match topic.index().checked_sub(1).and_then(|at| quiz.topics.get(at)) {
        Some(topic) => Route::Quiz(Step::Topic(topic.id.clone())),
        None => Route::Guide(None),
    }
}

/// The state of every step, importance last; `current` is the step shown, by position.
fn progress(quiz: &Quiz, answers: &Answers, current: usize) -> Vec<Progress> {
    let state = |(at, _): (TopicId, _)| match () {
        () if at.index() == current => Progress::Current,
        () if answers.is_answered(at) => Progress::Answered,
        () if answers.is_skipped(at) => Progress::Skipped,
        () => Progress::Unseen,
    };
    let last = if current == quiz.topics.len() { Progress::Current } else { Progress::Unseen };
    quiz.topics().map(state).chain([last]).collect()
}

/// The answer to a topic in a few words: "noise gets in, they fall out", "skipped", or nothing.
pub fn in_words(quiz: &Quiz, answers: &Answers, topic: TopicId) -> String {
    if answers.is_skipped(topic) {
        return "skipped".to_owned();
    }
    let mut words = Vec::new();
    for at in quiz.topic(topic).questions() {
        let question = quiz.question(at);
        let Answer::Given(ticks) = answers.get(at) else { continue };
        if question.kind != Kind::Scene {
            words.extend(question.ticked(ticks).map(|choice| choice.short.clone()));
        } else if !ticks.has(crate::model::ChoiceId(0)) {
            words.push(question.short.clone());
        }
    }
    match (words.is_empty(), answers.is_answered(topic)) {
        (true, true) => "nowhere in particular".to_owned(),
        _ => words.join(", "),
    }
}

/// What the visitor has said so far, with links to change it.
#[component]
fn SoFar() -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let rows = move || {
        let answers = session.answers().read();
        let said = |at: &TopicId| answers.is_answered(*at) || answers.is_skipped(*at);
        let topics = quiz.topics().map(|(at, _)| at).filter(said);
        topics.map(|at| so_far_row(quiz, at, in_words(quiz, &answers, at))).collect_view()
    };
    let has_rows = move || !session.is_untouched();
    view! {
        <Show when=has_rows>
            <aside class="section quiet so-far" aria-labelledby="so-far">
                <h2 id="so-far">"So far"</h2>
                <table class="answers">
                    <tbody>{rows}</tbody>
                </table>
                <p class="small">
                    <a href=Route::Quiz(Step::All).href()>"All questions on one page"</a>
                </p>
                <StartAgain />
            </aside>
        </Show>
    }
}

fn so_far_row(quiz: &'static Quiz, at: TopicId, words: String) -> impl IntoView {
    let topic = quiz.topic(at);
    view! {
        <tr>
            <th scope="row">{topic.short.as_str()}</th>
            <td>{words}</td>
            <td>
                <a href=Route::Quiz(Step::Topic(topic.id.clone())).href()>
                    "Change"
                    <span class="said">": " {topic.short.as_str()}</span>
                </a>
            </td>
        </tr>
    }
}

/// Clears everything, after asking.
#[component]
pub fn StartAgain() -> impl IntoView {
    let session = Session::get();
    let asking = RwSignal::new(false);
    let clear = move |_| {
        session.start_again();
        asking.set(false);
        session.go(&Route::Quiz(Step::Topic(session.quiz().topics[0].id.clone())));
    };
    view! {
        <p class="small screen">
            <button
                class="link"
                type="button"
                aria-expanded=move || asking.get().to_string()
                on:click=move |_| asking.update(|asking| *asking = !*asking)
            >
                "Start again"
            </button>
        </p>
        <div class="notice screen" role="alert" hidden=move || !asking.get()>
            <p>"This removes every answer and weight from this device. It cannot be undone."</p>
            <p class="actions">
                <button class="button second" type="button" on:click=clear>
                    "Remove my answers"
                </button>
                <button class="link" type="button" on:click=move |_| asking.set(false)>
                    "Keep them"
                </button>
            </p>
        </div>
    }
}

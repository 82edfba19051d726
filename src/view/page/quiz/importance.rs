//! The last step: how much each answer counts.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{SoFar, in_words, progress};
use crate::model::{Importance, TopicId};
use crate::route::{Route, Step};
use crate::state::Session;
use crate::view::part::matrix::{ImportanceRow, Matrix, importance_heads};
use crate::view::part::progress::ProgressBar;

/// One overview of every answer and its importance, then the result.
#[component]
pub fn ImportanceStep() -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        session.go(&Route::Result(None));
    };
    let last = quiz.topics.last().map_or(Step::Resume, |topic| Step::Topic(topic.id.clone()));
    let steps =
        Signal::derive(move || progress(quiz, &session.answers().read(), quiz.topics.len()));
    view! {
        <div class="quiz">
            <form class="step" novalidate on:submit=on_submit>
                <p class="back">
                    <a href=Route::Quiz(last).href()>"Back"</a>
                </p>
                <ProgressBar steps />
                <p class="status">"Last: what counts"</p>
                <fieldset class="question">
                    <legend>
                        <h1 tabindex="-1">"What counts most?"</h1>
                    </legend>
                    <p class="hint">"Every answer counts once unless you change it here."</p>
                    <Rows />
                </fieldset>
                <p class="actions">
                    <button class="button" type="submit">
                        "See the result"
                    </button>
                </p>
            </form>
            <SoFar />
        </div>
    }
}

/// A row for each answered topic.
#[component]
fn Rows() -> impl IntoView {
    let session = Session::get();
    let answered = Memo::new(move |_| {
        let answers = session.answers().read();
        let topics = session.quiz().topics().map(|(at, _)| at);
        topics.filter(|at| answers.is_answered(*at)).collect::<Vec<_>>()
    });
    move || {
        let topics = answered.get();
        if topics.is_empty() {
            return view! { <p>"You have not answered anything yet, so nothing counts."</p> }
                .into_any();
        }
        let rows = topics.into_iter().map(|topic| view! { <TopicImportance topic /> });
        view! { <Matrix heads=importance_heads()>{rows.collect_view()}</Matrix> }.into_any()
    }
}

/// The importance of one topic, with its answer in a few words.
#[component]
pub fn TopicImportance(topic: TopicId) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let text = quiz.topic(topic);
    let note = session.answers().with_untracked(|answers| in_words(quiz, answers, topic));
    let importance = Signal::derive(move || session.answers().read().importance(topic));
    let on_weigh = Callback::new(move |at: Importance| session.weigh(topic, at));
    view! { <ImportanceRow topic=text.id.as_str() title=text.short.as_str() note importance on_weigh /> }
}

//! The last step: how much each answer counts.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::so_far::SoFar;
use super::{in_words, progress};
use crate::components::matrix::{Matrix, WeightRow, weight_heads};
use crate::components::progress::ProgressBar;
use crate::components::reactive::{flag, handler, string};
use crate::components::when::When;
use crate::model::{TopicId, Weight};
use crate::route::{Route, Step};
use crate::state::Session;

/// One overview of every answer and its weight, then the result.
#[component]
pub fn WeightsStep() -> impl IntoView {
    view! {
        <div class="quiz">
            <WeightsForm />
            <SoFar />
        </div>
    }
}

#[component]
fn WeightsForm() -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        session.go(&Route::Result(None));
    };
    let last = quiz.topics.last().map_or(Step::Resume, |topic| Step::Topic(topic.id.clone()));
    let count = quiz.topics.len();
    view! {
        <form class="step" novalidate on:submit=handler(submit)>
            <p class="back">
                <a href=Route::Quiz(last).href()>"Back"</a>
            </p>
            <ProgressBar
                count=count + 1
                progress=move |at| progress(quiz, &session.answers().read(), at, count)
            />
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
    }
}

/// A row for each answered topic.
#[component]
fn Rows() -> impl IntoView {
    let session = Session::get();
    let answered = move || {
        let answers = session.answers().read();
        let topics = session.quiz().topics().map(|(at, _)| at);
        topics.filter(|at| answers.is_answered(*at)).collect::<Vec<_>>()
    };
    let nothing = || view! { <p>"You have not answered anything yet, so nothing counts."</p> };
    view! {
        <When condition=flag(move || !answered().is_empty()) fallback=nothing>
            <Matrix heads=weight_heads()>
                <For each=answered key=|topic| *topic let:topic>
                    <TopicWeight topic />
                </For>
            </Matrix>
        </When>
    }
}

/// The weight of one topic, with its answer in a few words.
#[component]
pub fn TopicWeight(topic: TopicId) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let text = quiz.topic(topic);
    let note = move || in_words(quiz, &session.answers().read(), topic);
    let weight = Memo::new(move |_| session.answers().read().weight(topic));
    view! {
        <WeightRow
            topic=&text.id
            title=&text.short
            note=string(note)
            weight
            on_set_weight=move |at: Weight| session.set_weight(topic, at)
        />
    }
}

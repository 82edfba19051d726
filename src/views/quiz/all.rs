//! Every question on one page; also `quiz.html`, for readers without JavaScript.

use leptos::prelude::*;

use super::controls::Controls;
use super::paper::PaperLink;
use super::weights::TopicWeight;
use crate::components::matrix::{Matrix, weight_heads};
use crate::components::prose::{Notes, Words};
use crate::model::TopicId;
use crate::route::Route;
use crate::state::Session;
use crate::views::retired::RetiredNotice;

/// The whole quiz. The static copy says what needs JavaScript instead of leading to the result.
#[component]
pub fn QuizAll(#[prop(optional)] is_static: bool) -> impl IntoView {
    let topic = |(topic, _)| view! { <TopicSection topic is_static /> };
    view! {
        <h1 tabindex="-1">"All questions on one page"</h1>
        <p class="lede">
            "Leave out what does not matter to you. Every answer counts once, unless you change that \
             under it."
        </p>
        <RetiredNotice />
        {Session::get().quiz().topics().map(topic).collect_view()}
        <End is_static />
    }
}

#[component]
fn TopicSection(topic: TopicId, is_static: bool) -> impl IntoView {
    let text = Session::get().quiz().topic(topic);
    let scope = format!("all-{}", text.id);
    let hint = (!text.hint.0.is_empty()).then(|| {
        view! {
            <p class="hint">
                <Words prose=&text.hint scope=scope.clone() />
            </p>
        }
    });
    let weight = (!is_static).then(|| {
        view! {
            <Matrix heads=weight_heads()>
                <TopicWeight topic />
            </Matrix>
        }
    });
    view! {
        <section class="section">
            <fieldset class="question">
                <legend>
                    <h2>{text.title.as_str()}</h2>
                </legend>
                {hint}
                <Notes prose=&text.hint scope />
                <Controls topic />
            </fieldset>
            {weight}
        </section>
    }
}

#[component]
fn End(is_static: bool) -> impl IntoView {
    if is_static {
        return view! {
            <p>"Adding up your answers here needs JavaScript. By hand: " <PaperLink /> "."</p>
        }
        .into_any();
    }
    view! {
        <p class="actions">
            <a class="button" href=Route::Result(None).href()>
                "See the result"
            </a>
        </p>
        <p>"With a pencil: " <PaperLink /> "."</p>
    }
    .into_any()
}

//! Every question on one page; also the static copy for readers without JavaScript.

use leptos::prelude::*;

use super::importance::TopicImportance;
use super::step::Controls;
use crate::model::TopicId;
use crate::route::Route;
use crate::state::Session;
use crate::view::part::matrix::{Matrix, importance_heads};
use crate::view::part::prose::{Words, words};

/// The whole quiz. The still copy says what needs JavaScript instead of leading to the result.
#[component]
pub fn QuizAll(is_still: bool) -> impl IntoView {
    let topics = Session::get().quiz().topics();
    let scope = if is_still { "still" } else { "all" };
    let end = if is_still {
        view! {
            <p>
                "Adding up your answers here needs JavaScript. By hand: the rules under “How it \
                 works” say what each answer adds to each type."
            </p>
        }
        .into_any()
    } else {
        view! {
            <p class="actions">
                <a class="button" href=Route::Result(None).href()>
                    "See the result"
                </a>
            </p>
        }
        .into_any()
    };
    view! {
        <h1 tabindex="-1">"All questions on one page"</h1>
        <p class="lede">"Leave out what does not matter to you. Every answer counts once, unless you change that under it."</p>
        {topics.map(|(topic, _)| view! { <TopicAll topic scope is_still /> }).collect_view()}
        {end}
    }
}

#[component]
fn TopicAll(topic: TopicId, scope: &'static str, is_still: bool) -> impl IntoView {
    let text = Session::get().quiz().topic(topic);
    let Words { inline, notes } = words(&text.hint, &format!("{scope}-{}", text.id));
    let importance = (!is_still).then(|| {
        view! {
            <Matrix heads=importance_heads()>
                <TopicImportance topic />
            </Matrix>
        }
    });
    view! {
        <section class="section">
            <fieldset class="question">
                <legend>
                    <h2>{text.title.as_str()}</h2>
                </legend>
                <p class="hint">{inline}</p>
                {notes}
                <Controls topic />
            </fieldset>
            {importance}
        </section>
    }
}

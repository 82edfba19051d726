//! Nothing is at this address, or nothing that can be read.

use leptos::prelude::*;

use crate::route::{Route, Step};

/// Says that there is no such page, and leads back.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Lost
            title="There is no such page"
            words="The address may be mistyped, or from another version. Your answers are untouched."
        />
    }
}

/// Says that the code of a link cannot be read, and leads back.
#[component]
pub fn Unreadable() -> impl IntoView {
    view! {
        <Lost
            title="This link cannot be read"
            words="A part of it may be missing or changed. Ask for it again, as a whole. If it comes from a newer \
                   version of this page, reload. Your answers are untouched."
        />
    }
}

#[component]
fn Lost(title: &'static str, words: &'static str) -> impl IntoView {
    view! {
        <h1 tabindex="-1">{title}</h1>
        <p class="lede">{words}</p>
        <p class="actions">
            <a class="button" href=Route::Guide(None).href()>
                "Go to the guide"
            </a>
            <a href=Route::Quiz(Step::Resume).href()>"Go to the quiz"</a>
        </p>
    }
}

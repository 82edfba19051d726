//! Nothing is at this address.

use leptos::prelude::*;

use crate::route::{Route, Step};

/// Says so, and leads back.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"There is no such page"</h1>
        <p class="lede">
            "The address may be mistyped, or from another version. Your answers are untouched."
        </p>
        <p class="actions">
            <a class="button" href=Route::Guide(None).href()>
                "Go to the guide"
            </a>
            <a href=Route::Quiz(Step::Resume).href()>"Go to the quiz"</a>
        </p>
    }
}

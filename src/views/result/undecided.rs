//! Nothing answered, or nothing that separates.

use leptos::prelude::*;

use crate::route::{Route, Step};

/// Leads to the quiz and to the comparison.
#[component]
pub fn Undecided() -> impl IntoView {
    view! {
        <p class="actions">
            <a class="button" href=Route::Quiz(Step::Resume).href()>
                "Answer the quiz"
            </a>
            <a href=Route::Guide(Some("compare".to_owned())).href()>"Compare the types"</a>
        </p>
    }
}

//! Static copies of the method page and the whole quiz, for readers without JavaScript.

use leptos::prelude::*;

use super::method::Method;
use super::quiz::all::QuizAll;

/// Stands beside the app in the document. The ids are the routes, so that plain links lead here.
#[component]
pub fn Still() -> impl IntoView {
    view! {
        <div class="page">
            <article id="/quiz">
                <QuizAll is_still=true />
            </article>
            <article id="/method">
                <Method />
            </article>
        </div>
    }
}

//! Notices: the only boxes on the page.

use leptos::prelude::*;

use super::reactive::handler;

/// A heading, a sentence, and what can be done about it.
#[component]
pub fn Notice(id: &'static str, title: &'static str, children: Children) -> impl IntoView {
    let heading = format!("{id}-title");
    let labelled_by = heading.clone();
    view! {
        <section class="notice" role="status" aria-labelledby=labelled_by>
            <h2 id=heading>{title}</h2>
            {children()}
        </section>
    }
}

/// What is wrong with a form, with a link to the control that corrects it.
#[component]
pub fn Problem(text: &'static str, #[prop(into)] on_follow: Callback<()>) -> impl IntoView {
    view! {
        <div
            class="notice"
            id="problem"
            tabindex="-1"
            role="alert"
            aria-labelledby="problem-title"
        >
            <h2 id="problem-title">"There is a problem"</h2>
            <p>
                <button class="link" type="button" on:click=handler(move |_| on_follow.run(()))>
                    {text}
                </button>
            </p>
        </div>
    }
}

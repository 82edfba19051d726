//! A section that no link leads to.

use leptos::prelude::*;

/// A heading with what belongs under it.
#[component]
pub fn Part(title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="section">
            <h2>{title}</h2>
            {children()}
        </section>
    }
}

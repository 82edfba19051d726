//! What the tables of the page share.

use leptos::prelude::*;

/// Around a table: a region that scrolls by itself where the table is wider than the page.
#[component]
pub fn ScrollRegion(#[prop(into)] name: String, children: Children) -> impl IntoView {
    view! {
        <div class="scroll" role="region" aria-label=name tabindex="0">
            {children()}
        </div>
    }
}

/// The heads of the columns.
#[component]
pub fn Heads<const N: usize>(names: [&'static str; N]) -> impl IntoView {
    let head = |name| view! { <th scope="col">{name}</th> };
    view! {
        <thead>
            <tr>{names.map(head).into_iter().collect_view()}</tr>
        </thead>
    }
}

//! What the tables of the page share.
//!
//! Each is behind a line. Its anchor is on the table within, so that a link opens the line.

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

/// A table behind a line with its name and its figure.
#[component]
pub fn TableFold(
    name: &'static str,
    figure: String,
    /// The line is under the heading of a group.
    #[prop(optional)]
    is_grouped: bool,
    children: Children,
) -> impl IntoView {
    let heading = if is_grouped {
        view! { <h4>{name}</h4> }.into_any()
    } else {
        view! { <h3>{name}</h3> }.into_any()
    };
    view! {
        <details class="fold slim">
            <summary>{heading} <span class="fold-figure">{figure}</span></summary>
            <div class="fold-body">{children()}</div>
        </details>
    }
}

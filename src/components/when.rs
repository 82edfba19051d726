//! A view that is there while something is so.

use leptos::prelude::*;

/// Leptos's `Show` with one type for all conditions and views, so that its code is compiled once.
#[component]
pub fn When(
    #[prop(into)] condition: Signal<bool>,
    #[prop(optional, into)] fallback: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <Show when=move || condition.get() fallback=move || fallback.run()>
            {children()}
        </Show>
    }
}

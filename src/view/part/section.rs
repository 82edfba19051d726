//! A section with its rule and heading.

use leptos::prelude::*;

use crate::route::Route;

/// A section at `#/<view>/<place>`; the heading takes focus when a link leads here.
#[component]
pub fn Section(
    view: &'static str,
    #[prop(into)] place: String,
    #[prop(into)] title: String,
    /// Bold instead of large: for asides.
    #[prop(optional)]
    quiet: bool,
    children: Children,
) -> impl IntoView {
    let id = Route::anchor(view, &place);
    let heading = format!("{view}-{place}");
    let label = heading.clone();
    let class = if quiet { "section quiet answers-first" } else { "section" };
    view! {
        <section class=class aria-labelledby=label>
            <h2 id=heading>
                <span id=id tabindex="-1">{title}</span>
            </h2>
            {children()}
        </section>
    }
}

//! A section with its rule and heading.

use leptos::prelude::*;

use super::text::Text;
use crate::route::Route;

/// A section at `#/<view>/<anchor>`; the heading takes focus when a link leads here.
#[component]
pub fn Section(
    view: &'static str,
    #[prop(into)] anchor: String,
    #[prop(into)] title: Signal<String>,
    children: Children,
) -> impl IntoView {
    let heading = format!("{view}-{anchor}");
    let labelled_by = heading.clone();
    view! {
        <section class="section" aria-labelledby=labelled_by>
            <h2 id=heading>
                <span id=Route::anchor(view, &anchor) tabindex="-1">
                    <Text words=title />
                </span>
            </h2>
            {children()}
        </section>
    }
}

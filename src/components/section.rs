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
    view! { <Headed view anchor title class="section" children /> }
}

/// A section with a bold heading instead of a large one, for asides: `class` is `section quiet`,
/// alone or with what else it is.
#[component]
pub fn QuietSection(
    view: &'static str,
    #[prop(into)] anchor: String,
    #[prop(into)] title: Signal<String>,
    #[prop(default = "section quiet")] class: &'static str,
    children: Children,
) -> impl IntoView {
    view! { <Headed view anchor title class children /> }
}

#[component]
fn Headed(
    view: &'static str,
    anchor: String,
    title: Signal<String>,
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let heading = format!("{view}-{anchor}");
    let labelled_by = heading.clone();
    view! {
        <section class=class aria-labelledby=labelled_by>
            <h2 id=heading>
                <span id=Route::anchor(view, &anchor) tabindex="-1">
                    <Text words=title />
                </span>
            </h2>
            {children()}
        </section>
    }
}

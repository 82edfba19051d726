//! A part of a page that stands behind a line with its name and its figure.

use leptos::prelude::*;

use super::text::Text;
use crate::route::Route;

/// A part at `#/<view>/<anchor>`. A link that leads here opens it, and moves focus to its line. A wide
/// one takes all columns while it is open.
#[component]
pub fn Fold(
    view: &'static str,
    anchor: &'static str,
    title: &'static str,
    #[prop(into)] figure: Signal<String>,
    #[prop(optional)] is_wide: bool,
    children: Children,
) -> impl IntoView {
    let heading = format!("{view}-{anchor}");
    let labelled_by = heading.clone();
    let class = if is_wide { "fold wide" } else { "fold" };
    view! {
        <details class=class aria-labelledby=labelled_by>
            <summary id=Route::anchor(view, anchor)>
                <h3 id=heading>{title}</h3>
                <span class="fold-figure">
                    <Text words=figure />
                </span>
            </summary>
            <div class="fold-body">{children()}</div>
        </details>
    }
}

/// A part within a fold, with its heading; focus can move there.
#[component]
pub fn FoldSection(
    view: &'static str,
    anchor: &'static str,
    title: &'static str,
    #[prop(default = "fold-section")] class: &'static str,
    children: Children,
) -> impl IntoView {
    let heading = format!("{view}-{anchor}");
    let labelled_by = heading.clone();
    view! {
        <section class=class aria-labelledby=labelled_by>
            <h4 id=heading>
                <span id=Route::anchor(view, anchor) tabindex="-1">
                    {title}
                </span>
            </h4>
            {children()}
        </section>
    }
}

/// More of what stands before it, behind a line. Links to what is inside open it.
#[component]
pub fn Further(
    #[prop(into)] words: String,
    /// What `words` are about, for readers who hear the line alone.
    #[prop(into)]
    about: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="further">
            <summary>
                {words} <span class="visually-hidden">": " <Text words=about /></span>
            </summary>
            <div class="further-body">{children()}</div>
        </details>
    }
}

//! The code that puts the quiz into another page.

use leptos::prelude::*;

/// As in the README, without what a policy might forbid.
const CODE: &str = "<iframe src=\"https://example.org/embed.html\" title=\"Headphones or in-ear \
                    monitors: a quiz\" width=\"100%\" height=\"800\"></iframe>";

/// The code with what to do with it, behind a summary.
#[component]
pub fn EmbedCode() -> impl IntoView {
    view! {
        <details>
            <summary>"The quiz in a page of your own"</summary>
            <p>"Copy this into it, with the address of this site, which has to allow your page."</p>
            <code>{CODE}</code>
        </details>
    }
}

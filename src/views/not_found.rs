//! Nothing is at this address, or nothing that can be read.

use crate::markup::{Markup, el};
use crate::nodes;
use crate::route::{Route, Step};

/// Says that there is no such page, and leads back.
pub fn not_found() -> Markup {
    lost(
        "There is no such page",
        "The address may be mistyped, or from another version. Your answers are untouched.",
    )
}

/// Says that the code of a link cannot be read, and leads back.
pub fn unreadable() -> Markup {
    lost(
        "This link cannot be read",
        "Part of it may be missing: ask for it again, as a whole. If it comes from a newer version \
         of this page, reload. Your answers are untouched.",
    )
}

fn lost(title: &'static str, words: &'static str) -> Markup {
    let link = |route: Route, words: &'static str| el("a").attr("href", route.href()).with(words);
    nodes![
        el("h1").attr("tabindex", "-1").with(title),
        el("p").class("lede").with(words),
        el("p")
            .class("actions")
            .with(link(Route::Guide(None), "Go to the guide").class("button"))
            .with(link(Route::Quiz(Step::Resume), "Go to the quiz")),
    ]
}

//! Nothing is at this address.

use crate::nodes;
use crate::route::{Route, Step};
use crate::view::markup::{Markup, el};

/// Says so, and leads back.
pub fn not_found() -> Markup {
    let words = "The address may be mistyped, or from another version. Your answers are untouched.";
    nodes![
        el("h1").attr("tabindex", "-1").with("There is no such page"),
        el("p").class("lede").with(words),
        el("p")
            .class("actions")
            .with(
                el("a")
                    .class("button")
                    .attr("href", Route::Guide(None).href())
                    .with("Go to the guide")
            )
            .with(el("a").attr("href", Route::Quiz(Step::Resume).href()).with("Go to the quiz")),
    ]
}

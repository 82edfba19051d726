//! Notices: the only boxes on the page.

use crate::markup::{Markup, el};

/// A heading, a sentence, and what can be done about it.
pub fn notice(id: &'static str, title: &'static str, body: impl Into<Markup>) -> Markup {
    let heading = format!("{id}-title");
    el("section")
        .class("notice")
        .attr("role", "status")
        .attr("aria-labelledby", heading.clone())
        .with(el("h2").id(heading).with(title))
        .with(body)
        .into()
}

/// What is wrong with a form, with a link to where it can be mended.
pub fn problem(text: &'static str, on_follow: impl Fn() + 'static) -> Markup {
    let follow = el("button")
        .class("link")
        .attr("type", "button")
        .on("click", move |_| on_follow())
        .with(text);
    el("div")
        .class("notice")
        .id("problem")
        .attr("tabindex", "-1")
        .attr("role", "alert")
        .attr("aria-labelledby", "problem-title")
        .with(el("h2").id("problem-title").with("There is a problem"))
        .with(el("p").with(follow))
        .into()
}

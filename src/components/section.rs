//! A section with its rule and heading.

use crate::markup::{Markup, Words, el};
use crate::route::Route;

/// A section at `#/<view>/<anchor>`; the heading takes focus when a link leads here.
pub fn section(
    view: &'static str,
    anchor: &str,
    title: impl Into<Words>,
    body: impl Into<Markup>,
) -> Markup {
    headed(view, anchor, title.into(), "section", body.into())
}

/// A section with a bold heading instead of a large one, for asides: `class` is `section quiet`,
/// alone or with what else it is.
pub fn quiet_section(
    view: &'static str,
    anchor: &str,
    title: impl Into<Words>,
    class: &'static str,
    body: impl Into<Markup>,
) -> Markup {
    headed(view, anchor, title.into(), class, body.into())
}

fn headed(
    view: &'static str,
    anchor: &str,
    title: Words,
    class: &'static str,
    body: Markup,
) -> Markup {
    let heading = format!("{view}-{anchor}");
    let name = el("span").id(Route::anchor(view, anchor)).attr("tabindex", "-1");
    el("section")
        .class(class)
        .attr("aria-labelledby", heading.clone())
        .with(el("h2").id(heading).with(name.with(title)))
        .with(body)
        .into()
}

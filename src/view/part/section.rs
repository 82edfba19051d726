//! A section with its rule and heading.

use crate::route::Route;
use crate::view::markup::{Markup, Words, el};

/// A section at `#/<view>/<place>`; the heading takes focus when a link leads here.
pub fn section(
    view: &'static str,
    place: &str,
    title: impl Into<Words>,
    body: impl Into<Markup>,
) -> Markup {
    headed(view, place, title.into(), "section", body.into())
}

/// A section with a bold heading instead of a large one, for asides: `class` is `section quiet`,
/// alone or with what else it is.
pub fn quiet_section(
    view: &'static str,
    place: &str,
    title: impl Into<Words>,
    class: &'static str,
    body: impl Into<Markup>,
) -> Markup {
    headed(view, place, title.into(), class, body.into())
}

fn headed(
    view: &'static str,
    place: &str,
    title: Words,
    class: &'static str,
    body: Markup,
) -> Markup {
    let heading = format!("{view}-{place}");
    let name = el("span").id(Route::anchor(view, place)).attr("tabindex", "-1");
    el("section")
        .class(class)
        .attr("aria-labelledby", heading.clone())
        .with(el("h2").id(heading).with(name.with(title)))
        .with(body)
        .into()
}

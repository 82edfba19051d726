//! What each of the types is.

use crate::model::gear::Variant;
use crate::model::{Family, Gear};
use crate::route::Route;
use crate::state::Session;
use crate::view::markup::{El, Markup, el};
use crate::view::part::drawing::ear_drawing;
use crate::view::part::mark::gear_mark;
use crate::view::part::prose::{ProseParts, paragraph, prose_parts};
use crate::view::part::section::section;

/// The types by family, each with its section drawing and variants behind a summary.
pub fn types() -> Markup {
    let quiz = Session::get().quiz();
    let family = |family: Family| {
        let members = quiz.gears.iter().filter(|gear| gear.family == family);
        el("div")
            .with(el("h3").with(family.place()))
            .with(el("ul").class("family").with_all(members.map(gear_item)))
    };
    let families = el("div").class("types").with_all(Family::ALL.map(family));
    section("guide", "types", "The seven types", families)
}

fn gear_item(gear: &'static Gear) -> El {
    let variants = gear.variants.iter().map(|variant| variant_item(gear, variant));
    let whose = el("span").class("said").with(": ").with(&gear.title);
    let more = el("details")
        .class("more")
        .with(el("summary").with("What it is and comes as").with(whose))
        .with(ear_drawing(&gear.id, "type", true))
        .with(paragraph(&gear.what, &gear.id))
        .with(el("p").with(&gear.comes))
        .with(el("ul").class("rows").with_all(variants));
    el("li")
        .class("type")
        .id(Route::anchor("guide", &gear.id))
        .attr("tabindex", "-1")
        .with(gear_mark(&gear.id))
        .with(el("h4").with(&gear.title))
        .with(el("p").with(&gear.summary))
        .with(more)
}

fn variant_item(gear: &'static Gear, variant: &'static Variant) -> El {
    let slug = variant.name.to_lowercase().replace(' ', "-");
    let ProseParts { inline, notes } = prose_parts(&variant.text, &format!("{}-{slug}", gear.id));
    el("li")
        .with(el("b").with(&variant.name))
        .with(". ")
        .with(el("span").class("muted").with(inline))
        .with(notes)
}

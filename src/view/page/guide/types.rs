//! What each of the types is.

use crate::model::gear::Variant;
use crate::model::{Answers, Family, Flip, Gear, GearId, Quiz, Stakes};
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
        .with(reverse(gear))
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

/// "I want this type": what a visitor would have to care about.
fn reverse(gear: &'static Gear) -> Option<El> {
    let quiz = Session::get().quiz();
    let enough = enough(quiz, quiz.find_gear(&gear.id)?);
    let words = format!("What you would have to care about, with nothing else answered: {enough}");
    Some(el("p").with(words))
}

/// The fewest answers that put a type alone in first place when nothing else is answered.
pub fn enough(quiz: &Quiz, gear: GearId) -> String {
    let stakes = Stakes::of(quiz, &Answers::empty(quiz));
    let Some(flip) = Flip::fewest(&stakes, gear) else { return "no answers do it.".to_owned() };
    let each = flip.changes.iter().map(|change| {
        let question = quiz.question(change.question);
        let words: Vec<&str> =
            question.ticked(change.ticks).map(|choice| choice.short.as_str()).collect();
        format!("“{}: {}”", question.short, words.join(", "))
    });
    format!("{}.", each.collect::<Vec<_>>().join(" and "))
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

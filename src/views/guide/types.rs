//! What each of the types is.

use crate::components::icon::type_icon;
use crate::components::illustration::ear_illustration;
use crate::components::prose::{ProseParts, paragraph, prose_parts};
use crate::components::section::section;
use crate::markup::{El, Markup, el};
use crate::model::device_type::Variant;
use crate::model::{Answers, ChangeTable, Counterfactual, DeviceType, DeviceTypeId, Family, Quiz};
use crate::route::Route;
use crate::state::Session;

/// The types by family, each with its section illustration and variants behind a summary.
pub fn types() -> Markup {
    let quiz = Session::get().quiz();
    let family = |family: Family| {
        let members = quiz.device_types.iter().filter(|device_type| device_type.family == family);
        el("div")
            .with(el("h3").with(family.location()))
            .with(el("ul").class("family").with_all(members.map(device_type_item)))
    };
    let families = el("div").class("types").with_all(Family::ALL.map(family));
    section("guide", "types", "The seven types", families)
}

fn device_type_item(device_type: &'static DeviceType) -> El {
    let variants = device_type.variants.iter().map(|variant| variant_item(device_type, variant));
    let whose = el("span").class("visually-hidden").with(": ").with(&device_type.title);
    let more = el("details")
        .class("more")
        .with(el("summary").with("What it is and comes as").with(whose))
        .with(ear_illustration(device_type, "type"))
        .with(paragraph(&device_type.what, &device_type.id))
        .with(el("p").with(&device_type.comes))
        .with(reverse(device_type))
        .with(el("ul").class("rows").with_all(variants));
    el("li")
        .class("type")
        .id(Route::anchor("guide", &device_type.id))
        .attr("tabindex", "-1")
        .with(type_icon(&device_type.id))
        .with(el("h4").with(&device_type.title))
        .with(el("p").with(&device_type.summary))
        .with(more)
}

/// "I want this type": what a visitor would have to care about.
fn reverse(device_type: &'static DeviceType) -> Option<El> {
    let quiz = Session::get().quiz();
    let enough = enough(quiz, quiz.find_device_type(&device_type.id)?);
    let words = format!("What you would have to care about, with nothing else answered: {enough}");
    Some(el("p").with(words))
}

/// The fewest answers that put a type alone in first place when nothing else is answered.
pub fn enough(quiz: &Quiz, device_type: DeviceTypeId) -> String {
    let change_table = ChangeTable::of(quiz, &Answers::empty(quiz));
    let Some(counterfactual) = Counterfactual::fewest(&change_table, device_type) else {
        return "no answers do it.".to_owned();
    };
    let each = counterfactual.changes.iter().map(|change| {
        let question = quiz.question(change.question);
        let words: Vec<&str> =
            question.selected(change.selection).map(|option| option.short.as_str()).collect();
        format!("“{}: {}”", question.short, words.join(", "))
    });
    format!("{}.", each.collect::<Vec<_>>().join(" and "))
}

fn variant_item(device_type: &'static DeviceType, variant: &'static Variant) -> El {
    let slug = variant.name.to_lowercase().replace(' ', "-");
    let ProseParts { inline, notes } =
        prose_parts(&variant.text, &format!("{}-{slug}", device_type.id));
    el("li")
        .with(el("b").with(&variant.name))
        .with(". ")
        .with(el("span").class("muted").with(inline))
        .with(notes)
}

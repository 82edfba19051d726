//! The guide: what each type is, how they compare, and what is known.

pub mod compare;
mod sections;
pub mod types;

use crate::components::illustration::{ear_illustration, illustration_legend};
use crate::components::section::section;
use crate::markup::{El, Markup, el};
use crate::model::Guide;
use crate::nodes;
use crate::route::{Route, Step};
use crate::state::Session;

/// The whole guide; rendered at build time only. The comparison is live in a browser.
pub fn guide_page(guide: &'static Guide) -> Markup {
    let compared = el("div").id("compare").with(compare::compare());
    nodes![
        top(guide),
        types::types(),
        section("guide", "compare", "Compare the types", compared),
        sections::sections(guide),
        sections::beyond(),
        sections::glossary(),
    ]
}

fn top(guide: &'static Guide) -> El {
    let over = " The cup sits around the ear and its pad seals against the head. Speech is held \
                back in part, low rumble much less. An open-back cup has a grille instead, and \
                lets sound out and noise in.";
    let inside = " The tip seals the canal itself. With a good seal it blocks noise as an earplug \
                  does; with a poor one the bass goes and the noise comes in. It cancels nothing \
                  unless it has noise-cancelling electronics.";
    el("div")
        .class("top")
        .with(top_words(guide))
        .with(figure("closed-back", "Over the ear.", over))
        .with(figure("iem", "In the ear.", inside))
        .with(illustration_legend())
}

fn top_words(guide: &'static Guide) -> El {
    let topics = Session::get().quiz().topics.len().saturating_sub(1);
    let promise = format!(
        "Your places, then {topics} short questions. Skip any. Nothing leaves your device."
    );
    let find = el("a").class("button").attr("href", Route::Quiz(Step::Resume).href());
    let compare = el("a").attr("href", Route::Guide(Some("compare".to_owned())).href());
    el("div")
        .class("top-words")
        .with(el("h1").attr("tabindex", "-1").with(&guide.title))
        .with(el("p").class("lede").with(&guide.lede))
        .with(
            el("p")
                .class("actions")
                .with(find.with("Find your type"))
                .with(compare.with("Compare the seven types")),
        )
        .with(el("p").class("small").with(promise))
}

fn figure(device_type: &'static str, name: &'static str, words: &'static str) -> El {
    el("figure")
        .class("figure")
        .with(ear_illustration(device_type, "drawing", true))
        .with(el("figcaption").with(el("b").with(name)).with(words))
}

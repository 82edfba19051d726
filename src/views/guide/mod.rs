//! The guide: what each type is, how they compare, and what is known.

pub mod compare;
mod sections;
pub mod types;

use crate::components::evidence;
use crate::components::illustration::{ear_illustration, illustration_legend};
use crate::components::prose::{ProseParts, prose_parts};
use crate::components::section::section;
use crate::markup::{El, Markup, el};
use crate::model::{Figure, Guide};
use crate::nodes;
use crate::route::{Route, Step};
use crate::state::Session;
use crate::views::sources;

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
    el("div")
        .class("top")
        .with(top_words(guide))
        .with_all(guide.figures.iter().map(figure))
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

fn figure(figure: &'static Figure) -> El {
    let content = Session::get().content();
    let device_type = content.quiz.device_type(figure.device_type);
    let ProseParts { inline, notes } =
        prose_parts(&figure.text, &format!("figure-{}", device_type.id));
    let caption = el("figcaption")
        .with(el("b").with(&figure.title))
        .with(" ")
        .with(inline)
        .with(evidence::sources(figure.grade, sources(content, &figure.sources)))
        .with(notes);
    el("figure").class("figure").with(ear_illustration(device_type, "drawing")).with(caption)
}

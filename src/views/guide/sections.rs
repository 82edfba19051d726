//! The guide's sections of facts and takes, what lies beyond the types, and the glossary.

use crate::components::evidence::{fact, grade_key, signpost_id, take};
use crate::components::section::section;
use crate::content::Content;
use crate::markup::{Markup, el};
use crate::model::{Block, Guide, Term};
use crate::nodes;
use crate::route::Route;
use crate::state::Session;
use crate::views::sources;

/// Every section of the content.
pub fn sections(guide: &'static Guide) -> Markup {
    let content = Session::get().content();
    let mut all = Vec::new();
    for part in &guide.sections {
        let chapters = chapters(&part.body).into_iter().map(|blocks| chapter(content, blocks));
        all.push(section("guide", &part.id, &part.title, Markup::all(chapters)));
    }
    all.push(grade_key());
    Markup::Many(all)
}

/// A section's blocks, split before each heading.
fn chapters(body: &'static [Block]) -> Vec<&'static [Block]> {
    let mut chapters = Vec::new();
    let mut start = 0;
    for (at, block) in body.iter().enumerate() {
        if at > start && matches!(block, Block::Heading { .. }) {
            chapters.push(&body[start..at]);
            start = at;
        }
    }
    chapters.push(&body[start..]);
    chapters
}

fn chapter(content: &'static Content, blocks: &'static [Block]) -> Markup {
    let (mut heading, mut takes, mut facts) = (None, Vec::new(), Vec::new());
    for block in blocks {
        match block {
            Block::Heading { id, title } => {
                let anchor = Route::anchor("guide", id);
                heading = Some(el("h3").id(anchor).attr("tabindex", "-1").with(title));
            }
            Block::Take { id, text } => takes.push(take(id, text)),
            Block::Fact { id, text, grade, sources: ids } => {
                facts.push(fact(id, text, *grade, sources(content, ids)));
            }
        }
    }
    let facts = el("div").class("facts").with(facts);
    nodes![heading, el("div").class("beside").with(takes).with(facts)]
}

/// Neighbours of the seven types: shown, never scored.
pub fn beyond() -> Markup {
    let posts = Session::get().content().signposts.iter().map(|post| {
        el("li")
            .id(signpost_id(&post.id))
            .with(el("b").with(&post.name))
            .with(". ")
            .with(el("span").class("muted").with(&post.text))
    });
    section("guide", "beyond", "Outside the seven types", el("ul").class("rows").with_all(posts))
}

/// Every term in one list.
pub fn glossary() -> Markup {
    let term = |term: &'static Term| {
        let id = Route::anchor("guide", &format!("term-{}", term.id));
        el("div")
            .with(el("dt").id(id).attr("tabindex", "-1").with(&term.name))
            .with(el("dd").with(&term.text))
    };
    let terms = Session::get().content().terms.iter().map(term);
    section("guide", "glossary", "Words used here", el("dl").class("sheet").with_all(terms))
}

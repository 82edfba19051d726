//! Every standing with its grade, reason and source.

use crate::content::Content;
use crate::model::{Criterion, CriterionId, Gear, Points};
use crate::route::Route;
use crate::state::Session;
use crate::view::markup::{El, Markup, el};
use crate::view::page::sources as sources_of;
use crate::view::part::claim::sources;
use crate::view::part::mark::dot_scale;
use crate::view::part::prose::prose_parts;
use crate::view::part::section::section;

/// A table for each criterion.
pub fn standings() -> Markup {
    let content = Session::get().content();
    let tables = content.quiz.criteria().map(|(at, criterion)| table(content, at, criterion));
    section("method", "standings", "Every standing, and why", Markup::all(tables))
}

fn table(content: &'static Content, at: CriterionId, criterion: &'static Criterion) -> El {
    let heads = ["Type", "Standing", "Why"].map(|head| el("th").attr("scope", "col").with(head));
    let caption = el("caption")
        .with(el("b").with(&criterion.name))
        .with(". ")
        .with(el("span").with(&criterion.about));
    let table = el("table")
        .class("plain")
        .id(Route::anchor("method", &criterion.id))
        .attr("tabindex", "-1")
        .with(caption)
        .with(el("thead").with(el("tr").with_all(heads)))
        .with(
            el("tbody")
                .with_all(content.quiz.gears.iter().map(|gear| row(content, gear, at, criterion))),
        );
    el("div")
        .class("scroll")
        .attr("role", "region")
        .attr("aria-label", criterion.name.as_str())
        .attr("tabindex", "0")
        .with(table)
}

fn row(
    content: &'static Content,
    gear: &'static Gear,
    at: CriterionId,
    criterion: &Criterion,
) -> El {
    let standing = &gear.standings[usize::from(at.0)];
    let level = standing.level.value();
    let figure = standing.figure.as_ref().map(|figure| format!(" Figure: {figure}."));
    let scale = el("td")
        .class("standing")
        .with(dot_scale(level))
        .with(" ")
        .with(el("span").with(Points(i32::from(level)).to_string()));
    let words = prose_parts(&standing.why, &format!("why-{}-{}", gear.id, criterion.id));
    let why = el("td")
        .with(words.inline)
        .with(figure)
        .with(sources(standing.grade, sources_of(content, &standing.sources)))
        .with(words.notes);
    el("tr").with(el("th").attr("scope", "row").with(&gear.column)).with(scale).with(why)
}

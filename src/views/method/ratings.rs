//! Every rating with its grade, reason and source.

use crate::components::evidence::sources;
use crate::components::icon::dot_scale;
use crate::components::prose::prose_parts;
use crate::components::section::section;
use crate::content::Content;
use crate::markup::{El, Markup, el};
use crate::model::{Criterion, CriterionId, DeviceType, Points};
use crate::route::Route;
use crate::state::Session;
use crate::views::sources as sources_of;

/// A table for each criterion.
pub fn ratings() -> Markup {
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
            el("tbody").with_all(
                content
                    .quiz
                    .device_types
                    .iter()
                    .map(|device_type| row(content, device_type, at, criterion)),
            ),
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
    device_type: &'static DeviceType,
    at: CriterionId,
    criterion: &Criterion,
) -> El {
    let graded = &device_type.ratings[usize::from(at.0)];
    let rating = graded.rating.value();
    let figure = graded.figure.as_ref().map(|figure| format!(" Figure: {figure}."));
    let scale = el("td")
        .class("rating")
        .with(dot_scale(rating))
        .with(" ")
        .with(el("span").with(Points(i32::from(rating)).to_string()));
    let words = prose_parts(&graded.why, &format!("why-{}-{}", device_type.id, criterion.id));
    let why = el("td")
        .with(words.inline)
        .with(figure)
        .with(sources(graded.grade, sources_of(content, &graded.sources)))
        .with(words.notes);
    el("tr").with(el("th").attr("scope", "row").with(&device_type.column)).with(scale).with(why)
}

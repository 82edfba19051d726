//! The table itself: heads, and rows by topic or by how much they differ.

use leptos::prelude::ReadUntracked;

use super::Choices;
use super::columns::Columns;
use super::row::row;
use crate::content::Content;
use crate::model::{Family, GearId};
use crate::state::Session;
use crate::view::markup::{El, Markup, el};
use crate::view::part::mark::gear_mark;

/// The table with the given columns.
pub(super) fn table(content: &'static Content, gears: Vec<GearId>, choices: Choices) -> El {
    let by_family = gears.len() == content.quiz.gears.len() && choices.sorted_by.get().is_none();
    let columns = Columns { content, gears, by_family };
    let body = if choices.by_difference.get() {
        el("tbody").attr("role", "rowgroup").with(by_difference(&columns, choices)).into()
    } else {
        by_topic(&columns, choices)
    };
    let name = "The types compared, criterion by criterion";
    let heads =
        el("thead").attr("role", "rowgroup").with(family_heads(&columns)).with(heads(&columns));
    let table = el("table")
        .class("compare")
        .attr("role", "table")
        .attr("data-columns", columns.gears.len())
        .with(el("caption").class("said").with(name))
        .with(heads)
        .with(body);
    if columns.gears.len() <= 3 {
        return table;
    }
    el("div")
        .class("scroll")
        .attr("role", "region")
        .attr("aria-label", "The types compared")
        .attr("tabindex", "0")
        .with(table)
}

fn family_heads(columns: &Columns) -> Option<El> {
    let quiz = &columns.content.quiz;
    let head = |family: Family| {
        let span = quiz.gears.iter().filter(|gear| gear.family == family).count();
        el("th")
            .attr("role", "columnheader")
            .attr("scope", "colgroup")
            .attr("colspan", span)
            .with(family.name())
    };
    let heads = || head_row("compare-family").with_all(Family::ALL.map(head));
    columns.by_family.then(heads)
}

fn heads(columns: &Columns) -> El {
    let head = |at: &GearId| {
        let gear = columns.content.quiz.gear(*at);
        el("th")
            .attr("role", "columnheader")
            .attr("scope", "col")
            .with(gear_mark(&gear.id))
            .with(el("span").with(&gear.column))
    };
    head_row("compare-types").with_all(columns.gears.iter().map(head))
}

/// A row that starts with the empty corner over the criteria.
fn head_row(class: &'static str) -> El {
    el("tr").class(class).attr("role", "row").with(el("td").attr("role", "cell"))
}

fn by_topic(columns: &Columns, choices: Choices) -> Markup {
    let quiz = &columns.content.quiz;
    let mut bodies = Vec::new();
    for (at, group) in quiz.groups.iter().enumerate() {
        let name = el("th")
            .attr("role", "rowheader")
            .attr("scope", "rowgroup")
            .attr("colspan", columns.gears.len() + 1)
            .with(el("span").with(&group.name));
        let mut body = el("tbody")
            .attr("role", "rowgroup")
            .with(el("tr").class("compare-group").attr("role", "row").with(name));
        for (row_at, criterion) in quiz.criteria() {
            if usize::from(criterion.group.0) == at {
                body = body.with(row(columns, choices, row_at, criterion));
            }
        }
        bodies.push(body.into());
    }
    Markup::Many(bodies)
}

fn by_difference(columns: &Columns, choices: Choices) -> Markup {
    let mut rows = Vec::new();
    let levels = Session::get().levels().read_untracked();
    for spread in (0..=4).rev() {
        for (at, criterion) in columns.content.quiz.criteria() {
            if columns.spread(&levels, at) == spread {
                rows.push(row(columns, choices, at, criterion));
            }
        }
    }
    Markup::Many(rows)
}

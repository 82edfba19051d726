//! The table itself: heads, and rows by topic or by how much they differ.

use leptos::prelude::ReadUntracked;

use super::Options;
use super::columns::Columns;
use super::row::row;
use crate::components::icon::type_icon;
use crate::content::Content;
use crate::markup::{El, Markup, el};
use crate::model::{DeviceTypeId, Family};
use crate::state::Session;

/// The table with the given columns.
pub(super) fn table(
    content: &'static Content,
    device_types: Vec<DeviceTypeId>,
    options: Options,
) -> El {
    let by_family =
        device_types.len() == content.quiz.device_types.len() && options.sorted_by.get().is_none();
    let columns = Columns { content, device_types, by_family };
    let body = if options.by_difference.get() {
        el("tbody").attr("role", "rowgroup").with(by_difference(&columns, options)).into()
    } else {
        by_topic(&columns, options)
    };
    let name = "The types compared, criterion by criterion";
    let heads =
        el("thead").attr("role", "rowgroup").with(family_heads(&columns)).with(heads(&columns));
    let table = el("table")
        .class("compare")
        .attr("role", "table")
        .attr("data-columns", columns.device_types.len())
        .with(el("caption").class("visually-hidden").with(name))
        .with(heads)
        .with(body);
    if columns.device_types.len() <= 3 {
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
        let span =
            quiz.device_types.iter().filter(|device_type| device_type.family == family).count();
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
    let head = |at: &DeviceTypeId| {
        let device_type = columns.content.quiz.device_type(*at);
        el("th")
            .attr("role", "columnheader")
            .attr("scope", "col")
            .with(type_icon(&device_type.id))
            .with(el("span").with(&device_type.column))
    };
    head_row("compare-types").with_all(columns.device_types.iter().map(head))
}

/// A row that starts with the empty corner over the criteria.
fn head_row(class: &'static str) -> El {
    el("tr").class(class).attr("role", "row").with(el("td").attr("role", "cell"))
}

fn by_topic(columns: &Columns, options: Options) -> Markup {
    let quiz = &columns.content.quiz;
    let mut bodies = Vec::new();
    for (at, group) in quiz.groups.iter().enumerate() {
        let name = el("th")
            .attr("role", "rowheader")
            .attr("scope", "rowgroup")
            .attr("colspan", columns.device_types.len() + 1)
            .with(el("span").with(&group.name));
        let mut body = el("tbody")
            .attr("role", "rowgroup")
            .with(el("tr").class("compare-group").attr("role", "row").with(name));
        for (row_at, criterion) in quiz.criteria() {
            if usize::from(criterion.group.0) == at {
                body = body.with(row(columns, options, row_at, criterion));
            }
        }
        bodies.push(body.into());
    }
    Markup::Many(bodies)
}

fn by_difference(columns: &Columns, options: Options) -> Markup {
    let mut rows = Vec::new();
    let ratings = Session::get().ratings().read_untracked();
    for spread in (0..=4).rev() {
        for (at, criterion) in columns.content.quiz.criteria() {
            if columns.spread(&ratings, at) == spread {
                rows.push(row(columns, options, at, criterion));
            }
        }
    }
    Markup::Many(rows)
}

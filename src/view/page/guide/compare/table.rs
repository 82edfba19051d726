//! The table itself: heads, and rows by topic or by how much they differ.

use leptos::prelude::*;

use super::Choices;
use super::row::row;
use crate::content::Content;
use crate::model::{CriterionId, Family, GearId};
use crate::view::part::mark::GearMark;

/// The columns of the table now.
#[derive(Clone)]
pub(super) struct Columns {
    pub(super) content: &'static Content,
    pub(super) gears: Vec<GearId>,
    /// In table order with all types: families get a head of their own.
    by_family: bool,
}

/// The table with the given columns.
pub(super) fn table(content: &'static Content, gears: Vec<GearId>, choices: Choices) -> AnyView {
    let by_family = gears.len() == content.quiz.gears.len() && choices.sorted_by.get().is_none();
    let columns = Columns { content, gears, by_family };
    let is_wide = columns.gears.len() > 3;
    let count = columns.gears.len().to_string();
    let body = if choices.by_difference.get() {
        view! { <tbody role="rowgroup">{by_difference(&columns, choices)}</tbody> }.into_any()
    } else {
        by_topic(&columns, choices).into_any()
    };
    let table = view! {
        <table class="compare" role="table" data-columns=count>
            <caption class="said">"The types compared, criterion by criterion"</caption>
            <thead role="rowgroup">{family_heads(&columns)} {heads(&columns)}</thead>
            {body}
        </table>
    };
    if is_wide {
        view! {
            <div class="scroll" role="region" aria-label="The types compared" tabindex="0">
                {table}
            </div>
        }
        .into_any()
    } else {
        table.into_any()
    }
}

fn family_heads(columns: &Columns) -> impl IntoView + use<> {
    let quiz = &columns.content.quiz;
    columns.by_family.then(|| {
        let head = |family: Family| {
            let span = quiz.gears.iter().filter(|gear| gear.family == family).count().to_string();
            view! {
                <th role="columnheader" scope="colgroup" colspan=span>
                    {family.name()}
                </th>
            }
        };
        view! {
            <tr class="compare-family" role="row">
                <td role="cell"></td>
                {Family::ALL.map(head).collect_view()}
            </tr>
        }
    })
}

fn heads(columns: &Columns) -> impl IntoView + use<> {
    let quiz = &columns.content.quiz;
    let head = |at: &GearId| {
        let gear = quiz.gear(*at);
        view! {
            <th role="columnheader" scope="col">
                <GearMark gear=gear.id.as_str() />
                <span>{gear.column.as_str()}</span>
            </th>
        }
    };
    view! {
        <tr class="compare-types" role="row">
            <td role="cell"></td>
            {columns.gears.iter().map(head).collect_view()}
        </tr>
    }
}

fn by_topic(columns: &Columns, choices: Choices) -> impl IntoView + use<> {
    let quiz = &columns.content.quiz;
    let span = (columns.gears.len() + 1).to_string();
    let mut bodies = Vec::new();
    for (at, group) in quiz.groups.iter().enumerate() {
        let rows = quiz.criteria().filter(|(_, criterion)| usize::from(criterion.group.0) == at);
        let rows = rows.map(|(at, criterion)| row(columns, choices, at, criterion));
        bodies.push(view! {
            <tbody role="rowgroup">
                <tr class="compare-group" role="row">
                    <th role="rowheader" scope="rowgroup" colspan=span.clone()>
                        {group.name.as_str()}
                    </th>
                </tr>
                {rows.collect_view()}
            </tbody>
        });
    }
    bodies
}

fn by_difference(columns: &Columns, choices: Choices) -> impl IntoView + use<> {
    let mut rows: Vec<_> = columns.content.quiz.criteria().collect();
    rows.sort_by_key(|(at, _)| std::cmp::Reverse(columns.spread(*at)));
    rows.into_iter()
        .map(|(at, criterion)| row(columns, choices, at, criterion))
        .collect_view()
}

impl Columns {
    /// How far the shown types are apart on a criterion: 0 to 4.
    pub(super) fn spread(&self, at: CriterionId) -> i8 {
        let levels = self.gears.iter().map(|gear| self.content.quiz.gear(*gear).level(at).value());
        let high = levels.clone().max().unwrap_or(0);
        high - levels.min().unwrap_or(0)
    }

    /// The weakest evidence among the shown types, for the mark of the row.
    pub(super) fn grade(&self, at: CriterionId) -> &'static str {
        let standings = self.gears.iter().map(|gear| &self.content.quiz.gear(*gear).standings);
        let grades = standings.filter_map(|all| all.get(usize::from(at.0))).map(|one| one.grade);
        grades.max().unwrap_or_default().id()
    }
}

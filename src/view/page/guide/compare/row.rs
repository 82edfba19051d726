//! One criterion across the shown types, with its reasons behind a button.

use leptos::prelude::*;

use super::Choices;
use super::table::Columns;
use crate::model::{Criterion, CriterionId, GearId};
use crate::view::page::sources;
use crate::view::part::claim::Sources;
use crate::view::part::mark::{DotScale, GradeMark};
use crate::view::part::prose::{Words, words};

/// The row of a criterion, greyed if it does not separate the shown types.
pub(super) fn row(
    columns: &Columns,
    choices: Choices,
    at: CriterionId,
    criterion: &'static Criterion,
) -> impl IntoView + use<> {
    let is_same = columns.spread(at) == 0;
    let is_open = Memo::new(move |_| choices.open.read().contains(&at));
    let toggle = move |_| {
        choices.open.update(|open| match open.iter().position(|row| *row == at) {
            Some(index) => drop(open.remove(index)),
            None => open.push(at),
        });
    };
    let kept = columns.clone();
    let reasons = move || is_open.get().then(|| reasons(&kept, choices, at, criterion));
    view! {
        <tr class=if is_same { "compare-same" } else { "compare-row" } role="row" data-criterion=criterion.id.as_str()>
            <th role="rowheader" scope="row">
                <button class="opener" type="button" aria-expanded=move || is_open.get().to_string() on:click=toggle>
                    {criterion.name.as_str()}
                </button>
                " "
                <GradeMark grade=columns.grade(at) />
            </th>
            {cells(columns, at, criterion, is_same)}
        </tr>
        {reasons}
    }
}

fn cells(
    columns: &Columns,
    at: CriterionId,
    criterion: &'static Criterion,
    is_same: bool,
) -> AnyView {
    let quiz = &columns.content.quiz;
    let best = quiz.gears.iter().map(|gear| gear.level(at)).max();
    if let Some(first) = columns.gears.first().filter(|_| is_same) {
        let phrase = criterion.phrase(quiz.gear(*first).level(at));
        let span = columns.gears.len().to_string();
        let words = format!("no difference: {phrase}");
        return view! { <td role="cell" colspan=span>{words}</td> }.into_any();
    }
    let cell = |gear: &GearId| {
        let level = quiz.gear(*gear).level(at);
        let phrase = criterion.phrase(level);
        let words = if Some(level) == best {
            view! { <b>{phrase}</b> }.into_any()
        } else {
            view! { <span>{phrase}</span> }.into_any()
        };
        view! {
            <td role="cell">
                <DotScale standing=level.value() />
                {words}
            </td>
        }
    };
    columns.gears.iter().map(cell).collect_view().into_any()
}

fn reasons(
    columns: &Columns,
    choices: Choices,
    at: CriterionId,
    criterion: &'static Criterion,
) -> impl IntoView + use<> {
    let content = columns.content;
    let span = (columns.gears.len() + 1).to_string();
    let sort = move |_| choices.sorted_by.set(Some(at));
    let reason = |id: &GearId| {
        let gear = content.quiz.gear(*id);
        let standing = &gear.standings[usize::from(at.0)];
        let scope = format!("{}-{}", gear.id, criterion.id);
        let Words { inline, notes } = words(&standing.why, &scope);
        let figure = standing.figure.as_ref().map(|figure| format!(" Figure: {figure}."));
        view! {
            <li>
                <b>{gear.column.as_str()}</b>
                ". "
                {inline}
                {figure}
                " "
                <Sources grade=standing.grade sources=sources(content, &standing.sources) />
                {notes}
            </li>
        }
    };
    view! {
        <tr class="compare-why" role="row">
            <td role="cell" colspan=span>
                <p class="small">
                    {criterion.about.as_str()}
                    " "
                    <button class="link" type="button" on:click=sort>
                        "Sort the columns by this row"
                    </button>
                </p>
                <ul class="rows">{columns.gears.iter().map(reason).collect_view()}</ul>
            </td>
        </tr>
    }
}

//! One criterion across the shown types, with its reasons behind a button.

use leptos::prelude::*;

use super::columns::Columns;
use super::{Choices, ORDER, link};
use crate::model::{Criterion, CriterionId, GearId};
use crate::nodes;
use crate::state::Session;
use crate::view::markup::{El, Markup, el, inside_of, live};
use crate::view::page::own::{own_level, yours};
use crate::view::part::claim::{about_place, why_place};
use crate::view::part::mark::{dot_scale, grade_mark};
use crate::view::part::remembered::Remembered;

/// The row of a criterion, greyed if it does not separate the shown types.
pub(super) fn row(
    columns: &Columns,
    choices: Choices,
    at: CriterionId,
    criterion: &'static Criterion,
) -> Markup {
    let levels = Session::get().levels();
    let (kept, shown) = (columns.clone(), columns.clone());
    let is_same = {
        let columns = columns.clone();
        move || columns.spread(&levels.read(), at) == 0
    };
    let is_open = Remembered::new(false);
    let opener = el("button")
        .class("opener")
        .attr("type", "button")
        .live_state("aria-expanded", move || is_open.get())
        .on("click", move |_| is_open.set(!is_open.get()))
        .with(&criterion.name);
    let name = el("th")
        .attr("role", "rowheader")
        .attr("scope", "row")
        .with(opener)
        .with(" ")
        .with(grade_mark(columns.grade(at)));
    let row = el("tr")
        .live_attr("class", move || Some(if is_same() { "compare-same" } else { "compare-row" }))
        .attr("role", "row")
        .attr("data-criterion", &criterion.id)
        .with(name)
        .with(live(move || cells(&shown, at, criterion)));
    nodes![row, live(move || is_open.get().then(|| reasons(&kept, choices, at, criterion)))]
}

fn cells(columns: &Columns, at: CriterionId, criterion: &'static Criterion) -> Markup {
    let session = Session::get();
    let levels = session.levels().read();
    let is_same = columns.spread(&levels, at) == 0;
    if let Some(first) = columns.gears.first().filter(|_| is_same) {
        let phrase = criterion.phrase(levels.get(*first, at));
        let span = columns.gears.len().to_string();
        let words = format!("no difference: {phrase}");
        return el("td").attr("role", "cell").attr("colspan", span).with(words).into();
    }
    let best = session.quiz().gears().map(|(gear, _)| levels.get(gear, at)).max();
    let cell = |gear: &GearId| {
        let level = levels.get(*gear, at);
        let words = el(if Some(level) == best { "b" } else { "span" });
        el("td")
            .attr("role", "cell")
            .with(dot_scale(level.value()))
            .with(words.with(criterion.phrase(level)))
            .with(yours(session, *gear, at))
    };
    Markup::all(columns.gears.iter().map(cell))
}

fn reasons(
    columns: &Columns,
    choices: Choices,
    at: CriterionId,
    criterion: &'static Criterion,
) -> El {
    let session = Session::get();
    let sort = move |_| {
        choices.sorted_by.set(Some(at));
        session.focus(ORDER);
    };
    let about = el("p")
        .class("small")
        .with(inside_of(about_place(&criterion.id), "-compared"))
        .with(" ")
        .with(link("Sort the columns by this row", sort));
    let reasons = columns.gears.iter().map(|gear| reason(columns, *gear, at, criterion));
    let cell = el("td")
        .attr("role", "cell")
        .attr("colspan", columns.gears.len() + 1)
        .with(about)
        .with(el("ul").class("rows").with_all(reasons));
    el("tr").class("compare-why").attr("role", "row").with(cell)
}

fn reason(columns: &Columns, own: GearId, at: CriterionId, criterion: &'static Criterion) -> El {
    let gear = columns.content.quiz.gear(own);
    let summary = el("summary").with("Not so for you?");
    let whose = el("span").class("said").with(": ").with(&gear.column);
    el("li")
        .with(el("b").with(&gear.column))
        .with(". ")
        .with(inside_of(why_place(own, &criterion.id), "-compared"))
        .with(el("details").class("more").with(summary.with(whose)).with(own_level(
            "compare-own-",
            own,
            at,
        )))
}

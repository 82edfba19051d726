//! One criterion across the shown types, with its reasons behind a button.

use leptos::prelude::*;

use super::columns::Columns;
use super::{ORDER, Options, link};
use crate::components::evidence::{about_anchor, why_anchor};
use crate::components::icon::{dot_scale, grade_icon};
use crate::components::remembered::Remembered;
use crate::markup::{El, Markup, el, inside_of, live};
use crate::model::{Criterion, CriterionId, DeviceTypeId};
use crate::nodes;
use crate::state::Session;
use crate::views::own_rating::{own_rating, yours};

/// The row of a criterion, greyed if it does not separate the shown types.
pub(super) fn row(
    columns: &Columns,
    options: Options,
    at: CriterionId,
    criterion: &'static Criterion,
) -> Markup {
    let ratings = Session::get().ratings();
    let (kept, shown) = (columns.clone(), columns.clone());
    let is_same = {
        let columns = columns.clone();
        move || columns.spread(&ratings.read(), at) == 0
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
        .with(grade_icon(columns.grade(at)));
    let row = el("tr")
        .live_attr("class", move || Some(if is_same() { "compare-same" } else { "compare-row" }))
        .attr("role", "row")
        .attr("data-criterion", &criterion.id)
        .with(name)
        .with(live(move || cells(&shown, at, criterion)));
    nodes![row, live(move || is_open.get().then(|| reasons(&kept, options, at, criterion)))]
}

fn cells(columns: &Columns, at: CriterionId, criterion: &'static Criterion) -> Markup {
    let session = Session::get();
    let ratings = session.ratings().read();
    let is_same = columns.spread(&ratings, at) == 0;
    if let Some(first) = columns.device_types.first().filter(|_| is_same) {
        let phrase = criterion.phrase(ratings.get(*first, at));
        let span = columns.device_types.len().to_string();
        let words = format!("no difference: {phrase}");
        return el("td").attr("role", "cell").attr("colspan", span).with(words).into();
    }
    let best =
        session.quiz().device_types().map(|(device_type, _)| ratings.get(device_type, at)).max();
    let cell = |device_type: &DeviceTypeId| {
        let rating = ratings.get(*device_type, at);
        let words = el(if Some(rating) == best { "b" } else { "span" });
        el("td")
            .attr("role", "cell")
            .with(dot_scale(rating.value()))
            .with(words.with(criterion.phrase(rating)))
            .with(yours(session, *device_type, at))
    };
    Markup::all(columns.device_types.iter().map(cell))
}

fn reasons(
    columns: &Columns,
    options: Options,
    at: CriterionId,
    criterion: &'static Criterion,
) -> El {
    let session = Session::get();
    let sort = move |_| {
        options.sorted_by.set(Some(at));
        session.focus(ORDER);
    };
    let about = el("p")
        .class("small")
        .with(inside_of(about_anchor(&criterion.id), "-compared"))
        .with(" ")
        .with(link("Sort the columns by this row", sort));
    let reasons =
        columns.device_types.iter().map(|device_type| reason(columns, *device_type, at, criterion));
    let cell = el("td")
        .attr("role", "cell")
        .attr("colspan", columns.device_types.len() + 1)
        .with(about)
        .with(el("ul").class("rows").with_all(reasons));
    el("tr").class("compare-why").attr("role", "row").with(cell)
}

fn reason(
    columns: &Columns,
    own: DeviceTypeId,
    at: CriterionId,
    criterion: &'static Criterion,
) -> El {
    let device_type = columns.content.quiz.device_type(own);
    let summary = el("summary").with("Not so for you?");
    let whose = el("span").class("visually-hidden").with(": ").with(&device_type.column);
    el("li")
        .with(el("b").with(&device_type.column))
        .with(". ")
        .with(inside_of(why_anchor(own, &criterion.id), "-compared"))
        .with(el("details").class("more").with(summary.with(whose)).with(own_rating(
            "compare-own-",
            own,
            at,
        )))
}

//! The comparison: criteria by type, for all seven or the few that the visitor picks.

mod columns;
mod row;
mod table;

use leptos::prelude::*;
use leptos::web_sys::Event;

use crate::model::{CriterionId, Gear, GearId, GearSet, Quiz};
use crate::nodes;
use crate::state::Session;
use crate::view::markup::{El, Markup, el, live, live_text};
use crate::view::part::claim::grade_key;
use crate::view::part::remembered::Remembered;

/// The line that says how the table is ordered. It takes focus when a choice of order goes with the
/// table that offered it.
const ORDER: &str = "compare-order";

/// What the visitor has set; not stored.
#[derive(Clone, Copy)]
struct Choices {
    picked: Remembered<GearSet>,
    by_difference: Remembered<bool>,
    /// The row that orders the columns.
    sorted_by: Remembered<Option<CriterionId>>,
}

/// The controls and the table.
pub fn compare() -> Markup {
    let content = Session::get().content();
    let choices = Choices {
        picked: Remembered::new(GearSet::default()),
        by_difference: Remembered::new(false),
        sorted_by: Remembered::new(None),
    };
    let about = "A dot further right is better for you. Hollow dots are drawbacks. Open a row for \
                 the reason and its source.";
    let bar = el("div")
        .class("compare-bar")
        .with(el("p").class("small").with(about))
        .with(grade_key())
        .with(order(choices));
    nodes![
        picker(choices),
        bar,
        live(move || table::table(content, shown(&content.quiz, choices), choices))
    ]
}

/// The types to show: the picked ones if there are two or more, else all; in table order, or the
/// best on the chosen row first.
fn shown(quiz: &Quiz, choices: Choices) -> Vec<GearId> {
    let picked = choices.picked.get();
    let all: Vec<GearId> = quiz.gears().map(|(at, _)| at).collect();
    let mut gears: Vec<GearId> = all.iter().copied().filter(|at| picked.has(*at)).collect();
    if gears.len() < 2 {
        gears = all;
    }
    let Some(row) = choices.sorted_by.get() else { return gears };
    let levels = Session::get().levels().read_untracked();
    let mut sorted = Vec::new();
    for level in (-2..=2).rev() {
        sorted.extend(gears.iter().filter(|at| levels.get(**at, row).value() == level));
    }
    sorted
}

fn picker(choices: Choices) -> El {
    let picked = choices.picked;
    let tick = |(at, gear): (GearId, &'static Gear)| {
        let input = el("input")
            .attr("type", "checkbox")
            .attr("name", "compare")
            .attr("autocomplete", "off")
            .attr("value", &gear.id)
            .checked(move || picked.get().has(at))
            .on("change", move |_| picked.set(picked.get().toggled(at)));
        el("label").class("tick").with(input).with(el("span").with(&gear.column))
    };
    let legend = move || match picked.get().len() {
        0 => "All seven are shown. Tick two or three to see only those.".to_owned(),
        1 => "Tick one more to compare the two.".to_owned(),
        _ => "Only the ticked types are shown.".to_owned(),
    };
    el("fieldset")
        .class("picker")
        .with(el("legend").with(live_text(legend)))
        .with_all(Session::get().quiz().gears().map(tick))
}

fn order(choices: Choices) -> El {
    let session = Session::get();
    let by_difference = choices.by_difference;
    let rows = |name, on: bool| {
        link(name, move |_| by_difference.set(on))
            .live_state("aria-pressed", move || by_difference.get() == on)
    };
    let columns = move |row| {
        let usual = move |_| {
            choices.sorted_by.set(None);
            session.focus(ORDER);
        };
        let name = &session.quiz().criterion(row).name;
        nodes![" Columns: best first by “", name, "”. ", link("usual order", usual)]
    };
    el("p")
        .class("order")
        .id(ORDER)
        .attr("tabindex", "-1")
        .with("Order rows by ")
        .with(rows("topic", false))
        .with(" ")
        .with(rows("how much they differ", true))
        .with(live(move || choices.sorted_by.get().map(columns)))
}

/// A button that looks like a link.
fn link(words: &'static str, listener: impl Fn(Event) + 'static) -> El {
    el("button").class("link").attr("type", "button").on("click", listener).with(words)
}

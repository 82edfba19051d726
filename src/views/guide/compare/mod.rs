//! The comparison: criteria by type, for all seven or the few that the visitor picks.

mod columns;
mod row;
mod table;

use leptos::prelude::*;
use leptos::web_sys::Event;

use crate::components::evidence::grade_key;
use crate::components::remembered::Remembered;
use crate::markup::{El, Markup, el, live, live_text};
use crate::model::{CriterionId, DeviceType, DeviceTypeId, DeviceTypeSet, Quiz};
use crate::nodes;
use crate::state::Session;

/// The line that says how the table is ordered. It takes focus when a choice of order goes with the
/// table that offered it.
const ORDER: &str = "compare-order";

/// What the visitor has set; not stored.
#[derive(Clone, Copy)]
struct Options {
    picked: Remembered<DeviceTypeSet>,
    by_difference: Remembered<bool>,
    /// The row that orders the columns.
    sorted_by: Remembered<Option<CriterionId>>,
}

/// The controls and the table.
pub fn compare() -> Markup {
    let content = Session::get().content();
    let options = Options {
        picked: Remembered::new(DeviceTypeSet::default()),
        by_difference: Remembered::new(false),
        sorted_by: Remembered::new(None),
    };
    let about = "A dot further right is better for you. Hollow dots are drawbacks. Open a row for \
                 the reason and its source.";
    let bar = el("div")
        .class("compare-bar")
        .with(el("p").class("small").with(about))
        .with(grade_key())
        .with(order(options));
    nodes![
        picker(options),
        bar,
        live(move || table::table(content, shown(&content.quiz, options), options))
    ]
}

/// The types to show: the picked ones if there are two or more, else all; in table order, or the
/// best on the chosen row first.
fn shown(quiz: &Quiz, options: Options) -> Vec<DeviceTypeId> {
    let picked = options.picked.get();
    let all: Vec<DeviceTypeId> = quiz.device_types().map(|(at, _)| at).collect();
    let mut device_types: Vec<DeviceTypeId> =
        all.iter().copied().filter(|at| picked.has(*at)).collect();
    if device_types.len() < 2 {
        device_types = all;
    }
    let Some(row) = options.sorted_by.get() else { return device_types };
    let ratings = Session::get().ratings().read_untracked();
    let mut sorted = Vec::new();
    for rating in (-2..=2).rev() {
        sorted.extend(device_types.iter().filter(|at| ratings.get(**at, row).value() == rating));
    }
    sorted
}

fn picker(options: Options) -> El {
    let picked = options.picked;
    let tick = |(at, device_type): (DeviceTypeId, &'static DeviceType)| {
        let input = el("input")
            .attr("type", "checkbox")
            .attr("name", "compare")
            .attr("autocomplete", "off")
            .attr("value", &device_type.id)
            .checked(move || picked.get().has(at))
            .on("change", move |_| picked.set(picked.get().toggled(at)));
        el("label").class("tick").with(input).with(el("span").with(&device_type.column))
    };
    let legend = move || match picked.get().len() {
        0 => "All seven are shown. Tick two or three to see only those.".to_owned(),
        1 => "Tick one more to compare the two.".to_owned(),
        _ => "Only the ticked types are shown.".to_owned(),
    };
    el("fieldset")
        .class("picker")
        .with(el("legend").with(live_text(legend)))
        .with_all(Session::get().quiz().device_types().map(tick))
}

fn order(options: Options) -> El {
    let session = Session::get();
    let by_difference = options.by_difference;
    let rows = |name, on: bool| {
        link(name, move |_| by_difference.set(on))
            .live_state("aria-pressed", move || by_difference.get() == on)
    };
    let columns = move |row| {
        let usual = move |_| {
            options.sorted_by.set(None);
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
        .with(live(move || options.sorted_by.get().map(columns)))
}

/// A button that looks like a link.
fn link(words: &'static str, listener: impl Fn(Event) + 'static) -> El {
    el("button").class("link").attr("type", "button").on("click", listener).with(words)
}

//! The comparison: criteria by type, for all seven or the few that the visitor picks.

mod row;
mod table;

use leptos::prelude::*;

use crate::model::{CriterionId, Gear, GearId, GearSet, Quiz};
use crate::state::Session;
use crate::view::part::claim::GradeKey;

/// What the visitor has set; not stored.
#[derive(Clone, Copy)]
struct Choices {
    picked: RwSignal<GearSet>,
    by_difference: RwSignal<bool>,
    /// The row that orders the columns.
    sorted_by: RwSignal<Option<CriterionId>>,
    /// The rows that are open.
    open: RwSignal<Vec<CriterionId>>,
}

/// The controls and the table.
#[component]
pub fn Compare() -> impl IntoView {
    let content = Session::get().content();
    let choices = Choices {
        picked: RwSignal::new(GearSet::default()),
        by_difference: RwSignal::new(false),
        sorted_by: RwSignal::new(None),
        open: RwSignal::new(Vec::new()),
    };
    let columns = Memo::new(move |_| shown(&content.quiz, choices));
    let table = move || table::table(content, columns.get(), choices);
    view! {
        <Picker choices />
        <div class="compare-bar">
            <p class="small">
                "A dot further right is better for you. Hollow dots are drawbacks. Open a row for \
                 the reason and its source."
            </p>
            <Order choices />
            <GradeKey />
        </div>
        {table}
    }
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
    if let Some(row) = choices.sorted_by.get() {
        gears.sort_by_key(|at| std::cmp::Reverse(quiz.gear(*at).level(row)));
    }
    gears
}

#[component]
fn Picker(choices: Choices) -> impl IntoView {
    let quiz = Session::get().quiz();
    let picked = choices.picked;
    let tick = |(at, gear): (GearId, &'static Gear)| {
        let toggle = move |_| picked.update(|set| *set = set.toggled(at));
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    name="compare"
                    value=gear.id.as_str()
                    prop:checked=move || picked.get().has(at)
                    on:change=toggle
                />
                <span>{gear.column.as_str()}</span>
            </label>
        }
    };
    let legend = move || match picked.get().len() {
        0 => "All seven are shown. Tick two or three to see only those.",
        1 => "Tick one more to compare the two.",
        _ => "Only the ticked types are shown.",
    };
    view! {
        <fieldset class="picker">
            <legend>{legend}</legend>
            {quiz.gears().map(tick).collect_view()}
        </fieldset>
    }
}

#[component]
fn Order(choices: Choices) -> impl IntoView {
    let quiz = Session::get().quiz();
    let by_difference = choices.by_difference;
    let pressed = move |on: bool| move || (by_difference.get() == on).to_string();
    let columns = move || {
        choices.sorted_by.get().map(|row| {
            view! {
                " Columns: best first by “" {quiz.criterion(row).name.as_str()} "”. "
                <button class="link" type="button" on:click=move |_| choices.sorted_by.set(None)>
                    "usual order"
                </button>
            }
        })
    };
    view! {
        <p class="order">
            "Order rows by "
            <button class="link" type="button" aria-pressed=pressed(false) on:click=move |_| by_difference.set(false)>
                "topic"
            </button>
            " "
            <button class="link" type="button" aria-pressed=pressed(true) on:click=move |_| by_difference.set(true)>
                "how much they differ"
            </button>
            {columns}
        </p>
    }
}

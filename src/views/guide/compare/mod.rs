//! The comparison: criteria by type, for all types or the few that the visitor picks.

mod columns;
mod row;
mod table;

use leptos::prelude::*;

use crate::components::evidence::GradeKey;
use crate::components::reactive::{dynamic, flag, handler, string};
use crate::components::text::Text;
use crate::model::{CriterionId, DeviceType};
use crate::state::Session;
use columns::Comparison;
use table::Table;

/// The id of the line that says how the table is ordered. It takes focus when the button that
/// restores the usual order goes.
const ORDER: &str = "compare-order";

const ABOUT: &str = "A dot further right is better for you. Hollow dots are drawbacks. Open a row \
                     for the reason and its source.";

/// The controls and the table.
#[component]
pub fn Compare() -> impl IntoView {
    let session = Session::get().for_view();
    provide_context(session);
    let comparison = Comparison::new(session);
    view! {
        <Picker comparison />
        <div class="compare-bar">
            <p class="small">{ABOUT}</p>
            <GradeKey />
            <Order comparison />
        </div>
        <Table comparison />
    }
}

#[component]
fn Picker(comparison: Comparison) -> impl IntoView {
    let picked = comparison.picked;
    let legend = string(move || {
        match picked.get().len() {
            0 => "All are shown. Tick two or three to see only those.",
            1 => "Tick one more to compare the two.",
            _ => "Only the ticked types are shown.",
        }
        .to_owned()
    });
    let tick = |(at, device_type): (_, &'static DeviceType)| {
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    name="compare"
                    autocomplete="off"
                    value=device_type.id.as_str()
                    prop:checked=flag(move || picked.get().has(at))
                    on:change=handler(move |_| picked.update(|picked| *picked = picked.toggled(at)))
                />
                <span>{device_type.column.as_str()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="picker">
            <legend><Text words=legend /></legend>
            {Session::get().quiz().device_types().map(tick).collect_view()}
        </fieldset>
    }
}

#[component]
fn Order(comparison: Comparison) -> impl IntoView {
    view! {
        <p class="order" id=ORDER tabindex="-1">
            "Order rows by "
            <RowOrder comparison name="topic" is_by_difference=false />
            " "
            <RowOrder comparison name="how much they differ" is_by_difference=true />
            {dynamic(move || {
                comparison.sorted_by.get().map(|row| view! { <ColumnOrder comparison row /> })
            })}
        </p>
    }
}

#[component]
fn RowOrder(comparison: Comparison, name: &'static str, is_by_difference: bool) -> impl IntoView {
    let current = comparison.is_by_difference;
    view! {
        <button
            class="link"
            type="button"
            aria-pressed=string(move || (current.get() == is_by_difference).to_string())
            on:click=handler(move |_| current.set(is_by_difference))
        >
            {name}
        </button>
    }
}

/// The row that orders the columns, and the way back.
#[component]
fn ColumnOrder(comparison: Comparison, row: CriterionId) -> impl IntoView {
    let session = Session::get();
    let restore = move |_| {
        comparison.sorted_by.set(None);
        session.focus(ORDER);
    };
    view! {
        <span>" Columns: best first by “" {session.quiz().criterion(row).name.as_str()} "”. "</span>
        <button class="link" type="button" on:click=handler(restore)>
            "usual order"
        </button>
    }
}

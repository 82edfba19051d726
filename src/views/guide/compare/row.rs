//! One criterion across the shown types, with its reasons behind a button.

use leptos::prelude::*;

use super::columns::Comparison;
use crate::components::icon::{DotScale, GradeIcon};
use crate::components::reactive::{dynamic, flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{CriterionDetails, CriterionId, DeviceTypeId};
use crate::state::{ComparedCell, ComparedRow, Session};
use crate::views::own_rating::{OwnRatingPicker, YourView};
use crate::views::rating_reason::RatingReason;

/// The row of a criterion, greyed if it does not separate the shown types.
#[component]
pub(super) fn Row(comparison: Comparison, criterion: CriterionId) -> impl IntoView {
    let session = Session::get();
    let text = session.quiz().criterion(criterion);
    let columns = comparison.columns;
    let row = Memo::new(move |_| {
        let ratings = session.ratings().read();
        ComparedRow::of(session.quiz(), &ratings, &columns.read(), criterion)
    });
    let grade = Memo::new(move |_| columns.read().weakest_grade(session.quiz(), criterion));
    let is_open = Memo::new(move |_| comparison.is_open(criterion));
    let class = string(move || {
        let is_same = row.read().shared.is_some();
        if is_same { "compare-same" } else { "compare-row" }.to_owned()
    });
    view! {
        <tr class=class role="row" data-criterion=text.id.as_str()>
            <th role="rowheader" scope="row">
                <button
                    class="opener"
                    type="button"
                    aria-expanded=string(move || is_open.get().to_string())
                    on:click=handler(move |_| comparison.toggle(criterion))
                >
                    {text.name.as_str()}
                </button>
                " "
                {dynamic(move || view! { <GradeIcon grade=grade.get() /> })}
            </th>
            <Cells row text=session.details().criterion(criterion) />
        </tr>
        <When condition=flag(move || is_open.get())>
            <Reasons comparison criterion />
        </When>
    }
}

/// A cell for each type, or one across all of them if they do not differ.
#[component]
fn Cells(row: Memo<ComparedRow>, text: &'static CriterionDetails) -> impl IntoView {
    let span = string(move || row.read().cells.len().to_string());
    let same = string(move || {
        let shared = row.read().shared.unwrap_or_default();
        format!("no difference: {}", text.phrase(shared))
    });
    let shared = move || {
        view! {
            <td role="cell" colspan=span>
                <Text words=same />
            </td>
        }
    };
    view! {
        <When condition=flag(move || row.read().shared.is_none()) fallback=shared>
            <For each=move || row.read().cells.clone() key=|cell| *cell let:cell>
                <Cell cell text />
            </For>
        </When>
    }
}

#[component]
fn Cell(cell: ComparedCell, text: &'static CriterionDetails) -> impl IntoView {
    let phrase = text.phrase(cell.rating);
    let phrase = if cell.is_best {
        view! { <b>{phrase}</b> }.into_any()
    } else {
        view! { <span>{phrase}</span> }.into_any()
    };
    view! {
        <td role="cell">
            <DotScale rating=cell.rating />
            {phrase}
            {cell.is_own.then(|| view! { <YourView /> })}
        </td>
    }
}

/// What the criterion is, and why each shown type has its rating.
#[component]
fn Reasons(comparison: Comparison, criterion: CriterionId) -> impl IntoView {
    let session = Session::get();
    // The comparison lives as long as the page, and its rows are opened and closed many times.
    provide_context(session.for_view());
    let text = session.details().criterion(criterion);
    let device_types = move || comparison.columns.read().device_types.clone();
    view! {
        <tr class="compare-why" role="row">
            <td role="cell" colspan=string(move || (comparison.span() + 1).to_string())>
                <p class="small">
                    {text.about.as_str()}
                    " "
                    <button
                        class="link"
                        type="button"
                        on:click=handler(move |_| comparison.sorted_by.set(Some(criterion)))
                    >
                        "Sort the columns by this row"
                    </button>
                </p>
                <ul class="rows">
                    <For each=device_types key=|device_type| *device_type let:device_type>
                        <Reason device_type criterion />
                    </For>
                </ul>
            </td>
        </tr>
    }
}

#[component]
fn Reason(device_type: DeviceTypeId, criterion: CriterionId) -> impl IntoView {
    let text = Session::get().quiz().device_type(device_type);
    view! {
        <li>
            <b>{text.column.as_str()}</b>
            ". "
            <RatingReason device_type criterion scope="compared" />
            <details class="more">
                <summary>
                    "Not so for you?"
                    <span class="visually-hidden">": " {text.column.as_str()}</span>
                </summary>
                <OwnRatingPicker scope="compare-own-" device_type criterion />
            </details>
        </li>
    }
}

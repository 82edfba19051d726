//! For a close result: only what separates the two types.

use leptos::prelude::*;

use crate::components::icon::DotScale;
use crate::components::reactive::flag;
use crate::components::type_head::TypeHead;
use crate::components::when::When;
use crate::model::{CriterionDetails, Rating};
use crate::state::Session;
use crate::state::result::separates::{SeparatingRow, Separation};
use crate::views::own_rating::YourView;

/// The ratings in which the leader and its rival differ, and what to do; nothing unless they are
/// close.
#[component]
pub fn Separates() -> impl IntoView {
    let session = Session::get();
    let separation = Memo::new(move |_| Separation::of(session.quiz(), &session.verdict().read()));
    view! {
        <When condition=flag(move || separation.read().is_some())>
            <section class="section quiet apart" aria-labelledby="apart">
                <h2 id="apart">"What separates them"</h2>
                <Table separation />
                <p class="small">
                    "Try both for ten minutes with the test in the shop list. If they feel alike to \
                     you, take the one that costs less."
                </p>
            </section>
        </When>
    }
}

#[component]
fn Table(separation: Memo<Option<Separation>>) -> impl IntoView {
    let quiz = Session::get().quiz();
    let device_types = move || {
        let separation = separation.read();
        separation.as_ref().map(|at| at.device_types.to_vec()).unwrap_or_default()
    };
    let rows = move || separation.read().as_ref().map(|at| at.rows.clone()).unwrap_or_default();
    view! {
        <table class="compare" role="table" data-columns="2">
            <thead role="rowgroup">
                <tr class="compare-types" role="row">
                    <td role="cell"></td>
                    <For each=device_types key=|at| *at let:device_type>
                        <TypeHead device_type=quiz.device_type(device_type) />
                    </For>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <For each=rows key=|row| *row let:row>
                    <Row row />
                </For>
            </tbody>
        </table>
    }
}

#[component]
fn Row(row: SeparatingRow) -> impl IntoView {
    let session = Session::get();
    let criterion = session.quiz().criterion(row.criterion);
    let about = session.details().criterion(row.criterion);
    let cell = |(rating, is_own)| view! { <Cell about rating is_own /> };
    view! {
        <tr class="compare-row" role="row">
            <th role="rowheader" scope="row">
                {criterion.name.as_str()}
            </th>
            {row.cells.map(cell)}
        </tr>
    }
}

#[component]
fn Cell(about: &'static CriterionDetails, rating: Rating, is_own: bool) -> impl IntoView {
    view! {
        <td role="cell">
            <DotScale rating />
            <span>{about.phrase(rating)}</span>
            {is_own.then(|| view! { <YourView /> })}
        </td>
    }
}

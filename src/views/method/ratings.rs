//! Every rating with its grade, reason and source.

use leptos::prelude::*;

use super::table::{Heads, ScrollRegion};
use crate::components::icon::DotScale;
use crate::components::section::Section;
use crate::model::{Criterion, CriterionId, DeviceTypeId, Points};
use crate::route::Route;
use crate::state::Session;
use crate::views::rating_reason::RatingReason;

/// A table for each criterion.
#[component]
pub fn Ratings() -> impl IntoView {
    let quiz = Session::get().quiz();
    let table = |(at, criterion)| view! { <CriterionTable at criterion /> };
    view! {
        <Section view="method" anchor="standings" title="Every standing, and why">
            {quiz.criteria().map(table).collect_view()}
        </Section>
    }
}

#[component]
fn CriterionTable(at: CriterionId, criterion: &'static Criterion) -> impl IntoView {
    let quiz = Session::get().quiz();
    let row = move |(device_type, _)| view! { <Row device_type criterion=at /> };
    view! {
        <ScrollRegion name=criterion.name.as_str()>
            <table class="plain" id=Route::anchor("method", &criterion.id) tabindex="-1">
                <caption>
                    <b>{criterion.name.as_str()}</b>
                    ". "
                    <span>{criterion.about.as_str()}</span>
                </caption>
                <Heads names=["Type", "Standing", "Why"] />
                <tbody>{quiz.device_types().map(row).collect_view()}</tbody>
            </table>
        </ScrollRegion>
    }
}

#[component]
fn Row(device_type: DeviceTypeId, criterion: CriterionId) -> impl IntoView {
    let of = Session::get().quiz().device_type(device_type);
    let rating = of.rating(criterion);
    view! {
        <tr>
            <th scope="row">{of.column.as_str()}</th>
            <td class="rating">
                <DotScale rating />
                " "
                <span>{Points(i32::from(rating.value())).to_string()}</span>
            </td>
            <td>
                <RatingReason device_type criterion scope="why" />
            </td>
        </tr>
    }
}

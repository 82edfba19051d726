//! Every rating with its grade, reason and source.

use leptos::prelude::*;

use super::table::{Heads, ScrollRegion, TableFold};
use crate::components::icon::DotScale;
use crate::components::section::Section;
use crate::model::{Criterion, CriterionId, DeviceTypeId, Group, Points};
use crate::route::Route;
use crate::state::Session;
use crate::views::rating_reason::RatingReason;

/// A table for each criterion, under the heading of its group.
#[component]
pub fn Ratings() -> impl IntoView {
    let quiz = Session::get().quiz();
    let group = |(at, group): (usize, &'static Group)| {
        let members = quiz.criteria().filter(|(_, criterion)| usize::from(criterion.group.0) == at);
        let table = |(at, criterion)| view! { <CriterionTable at criterion /> };
        view! {
            <div>
                <h3>{group.name.as_str()}</h3>
                {members.map(table).collect_view()}
            </div>
        }
    };
    view! {
        <Section view="method" anchor="standings" title="Every rating, and why">
            <p>"How the types rate on each criterion, from the lowest to the highest."</p>
            <div class="lines">
                {quiz.groups.iter().enumerate().map(group).collect_view()}
            </div>
        </Section>
    }
}

#[component]
fn CriterionTable(at: CriterionId, criterion: &'static Criterion) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let about = session.details().criterion(at).about.as_str();
    let row = move |(device_type, _)| view! { <Row device_type criterion=at /> };
    view! {
        <TableFold name=criterion.name.as_str() figure=range(at) is_grouped=true>
            <ScrollRegion name=criterion.name.as_str()>
                <table class="plain" id=Route::anchor("method", &criterion.id) tabindex="-1">
                    <caption>
                        <b class="visually-hidden">{criterion.name.as_str()} ". "</b>
                        <span>{about}</span>
                    </caption>
                    <Heads names=["Type", "Standing", "Why"] />
                    <tbody>{quiz.device_types().map(row).collect_view()}</tbody>
                </table>
            </ScrollRegion>
        </TableFold>
    }
}

/// The lowest and the highest rating, such as "−2 to +2".
fn range(criterion: CriterionId) -> String {
    let ratings = Session::get().quiz().device_types.iter();
    let ratings = ratings.map(|of| i32::from(of.rating(criterion).value()));
    let (lowest, highest) =
        ratings.fold((i32::MAX, i32::MIN), |(low, high), at| (low.min(at), high.max(at)));
    format!("{} to {}", Points(lowest), Points(highest))
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

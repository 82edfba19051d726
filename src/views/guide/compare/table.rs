//! The table itself: heads, and rows by topic or by how much they differ.

use leptos::prelude::*;

use super::columns::Comparison;
use super::row::Row;
use crate::components::reactive::{attribute, flag, string};
use crate::components::type_head::TypeHead;
use crate::components::when::When;
use crate::model::{Family, Group};
use crate::state::Session;

/// The table, in a region that scrolls if it is wide.
#[component]
pub(super) fn Table(comparison: Comparison) -> impl IntoView {
    let if_wide = move |value: &'static str| {
        attribute(move || comparison.columns.read().is_wide().then(|| value.to_owned()))
    };
    view! {
        <div
            class=if_wide("scroll")
            role=if_wide("region")
            aria-label=if_wide("The types compared")
            tabindex=if_wide("0")
        >
            <table class="compare" role="table" data-columns=string(move || comparison.span().to_string())>
                <caption class="visually-hidden">
                    "The types compared, criterion by criterion"
                </caption>
                <thead role="rowgroup">
                    <When condition=flag(move || comparison.columns.read().is_by_family)>
                        <FamilyHeads />
                    </When>
                    <TypeHeads comparison />
                </thead>
                <When
                    condition=flag(move || comparison.is_by_difference.get())
                    fallback=move || view! { <ByTopic comparison /> }
                >
                    <ByDifference comparison />
                </When>
            </table>
        </div>
    }
}

/// The families, over the types in table order.
#[component]
fn FamilyHeads() -> impl IntoView {
    let quiz = Session::get().quiz();
    let head = |family: Family| {
        let members = quiz.device_types.iter().filter(|device_type| device_type.family == family);
        view! {
            <th role="columnheader" scope="colgroup" colspan=members.count()>
                {family.name()}
            </th>
        }
    };
    view! {
        <tr class="compare-family" role="row">
            <td role="cell"></td>
            {Family::ALL.map(head)}
        </tr>
    }
}

/// The types, after the empty corner over the criteria.
#[component]
fn TypeHeads(comparison: Comparison) -> impl IntoView {
    let quiz = Session::get().quiz();
    let device_types = move || comparison.columns.read().device_types.clone();
    view! {
        <tr class="compare-types" role="row">
            <td role="cell"></td>
            <For each=device_types key=|device_type| *device_type let:device_type>
                <TypeHead device_type=quiz.device_type(device_type) />
            </For>
        </tr>
    }
}

/// The criteria in table order, under the heads of their groups.
#[component]
fn ByTopic(comparison: Comparison) -> impl IntoView {
    let quiz = Session::get().quiz();
    let group = |(at, group): (usize, &'static Group)| {
        let members = quiz.criteria().filter(|(_, criterion)| usize::from(criterion.group.0) == at);
        let row = |(criterion, _)| view! { <Row comparison criterion /> };
        view! {
            <tbody role="rowgroup">
                <tr class="compare-group" role="row">
                    <th role="rowheader" scope="rowgroup" colspan=string(move || (comparison.span() + 1).to_string())>
                        <span>{group.name.as_str()}</span>
                    </th>
                </tr>
                {members.map(row).collect_view()}
            </tbody>
        }
    };
    quiz.groups.iter().enumerate().map(group).collect_view()
}

/// The criteria on which the shown types differ most first.
#[component]
fn ByDifference(comparison: Comparison) -> impl IntoView {
    let session = Session::get();
    let criteria = Memo::new(move |_| {
        // Only a pick moves rows. They must stay where they are while the visitor sets an own rating
        // or sorts the columns in one of them.
        comparison.picked.track();
        let columns = comparison.columns.read_untracked();
        let ratings = session.ratings().read_untracked();
        columns.criteria_by_difference(session.quiz(), &ratings)
    });
    view! {
        <tbody role="rowgroup">
            <For each=move || criteria.get() key=|criterion| *criterion let:criterion>
                <Row comparison criterion />
            </For>
        </tbody>
    }
}

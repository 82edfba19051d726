//! The list of candidates: what it shows, and in which order.

use leptos::prelude::*;

use super::removed::{RemovedElsewhere, RemovedHere};
use super::row::CandidateRow;
use crate::components::line_field::LineField;
use crate::components::reactive::{flag, handler, string};
use crate::components::section::Section;
use crate::components::select_field::{Choice, SelectField};
use crate::components::text::Text;
use crate::components::when::When;
use crate::route::{Route, Step};
use crate::state::Session;
use crate::state::shortlist::{Arrangement, Filter, Shortlist, SortBy};

/// Every candidate that passes, best first.
#[component]
pub fn List(shortlist: Shortlist, arrangement: Arrangement) -> impl IntoView {
    let session = shortlist.session;
    let has_any = flag(move || !shortlist.all.read().is_empty());
    let title = string(move || match shortlist.all.read().len() {
        0 => "Your list".to_owned(),
        count => format!("Your list: {count}"),
    });
    let is_unanswered = flag(move || session.verdict().read().breakdown.lines.is_empty());
    view! {
        <Section view="shortlist" anchor="list" title>
            <RemovedElsewhere shortlist arrangement />
            <When
                condition=has_any
                fallback=|| {
                    view! {
                        <p>
                            "Nothing here yet. Add the first model above: one you have seen in a shop, \
                             read about, or already own."
                        </p>
                    }
                }
            >
                <When condition=is_unanswered>
                    <p>
                        "The list is in the order of your answers as soon as there are some. "
                        <a href=Route::Quiz(Step::Resume).href()>"Take the quiz"</a>
                    </p>
                </When>
                <Tools shortlist arrangement />
                <Rows shortlist arrangement />
            </When>
            <RemovedHere shortlist />
        </Section>
    }
}

/// What is shown, and in which order.
#[component]
fn Tools(shortlist: Shortlist, arrangement: Arrangement) -> impl IntoView {
    let Arrangement { sort_by, filter, .. } = arrangement;
    let search = move |text| filter.update(|filter| filter.text = text);
    let print = handler(move |_| shortlist.session.print());
    view! {
        <fieldset class="candidate-tools screen">
            <legend class="visually-hidden">"What the list shows"</legend>
            <SortField sort_by />
            <LineField
                id="candidates-search"
                name="search"
                label="Search"
                kind="search"
                is_live=true
                text=string(move || filter.read().text.clone())
                on_enter=search
            />
            <TypeFilter filter />
            <button class="link prints" type="button" on:click=print>
                "Print a page for each model shown"
            </button>
        </fieldset>
    }
}

#[component]
fn SortField(sort_by: RwSignal<SortBy>) -> impl IntoView {
    let sort = move |id: String| {
        sort_by.set(SortBy::ALL.into_iter().find(|at| at.id() == id).unwrap_or_default());
    };
    let order = move |at: SortBy| {
        let is_chosen = flag(move || sort_by.get() == at);
        view! { <Choice value=at.id() name=name(at) is_chosen /> }
    };
    view! {
        <SelectField id="candidates-sort" name="sort" label="Sort by" on_choose=sort>
            {SortBy::ALL.map(order)}
        </SelectField>
    }
}

#[component]
fn TypeFilter(filter: RwSignal<Filter>) -> impl IntoView {
    let choose = move |id| filter.update(|filter| filter.device_type = id);
    let option = move |(value, name): (&'static str, &'static str)| {
        let is_chosen = flag(move || filter.read().device_type == value);
        view! { <Choice value name is_chosen /> }
    };
    let types = Session::get().quiz().device_types();
    let options = std::iter::once(("", "Every type"))
        .chain(types.map(|(_, of)| (of.id.as_str(), of.column.as_str())));
    view! {
        <SelectField id="candidates-type" name="show-type" label="Type" on_choose=choose>
            {options.map(option).collect_view()}
        </SelectField>
    }
}

const fn name(sort_by: SortBy) -> &'static str {
    match sort_by {
        SortBy::Points => "Your answers",
        SortBy::Price => "Price",
        SortBy::ReturnBy => "Last day to return",
        SortBy::Name => "Name",
        SortBy::Own => "Your own order",
    }
}

#[component]
fn Rows(shortlist: Shortlist, arrangement: Arrangement) -> impl IntoView {
    let count = string(move || {
        let (passing, all) = (arrangement.passing(), shortlist.all.read().len());
        if passing == all { String::new() } else { format!("{passing} of {all} shown.") }
    });
    let more = string(move || format!("Show {} more", arrangement.further()));
    view! {
        <p class="small" role="status">
            <Text words=count />
        </p>
        <ol>
            <For each=move || arrangement.shown() key=String::clone let:id>
                <CandidateRow shortlist arrangement id />
            </For>
        </ol>
        <When condition=flag(move || arrangement.further() > 0)>
            <button class="button screen" type="button" on:click=handler(move |_| arrangement.show_more())>
                <Text words=more />
            </button>
        </When>
    }
}

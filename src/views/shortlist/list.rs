//! The list of candidates: what it shows, and in which order.

use leptos::prelude::*;

use super::row::CandidateRow;
use crate::components::reactive::{flag, handler, string};
use crate::components::section::Section;
use crate::components::text::Text;
use crate::components::when::When;
use crate::route::{Route, Step};
use crate::state::Session;
use crate::state::shortlist::{Arrangement, Filter, Shortlist, SortBy};

/// The id of the button that puts back what was removed.
const PUT_BACK: &str = "put-back";

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
            <Removed shortlist />
        </Section>
    }
}

/// What is shown, and in which order.
#[component]
fn Tools(shortlist: Shortlist, arrangement: Arrangement) -> impl IntoView {
    let Arrangement { sort_by, filter, .. } = arrangement;
    let search = handler(move |event| {
        filter.update(|filter| filter.text = event_target_value(&event));
    });
    let print = handler(move |_| shortlist.session.print());
    view! {
        <fieldset class="candidate-tools screen">
            <legend class="visually-hidden">"What the list shows"</legend>
            <SortField sort_by />
            <span class="field">
                <label for="candidates-search">"Search"</label>
                <input
                    id="candidates-search"
                    name="search"
                    type="search"
                    autocomplete="off"
                    prop:value=string(move || filter.read().text.clone())
                    on:input=search
                />
            </span>
            <TypeFilter filter />
            <button class="link prints" type="button" on:click=print>
                "Print a page for each model shown"
            </button>
        </fieldset>
    }
}

#[component]
fn SortField(sort_by: RwSignal<SortBy>) -> impl IntoView {
    let sort = handler(move |event| {
        let id = event_target_value(&event);
        sort_by.set(SortBy::ALL.into_iter().find(|at| at.id() == id).unwrap_or_default());
    });
    let order = |at: SortBy| {
        let is_chosen = flag(move || sort_by.get() == at);
        view! {
            <option value=at.id() prop:selected=is_chosen>
                {name(at)}
            </option>
        }
    };
    view! {
        <span class="field">
            <label for="candidates-sort">"Sort by"</label>
            <select id="candidates-sort" name="sort" autocomplete="off" on:change=sort>
                {SortBy::ALL.map(order)}
            </select>
        </span>
    }
}

#[component]
fn TypeFilter(filter: RwSignal<Filter>) -> impl IntoView {
    let choose = handler(move |event| {
        filter.update(|filter| filter.device_type = event_target_value(&event));
    });
    let option = |(id, name): (&'static str, &'static str)| {
        let is_chosen = flag(move || filter.read().device_type == id);
        view! {
            <option value=id prop:selected=is_chosen>
                {name}
            </option>
        }
    };
    let types = Session::get().quiz().device_types();
    let options = std::iter::once(("", "Every type"))
        .chain(types.map(|(_, of)| (of.id.as_str(), of.column.as_str())));
    view! {
        <span class="field">
            <label for="candidates-type">"Type"</label>
            <select id="candidates-type" name="show-type" autocomplete="off" on:change=choose>
                {options.map(option).collect_view()}
            </select>
        </span>
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

/// What was removed last can be put back.
#[component]
fn Removed(shortlist: Shortlist) -> impl IntoView {
    let removed = shortlist.removed;
    // What could not be put back.
    let problem = RwSignal::new(None);
    let words = string(move || {
        let removed = removed.read();
        removed
            .as_ref()
            .map(|(_, candidate)| format!("{} was removed.", candidate.name))
            .unwrap_or_default()
    });
    let full = string(move || {
        let is_full = problem.read().is_some() && problem.get() == removed.get();
        if is_full { " The list is full. Remove another model first." } else { "" }.to_owned()
    });
    let put_back = move |_| match shortlist.put_back() {
        Ok(Some(id)) => shortlist.session.focus(&super::row::summary_id(&id)),
        Ok(None) => {}
        Err(_) => problem.set(shortlist.removed.get_untracked()),
    };
    view! {
        <div role="status">
            <When condition=flag(move || removed.read().is_some())>
                <p class="take">
                    <Text words /> " "
                    <button class="link" id=PUT_BACK type="button" on:click=handler(put_back)>
                        "Put it back"
                    </button>
                    <Text words=full />
                </p>
            </When>
        </div>
    }
}

/// Removes a candidate, and moves focus to where it can be put back.
pub fn remove(shortlist: Shortlist, id: &str) {
    shortlist.remove(id);
    shortlist.session.focus(PUT_BACK);
}

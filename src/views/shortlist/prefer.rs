//! Which do you prefer: two candidates compared in rounds of listening.

use leptos::prelude::*;

use super::prefer_item::Item;
use super::prefer_start::Start;
use crate::components::reactive::{flag, handler, string};
use crate::components::section::Section;
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::Comparison;
use crate::state::shortlist::{Shortlist, told_apart};

/// The control that puts back the comparison that was removed last.
const UNDO: &str = "prefer-undo";

/// The id of the status of a comparison, which takes the focus when it says something new.
pub(super) fn status_id(comparison: &str) -> String {
    format!("prefer-{comparison}-status")
}

/// The names of the two candidates; tracked.
pub(super) fn names(shortlist: Shortlist, comparison: &Comparison) -> [String; 2] {
    let [a, b] = &comparison.candidates;
    let [then_a, then_b] = comparison.names.clone();
    let name = |id: &str, then| shortlist.name(id).unwrap_or(then);
    told_apart([name(a, then_a), name(b, then_b)])
}

/// The section: advice, a form to start a comparison, and every comparison up to now.
#[component]
pub fn PreferSection(shortlist: Shortlist) -> impl IntoView {
    let session = shortlist.session;
    let all = Memo::new(move |_| session.comparisons());
    let ids = move || all.read().iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    let removed = RwSignal::new(None::<Comparison>);
    let remove = Callback::new(move |id: String| {
        removed.set(session.comparisons().into_iter().find(|(at, _)| *at == id).map(|(_, at)| at));
        session.remove_comparison(&id);
        session.focus(UNDO);
    });
    view! {
        <Section view="shortlist" anchor="prefer" title="Which do you prefer?">
            <Advice />
            <Start shortlist />
            <div role="status">
                <When condition=flag(move || removed.read().is_some())>
                    <Removed shortlist removed />
                </When>
            </div>
            <For each=ids key=String::clone let:id>
                <Item shortlist all id on_remove=remove />
            </For>
        </Section>
    }
}

#[component]
fn Advice() -> impl IntoView {
    view! {
        <p>
            "Match the level first. The louder of two seems better, and 1 dB can decide: turn the louder \
             one down until a voice is as loud in both. Use the same track and the same place, and \
             listen in the order that the coin gives."
        </p>
        <p>
            "The coin decides the order only. You see and feel which one you wear, so this is not a \
             blind test, and a liking for the look or the name goes into it. If somebody else hands \
             them over and you keep your eyes closed, you need not know which is which: let them \
             press the buttons."
        </p>
    }
}

/// What was removed last, and a way back.
#[component]
fn Removed(shortlist: Shortlist, removed: RwSignal<Option<Comparison>>) -> impl IntoView {
    let session = shortlist.session;
    let words = string(move || {
        removed.read().as_ref().map_or_else(String::new, |comparison| {
            let [a, b] = names(shortlist, comparison);
            format!("Removed: {a} or {b}.")
        })
    });
    let undo = move |_| {
        let comparison = removed.get_untracked();
        removed.set(None);
        if let Some(comparison) = comparison {
            session.focus(&status_id(&session.start_comparison(&comparison)));
        }
    };
    view! {
        <p>
            <Text words />
            " "
            <button class="link" id=UNDO type="button" on:click=handler(undo)>
                "Undo"
            </button>
        </p>
    }
}

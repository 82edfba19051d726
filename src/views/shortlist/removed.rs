//! Candidates that were removed, here or in another tab, and the way back.

use leptos::prelude::*;

use super::row::summary_id;
use crate::components::notice::Notice;
use crate::components::reactive::{flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::state::shortlist::{Arrangement, Gone, Shortlist};

/// The id of the button that puts back what was removed here.
const PUT_BACK: &str = "put-back";
/// The id of what says that another tab has removed what was open here.
const GONE: &str = "gone";
/// What is said if there is no room to put something back.
const FULL: &str = " The list is full. Remove another model first.";

/// What was removed last can be put back.
#[component]
pub fn RemovedHere(shortlist: Shortlist) -> impl IntoView {
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
        if is_full { FULL } else { "" }.to_owned()
    });
    let put_back = move |_| match shortlist.put_back() {
        Ok(Some(id)) => shortlist.session.focus(&summary_id(&id)),
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

/// What another tab has removed while it was open here can be put back. A focus that was in it comes
/// here: not to the button, which the next key could press.
#[component]
pub fn RemovedElsewhere(shortlist: Shortlist, arrangement: Arrangement) -> impl IntoView {
    let session = shortlist.session;
    let gone = shortlist.gone(arrangement);
    let is_full = RwSignal::new(false);
    let words = string(move || gone.read().as_ref().map(Gone::words).unwrap_or_default());
    let full = string(move || if is_full.get() { FULL } else { "" }.to_owned());
    Effect::new(move |_| {
        is_full.set(false);
        if gone.read().as_ref().is_some_and(|gone| gone.had_focus) {
            session.focus(GONE);
        }
    });
    let put_back = move |_| {
        let Some(gone) = gone.get_untracked() else { return };
        match shortlist.bring_back(&gone) {
            Ok(()) => session.focus(&summary_id(&gone.id)),
            Err(_) => is_full.set(true),
        }
    };
    view! {
        <When condition=flag(move || gone.read().is_some())>
            <div id=GONE tabindex="-1">
                <Notice id="removed-elsewhere" title="Removed in another tab">
                    <p>
                        <Text words />
                    </p>
                    <p>
                        <button class="link" type="button" on:click=handler(put_back)>
                            "Put it back"
                        </button>
                        <Text words=full />
                    </p>
                </Notice>
            </div>
        </When>
    }
}

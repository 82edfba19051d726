//! Rooms: views whose code is loaded when they are entered, with the details of the content.

use std::time::Duration;

use leptos::prelude::*;

use super::chunk::{Load, Make, bring};
use crate::components::reactive::{dynamic, handler};
use crate::state::Session;

/// How far the code of a room and the details have come.
#[derive(Clone, Copy)]
enum Progress {
    /// On its way.
    Loading,
    /// On its way for so long that visitors want to know.
    Late,
    /// It did not come.
    Failed,
    /// Here.
    Here(Make),
}

/// After this time a room says that it is loading. A sentence that only flashes disturbs.
const LATE: Duration = Duration::from_millis(300);
/// After this time a room says that it does not come, and what can be done. It may still come.
const STALLED: Duration = Duration::from_secs(8);

/// The view once its code and the details are there; until then a sentence, or what can be done if it does not come.
#[component]
pub fn Room(load: Load) -> impl IntoView {
    let session = Session::get();
    let progress = RwSignal::new(Progress::Loading);
    let enter = move |is_retry: bool| {
        progress.set(Progress::Loading);
        session.set_loading(true);
        bring(session, load, move |made| {
            // The visitor may have left the room in the meantime.
            let left = progress.try_set(made.map_or(Progress::Failed, Progress::Here));
            session.set_loading(false);
            if is_retry && left.is_none() {
                // The button with the focus has gone.
                session.focus_heading();
            }
        });
    };
    enter(false);
    on_cleanup(move || session.set_loading(false));
    after(LATE, progress, Progress::Late);
    after(STALLED, progress, Progress::Failed);
    dynamic(move || match progress.get() {
        Progress::Loading => ().into_any(),
        Progress::Late => view! { <p role="status">"Loading …"</p> }.into_any(),
        Progress::Failed => {
            session.set_loading(false);
            view! { <Missing on_retry=move |()| enter(true) /> }.into_any()
        }
        Progress::Here(make) => make(),
    })
}

/// Sets the progress after a time if the code has not come by then.
fn after(time: Duration, progress: RwSignal<Progress>, then: Progress) {
    let check = move || {
        if matches!(progress.try_get_untracked(), Some(Progress::Loading | Progress::Late)) {
            progress.set(then);
        }
    };
    set_timeout(check, time);
}

/// Says that the code of a room or the details did not come.
#[component]
fn Missing(#[prop(into)] on_retry: Callback<()>) -> impl IntoView {
    view! {
        <h1 tabindex="-1">"This part of the page did not load"</h1>
        <p class="lede">
            "The network may be away, or the site has a new version. Try again, or reload the page. \
             Your answers are untouched."
        </p>
        <p class="actions">
            <button
                class="button"
                id="try-again"
                type="button"
                on:click=handler(move |_| on_retry.run(()))
            >
                "Try again"
            </button>
        </p>
    }
}

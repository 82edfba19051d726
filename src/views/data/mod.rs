//! What is stored, how to keep a copy, and how to be rid of it.

mod import;
mod stored;

use leptos::prelude::*;

use super::snapshots::SnapshotRows;
use crate::components::reactive::{flag, handler, string};
use crate::components::section::Section;
use crate::route::Route;
use crate::state::{Browser, Session};
use import::ImportNotice;
use stored::StoredKeys;

/// Where the seven days come from.
const SEVEN_DAYS: (&str, &str) =
    ("https://webkit.org/tracking-prevention/", "Tracking Prevention in WebKit");

/// The name of a saved file.
const FILE_NAME: &str = "headphones-or-iems.json";

/// The id of the control that opens a file.
const FILE_CONTROL: &str = "data-file";

/// The whole page. It reads what the browser stores, so it cannot be prerendered.
#[component]
pub fn DataPage() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"Your data"</h1>
        <Storage />
        <Copies />
        <Section view="data" anchor="runs" title="Earlier results">
            <div id="live-runs">
                <SnapshotRows />
            </div>
        </Section>
        <Erasing />
    }
}

#[component]
fn Storage() -> impl IntoView {
    view! {
        <Section view="data" anchor="stored" title="What is stored">
            <p>
                "Your answers and your shortlist stay in this browser, on this device. No server gets \
                 them, and nobody else sees them. If the same host has another copy of this site, both \
                 copies share them."
            </p>
            <div id="live-stored">
                <StoredKeys />
            </div>
            <p>
                "Browsers may delete it: when the device runs out of room, when you clear your \
                 history, when a private window closes. Some, such as Safari, do so after seven days \
                 of use without a visit (" <a href=SEVEN_DAYS.0>{SEVEN_DAYS.1}</a>
                "). To be sure, save a file. The link of your result keeps your answers alone."
            </p>
        </Section>
    }
}

#[component]
fn Copies() -> impl IntoView {
    view! {
        <Section view="data" anchor="copy" title="Keep a copy">
            <p>
                "The file has your answers, weights, own views, earlier results and shortlist. Open it \
                 here, on this or another device, and everything is back."
            </p>
            <div id="live-save">
                <SaveAndOpen />
            </div>
            <div id="offer" tabindex="-1" role="status">
                <ImportNotice />
            </div>
        </Section>
    }
}

#[component]
fn SaveAndOpen() -> impl IntoView {
    let session = Session::get();
    view! {
        <p>
            <a class="button" download=FILE_NAME href=string(move || session.export(&Browser))>
                "Save a file"
            </a>
        </p>
        <p>
            <label for=FILE_CONTROL>"Open a file: "</label>
            <input
                id=FILE_CONTROL
                type="file"
                accept=".json,application/json"
                on:change=handler(move |event| session.read_file(&Browser, &event))
            />
        </p>
    }
}

#[component]
fn Erasing() -> impl IntoView {
    view! {
        <Section view="data" anchor="erase" title="Erase">
            <p>
                "This removes all that the page has stored. Only a counter stays, so that another \
                 open tab does not bring anything back."
            </p>
            <div id="live-erase">
                <Erase />
            </div>
        </Section>
    }
}

/// Erases everything, after asking.
#[component]
fn Erase() -> impl IntoView {
    let session = Session::get();
    let is_asking = RwSignal::new(false);
    let erase = move |()| {
        session.erase();
        is_asking.set(false);
        session.focus(&Route::anchor("data", "stored"));
    };
    view! {
        <p>
            <SecondButton words="Erase everything" on_click=move |()| is_asking.set(true) />
        </p>
        <p class="actions" role="alert" hidden=flag(move || !is_asking.get())>
            <SecondButton words="Yes, erase everything" on_click=erase />
            <SecondButton words="Keep it" on_click=move |()| is_asking.set(false) />
        </p>
    }
}

#[component]
fn SecondButton(words: &'static str, #[prop(into)] on_click: Callback<()>) -> impl IntoView {
    view! {
        <button class="button second" type="button" on:click=handler(move |_| on_click.run(()))>
            {words}
        </button>
    }
}

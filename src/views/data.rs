//! What is stored, how to keep a copy, and how to be rid of it. The words are static; what depends on
//! the visitor is mounted into its places.

use leptos::prelude::Read;

use super::result::{snapshots, words};
use crate::components::remembered::Remembered;
use crate::components::section::section;
use crate::markup::{El, Markup, el, live};
use crate::model::{Answers, Difference};
use crate::nodes;
use crate::route::Route;
use crate::state::{PendingImport, Session, Stored};

/// Makes a live part.
type Make = fn(Session) -> Markup;

/// The id of each live part, and what makes it.
pub const MOUNT_POINTS: [(&str, Make); 5] = [
    ("live-stored", stored),
    ("live-save", save),
    ("offer", pending_import),
    ("live-runs", |_| snapshots::rows()),
    ("live-erase", erase),
];

/// Where the seven days come from.
const SEVEN_DAYS: (&str, &str) =
    ("https://webkit.org/tracking-prevention/", "Tracking Prevention in WebKit");

/// The page as it is prerendered.
pub fn data_page() -> Markup {
    nodes![
        el("h1").attr("tabindex", "-1").with("Your data"),
        section("data", "stored", "What is stored", about_storage()),
        section("data", "copy", "Keep a copy", about_copies()),
        section("data", "runs", "Earlier results", mount_point("live-runs")),
        section("data", "erase", "Erase", about_erasing()),
    ]
}

fn mount_point(id: &'static str) -> El {
    el("div").id(id)
}

fn about_storage() -> Markup {
    let here = "Your answers stay in this browser, on this device. No server gets them, and nobody \
                else sees them.";
    let deleted = "Browsers may delete it: when the device runs out of room, when you clear your \
                   history, when a private window closes. Some, such as Safari, do so after seven days \
                   of use without a visit (";
    let source = el("a").attr("href", SEVEN_DAYS.0).with(SEVEN_DAYS.1);
    let sure = "). To be sure, save a file, or keep the link of your result.";
    nodes![
        el("p").with(here),
        mount_point("live-stored"),
        el("p").with(deleted).with(source).with(sure),
    ]
}

fn about_copies() -> Markup {
    let file = "The file has your answers, weights, own views and earlier results. Open it here, on this or \
                another device, and everything is back.";
    nodes![
        el("p").with(file),
        mount_point("live-save"),
        mount_point("offer").attr("tabindex", "-1").attr("role", "status"),
    ]
}

fn about_erasing() -> Markup {
    let gone = "This removes all that the page has stored. Only a counter stays, so that another open \
                tab does not bring your answers back.";
    nodes![el("p").with(gone), mount_point("live-erase")]
}

/// What a live part shows while the page is open.
pub fn live_part(make: Make) -> Markup {
    let session = Session::get();
    live(move || (session.route() == Route::Data).then(|| make(session)))
}

fn button(words: &'static str, on_click: impl Fn() + 'static) -> El {
    el("button")
        .class("button second")
        .attr("type", "button")
        .on("click", move |_| on_click())
        .with(words)
}

fn download(address: String, words: &'static str) -> El {
    el("a").attr("download", "headphones-or-iems.json").attr("href", address).with(words)
}

fn stored(session: Session) -> Markup {
    live(move || {
        let mut rows = Vec::new();
        for (key, length) in session.stored() {
            rows.push(row(session, (key, length)).into());
        }
        let name = if rows.is_empty() { "Nothing." } else { "Under these names, and no others:" };
        nodes![el("p").with(name), el("ul").class("rows").with(rows)]
    })
}

fn row(session: Session, (key, length): Stored) -> El {
    let rest = key.strip_prefix("headphones-or-iems").unwrap_or_default();
    let (what, is_aside) = match rest {
        "" => ("answers, weights, own views, earlier results", false),
        ".theme" => ("colours", false),
        _ => ("set aside, since it could not be read", true),
    };
    let save = is_aside.then(|| download(session.export_of(key), "Save it as a file"));
    el("li")
        .attr("data-key", key)
        .with(el("b").with(key))
        .with(format!(": {what}, {length} bytes. "))
        .with(save)
}

fn save(session: Session) -> Markup {
    let input = el("input")
        .id("data-file")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .on("change", move |event| session.read_file(&event));
    nodes![
        el("p").with(live(move || download(session.export(), "Save a file").class("button"))),
        el("p").with(el("label").attr("for", "data-file").with("Open a file: ")).with(input),
    ]
}

fn pending_import(session: Session) -> Markup {
    live(move || session.pending_import().map(|pending_import| notice(session, pending_import)))
}

/// What the file would change, or why it cannot be taken.
fn notice(session: Session, pending_import: PendingImport) -> El {
    let leave = button("Leave everything as it is", move || {
        session.cancel_import();
        session.focus("data-file");
    });
    let (title, words, take) = match pending_import {
        PendingImport::Foreign => (
            "This file cannot be read",
            el("p").with(
                "It is not a file of this page, or it is damaged, or it is larger than a megabyte. \
                 Choose another. Nothing has changed.",
            ),
            None,
        ),
        PendingImport::Newer => (
            "This file is from a newer version",
            el("p").with(
                "Reload the page to get that version, then open the file. Nothing has changed.",
            ),
            None,
        ),
        PendingImport::Readable(answers, runs) => (
            "This is what the file changes",
            changes(session, &answers, runs),
            Some(button("Take it over", move || {
                session.import();
                session.focus("data-file");
            })),
        ),
    };
    el("section")
        .class("notice")
        .attr("aria-labelledby", "offer-title")
        .with(el("h3").id("offer-title").with(title))
        .with(words)
        .with(el("p").class("actions").with(take).with(leave))
}

fn changes(session: Session, answers: &Answers, runs: usize) -> El {
    let quiz = session.quiz();
    let now = session.answers().read();
    let mut rows = el("ul").class("rows");
    let all = Difference::all(quiz, &now, answers);
    if all.is_empty() {
        rows = rows.with(el("li").with("The answers are the same as now."));
    }
    for at in all {
        rows = rows.with(el("li").with(words::difference(quiz, at, &now, answers)));
    }
    if runs > 0 {
        rows = rows.with(el("li").with(format!("Earlier results in it: {runs}.")));
    }
    rows
}

fn erase(session: Session) -> Markup {
    let asking = Remembered::new(false);
    let ask = button("Erase everything", move || asking.set(true));
    let erase = button("Yes, erase everything", move || {
        session.erase();
        asking.set(false);
        session.focus(&Route::anchor("data", "stored"));
    });
    let keep = button("Keep it", move || asking.set(false));
    nodes![
        el("p").with(ask),
        el("p")
            .class("actions")
            .attr("role", "alert")
            .shown(move || asking.get())
            .with(erase)
            .with(keep),
    ]
}

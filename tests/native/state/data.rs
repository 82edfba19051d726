//! "Your data": listing, export, import with a preview, and erasing.

use headphones_or_iems::state::{PendingImport, Theme};
use leptos::prelude::GetUntracked;
use leptos::wasm_bindgen::{JsCast, JsValue};

use super::{
    COMMUTER, DOCUMENT, GAMER, QUARANTINE, THEME, Tab, browser, browser_with, document, quiz,
};
use crate::support::{answered, words};

/// The text in a data URL of the stand-in.
fn text(address: &str) -> &str {
    address.strip_prefix("data:application/json,").unwrap()
}

/// The preview of a file without candidates.
fn readable(given: &[(&str, &[&str])], snapshots: usize) -> PendingImport {
    PendingImport::Readable { answers: answered(quiz(), given), snapshots, candidates: 0 }
}

/// Chooses a file in the form. The stand-in does not look at the event.
fn choose(tab: Tab, file: Option<&str>) {
    tab.window.choose(file);
    tab.session.read_file(tab.window, &JsValue::UNDEFINED.unchecked_into());
}

/// The file of a tab.
fn exported(tab: Tab) -> String {
    tab.session.export(tab.window)
}

#[test]
fn everything_of_this_app_is_listed_with_its_size() {
    let stored = document(COMMUTER).encode();
    let storage = browser_with(&stored);
    storage.put("other", "theirs");
    storage.put("headphones-or-iemsx", "theirs");
    storage.put(QUARANTINE[2], "é");
    let tab = Tab::open(storage);
    tab.session.set_theme(Theme::Dark);
    let expected = [(DOCUMENT, stored.len()), (THEME, 4), (QUARANTINE[2], 2)];
    assert_eq!(tab.session.stored(), expected);
}

#[test]
fn an_import_is_previewed_before_anything_changes() {
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    let before = tab.storage.all();
    choose(tab, Some(&document(GAMER).export()));
    let preview = readable(GAMER, 0);
    assert_eq!(tab.session.pending_import(), Some(preview));
    assert_eq!((tab.window.focused(), tab.storage.all()), ("offer".into(), before.clone()));
    assert_eq!(tab.shown("in-canal"), ["fine"]);
    tab.session.cancel_import();
    assert_eq!((tab.session.pending_import(), tab.storage.all()), (None, before));
}

#[test]
fn an_import_replaces_the_answers_and_keeps_the_former_result() {
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    choose(tab, Some(&document(GAMER).export()));
    tab.session.import();
    assert_eq!(tab.session.pending_import(), None);
    assert_eq!(tab.session.answers().get_untracked(), answered(quiz(), GAMER));
    assert_eq!(tab.document().answers(quiz()), answered(quiz(), GAMER));
    let kept = tab.document().snapshots(quiz());
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].answers, answered(quiz(), COMMUTER));
    assert_eq!(kept[0].date, "2026-11-22");
}

#[test]
fn files_that_cannot_be_read_change_nothing() {
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    let before = tab.storage.all();
    for (file, expected) in [
        (None, PendingImport::Foreign),
        (Some(""), PendingImport::Foreign),
        (Some("<svg onload=alert(1)>"), PendingImport::Foreign),
        (Some("{\"version\":3}"), PendingImport::Newer),
        (Some("headphones-or-iems.aside.1\n{\"version\":1}"), PendingImport::SetAside),
    ] {
        choose(tab, file);
        assert_eq!(tab.session.pending_import(), Some(expected), "{file:?}");
        tab.session.import();
        assert_eq!(tab.session.pending_import(), None);
        assert_eq!(tab.shown("hours"), ["1-to-3"], "{file:?}");
        assert_eq!(tab.storage.all(), before, "{file:?}");
    }
}

#[test]
fn export_erase_import_and_export_give_the_same_bytes() {
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    tab.session.keep_snapshot();
    tab.select("in-canal", "no-way");
    let file = exported(tab);
    tab.session.erase();
    assert_ne!(exported(tab), file);
    assert!(tab.session.is_untouched() && tab.session.snapshots().is_empty());
    choose(tab, Some(text(&file)));
    tab.session.import();
    assert_eq!(exported(tab), file);
    assert_eq!(exported(Tab::open(tab.storage)), file);
}

/// The notice saves the document, and the text that was set aside under its key. "Start over" removes
/// both from the browser.
#[test]
fn what_the_failure_notice_saves_brings_everything_back_after_starting_over() {
    for aside in ["{damaged", "", "two\n\nlines", "{\"version\":1}"] {
        let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
        tab.session.keep_snapshot();
        tab.storage.put(QUARANTINE[0], aside);
        let file = format!("{}\n\n{}\n{aside}", tab.document().encode(), QUARANTINE[0]);
        let before = exported(tab);
        let again = Tab::open(browser());
        choose(again, Some(&file));
        let preview = readable(COMMUTER, 1);
        assert_eq!(again.session.pending_import(), Some(preview), "{aside}");
        again.session.import();
        assert_eq!(exported(again), before, "{aside}");
        assert_eq!(exported(Tab::open(again.storage)), before, "{aside}");
    }
}

#[test]
fn erasing_removes_everything_of_this_app_and_nothing_else() {
    let storage = browser_with(&document(COMMUTER).encode());
    let theirs = ["other", "headphones", "headphones-or-iemsx", "headphones-or-iems.other"];
    for key in theirs {
        storage.put(key, "theirs");
    }
    for key in QUARANTINE {
        storage.put(key, key);
    }
    let tab = Tab::open(storage);
    tab.session.set_theme(Theme::Dark);
    tab.session.keep_snapshot();
    tab.session.erase();
    let left = storage.all();
    assert_eq!(left.len(), theirs.len() + 1, "{left:?}");
    assert!(theirs.iter().all(|key| left[*key] == "theirs"));
    assert!(left[DOCUMENT].len() < 100, "only two counters are left: {}", left[DOCUMENT]);
    assert!(tab.session.is_untouched() && tab.session.snapshots().is_empty());
}

#[test]
fn foreign_keys_are_untouched_by_every_intent() {
    let storage = browser_with("{damaged");
    for key in ["other", "headphones-or-iemsx"] {
        storage.put(key, "theirs");
    }
    let tab = Tab::open(storage);
    for (id, options) in COMMUTER {
        tab.select(id, options[0]);
    }
    tab.session.set_theme(Theme::Light);
    tab.session.keep_snapshot();
    tab.session.start_again();
    choose(tab, Some(&document(GAMER).export()));
    tab.session.import();
    tab.session.erase();
    let theirs: Vec<_> = storage.all().into_iter().filter(|(key, _)| key != DOCUMENT).collect();
    assert_eq!(theirs.len(), 2, "{theirs:?}");
    assert!(theirs.iter().all(|(_, text)| text == "theirs"));
    let left = words(quiz(), &tab.session.answers().get_untracked());
    assert_eq!(left, "");
}

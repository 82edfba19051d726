//! Whether answers are stored, and what happens if they cannot be.

use super::{COMMUTER, DOCUMENT, Persistence, Tab, browser, browser_with, decode, document, quiz};

const NEWER: &str = r#"{"version":3,"something":[1,{"else":null}]}"#;

#[test]
fn before_loading_nothing_is_read_written_or_marked() {
    let tab = Tab::prerendered(browser_with(&document(COMMUTER).encode()));
    tab.session.merge_stored();
    tab.select("budget", "over-400");
    assert_eq!(tab.shown("hours"), [""; 0]);
    assert_eq!((tab.storage.writes(), tab.window.root("data-keeping")), (0, None));
}

#[test]
fn blocked_storage_leaves_the_quiz_working_in_memory() {
    let storage = browser_with(&document(COMMUTER).encode());
    storage.block(true);
    let tab = Tab::open(storage);
    let before = storage.all();
    tab.select("budget", "over-400");
    tab.session.merge_stored();
    assert_eq!(tab.shown("budget"), ["over-400"]);
    assert_eq!((tab.persistence(), tab.shown("hours")), ("blocked".into(), vec![]));
    tab.session.start_again();
    tab.session.erase();
    // Allowing storage takes effect with the next visit.
    storage.block(false);
    tab.select("in-canal", "fine");
    assert_eq!((tab.persistence(), storage.all()), ("blocked".into(), before));
    assert!(tab.session.stored().is_empty());
}

#[test]
fn full_storage_is_noticed_at_the_first_write_and_tried_again() {
    let storage = browser();
    let tab = Tab::open(storage);
    tab.select("in-canal", "fine");
    let before = storage.get(DOCUMENT);
    storage.limit(Some(storage.used()));
    tab.select("hours", "over-3");
    assert_eq!((tab.persistence(), tab.shown("hours")), ("full".into(), vec!["over-3".into()]));
    assert_eq!(storage.get(DOCUMENT), before, "what was stored stays");
    storage.limit(None);
    tab.select("budget", "over-400");
    assert_eq!(tab.persistence(), "stored");
    for (id, option) in [("in-canal", "fine"), ("hours", "over-3"), ("budget", "over-400")] {
        assert_eq!(tab.stored(id), [option]);
    }
}

#[test]
fn storage_that_is_full_from_the_start_is_noticed_at_once_and_still_read() {
    let storage = browser_with(&document(COMMUTER).encode());
    storage.limit(Some(storage.used()));
    let tab = Tab::open(storage);
    assert_eq!((tab.persistence(), tab.shown("hours")), ("full".into(), vec!["1-to-3".into()]));
    assert_eq!(storage.writes(), 0);
}

#[test]
fn a_document_of_a_newer_version_is_left_alone_until_it_is_erased() {
    let storage = browser_with(NEWER);
    let tab = Tab::open(storage);
    tab.select("hours", "over-3");
    tab.session.skip(super::topic("in-canal"));
    tab.session.start_again();
    tab.session.keep_snapshot();
    tab.select("hours", "under-1");
    tab.session.merge_stored();
    tab.session.set_theme(headphones_or_iems::state::Theme::Dark);
    assert_eq!((tab.persistence(), tab.shown("hours")), ("newer".into(), vec!["under-1".into()]));
    assert_eq!((storage.writes(), storage.all().len()), (0, 1));
    assert_eq!(storage.get(DOCUMENT).as_deref(), Some(NEWER));
    tab.session.erase();
    assert_eq!(tab.persistence(), "stored");
    assert!(decode(&storage.get(DOCUMENT).unwrap()).is_empty());
}

#[test]
fn storing_resumes_when_another_tab_has_replaced_a_document_that_was_left_alone() {
    let storage = browser_with(NEWER);
    let tab = Tab::open(storage);
    tab.select("hours", "over-3");
    storage.put(DOCUMENT, &document(&[("in-canal", &["fine"])]).encode());
    tab.session.merge_stored();
    assert_eq!(tab.persistence(), "stored");
    let answers = tab.document().answers(quiz());
    assert_eq!(crate::support::words(quiz(), &answers), "in-canal=fine hours=over-3");
}

#[test]
fn only_some_states_read_write_or_count_as_stored() {
    for state in Persistence::ALL {
        let (reads, writes) = match state {
            Persistence::Unread | Persistence::Blocked => (false, false),
            Persistence::Foreign | Persistence::Newer => (true, false),
            Persistence::Stored | Persistence::Quarantined | Persistence::Full => (true, true),
        };
        assert_eq!((state.reads(), state.writes()), (reads, writes), "{state:?}");
        assert_eq!(state.is_stored(), writes && state != Persistence::Full, "{state:?}");
    }
}

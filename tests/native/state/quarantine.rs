//! Stored text that cannot be read: it is set aside byte for byte before anything is written.

use super::{COMMUTER, DOCUMENT, QUARANTINE, Tab, browser, browser_with, decode, document};

/// Texts that no version can read.
const UNREADABLE: [&str; 12] = [
    "",
    "null",
    "[]",
    "[1,2]",
    "{}",
    "{",
    "1e999",
    "\u{feff}{\"version\":1}",
    "{\"version\":0}",
    "{\"version\":1,\"version\":1}",
    "{\"version\":1,\"answers\":{\"sound\":[1]}}",
    "{\"version\":1,\"__proto__\":{}}",
];

#[test]
fn text_that_cannot_be_read_is_set_aside_unchanged() {
    for text in UNREADABLE {
        let storage = browser_with(text);
        let tab = Tab::open(storage);
        assert_eq!(tab.persistence(), "aside", "{text}");
        assert_eq!(storage.get(QUARANTINE[0]).as_deref(), Some(text));
        tab.select("hours", "over-3");
        assert_eq!(
            (tab.persistence(), tab.stored("hours")),
            ("aside".into(), vec!["over-3".into()])
        );
        assert_eq!(storage.get(QUARANTINE[0]).as_deref(), Some(text));
        assert_eq!(storage.all().len(), 2);
        let again = Tab::open(storage);
        assert_eq!(
            (again.persistence(), again.shown("hours")),
            ("stored".into(), vec!["over-3".into()])
        );
    }
}

#[test]
fn a_document_cut_at_any_byte_is_set_aside() {
    let whole = document(COMMUTER).encode();
    for end in 0..whole.len() {
        let storage = browser_with(&whole[..end]);
        assert_eq!(Tab::open(storage).persistence(), "aside");
        assert_eq!(storage.get(QUARANTINE[0]).as_deref(), Some(&whole[..end]));
    }
}

#[test]
fn the_same_text_is_set_aside_once() {
    let storage = browser_with("{one");
    for text in ["{one", "{two", "{one", "{two"] {
        storage.put(DOCUMENT, text);
        assert_eq!(Tab::open(storage).persistence(), "aside");
    }
    assert_eq!(storage.get(QUARANTINE[1]).as_deref(), Some("{two"));
    assert_eq!(storage.all().len(), 3);
}

#[test]
fn when_every_place_is_taken_nothing_is_written_until_everything_is_erased() {
    let storage = browser();
    for text in ["{one", "{two", "{three", "{four", "{five"] {
        storage.put(DOCUMENT, text);
        Tab::open(storage);
    }
    let before = storage.all();
    assert_eq!(before.len(), 5);
    let tab = Tab::open(storage);
    tab.select("hours", "over-3");
    tab.session.start_again();
    tab.select("hours", "over-3");
    assert_eq!((tab.persistence(), storage.all()), ("foreign".into(), before));
    assert_eq!(tab.shown("hours"), ["over-3"]);
    tab.session.erase();
    assert_eq!((tab.persistence(), storage.all().len()), ("stored".into(), 1));
    assert!(decode(&storage.get(DOCUMENT).unwrap()).is_empty());
}

#[test]
fn without_room_for_a_copy_nothing_is_written() {
    let text = format!("\"{}\"", "x".repeat(1_000));
    let storage = browser_with(&text);
    storage.limit(Some(storage.used() + 500));
    let tab = Tab::open(storage);
    tab.select("hours", "over-3");
    assert_eq!((tab.persistence(), storage.all().len()), ("foreign".into(), 1));
    assert_eq!(storage.get(DOCUMENT), Some(text));
}

#[test]
fn text_set_aside_can_be_saved_as_a_file() {
    let tab = Tab::open(browser_with("{not json"));
    let keys: Vec<&str> = tab.session.stored().iter().map(|(key, _)| *key).collect();
    assert_eq!(keys, [DOCUMENT, QUARANTINE[0]]);
    assert_eq!(tab.session.export_of(tab.window, QUARANTINE[0]), "data:application/json,{not json");
    assert_eq!(tab.session.export_of(tab.window, QUARANTINE[1]), "data:application/json,");
}

//! A tab reads the stored document only if it is another one than it has read or written last. That
//! must not hide what anybody else has written.

use headphones_or_iems::model::Weight;
use leptos::prelude::GetUntracked;

use super::{
    COMMUTER, DOCUMENT, GAMER, QUARANTINE, Tab, browser, browser_with, document, quiz, topic,
};
use crate::support::answered;

#[test]
fn what_another_tab_writes_after_a_write_of_this_one_is_read() {
    let storage = browser();
    let [one, other] = [Tab::open(storage), Tab::open(storage)];
    for (id, options) in COMMUTER {
        one.select(id, options[0]);
        other.session.set_weight(topic("hours"), Weight::MOST);
        other.select(id, options[0]);
    }
    one.session.merge_stored();
    assert_eq!(one.session.answers().get_untracked().weight(topic("hours")), Weight::MOST);
    let [shown, stored] = [one.session.answers().get_untracked(), one.document().answers(quiz())];
    assert_eq!(shown, stored);
}

#[test]
fn what_is_written_by_hand_is_read_even_if_it_was_there_before() {
    let storage = browser();
    let tab = Tab::open(storage);
    tab.select("hours", "over-3");
    let early = storage.get(DOCUMENT).unwrap();
    tab.select("in-canal", "fine");
    // The older text is merged, and what it lacks is written again.
    storage.put(DOCUMENT, &early);
    tab.session.merge_stored();
    assert_eq!(
        (tab.stored("in-canal"), tab.stored("hours")),
        (vec!["fine".to_owned()], vec!["over-3".to_owned()])
    );
    let text = r#"{"version":1, "answers":{"budget":{"n":9,"chose":["over-400"]}}}"#;
    storage.put(DOCUMENT, text);
    tab.session.merge_stored();
    assert_eq!(
        (tab.shown("budget"), tab.stored("hours")),
        (vec!["over-400".to_owned()], vec!["over-3".to_owned()])
    );
}

#[test]
fn text_that_says_the_same_in_other_words_is_left_as_it_is() {
    let text = format!(" {} ", document(COMMUTER).encode());
    let storage = browser_with(&text);
    let tab = Tab::open(storage);
    for _ in 0..3 {
        tab.session.merge_stored();
    }
    assert_eq!((storage.get(DOCUMENT), storage.writes()), (Some(text), 0));
    tab.select("budget", "over-400");
    assert_eq!(
        (tab.stored("hours"), tab.stored("budget")),
        (vec!["1-to-3".to_owned()], vec!["over-400".to_owned()])
    );
}

#[test]
fn a_text_that_was_read_before_is_read_again_after_another_has_been_set_aside() {
    let storage = browser_with(&document(COMMUTER).encode());
    let tab = Tab::open(storage);
    let good = storage.get(DOCUMENT).unwrap();
    for (bad, state) in [("{damaged", "aside"), (r#"{"version":3}"#, "newer")] {
        storage.put(DOCUMENT, bad);
        tab.session.merge_stored();
        assert_eq!(tab.persistence(), state);
        storage.put(DOCUMENT, &good);
        tab.session.merge_stored();
        let expected = if state == "newer" { "stored" } else { state };
        assert_eq!(tab.persistence(), expected, "{bad}");
    }
    assert_eq!(storage.get(QUARANTINE[0]).as_deref(), Some("{damaged"));
}

#[test]
fn while_nothing_may_be_written_nothing_counts_as_written() {
    let storage = browser_with(r#"{"version":3}"#);
    let tab = Tab::open(storage);
    tab.select("hours", "over-3");
    storage.put(DOCUMENT, &document(GAMER).encode());
    tab.select("budget", "over-400");
    assert_eq!(tab.persistence(), "stored");
    let mut expected = answered(quiz(), GAMER);
    for (id, option) in [("hours", "over-3"), ("budget", "over-400")] {
        let given = super::selection(quiz(), id, &[option]);
        expected.set(super::question(id), headphones_or_iems::model::Answer::Given(given));
    }
    assert_eq!(tab.document().answers(quiz()), expected);
}

#[test]
fn a_document_removed_by_hand_is_written_again_with_the_next_change() {
    let storage = browser_with(&document(COMMUTER).encode());
    let tab = Tab::open(storage);
    headphones_or_iems::platform::Storage::remove(storage, DOCUMENT);
    tab.session.merge_stored();
    tab.select("budget", "over-400");
    assert_eq!(
        (tab.stored("hours"), tab.stored("budget")),
        (vec!["1-to-3".to_owned()], vec!["over-400".to_owned()])
    );
}

//! Intents in a tab that has missed an event: each is computed from what is stored, not from what
//! the tab shows.

use headphones_or_iems::model::Answer;
use leptos::prelude::GetUntracked;

use super::{
    COMMUTER, GAMER, Memory, Tab, browser, browser_with, document, option_of, question, quiz,
    selection, topic,
};

/// Two tabs of which the second does not know of the answer that the first has given.
fn tabs(id: &str, options: &[&str]) -> [Tab; 2] {
    let storage: &'static Memory = browser();
    let tabs = [Tab::open(storage), Tab::open(storage)];
    for option in options {
        tabs[0].select(id, option);
    }
    tabs
}

#[test]
fn ticks_of_both_tabs_in_one_question_are_kept() {
    let [one, other] = tabs("on-head", &["glasses"]);
    other.select("on-head", "hot");
    one.select("on-head", "hair");
    for tab in [one, other] {
        tab.session.merge_stored();
        assert_eq!(tab.shown("on-head"), ["glasses", "hot", "hair"]);
    }
    assert_eq!(one.stored("on-head"), ["glasses", "hot", "hair"]);
}

#[test]
fn the_same_tick_in_both_tabs_stays() {
    let [_, other] = tabs("on-head", &["hot"]);
    other.select("on-head", "hot");
    assert_eq!(
        (other.shown("on-head"), other.stored("on-head")),
        (vec!["hot".into()], vec!["hot".into()])
    );
}

#[test]
fn the_same_tick_removed_in_both_tabs_stays_removed() {
    let [one, other] = tabs("on-head", &["hot", "hair"]);
    other.session.merge_stored();
    one.select("on-head", "hot");
    other.select("on-head", "hot");
    assert_eq!(other.shown("on-head"), ["hair"]);
    assert_eq!(other.stored("on-head"), ["hair"]);
}

#[test]
fn an_exclusive_option_replaces_the_ticks_of_the_other_tab() {
    let [_, other] = tabs("on-head", &["hot"]);
    other.select("on-head", "no-way");
    assert_eq!(other.stored("on-head"), ["no-way"]);
}

#[test]
fn a_skip_keeps_the_selection_of_the_other_tab() {
    let [_, other] = tabs("on-head", &["hot"]);
    other.session.skip(topic("on-head"));
    let hot = selection(quiz(), "on-head", &["hot"]);
    let stored = other.document().answers(quiz()).get(question("on-head"));
    assert_eq!(stored, Answer::Skipped(hot));
}

#[test]
fn completing_a_topic_keeps_the_answers_of_the_other_tab() {
    let [one, other] = tabs("scene-flight", &["often"]);
    assert!(other.session.complete_topic(topic("scene")));
    assert_eq!(other.stored("scene-flight"), ["often"]);
    assert_eq!(other.stored("scene-home"), ["never"]);
    one.select("hours", "over-3");
    assert!(other.session.complete_topic(topic("hours")), "the other tab has answered it");
    assert_eq!(other.stored("hours"), ["over-3"]);
}

#[test]
fn a_change_tried_out_and_undone_keeps_the_answers_of_the_other_tab() {
    let storage = browser_with(&document(COMMUTER).encode());
    let [one, other] = [Tab::open(storage), Tab::open(storage)];
    let mut tried = one.session.answers().get_untracked();
    tried.set(question("hours"), Answer::Given(selection(quiz(), "hours", &["over-3"])));
    other.select("budget", "over-400");
    one.session.try_out(&tried);
    assert_eq!(
        (one.stored("hours"), one.stored("budget")),
        (vec!["over-3".into()], vec!["over-400".into()])
    );
    other.select("in-canal", "no-way");
    one.session.undo();
    for (id, expected) in [("hours", "1-to-3"), ("budget", "over-400"), ("in-canal", "no-way")] {
        assert_eq!(one.shown(id), [expected]);
        assert_eq!(one.stored(id), [expected]);
    }
}

#[test]
fn a_snapshot_records_the_verdict_on_the_merged_answers() {
    let [one, other] = tabs("hours", &["over-3"]);
    for (id, options) in GAMER {
        one.session.select(question(id), option_of(id, options[0]));
    }
    assert!(other.session.is_untouched());
    other.session.keep_snapshot();
    let kept = other.document().snapshots(quiz());
    assert_eq!(kept.len(), 1, "the merged answers lead to a verdict");
    assert_eq!(kept[0].answers, other.session.answers().get_untracked());
    assert!(!kept[0].recorded.leader.is_empty());
}

#[test]
fn removing_a_snapshot_removes_the_one_that_is_shown() {
    let storage = browser_with(&document(COMMUTER).encode());
    let one = Tab::open(storage);
    one.session.keep_snapshot();
    one.select("budget", "over-400");
    one.session.keep_snapshot();
    one.select("budget", "under-50");
    one.session.keep_snapshot();
    let other = Tab::open(storage);
    let shown = other.document().snapshots(quiz());
    assert_eq!(shown.len(), 3);
    one.session.remove_snapshot(0);
    other.session.remove_snapshot(1);
    assert_eq!(other.document().snapshots(quiz()), [shown[2].clone()]);
    other.session.remove_snapshot(7);
    one.session.remove_snapshot(0);
    assert_eq!(one.document().snapshots(quiz()), [shown[2].clone()], "it was removed already");
}

#[test]
fn a_radio_button_takes_the_option_that_was_clicked() {
    let [one, other] = tabs("hours", &["over-3"]);
    other.session.merge_stored();
    one.select("hours", "under-1");
    other.select("hours", "over-3");
    assert_eq!(other.stored("hours"), ["over-3"]);
}

#[test]
fn an_answer_of_the_other_tab_between_two_trials_stays_after_the_undo() {
    let storage = browser_with(&document(COMMUTER).encode());
    let [one, other] = [Tab::open(storage), Tab::open(storage)];
    for option in ["under-1", "over-3"] {
        let mut tried = one.session.answers().get_untracked();
        tried.set(question("hours"), Answer::Given(selection(quiz(), "hours", &[option])));
        one.session.try_out(&tried);
        other.select("budget", "over-400");
        one.session.merge_stored();
    }
    one.session.undo();
    assert_eq!(one.stored("hours"), ["1-to-3"]);
    assert_eq!(one.stored("budget"), ["over-400"]);
}

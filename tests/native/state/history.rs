//! Trying a change out, starting again, and snapshots.

use headphones_or_iems::model::{Answer, Answers, CriterionId, DeviceTypeId, Rating, Weight};
use leptos::prelude::GetUntracked;

use super::{COMMUTER, Tab, browser, browser_with, document, question, quiz, selection, topic};
use crate::support::answered;

fn commuter() -> Tab {
    Tab::open(browser_with(&document(COMMUTER).encode()))
}

fn answers(tab: Tab) -> Answers {
    tab.session.answers().get_untracked()
}

#[test]
fn a_change_tried_out_is_stored_and_can_be_undone() {
    let tab = commuter();
    let before = answers(tab);
    let mut tried = before.clone();
    tried.set(question("hours"), Answer::Skipped(selection(quiz(), "hours", &["1-to-3"])));
    tried.set(question("budget"), Answer::Given(selection(quiz(), "budget", &["over-400"])));
    tried.set_weight(topic("in-canal"), Weight::MOST);
    tried.own_ratings_mut().set(DeviceTypeId(1), CriterionId(1), Rating::new(2));
    tab.session.try_out(&tried);
    assert_eq!((answers(tab), tab.session.before()), (tried.clone(), Some(before.clone())));
    assert_eq!(tab.document().answers(quiz()), tried);
    tab.session.undo();
    assert_eq!((answers(tab), tab.session.before()), (before.clone(), None));
    assert_eq!(tab.document().answers(quiz()), before);
}

#[test]
fn several_changes_tried_out_are_undone_together() {
    let tab = commuter();
    let before = answers(tab);
    for option in ["under-1", "over-3"] {
        let mut tried = answers(tab);
        tried.set(question("hours"), Answer::Given(selection(quiz(), "hours", &[option])));
        tried.set(question("budget"), Answer::Skipped(selection(quiz(), "budget", &[])));
        tab.session.try_out(&tried);
    }
    assert_eq!(tab.session.before(), Some(before.clone()));
    tab.session.undo();
    assert_eq!(answers(tab), before);
}

#[test]
fn keeping_a_change_or_making_another_ends_the_trial() {
    for end in [|tab: Tab| tab.session.keep_change(), |tab: Tab| tab.select("in-canal", "fine")] {
        let tab = commuter();
        let mut tried = answers(tab);
        tried.set(question("hours"), Answer::Given(selection(quiz(), "hours", &["over-3"])));
        tab.session.try_out(&tried);
        end(tab);
        assert_eq!(tab.session.before(), None);
        tab.session.undo();
        assert_eq!(tab.shown("hours"), ["over-3"], "there is nothing to undo");
    }
}

#[test]
fn starting_again_clears_the_answers_and_keeps_the_result() {
    let tab = commuter();
    tab.session.start_again();
    assert!(tab.session.is_untouched() && tab.document().is_empty());
    let kept = tab.session.snapshots();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].answers, answered(quiz(), COMMUTER));
    assert_eq!(Tab::open(tab.storage).session.snapshots(), kept);
}

#[test]
fn an_undecided_result_is_not_kept() {
    let tab = Tab::open(browser());
    tab.session.keep_snapshot();
    tab.session.start_again();
    assert!(tab.session.snapshots().is_empty());
}

#[test]
fn snapshots_are_kept_and_removed() {
    let tab = commuter();
    tab.session.keep_snapshot();
    tab.session.keep_snapshot();
    assert_eq!(tab.session.snapshots().len(), 1, "the same result is kept once");
    tab.select("in-canal", "no-way");
    tab.session.keep_snapshot();
    assert_eq!(tab.document().snapshots(quiz()).len(), 2);
    tab.session.remove_snapshot(0);
    let kept = tab.document().snapshots(quiz());
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].answers, answers(tab));
}

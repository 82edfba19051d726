//! Answering: each intent has stored its change by the time it returns.

use headphones_or_iems::model::{Answer, CriterionId, DeviceTypeId, Rating, Weight};
use leptos::prelude::{GetUntracked, WithUntracked};

use super::{COMMUTER, Tab, browser, browser_with, document, question, quiz, selection, topic};

#[test]
fn a_new_visitor_has_no_answers_and_nothing_is_stored() {
    let tab = Tab::open(browser());
    assert!(tab.session.is_untouched());
    assert_eq!((tab.storage.writes(), tab.storage.all().len()), (0, 0));
    assert_eq!(tab.persistence(), "stored");
}

#[test]
fn an_answer_shown_as_selected_is_stored_already() {
    let tab = Tab::open(browser());
    for (at, asked) in quiz().questions() {
        for (option, of) in asked.options() {
            let writes = tab.storage.writes();
            tab.session.select(at, option);
            assert_eq!(tab.shown(&asked.id), tab.stored(&asked.id), "{} {}", asked.id, of.id);
            assert!(tab.shown(&asked.id).contains(&of.id), "{} {}", asked.id, of.id);
            assert_eq!(tab.storage.writes(), writes + 1);
        }
    }
    assert!(!tab.session.is_untouched());
}

#[test]
fn a_checkbox_toggles_and_an_exclusive_one_stands_alone() {
    let tab = Tab::open(browser());
    for (option, expected) in [
        ("hot", &["hot"][..]),
        ("glasses", &["glasses", "hot"]),
        ("hot", &["glasses"]),
        ("no-way", &["no-way"]),
        ("hair", &["hair"]),
        ("hair", &[]),
    ] {
        tab.select("on-head", option);
        assert_eq!(tab.shown("on-head"), expected, "after {option}");
        assert_eq!(tab.stored("on-head"), expected, "after {option}");
    }
    let answers = tab.session.answers().get_untracked();
    assert_eq!(answers.get(question("on-head")), Answer::Unseen);
}

#[test]
fn a_skipped_topic_keeps_its_selection_and_completing_it_answers_it() {
    let tab = Tab::open(browser());
    tab.select("on-head", "hot");
    tab.session.skip(topic("on-head"));
    let hot = selection(quiz(), "on-head", &["hot"]);
    let stored = || tab.document().answers(quiz()).get(question("on-head"));
    assert_eq!(stored(), Answer::Skipped(hot));
    assert!(tab.session.complete_topic(topic("on-head")));
    assert_eq!(stored(), Answer::Given(hot));
    assert!(!tab.session.complete_topic(topic("hours")), "nothing is selected");
    let hours = tab.document().answers(quiz()).get(question("hours"));
    assert_eq!(hours, Answer::Unseen);
    tab.session.skip(topic("hours"));
    assert!(!tab.session.complete_topic(topic("hours")), "nothing is selected");
    let hours = tab.document().answers(quiz()).get(question("hours"));
    assert_eq!(hours, Answer::Skipped(selection(quiz(), "hours", &[])));
}

#[test]
fn completing_the_contexts_answers_untouched_ones_with_never() {
    let tab = Tab::open(browser());
    tab.select("scene-flight", "often");
    assert!(tab.session.complete_topic(topic("scene")));
    assert_eq!(tab.stored("scene-flight"), ["often"]);
    assert_eq!(tab.stored("scene-home"), ["never"]);
    assert_ne!(tab.session.next_open(), Some(topic("scene")));
}

#[test]
fn weights_and_own_ratings_are_stored() {
    let tab = Tab::open(browser());
    let (device_type, criterion) = (DeviceTypeId(1), CriterionId(2));
    tab.session.set_weight(topic("hours"), Weight::MOST);
    tab.session.set_own_rating(device_type, criterion, Rating::new(-2));
    let answers = tab.document().answers(quiz());
    assert_eq!(answers.weight(topic("hours")), Weight::MOST);
    assert_eq!(answers.own_ratings().get(device_type, criterion), Rating::new(-2));
    tab.session.set_own_rating(device_type, criterion, None);
    assert!(tab.document().answers(quiz()).own_ratings().is_empty());
}

#[test]
fn stored_answers_are_there_after_a_reload_and_nothing_is_written() {
    let storage = browser_with(&document(COMMUTER).encode());
    let tab = Tab::open(storage);
    for (id, options) in COMMUTER {
        assert_eq!(tab.shown(id), *options);
    }
    assert_eq!(storage.writes(), 0);
    let word = tab.session.verdict().with_untracked(|verdict| verdict.word.id());
    assert_ne!(word, "undecided");
}

#[test]
fn completing_skipped_contexts_keeps_what_was_selected() {
    let tab = Tab::open(browser());
    tab.select("scene-flight", "often");
    tab.session.skip(topic("scene"));
    assert!(tab.session.complete_topic(topic("scene")));
    let answers = tab.document().answers(quiz());
    let often = selection(quiz(), "scene-flight", &["often"]);
    assert_eq!(answers.get(question("scene-flight")), Answer::Given(often));
    assert_eq!(tab.stored("scene-home"), ["never"]);
}

#[test]
fn the_leader_id_names_the_leader_of_the_verdict() {
    let tab = Tab::open(browser());
    assert_eq!(tab.session.leader_id(), "");
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    let leader = tab.session.verdict().with_untracked(|verdict| verdict.leader).unwrap();
    assert_eq!(tab.session.leader_id(), quiz().device_type(leader).id);
}

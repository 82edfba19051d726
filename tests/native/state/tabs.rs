//! Two tabs of one browser: the answers of both are kept, whether or not the browser tells one that
//! the other has written.

use headphones_or_iems::model::Weight;
use leptos::prelude::GetUntracked;

use super::{COMMUTER, DOCUMENT, Tab, browser, document, quiz, topic};

/// Tells both tabs that something was stored.
fn hear(tabs: &[Tab; 2]) {
    for tab in tabs {
        tab.session.merge_stored();
    }
}

/// Twenty alternating answers. Every `every` answers, both tabs hear of the other's writes.
fn alternate(every: usize) {
    let storage = browser();
    let tabs = [Tab::open(storage), Tab::open(storage)];
    let asked: Vec<_> = quiz().questions().take(20).collect();
    assert_eq!(asked.len(), 20);
    for (i, (at, question)) in asked.iter().enumerate() {
        let (option, _) = question.options().last().unwrap();
        tabs[i % 2].session.select(*at, option);
        if i % every == 0 {
            hear(&tabs);
        }
    }
    hear(&tabs);
    for (_, question) in &asked {
        let last = [question.options.last().unwrap().id.clone()];
        for tab in tabs {
            assert_eq!(tab.shown(&question.id), last, "{}", question.id);
        }
        assert_eq!(tabs[0].stored(&question.id), last, "{}", question.id);
    }
    let shown = tabs.map(|tab| tab.session.answers().get_untracked());
    assert_eq!(shown[0], shown[1]);
}

#[test]
fn twenty_alternating_answers_are_kept_in_both_tabs() {
    alternate(1);
}

#[test]
fn twenty_alternating_answers_are_kept_although_every_event_is_lost() {
    alternate(usize::MAX);
}

#[test]
fn merging_writes_only_what_the_other_tab_lacks() {
    let storage = browser();
    let [one, other] = [Tab::open(storage), Tab::open(storage)];
    one.select("hours", "over-3");
    let writes = storage.writes();
    for _ in 0..3 {
        other.session.merge_stored();
        one.session.merge_stored();
    }
    assert_eq!(storage.writes(), writes, "two tabs must not write in turns for ever");
    storage.put(DOCUMENT, &document(&[("in-canal", &["fine"])]).encode());
    one.session.merge_stored();
    assert_eq!(
        (one.stored("hours"), one.stored("in-canal")),
        (vec!["over-3".into()], vec!["fine".into()])
    );
}

#[test]
fn a_page_restored_from_the_back_forward_cache_shows_what_was_stored_meanwhile() {
    let storage = browser();
    let asleep = Tab::open(storage);
    asleep.select("in-canal", "fine");
    let other = Tab::open(storage);
    other.select("hours", "over-3");
    other.session.set_weight(topic("hours"), Weight::MOST);
    assert_eq!(asleep.shown("hours"), [""; 0]);
    asleep.session.merge_stored();
    assert_eq!(asleep.shown("hours"), ["over-3"]);
    assert_eq!(asleep.session.answers().get_untracked().weight(topic("hours")), Weight::MOST);
}

#[test]
fn a_tab_that_was_asleep_does_not_bring_back_what_was_cleared_or_erased() {
    for end in [super::Session::start_again, super::Session::erase] {
        let storage = browser();
        let awake = Tab::open(storage);
        for (id, options) in COMMUTER {
            awake.select(id, options[0]);
        }
        let asleep = Tab::open(storage);
        end(awake.session);
        asleep.select("budget", "over-400");
        assert_eq!(asleep.shown("hours"), [""; 0]);
        assert_eq!(asleep.stored("hours"), [""; 0]);
        assert_eq!(asleep.stored("budget"), ["over-400"]);
        awake.session.merge_stored();
        assert_eq!(awake.shown("budget"), ["over-400"]);
    }
}

//! The try-on test of a candidate, and the days that are left to return it.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::candidate::Check;
use headphones_or_iems::model::{Answers, Candidate, Date, DeviceTypeId};
use headphones_or_iems::state::shortlist::{
    Listed, ReturnTime, Shortlist, Step, date_in_words, return_in_words, steps, tried,
};
use headphones_or_iems::views::shortlist::return_line::ReturnLine;
use headphones_or_iems::views::shortlist::try_on::TryOn;
use leptos::prelude::*;

use crate::snapshots::lines::lines;
use crate::state::{Tab, browser};
use crate::support::{content, quiz, some_answers};

fn candidate(device_type: Option<DeviceTypeId>, checks: Vec<Check>) -> Listed {
    let candidate = Candidate { checks, ..Candidate::default() };
    Listed { id: "one".to_owned(), device_type, candidate }
}

fn shown(answers: &Answers, listed: &Listed, kept: &[Step]) -> Vec<Step> {
    steps(quiz(), content().details(), answers, listed, kept)
}

fn ids(steps: &[Step]) -> Vec<&str> {
    steps.iter().map(|step| step.id.as_str()).collect()
}

fn note(step: &str, is_done: bool, word: &str) -> Check {
    Check { step: step.to_owned(), is_done, word: word.to_owned() }
}

/// The ids of the steps in the order of the content, filtered.
fn known(
    is_kept: impl Fn(&str, &dyn Fn(DeviceTypeId) -> bool) -> bool,
    answers: &Answers,
) -> Vec<&'static str> {
    let tests = content().details().shop.tests.iter();
    let kept = tests
        .filter(|step| is_kept(&step.id, &|device_type| step.advice.applies(device_type, answers)));
    kept.map(|step| step.id.as_str()).collect()
}

#[test]
fn a_type_has_the_steps_of_its_shop_list() {
    let mut random = Random::new(5);
    for _ in 0..30 {
        let answers = some_answers(quiz(), &mut random);
        for (at, _) in quiz().device_types() {
            let steps = shown(&answers, &candidate(Some(at), Vec::new()), &[]);
            assert_eq!(ids(&steps), known(|_, applies| applies(at), &answers));
            assert_eq!(tried(&steps), 0);
            assert!(steps.iter().all(|step| step.text.is_some()));
        }
        let every = |applies: &dyn Fn(DeviceTypeId) -> bool| {
            quiz().device_types().all(|(at, _)| applies(at))
        };
        let steps = shown(&answers, &candidate(None, Vec::new()), &[]);
        assert_eq!(ids(&steps), known(|_, applies| every(applies), &answers));
        assert!(!steps.is_empty(), "a type that a later version lacks has steps too");
    }
}

#[test]
fn what_was_noted_stays_although_the_step_does_not_apply() {
    let answers = Answers::empty(quiz());
    let iem = quiz().find_device_type("iem").unwrap();
    let other = known(|_, applies| !applies(iem), &answers)[0];
    let own = known(|_, applies| applies(iem), &answers)[0];
    let noted =
        [note("of-later-content", false, "odd"), note(other, true, ""), note(own, true, "tight")];
    let steps = shown(&answers, &candidate(Some(iem), noted.to_vec()), &[]);
    let expected = known(|id, applies| applies(iem) || id == other, &answers);
    assert_eq!(ids(&steps[..expected.len()]), expected);
    assert_eq!(ids(&steps[expected.len()..]), ["of-later-content"]);
    assert_eq!(tried(&steps), 2);
    let check = |id: &str| steps.iter().find(|step| step.id == id).unwrap().check.clone();
    assert!(noted.iter().all(|noted| check(&noted.step) == *noted));
    assert_eq!(steps.last().unwrap().text, None);
}

#[test]
fn a_row_stays_while_the_page_is_open() {
    let answers = Answers::empty(quiz());
    let iem = quiz().find_device_type("iem");
    let noted = vec![note("pads-off", true, ""), note("of-later-content", true, "")];
    let before = shown(&answers, &candidate(iem, noted), &[]);
    let untouched = candidate(iem, Vec::new());
    let after = shown(&answers, &untouched, &before);
    assert_eq!(ids(&after), ids(&before));
    assert_eq!((tried(&before), tried(&after)), (2, 0));
    assert_eq!(shown(&answers, &untouched, &[]).len(), before.len() - 2);
}

/// A session with one candidate, and its text in a view.
fn text(candidate: &Candidate, is_test: bool) -> String {
    let session = Tab::prerendered(browser()).session;
    let id = session.add_candidate(candidate).unwrap();
    let html = Owner::new().with(|| {
        provide_context(session);
        let shortlist = Shortlist::new(session);
        let candidate = shortlist.candidate(id);
        if is_test {
            view! { <TryOn shortlist candidate /> }.to_html()
        } else {
            view! { <ReturnLine shortlist candidate /> }.to_html()
        }
    });
    lines(&html).join("\n")
}

#[test]
fn the_view_has_a_row_for_each_step_and_counts_the_ticks() {
    let device_type = "iem".to_owned();
    let checks = vec![note("jaw", true, ""), note("hot-ears", true, "warm")];
    let listed = candidate(quiz().find_device_type("iem"), checks.clone());
    let steps = shown(&Answers::empty(quiz()), &listed, &[]);
    let page = text(&Candidate { device_type, checks, ..Candidate::default() }, true);
    assert!(page.contains(&format!("2 of {} ", steps.len())), "{page}");
    assert!(steps.iter().all(|step| page.contains(step.text.unwrap())), "{page}");
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn every_day_before_and_after_the_last_has_its_place() {
    let all = ["2027-12-29", "2027-12-30", "2027-12-31", "2028-01-01", "2028-01-02", "2028-01-03"];
    for (at, today) in (0_i32..).zip(all) {
        for (last, text) in (0_i32..).zip(all) {
            let days = (last - at).unsigned_abs();
            let expected = match last - at {
                0 => ReturnTime::Today,
                1 => ReturnTime::Tomorrow,
                left if left > 0 => ReturnTime::Left(days),
                _ => ReturnTime::Ended(days),
            };
            assert_eq!(ReturnTime::until(day(text), day(today)), expected, "{text} {today}");
        }
    }
    assert_eq!(ReturnTime::until(day("2028-03-01"), day("2028-02-28")), ReturnTime::Left(2));
    assert_eq!(ReturnTime::until(day("2027-11-28"), day("2026-11-28")), ReturnTime::Left(365));
}

/// The numbers in a text, without those of the date if the text has it.
fn numbers(words: &str, date: &str) -> Vec<String> {
    let rest = words.replace(date, "");
    let numbers = rest.split(|at: char| !at.is_ascii_digit()).filter(|number| !number.is_empty());
    numbers.map(str::to_owned).collect()
}

#[test]
fn the_words_have_the_days_and_the_date() {
    let date = date_in_words(day("2026-12-07"));
    let words = return_in_words(day("2026-12-07"), day("2026-11-28"));
    assert!(words.contains(&date), "{words}");
    assert_eq!(numbers(&words, &date), ["9"], "{words}");
    let words = return_in_words(day("2026-11-25"), day("2026-11-28"));
    assert_eq!(numbers(&words, &date_in_words(day("2026-11-25"))), ["3"], "{words}");
    let months: std::collections::BTreeSet<String> =
        (1..=12).map(|month| date_in_words(day(&format!("2026-{month:02}-09")))).collect();
    assert_eq!(months.len(), 12);
    assert!(months.iter().all(|words| words.starts_with("9 ") && words.ends_with(" 2026")));
    assert!(months.iter().all(|words| words.len() > "9  2026".len()));
}

#[test]
fn the_line_is_there_only_with_a_last_day() {
    // The clock of the tests shows 22 November 2026.
    let with = |shop: &str, last: Option<&str>| {
        let (shop, return_by) = (shop.to_owned(), last.map(day));
        text(&Candidate { shop, return_by, ..Candidate::default() }, false)
    };
    assert_eq!(with("Corner Shop", None), "");
    let line = with("Corner Shop", Some("2026-12-01"));
    assert!(line.contains("Corner Shop") && line.contains('9'), "{line}");
    let line = with("", Some("2026-11-22"));
    assert!(line.starts_with(char::is_uppercase), "{line}");
}

//! What the page shows of a comparison.

use headphones_or_iems::model::preference::Side;
use headphones_or_iems::model::{Candidate, Comparison, Date};
use headphones_or_iems::state::shortlist::{
    Phase, Shortlist, line, name, status_in_words, told_apart,
};
use headphones_or_iems::views::shortlist::prefer::PreferSection;
use leptos::prelude::*;

use super::{SIDES, comparison};
use crate::snapshots::lines::lines;
use crate::state::{Tab, browser};

fn names() -> [String; 2] {
    ["Uno".to_owned(), "Dos".to_owned()]
}

#[test]
fn each_phase_has_its_round() {
    let mut now = comparison(6, "ab");
    assert_eq!(Phase::of(&now, true), Phase::Toss(3));
    now.begin_round(Side::B);
    assert_eq!(Phase::of(&now, true), Phase::Listen(3, Side::B));
    assert_eq!(Phase::of(&now, false), Phase::Read, "a candidate is gone");
    for ended in [comparison(6, "aaaaaa"), comparison(6, "------------"), comparison(5, "")] {
        assert_eq!(Phase::of(&ended, true), Phase::Read);
    }
}

#[test]
fn the_first_to_be_heard_is_named_first() {
    for first in SIDES {
        let now = Comparison { first: Some(first), ..comparison(8, "a") };
        let words = status_in_words(&now, &names(), true);
        let [first, second] =
            [first, first.other()].map(|side| words.find(name(&names(), side)).unwrap());
        assert!(first < second, "{words}");
    }
}

#[test]
fn a_result_names_the_side_its_count_and_its_chance() {
    for (answers, parts) in [
        ("aaabaaaa", &["Uno", "7", "8", "7%"][..]),
        ("bbbbbb-bb", &["Dos", "8", "0.8%"]),
        ("aabbabba", &["4", "8"]),
    ] {
        let words = status_in_words(&comparison(8, answers), &names(), true);
        assert!(parts.iter().all(|part| words.contains(part)), "{words}");
        let wrong = if parts[0] == "Uno" { "Dos" } else { "Uno" };
        assert!(!words.contains(wrong), "{words}");
    }
    let words = status_in_words(&comparison(8, "bbb--b-bbbb"), &names(), true);
    assert!(words.contains('3'), "how often the visitor could not tell: {words}");
    let [early, unended] = ["aaaaaaa", "-------"]
        .map(|answers| status_in_words(&comparison(8, answers), &names(), true));
    assert!(!early.contains("Uno") && !early.contains('%'), "{early}");
    assert!(!unended.contains('%'), "{unended}");
}

#[test]
fn two_of_one_name_are_told_apart() {
    let [a, b] = told_apart(["same".to_owned(), "same".to_owned()]);
    assert!(a != b && a.contains("same") && b.contains("same"));
    assert_eq!(told_apart(names()), names());
}

/// The text of the section for a session with two candidates and these comparisons.
fn section(comparisons: &[Comparison], removed: usize) -> String {
    let tab = Tab::prerendered(browser());
    let session = tab.session;
    let add = |name: &str| {
        let candidate = Candidate { name: name.to_owned(), ..Candidate::default() };
        session.add_candidate(&candidate).unwrap()
    };
    let ids = names().map(|name| add(&name));
    for comparison in comparisons {
        let candidates = ids.clone();
        session.start_comparison(&Comparison { candidates, ..comparison.clone() });
    }
    for id in ids.iter().take(removed) {
        session.remove_candidate(id);
    }
    let html = Owner::new().with(|| {
        provide_context(session);
        let shortlist = Shortlist::new(session);
        view! { <PreferSection shortlist /> }.to_html()
    });
    lines(&html).join("\n")
}

#[test]
fn a_comparison_under_way_shows_its_controls_and_one_that_ended_only_its_rounds() {
    let buttons = |text: &str| text.matches('[').count();
    let form = buttons(&section(&[], 0));
    // The last button of each comparison removes it.
    assert_eq!(buttons(&section(&[comparison(8, "ab")], 0)), form + 1 + 1);
    let listening = Comparison { first: Some(Side::A), ..comparison(8, "ab") };
    assert_eq!(buttons(&section(std::slice::from_ref(&listening), 0)), form + 3 + 1);
    let ended = section(&[comparison(6, "ab-baba")], 0);
    assert_eq!(buttons(&ended), form + 1);
    assert_eq!(ended.lines().filter(|line| line.matches(" | ").count() == 2).count(), 1 + 7);
    let orphan = section(&[listening], 1);
    assert_eq!(buttons(&orphan), 1, "one candidate is left, so there is no form either");
    assert!(!orphan.contains("Uno") && orphan.contains("Dos"));
}

#[test]
fn the_session_keeps_the_rounds() {
    let session = Tab::prerendered(browser()).session;
    let id = session.start_comparison(&comparison(6, ""));
    for round in 1..=3 {
        let first = session.toss();
        session.change_comparison(&id, &mut |at| at.begin_round(first));
        session.change_comparison(&id, &mut |at| at.end_round(Some(Side::A)));
        let kept = session.comparisons();
        assert_eq!((kept.len(), kept[0].1.rounds.len()), (1, round));
        assert_eq!(kept[0].1.rounds.last().unwrap().first, first);
    }
}

#[test]
fn what_is_typed_keeps_its_words_and_no_more_than_fits() {
    let long = format!(" bass\t{} ", "word ".repeat(40));
    let kept = line(&long);
    assert_eq!(kept.chars().count(), 80);
    assert!(kept.starts_with("bass word") && !kept.contains("  "));
    assert!(Date::parse(&line(" 2026-11-28\n")).is_some());
}

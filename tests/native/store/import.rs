//! Importing a shortlist: what is here already, what is new, what differs, and what is too much.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::candidate::MOST_CANDIDATES;
use headphones_or_iems::model::{Candidate, Comparison, Habits};
use headphones_or_iems::store::{Document, TooMany};

use super::shortlist::{change_shortlist, named};
use super::value;

/// A document with these candidates.
fn with(candidates: &[(&str, &str)]) -> Document {
    let mut document = Document::default();
    for (id, name) in candidates {
        document.set_candidate(id, &named(name));
    }
    document
}

/// A document after it has been exported and read again.
fn file(document: &Document) -> Document {
    Document::decode(&document.export()).unwrap()
}

/// The ids and names of the candidates.
fn listed(document: &Document) -> Vec<(String, String)> {
    document.candidates().into_iter().map(|(id, candidate)| (id, candidate.name)).collect()
}

#[track_caller]
fn is_listed(document: &Document, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> =
        expected.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect();
    assert_eq!(listed(document), expected);
}

fn comparing(one: &str, other: &str) -> Comparison {
    Comparison {
        candidates: [one.to_owned(), other.to_owned()],
        planned: 8,
        ..Comparison::default()
    }
}

#[test]
fn what_is_here_already_is_left_alone() {
    let mut document = with(&[("0000000a", "One"), ("0000000b", "Two")]);
    document.set_comparison("0000000c", &comparing("0000000a", "0000000b"));
    let shortlist = value(&document)["shortlist"].clone();
    let same = file(&document);
    assert_eq!(document.candidates_added_by(&same), Ok(0));
    document.adopt(&same).unwrap();
    assert_eq!(value(&document)["shortlist"], shortlist, "not even a revision changes");
}

#[test]
fn what_is_not_here_or_was_removed_here_is_added() {
    let mut document = with(&[("0000000a", "One"), ("0000000b", "Two")]);
    let imported = file(&document);
    let older = document.clone();
    document.remove_candidate("0000000b").unwrap();
    document.remove_candidate("0000000a").unwrap();
    document.set_candidate("0000000f", &named("Mine"));
    assert_eq!(document.candidates_added_by(&imported), Ok(2));
    document.adopt(&imported).unwrap();
    is_listed(&document, &[("0000000a", "One"), ("0000000b", "Two"), ("0000000f", "Mine")]);
    document.merge(older);
    assert_eq!(listed(&document).len(), 3);
}

#[test]
fn what_differs_is_added_beside_yours_once_and_comparisons_follow() {
    let mut other = with(&[("0000000a", "Theirs"), ("0000000b", "Same"), ("0000000d", "New")]);
    other.set_comparison("0000000c", &comparing("0000000a", "0000000b"));
    let imported = file(&other);
    let mut document = with(&[("0000000a", "Mine"), ("0000000b", "Same")]);
    document.set_comparison("0000000c", &comparing("0000000b", "0000000a"));
    for added in [2, 0, 0] {
        assert_eq!(document.candidates_added_by(&imported), Ok(added));
        document.adopt(&imported).unwrap();
        is_listed(
            &document,
            &[
                ("0000000a", "Mine"),
                ("0000000b", "Same"),
                ("0000000c", "Theirs"),
                ("0000000d", "New"),
            ],
        );
        let comparisons = document.comparisons();
        let expected = [
            ("0000000c".to_owned(), comparing("0000000b", "0000000a")),
            ("0000000d".to_owned(), comparing("0000000c", "0000000b")),
        ];
        assert_eq!(comparisons, expected);
    }
}

/// The id after `0000000a` is one of the file's, and the one after it was removed here.
#[test]
fn a_new_id_is_one_that_nothing_has_used() {
    let mut document = with(&[("0000000a", "Mine"), ("0000000c", "Gone"), ("ffffffff", "Last")]);
    document.remove_candidate("0000000c").unwrap();
    let other = with(&[("0000000a", "Theirs"), ("0000000b", "New"), ("ffffffff", "Other")]);
    document.adopt(&file(&other)).unwrap();
    is_listed(
        &document,
        &[
            ("00000000", "Other"),
            ("0000000a", "Mine"),
            ("0000000b", "New"),
            ("0000000d", "Theirs"),
            ("ffffffff", "Last"),
        ],
    );
}

#[test]
fn the_habits_of_the_file_replace_yours_if_it_has_any() {
    let habits = |hours| Habits { hours_per_week: Some(hours), ..Habits::default() };
    let mut document = Document::default();
    document.set_habits(&Habits { horizon: Some(5.0), ..habits(7.0) });
    document.adopt(&file(&with(&[("0000000a", "One")]))).unwrap();
    assert_eq!(document.habits().hours_per_week, Some(7.0));
    let mut other = Document::default();
    other.set_habits(&habits(9.0));
    document.adopt(&file(&other)).unwrap();
    assert_eq!(document.habits(), habits(9.0));
}

#[test]
fn more_candidates_than_there_is_room_for_are_refused_and_nothing_changes() {
    let mut document = Document::default();
    for at in 0..MOST_CANDIDATES - 1 {
        document.set_candidate(&format!("{at:08x}"), &named(&at.to_string()));
    }
    let before = document.clone();
    let two = file(&with(&[("0000aaaa", "One"), ("0000bbbb", "Two")]));
    assert_eq!(document.candidates_added_by(&two), Err(TooMany));
    assert_eq!(document.adopt(&two), Err(TooMany));
    assert_eq!(document, before);
    let one = file(&with(&[("0000aaaa", "One")]));
    assert_eq!(document.candidates_added_by(&one), Ok(1));
    document.adopt(&one).unwrap();
    assert_eq!(document.candidate_count(), MOST_CANDIDATES);
    document.adopt(&file(&document)).unwrap();
    document.remove_candidate("00000000").unwrap();
    document.adopt(&one).unwrap();
    assert_eq!(document.candidate_count(), MOST_CANDIDATES - 1);
}

#[test]
fn importing_again_changes_nothing_and_loses_nothing() {
    let mut random = Random::new(181);
    for _ in 0..500 {
        let mut documents = [Document::default(), Document::default()];
        for document in &mut documents {
            for _ in 0..random.below(12) {
                change_shortlist(document, &mut random);
            }
        }
        let [mut document, other] = documents;
        let own: Vec<(String, Candidate)> = document.candidates();
        let imported = file(&other);
        let added = document.candidates_added_by(&imported).unwrap();
        document.adopt(&imported).unwrap();
        let all = document.candidates();
        assert_eq!(all.len(), own.len() + added);
        assert!(own.iter().all(|candidate| all.contains(candidate)), "yours stay as they are");
        let has = |wanted: &Candidate| all.iter().any(|(_, candidate)| candidate == wanted);
        assert!(imported.candidates().iter().all(|(_, candidate)| has(candidate)));
        let once = document.export();
        document.adopt(&imported).unwrap();
        assert_eq!(document.export(), once);
    }
}

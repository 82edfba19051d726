//! The shortlist of a document: changes, merges, and what this version does not know.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Candidate, Comparison, Habits, Rating};
use headphones_or_iems::store::Document;
use serde_json::{Value, json};

use super::value;

/// A candidate with a name.
pub(super) fn named(name: &str) -> Candidate {
    Candidate { name: name.to_owned(), device_type: "open-back".to_owned(), ..Candidate::default() }
}

/// Makes one random change of the shortlist that a visitor can make.
pub(super) fn change_shortlist(document: &mut Document, random: &mut Random) {
    let id = format!("{:08x}", random.below(4));
    match random.below(8) {
        0 => drop(document.remove_candidate(&id)),
        1 => document.remove_comparison(&id),
        2 => document.set_habits(&Habits {
            hours_per_week: Some(f64::from(1 + random.below(40))),
            ..Habits::default()
        }),
        3 => {
            let candidates = [id, format!("{:08x}", random.below(4))];
            let planned = random.below(9);
            document.set_comparison(
                &format!("{:08x}", random.below(4)),
                &Comparison { candidates, planned, ..Comparison::default() },
            );
        }
        _ => {
            let mut candidate = document.candidate(&id).unwrap_or_else(|| named("HD"));
            match random.below(4) {
                0 => candidate.name = format!("HD {}", random.below(4)),
                1 => candidate.price = Some(f64::from(random.below(4)) * 100.5),
                2 => candidate.order = random.below(4).into(),
                _ => candidate.rate("sound", Rating::new(random.below(5).cast_signed() - 2)),
            }
            document.set_candidate(&id, &candidate);
        }
    }
}

fn merged(one: &Document, other: &Document) -> Document {
    let mut both = one.clone();
    both.merge(other.clone());
    let mut turned = other.clone();
    turned.merge(one.clone());
    assert_eq!(both, turned, "the result must not depend on which is merged into which");
    both
}

/// A copy of a document after a change.
fn changed(document: &Document, change: impl FnOnce(&mut Document)) -> Document {
    let mut copy = document.clone();
    change(&mut copy);
    copy
}

pub(super) fn names(document: &Document) -> Vec<String> {
    document.candidates().into_iter().map(|(_, candidate)| candidate.name).collect()
}

/// A document whose shortlist has been written by hand.
pub(super) fn written(shortlist: &Value) -> Document {
    let text = json!({ "version": 2, "shortlist": shortlist }).to_string();
    Document::decode(&text).unwrap_or_else(|error| panic!("{error:?}: {text}"))
}

#[test]
fn different_candidates_of_two_tabs_are_both_kept() {
    let start = changed(&Document::default(), |it| it.set_candidate("a", &named("One")));
    let one = changed(&start, |it| it.set_candidate("a", &named("First")));
    let other = changed(&start, |it| it.set_candidate("b", &named("Two")));
    assert_eq!(names(&merged(&one, &other)), ["First", "Two"]);
}

#[test]
fn of_the_same_candidate_the_one_changed_more_often_is_kept_whole() {
    let start = changed(&Document::default(), |it| it.set_candidate("a", &named("One")));
    let once = changed(&start, |it| it.set_candidate("a", &named("Z")));
    let twice = changed(&start, |it| {
        it.set_candidate("a", &named("B"));
        it.set_candidate("a", &Candidate { price: Some(1.0), ..named("A") });
    });
    let both = merged(&once, &twice);
    assert_eq!(both.candidates(), twice.candidates());
}

#[test]
fn an_edit_wins_over_a_removal_at_the_same_time_but_not_over_a_later_one() {
    let start = changed(&Document::default(), |it| it.set_candidate("a", &named("One")));
    let edited = changed(&start, |it| it.set_candidate("a", &named("New")));
    let removed = changed(&start, |it| drop(it.remove_candidate("a")));
    assert_eq!(names(&merged(&edited, &removed)), ["New"]);
    let later = changed(&edited, |it| drop(it.remove_candidate("a")));
    assert_eq!(names(&merged(&edited, &later)), [""; 0]);
    assert_eq!(names(&merged(&start, &removed)), [""; 0], "an older copy brings nothing back");
    let again = changed(&removed, |it| it.set_candidate("a", &named("Again")));
    assert_eq!(names(&merged(&removed, &again)), ["Again"]);
    assert_eq!(names(&merged(&start, &again)), ["Again"]);
}

#[test]
fn what_is_not_changed_gets_no_revision() {
    let mut document = Document::default();
    document.set_candidate("a", &named("One"));
    document.set_comparison("c", &Comparison { planned: 8, ..Comparison::default() });
    document.set_habits(&Habits { peak: Some(110.0), ..Habits::default() });
    let before = document.clone();
    document.set_candidate("a", &named("One"));
    document.set_comparison("c", &document.comparisons()[0].1.clone());
    document.set_habits(&document.habits());
    assert_eq!(document.remove_candidate("b"), None);
    document.remove_comparison("d");
    assert_eq!(document, before);
}

#[test]
fn clearing_keeps_the_shortlist_and_erasing_does_not() {
    let mut old = changed(&Document::default(), |it| it.set_candidate("a", &named("One")));
    old.set_habits(&Habits { horizon: Some(5.0), ..Habits::default() });
    let cleared = changed(&old, Document::clear);
    assert_eq!(cleared.candidates(), old.candidates());
    let erased = changed(&old, Document::erase);
    assert_eq!(merged(&old, &erased), erased);
    assert_eq!((names(&erased), erased.habits()), (vec![], Habits::default()));
    let after = changed(&erased, |it| it.set_candidate("b", &named("Two")));
    assert_eq!(names(&merged(&old, &after)), ["Two"]);
}

#[test]
fn a_field_of_a_later_version_survives_a_change_an_export_and_an_undo() {
    let fields = json!({ "name": "HD", "type": "antigrav", "colour": "red", "price": "1e12",
        "rating.sound": "7", "check.seal": "half", "sensitivity": "100 dB", "return-by": "soon" });
    let item = json!({ "n": 4, "fields": fields });
    let mut document =
        written(&json!({ "candidate.a": item, "headphone.b": { "fields": { "x": "y" } } }));
    let read = document.candidate("a").unwrap();
    assert_eq!(read, Candidate { device_type: "antigrav".to_owned(), ..named("HD") });
    document.set_candidate("a", &Candidate { notes: "warm".to_owned(), ..read.clone() });
    let mut expected = fields;
    expected["notes"] = json!("warm");
    let stored = |document: &Document| value(document)["shortlist"]["candidate.a"].clone();
    assert_eq!(stored(&document), json!({ "n": 5, "fields": expected }));
    let exported = Document::decode(&document.export()).unwrap();
    assert_eq!(stored(&exported), json!({ "fields": expected }));
    assert_eq!(value(&exported)["shortlist"]["headphone.b"]["fields"]["x"], "y");
    let removed = document.remove_candidate("a").unwrap();
    assert_eq!(stored(&document), json!({ "n": 6 }));
    document.put_back(&removed);
    assert_eq!(stored(&document), json!({ "n": 7, "fields": expected }));
    document
        .set_candidate("a", &Candidate { price: Some(30.0), ..document.candidate("a").unwrap() });
    assert_eq!(stored(&document)["fields"]["price"], "30", "what the visitor says replaces it");
}

#[test]
fn candidates_of_equal_order_are_in_the_order_of_their_ids() {
    let mut document = Document::default();
    for (id, order) in [("b", 1), ("c", 0), ("a", 1), ("d", -1)] {
        document.set_candidate(id, &Candidate { order, ..named(id) });
    }
    assert_eq!(names(&document), ["d", "c", "a", "b"]);
}

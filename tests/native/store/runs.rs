//! Snapshots by key: two copies that keep and remove different ones, and the most that are kept.

use headphones_or_iems::model::RecordedVerdict;
use headphones_or_iems::store::{Document, Unreadable};
use serde_json::{Value, json};

use super::value;
use crate::support::quiz;

/// A verdict that differs from others by its content version.
fn recorded(content: u32) -> RecordedVerdict {
    RecordedVerdict { content, ..RecordedVerdict::default() }
}

fn keep(document: &mut Document, date: &str, content: u32) {
    document.keep_snapshot(date.to_owned(), recorded(content));
}

/// The content version of each snapshot, in the order of the list.
fn contents(document: &Document) -> Vec<u32> {
    document.snapshots(quiz()).iter().map(|snapshot| snapshot.recorded.content).collect()
}

fn keys(document: &Document) -> Vec<String> {
    value(document)["runs"].as_object().unwrap().keys().cloned().collect()
}

fn merged(one: &Document, other: &Document) -> Document {
    let mut both = one.clone();
    both.merge(other.clone());
    let mut turned = other.clone();
    turned.merge(one.clone());
    assert_eq!(both, turned);
    both
}

#[test]
fn snapshots_kept_and_removed_in_two_copies_at_once_all_have_their_way() {
    let mut start = Document::default();
    for content in 1..=3 {
        keep(&mut start, "2026-11-22", content);
    }
    let [mut one, mut other] = [start.clone(), start];
    one.remove_snapshot(0);
    keep(&mut one, "2026-11-23", 4);
    other.remove_snapshot(1);
    keep(&mut other, "2026-11-24", 5);
    assert_eq!(contents(&merged(&one, &other)), [3, 4, 5]);
}

#[test]
fn the_same_snapshot_kept_in_two_copies_is_there_once() {
    let mut copies = [Document::default(), Document::default()];
    for copy in &mut copies {
        keep(copy, "2026-11-22", 1);
    }
    assert_eq!(contents(&merged(&copies[0], &copies[1])), [1]);
}

#[test]
fn keys_have_the_order_of_the_list_even_within_a_day() {
    let mut document = Document::default();
    for content in (1..=20).rev() {
        keep(&mut document, "2026-11-22", content);
    }
    document.remove_snapshot(19);
    keep(&mut document, "2026-11-22", 30);
    let mut expected: Vec<u32> = (2..=20).rev().collect();
    expected.push(30);
    assert_eq!(contents(&document), expected);
    let last = keys(&document).pop().unwrap();
    let parts: Vec<&str> = last.split('.').collect();
    assert_eq!(parts[..2], ["2026-11-22", "0021"], "a number is not used again");
    assert!(parts.len() == 3 && parts[2].len() == 8, "{last}");
}

#[test]
fn a_removed_snapshot_leaves_its_revision_and_can_be_kept_again() {
    let mut document = Document::default();
    keep(&mut document, "2026-11-22", 1);
    let older = document.clone();
    document.remove_snapshot(0);
    let key = keys(&document).swap_remove(0);
    assert_eq!(value(&document)["runs"][&key], json!({ "n": 2 }));
    assert_eq!(contents(&merged(&older, &document)), [0; 0]);
    document.adopt(&Document::decode(&older.export()).unwrap()).unwrap();
    assert_eq!(value(&document)["runs"][&key]["n"], 3);
    assert_eq!(contents(&merged(&older, &document)), [1]);
    assert_eq!(keys(&document), [key]);
}

#[test]
fn above_a_thousand_the_oldest_makes_place() {
    let mut document = Document::default();
    for content in 0..1_002 {
        keep(&mut document, "2026-11-22", content);
    }
    let kept = contents(&document);
    assert_eq!((kept.len(), kept[0], kept[999]), (1_000, 2, 1_001));
    assert_eq!(Document::decode(&document.encode()), Ok(document.clone()));
    let mut other = Document::default();
    keep(&mut other, "2026-11-23", 5);
    let both = contents(&merged(&document, &other));
    assert_eq!((both.len(), both[0], both[999]), (1_000, 3, 5));
}

/// A run of version 1 as small as can be.
fn run(content: usize) -> Value {
    json!({ "date": "2026-11-22", "content": content, "word": "", "leader": "", "points": [],
        "lines": {} })
}

#[test]
fn more_than_two_thousand_snapshots_of_version_1_cannot_be_read() {
    let decode = |count: usize| {
        let runs: Vec<Value> = (0..count).map(run).collect();
        Document::decode(&json!({ "version": 1, "runs": runs }).to_string())
    };
    let most = decode(2_000).unwrap();
    let kept = contents(&most);
    assert_eq!((kept.len(), kept[0], kept[999]), (1_000, 1_000, 1_999));
    assert_eq!(decode(2_001), Err(Unreadable::Foreign));
}

/// Nobody but a person with an editor makes such keys.
#[test]
fn a_key_that_says_something_else_loses_no_snapshot() {
    let runs =
        json!({ "a": { "run": run(1) }, "z.99999.y": { "run": run(2) }, "": { "run": run(3) } });
    let text = json!({ "version": 2, "runs": runs }).to_string();
    let mut document = Document::decode(&text).unwrap();
    keep(&mut document, "2026-11-22", 4);
    let again = json!({ "version": 2, "runs": { "a": { "run": run(5) } } }).to_string();
    document.adopt(&Document::decode(&again).unwrap()).unwrap();
    let mut kept = contents(&document);
    kept.sort_unstable();
    assert_eq!(kept, [1, 2, 3, 4, 5]);
    assert_eq!(Document::decode(&document.encode()), Ok(document));
}

/// Kept, changed, and changed back on one day.
#[test]
fn equal_snapshots_that_are_not_neighbours_survive_an_export() {
    let mut document = Document::default();
    for content in [1, 2, 1] {
        keep(&mut document, "2026-11-22", content);
    }
    let file = document.export();
    document.erase();
    for _ in 0..2 {
        document.adopt(&Document::decode(&file).unwrap()).unwrap();
        assert_eq!(document.export(), file);
    }
}

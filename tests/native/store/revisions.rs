//! Revisions and the epoch: what raises them, and where they end.

use headphones_or_iems::model::{Answer, Answers, RecordedVerdict, TopicId, Weight};
use headphones_or_iems::store::Document;
use serde_json::json;

use super::{sample, value};
use crate::support::{quiz, selection};

#[test]
fn a_change_increments_only_the_revision_of_its_entry() {
    let mut document = sample();
    let hours = quiz().find_question("hours").unwrap();
    for n in 2..5 {
        let given = Answer::Given(selection(quiz(), "hours", &["under-1"]));
        document.set_answer(quiz(), hours, given);
        assert_eq!(value(&document)["answers"]["hours"]["n"], n);
    }
    document.set_weight(quiz(), TopicId(0), Weight::new(4).unwrap());
    assert_eq!(value(&document)["importance"]["scene"], json!({ "n": 2, "chose": ["4"] }));
    assert_eq!(value(&document)["answers"]["on-head"]["n"], 1);
}

#[test]
fn clearing_empties_the_document_and_increments_its_epoch() {
    let mut document = sample();
    for epoch in 1..4 {
        document.clear();
        assert!(document.is_empty());
        assert_eq!(document.answers(quiz()), Answers::empty(quiz()));
        assert_eq!(value(&document)["epoch"], epoch);
    }
}

#[test]
fn revisions_saturate_at_their_maximum() {
    let max = 1 << 30;
    let ours = sample().encode().replace("\"n\":1", &format!("\"n\":{max}"));
    let text = ours.replacen(":2,", &format!(":2,\"epoch\":{max},\"erased\":{max},"), 1);
    let mut document = Document::decode(&text).unwrap();
    let hours = quiz().find_question("hours").unwrap();
    document.set_answer(quiz(), hours, Answer::Given(selection(quiz(), "hours", &["under-1"])));
    document.keep_snapshot("2026-11-22".into(), RecordedVerdict::default());
    let back = Document::decode(&document.encode()).unwrap();
    assert_eq!(back.answers(quiz()).get(hours), document.answers(quiz()).get(hours));
    assert_eq!(value(&back)["answers"]["hours"], json!({ "n": max, "chose": ["under-1"] }));
    document.erase();
    assert_eq!(Document::decode(&document.encode()), Ok(document.clone()));
    assert!(document.is_empty() && document.snapshots(quiz()).is_empty());
}

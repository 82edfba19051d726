//! The limits of a shortlist: what fits is read again, and what does not is refused or never written.

use headphones_or_iems::model::candidate::{LONGEST_LINE, LONGEST_NOTE, MOST_CANDIDATES};
use headphones_or_iems::model::{Candidate, Comparison};
use headphones_or_iems::store::{Document, MAX_BYTES, Unreadable};
use serde_json::{Value, json};

use super::shortlist::{named, names, written};
use super::value;

/// Everything of a candidate at its limit, in characters of four bytes.
fn largest(order: i32) -> Candidate {
    let line = "𝄞".repeat(LONGEST_LINE);
    Candidate {
        order,
        name: line.clone(),
        shop: line,
        notes: "𝄞".repeat(LONGEST_NOTE),
        ..named("")
    }
}

#[test]
fn a_thousand_candidates_are_stored_and_read_again() {
    let mut document = Document::default();
    for at in 0..MOST_CANDIDATES {
        let order = i32::try_from(MOST_CANDIDATES - at).unwrap();
        let candidate = Candidate { order, ..named(&format!("Number {order}")) };
        document.set_candidate(&format!("{at:08x}"), &candidate);
    }
    let text = document.encode_to_store().unwrap();
    assert!(text.len() < MAX_BYTES / 10, "{}", text.len());
    let back = Document::decode(&text).unwrap();
    assert_eq!(back, document);
    let orders: Vec<i32> = back.candidates().iter().map(|(_, it)| it.order).collect();
    assert!(orders.is_sorted() && orders.len() == MOST_CANDIDATES);
    assert_eq!(back.candidate_count(), MOST_CANDIDATES);
}

#[test]
fn a_document_that_could_not_be_read_again_is_not_stored() {
    let mut document = Document::default();
    let mut order = 0;
    while document.encode().len() <= MAX_BYTES {
        assert!(document.encode_to_store().is_some(), "{order}");
        for _ in 0..100 {
            document.set_candidate(&format!("{order:08x}"), &largest(order));
            order += 1;
        }
    }
    assert_eq!(document.encode_to_store(), None);
    assert_eq!(Document::decode(&document.encode()), Err(Unreadable::Foreign));
    let mut many = Document::default();
    for at in 0..=2_000 {
        many.set_comparison(&at.to_string(), &Comparison { planned: 1, ..Comparison::default() });
    }
    assert_eq!(many.encode_to_store(), None);
    assert_eq!(Document::decode(&many.encode()), Err(Unreadable::Foreign));
    many.remove_comparison("7");
    assert!(Document::decode(&many.encode_to_store().unwrap()).is_ok());
}

#[test]
fn texts_are_trimmed_and_cut_to_their_limits() {
    let mut document = Document::default();
    let mut candidate = largest(1);
    candidate.name = format!("  {}\n", candidate.name);
    candidate.notes.push('x');
    document.set_candidate("a", &candidate);
    let back = Document::decode(&document.encode()).unwrap();
    assert_eq!(back.candidate("a"), Some(largest(1)));
}

#[test]
fn a_text_a_field_and_a_key_at_the_limit_are_read_and_above_it_are_not() {
    let decode = |shortlist: Value| {
        Document::decode(&json!({ "version": 2, "shortlist": shortlist }).to_string()).is_ok()
    };
    let text = |bytes: usize| json!({ "candidate.a": { "fields": { "name": "x".repeat(bytes) } } });
    let name = |bytes: usize| json!({ "candidate.a": { "fields": { "x".repeat(bytes): "" } } });
    let key = |bytes: usize| json!({ "x".repeat(bytes): { "fields": {} } });
    for limited in [&text as &dyn Fn(usize) -> Value, &name, &key] {
        assert!(decode(limited(8_000)) && !decode(limited(8_001)));
    }
    let object = |count: usize, value: Value| -> Value {
        (0..count)
            .map(|at| (format!("f{at:04}"), value.clone()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let fields = |count: usize| json!({ "candidate.a": { "fields": object(count, json!("")) } });
    assert!(decode(fields(500)) && !decode(fields(501)));
    let items = |count: usize| object(count, json!({ "fields": {} }));
    assert!(decode(items(2_000)) && !decode(items(2_001)));
}

#[test]
fn a_shortlist_of_the_wrong_shape_is_foreign() {
    for item in [
        "1",
        "null",
        "[]",
        "\"\"",
        "{\"fields\":null}",
        "{\"fields\":1}",
        "{\"fields\":[]}",
        "{\"fields\":{\"name\":1}}",
        "{\"fields\":{\"name\":null}}",
        "{\"fields\":{\"name\":[]}}",
        "{\"fields\":{\"name\":{}}}",
        "{\"fields\":{},\"more\":1}",
        "{\"n\":-1}",
        "{\"n\":\"1\"}",
        "{\"n\":1073741825}",
        "{\"n\":1.5}",
        "{\"n\":1,\"n\":1}",
        "{\"fields\":{},\"fields\":{}}",
        "{\"fields\":{\"name\":\"\\ud800\"}}",
    ] {
        let text = format!("{{\"version\":2,\"shortlist\":{{\"candidate.a\":{item}}}}}");
        assert_eq!(Document::decode(&text), Err(Unreadable::Foreign), "{text}");
    }
}

#[test]
fn no_change_makes_more_fields_than_can_be_read() {
    let fields: serde_json::Map<_, _> = (0..99).map(|at| (format!("z{at}"), json!(""))).collect();
    let mut document = written(&json!({ "candidate.a": { "fields": fields } }));
    document.set_candidate("a", &largest(3));
    assert!(Document::decode(&document.encode()).is_ok());
}

#[test]
fn at_most_seven_hundred_removed_items_are_remembered() {
    let mut document = Document::default();
    for at in 0..750 {
        let id = format!("{at:08x}");
        document.set_candidate(&id, &named("One"));
        drop(document.remove_candidate(&id));
    }
    document.set_candidate("00000000", &named("Stays"));
    let shortlist = value(&document)["shortlist"].clone();
    assert_eq!(shortlist.as_object().unwrap().len(), 701);
    assert_eq!(shortlist["candidate.00000031"], Value::Null, "the lowest keys are forgotten");
    assert_eq!(shortlist["candidate.000002ed"], json!({ "n": 2 }));
    assert_eq!(names(&document), ["Stays"]);
    assert_eq!(Document::decode(&document.encode()), Ok(document));
}

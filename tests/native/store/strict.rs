//! Where the reader is stricter than serde: keys that occur twice, too many keys, lists in place of
//! objects, and numbers that no version has. Also the order in which entries are written.

use headphones_or_iems::store::{Document, Unreadable};

/// Entries with this many different ids.
fn entries(count: usize) -> String {
    let each: Vec<String> = (0..count).map(|id| format!("\"q{id:04}\":{{\"chose\":[]}}")).collect();
    format!("{{{}}}", each.join(","))
}

#[track_caller]
fn is_foreign(text: &str) {
    assert_eq!(Document::decode(text), Err(Unreadable::Foreign), "{text}");
}

#[test]
fn a_key_that_occurs_twice_makes_a_document_foreign() {
    is_foreign(r#"{"version":1,"answers":{"hours":{"chose":[]},"hours":{"chose":[]}}}"#);
    is_foreign(r#"{"version":1,"answers":{"hours":{"chose":[],"chose":[]}}}"#);
    is_foreign(r#"{"version":2,"shortlist":{"habits":{"fields":{}},"habits":{"fields":{}}}}"#);
    is_foreign(r#"{"version":2,"shortlist":{"habits":{"fields":{"b":"","a":"","b":""}}}}"#);
    is_foreign(r#"{"version":3,"version":3}"#);
    is_foreign(r#"{"version":3,"more":1,"more":1}"#);
}

#[test]
fn an_object_has_at_most_two_thousand_keys() {
    let document = |count| format!("{{\"version\":1,\"answers\":{}}}", entries(count));
    assert!(Document::decode(&document(2_000)).is_ok());
    is_foreign(&document(2_001));
}

#[test]
fn a_list_does_not_stand_for_an_object() {
    for text in [
        "[1]",
        "[1,0,{},{},{},0,[]]",
        r#"{"version":1,"answers":{"hours":[1,[],true]}}"#,
        "[2,0,{},{},{},0,{},{}]",
        r#"{"version":2,"shortlist":[]}"#,
        r#"{"version":2,"shortlist":{"habits":[1,{}]}}"#,
        r#"{"version":2,"shortlist":{"habits":{"fields":["source","dac"]}}}"#,
    ] {
        is_foreign(text);
    }
}

#[test]
fn a_version_that_no_release_can_have_is_foreign() {
    assert_eq!(Document::decode(r#"{"version":4294967295}"#), Err(Unreadable::Newer));
    is_foreign(r#"{"version":4294967296}"#);
    for version in ["1e999", "3e0", "3.0", "-3", "\"3\"", "[3]", "{\"version\":3}", "null", "true"]
    {
        is_foreign(&format!("{{\"version\":{version}}}"));
    }
    is_foreign(r#"{"version":18446744073709551615}"#);
}

#[test]
fn entries_are_written_in_the_order_of_their_ids() {
    let text = r#"{"version":1,"answers":{"b":{"chose":[]},"c":{"chose":[]},"a":{"chose":[]}}}"#;
    let written = Document::decode(text).unwrap().encode();
    let sorted = r#""answers":{"a":{"chose":[]},"b":{"chose":[]},"c":{"chose":[]}}"#;
    assert!(written.contains(sorted), "{written}");
}

/// Whatever else a newer version may hold, it has to be JSON that a reader can read.
#[test]
fn a_document_of_a_newer_version_must_be_well_formed() {
    let newer = |rest: &str| format!("{{\"version\":3,\"more\":{rest}}}");
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    for rest in ["{\"a\":1,\"b\":[null,true,-1,1.5,\"\\u00e9\"]}", &nested(100), "0", "\"\""] {
        assert_eq!(Document::decode(&newer(rest)), Err(Unreadable::Newer), "{rest}");
    }
    let deep = nested(200);
    for rest in [&deep, "1e999", "{1:2}", "[1,]", "\"\\ud800\"", "01", "nul", "{}}", "{},"] {
        is_foreign(&newer(rest));
    }
}

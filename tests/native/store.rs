//! The stored document: it survives a round trip, and no input makes reading it panic.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answer, Answers, QuestionId, Rating, RecordedVerdict, Verdict};
use headphones_or_iems::store::{self, Document, MAX_BYTES, Unreadable};
use serde_json::{Value, json};

mod all;
mod fields;
mod file;
mod golden;
mod import;
pub mod link;
mod link_damage;
mod link_format_1;
mod merge;
mod migration;
mod retired;
mod revisions;
mod runs;
mod shortlist;
mod shortlist_limits;
mod strict;

use crate::support::{answered, content, quiz, selection, some_answers};

/// A document with the weights and answers of `answers`, recorded in the order of `questions`.
fn document_with(answers: &Answers, questions: impl Iterator<Item = QuestionId>) -> Document {
    let mut document = Document::default();
    for at in questions {
        if answers.get(at) != Answer::Unseen {
            document.set_answer(quiz(), at, answers.get(at));
        }
    }
    for (at, _) in quiz().topics() {
        document.set_weight(quiz(), at, answers.weight(at));
    }
    document
}

fn question_ids() -> impl DoubleEndedIterator<Item = QuestionId> {
    quiz().questions().map(|(at, _)| at).collect::<Vec<_>>().into_iter()
}

/// A document with two given answers and a skipped one.
fn sample() -> Document {
    let mut answers = answered(quiz(), &[("on-head", &["glasses", "hot"]), ("hours", &["over-3"])]);
    let calls = quiz().find_question("calls").unwrap();
    answers.set(calls, Answer::Skipped(selection(quiz(), "calls", &["daily"])));
    document_with(&answers, question_ids())
}

fn value(document: &Document) -> Value {
    serde_json::from_str(&document.encode()).unwrap()
}

#[test]
fn documents_round_trip() {
    let mut random = Random::new(10_000);
    for _ in 0..10_000 {
        let answers = some_answers(quiz(), &mut random);
        let document = document_with(&answers, question_ids());
        let text = document.encode();
        let back = Document::decode(&text).unwrap_or_else(|error| panic!("{error:?}: {text}"));
        assert_eq!(back, document, "{text}");
        assert_eq!(back.answers(quiz()), answers, "{text}");
        assert_eq!(back.encode(), text);
    }
}

#[test]
fn encoding_does_not_depend_on_the_order_of_answering() {
    let mut random = Random::new(71);
    for _ in 0..200 {
        let answers = some_answers(quiz(), &mut random);
        let forward = document_with(&answers, question_ids());
        let backward = document_with(&answers, question_ids().rev());
        assert_eq!(forward.encode(), backward.encode());
    }
}

#[test]
fn newer_versions_are_distinguished_from_damaged_documents() {
    for newer in [
        r#"{"version":3}"#,
        r#"{"version":3,"epoch":0,"answers":[]}"#,
        r#"{"who":"knows","version":4294967295}"#,
    ] {
        assert_eq!(Document::decode(newer), Err(Unreadable::Newer), "{newer}");
    }
    assert_eq!(Document::decode(r#"{"version":0}"#), Err(Unreadable::Foreign));
    assert_eq!(Document::decode(r#"{"answers":{}}"#), Err(Unreadable::Foreign));
    for version in store::versions() {
        let text = format!("{{\"version\":{version}}}");
        assert_eq!(Document::decode(&text), Ok(Document::default()), "{text}");
    }
}

#[test]
fn malformed_documents_are_foreign() {
    let ours = sample().encode();
    let deep = format!(r#"{{"version":1,"epoch":{}{}}}"#, "[".repeat(200), "]".repeat(200));
    let samples = [
        String::new(),
        " ".into(),
        "null".into(),
        "true".into(),
        "1".into(),
        "\"\"".into(),
        "[]".into(),
        "{}".into(),
        "[1,2]".into(),
        "1e999".into(),
        "NaN".into(),
        "undefined".into(),
        "[object Object]".into(),
        "\0".into(),
        "\u{fffd}".into(),
        "🎧".into(),
        "{\"version\":".into(),
        "[".repeat(200),
        "[".repeat(100_000),
        deep,
        r#"{"version":1e999}"#.into(),
        r#"{"version":-1}"#.into(),
        r#"{"version":1.0}"#.into(),
        r#"{"version":"1"}"#.into(),
        r#"{"version":null}"#.into(),
        r#"{"version":[1]}"#.into(),
        format!("\u{feff}{ours}"),
        format!("{ours}{ours}"),
        format!("{ours},"),
        ours.replacen("\"version\":2", "\"version\":2,\"version\":1", 1),
        ours.replacen("\"version\":2", "\"version\":2,\"epoch\":0,\"epoch\":0", 1),
        ours.replacen("\"n\":1", "\"n\":1,\"n\":1", 1),
        ours.replacen("\"n\":1", "\"n\":-1", 1),
        ours.replacen("\"n\":1", "\"n\":1.5", 1),
        ours.replacen("\"n\":1", "\"n\":\"1\"", 1),
        ours.replacen("\"n\":1", "\"m\":1", 1),
        ours.replacen("\"version\":2", "\"version\":2,\"epoch\":null", 1),
        ours.replacen("\"version\":2", "\"version\":2,\"epoch\":99999999999999999999", 1),
        ours.replacen("\"version\":2", "\"version\":2,\"epoch\":1073741825", 1),
        ours.replacen("\"version\":2", "\"version\":1", 1),
        ours.replacen("\"version\":2", "\"version\":2,\"kept\":1", 1),
        ours.replacen("\"version\":2", "\"version\":2,\"erased\":-1", 1),
        r#"{"version":1,"kept":-1}"#.into(),
        r#"{"version":1,"runs":[{}]}"#.into(),
        r#"{"version":1,"runs":{}}"#.into(),
        r#"{"version":1,"shortlist":{}}"#.into(),
        ours.replacen("\"n\":1", "\"n\":1073741825", 1),
        ours.replacen("\"runs\":{}", "\"runs\":[]", 1),
        ours.replacen("\"runs\":{}", "\"runs\":{\"a\":[]}", 1),
        ours.replacen("\"runs\":{}", "\"runs\":{\"a\":{\"run\":{}}}", 1),
        ours.replacen("\"runs\":{}", "\"runs\":{\"a\":{\"run\":null}}", 1),
        ours.replacen("\"version\":2", "\"version\":2,\"age\":1", 1),
        ours.replacen("\"answers\":{", "\"more\":1,\"answers\":{", 1),
        ours.replacen("\"chose\":[", "\"chose\":[1,", 1),
        ours.replacen("true", "1", 1),
        ours.replacen("\"chose\":[\"1\"]", "\"times\":1", 1),
    ];
    for text in samples {
        assert_ne!(text, ours, "a replacement did not match anything");
        let start: String = text.chars().take(80).collect();
        assert_eq!(Document::decode(&text), Err(Unreadable::Foreign), "{start}");
    }
}

#[test]
fn truncated_or_altered_documents_never_panic() {
    let ours = sample().encode();
    assert!(ours.is_ascii(), "slicing at every byte needs ASCII");
    for end in 0..ours.len() {
        assert_eq!(Document::decode(&ours[..end]), Err(Unreadable::Foreign), "{}", &ours[..end]);
    }
    let mut unaffected = 0;
    for at in 0..ours.len() {
        for with in ["\"", "{", "9", "\\", "\u{1}", "ß", ""] {
            let text = format!("{}{with}{}", &ours[..at], &ours[at + 1..]);
            if let Ok(document) = Document::decode(&text) {
                let again = Document::decode(&document.encode());
                assert_eq!(again.as_ref(), Ok(&document), "{text}");
                unaffected += usize::from(document.answers(quiz()) == sample().answers(quiz()));
            }
        }
    }
    assert!(unaffected > 0, "changing only a revision should not change the answers");
}

#[test]
fn documents_over_the_size_limit_are_foreign() {
    let ours = sample().encode();
    let padded = |length: usize| format!("{ours}{}", " ".repeat(length - ours.len()));
    assert_eq!(Document::decode(&padded(MAX_BYTES)), Ok(sample()));
    assert_eq!(Document::decode(&padded(MAX_BYTES + 1)), Err(Unreadable::Foreign));
}

#[test]
fn unknown_ids_are_preserved_but_left_out_of_the_answers() {
    let text = r#"{"version":1,"epoch":3,
        "answers":{"moon":{"n":7,"chose":["full"]},"hours":{"n":2,"chose":["forever"]},
                   "on-head":{"n":1,"chose":["glasses","antlers"]},
                   "calls":{"n":1,"chose":["daily","never"]}},
        "importance":{"moon":{"n":1,"chose":["4"]},"hours":{"n":1,"chose":["3"]},
                      "sound":{"n":1,"chose":["many"]},"calls":{"n":1,"chose":[]}}}"#;
    let mut document = Document::decode(text).unwrap();
    let answers = document.answers(quiz());
    let glasses = answered(quiz(), &[("on-head", &["glasses"])]);
    assert_eq!(answers, glasses, "unknown options and two radio options both read as unseen");
    let keep = quiz().find_question("keep").unwrap();
    document.set_answer(quiz(), keep, Answer::Given(selection(quiz(), "keep", &["longer"])));
    let after = value(&Document::decode(&document.encode()).unwrap());
    assert_eq!(after["answers"]["moon"], json!({ "n": 7, "chose": ["full"] }));
    assert_eq!(after["answers"]["hours"], json!({ "n": 2, "chose": ["forever"] }));
    assert_eq!(after["answers"]["keep"], json!({ "n": 1, "chose": ["longer"] }));
    assert_eq!(after["importance"]["moon"], json!({ "n": 1, "chose": ["4"] }));
    assert_eq!(after["epoch"], 3);
}

#[test]
fn missing_own_ratings_and_snapshots_read_as_none() {
    let text = r#"{"version":1,"epoch":2,"answers":{"hours":{"n":1,"chose":["over-3"]}},
        "importance":{}}"#;
    let document = Document::decode(text).unwrap();
    assert_eq!(document.answers(quiz()), answered(quiz(), &[("hours", &["over-3"])]));
    assert!(document.snapshots(quiz()).is_empty());
}

#[test]
fn own_ratings_and_snapshots_round_trip() {
    let mut random = Random::new(72);
    for _ in 0..300 {
        let mut answers = some_answers(quiz(), &mut random);
        for (device_type, criterion) in quiz().cells() {
            if random.once_in(40) {
                let rating = Rating::new(random.below(5).cast_signed() - 2);
                answers.own_ratings_mut().set(device_type, criterion, rating);
            }
        }
        let mut document = Document::default();
        document.set_all(quiz(), &answers);
        let verdict = Verdict::of(quiz(), &answers);
        let recorded = RecordedVerdict::of(quiz(), content().version, &verdict);
        document.keep_snapshot("2026-11-22".into(), recorded.clone());
        let back = Document::decode(&document.encode()).unwrap();
        assert_eq!(back, document);
        assert_eq!(back.answers(quiz()).own_ratings(), answers.own_ratings());
        let snapshot = back.snapshots(quiz()).swap_remove(0);
        assert_eq!((snapshot.recorded, &snapshot.answers), (recorded, &back.answers(quiz())));
        let mut cleared = document;
        cleared.clear();
        assert!(cleared.is_empty());
        assert_eq!(cleared.snapshots(quiz()).len(), 1, "clearing must keep the snapshots");
    }
}

#[test]
fn a_skipped_question_keeps_its_selection_but_does_not_count() {
    let calls = quiz().find_question("calls").unwrap();
    let back = Document::decode(&sample().encode()).unwrap().answers(quiz());
    assert_eq!(back.get(calls), Answer::Skipped(selection(quiz(), "calls", &["daily"])));
    assert_eq!(back.counted(calls), None);
}

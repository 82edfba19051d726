//! Every kind of mistake in a content file is found, and told with its file, item, field and remedy.

use headphones_or_iems::content::{Content, ContentError};
use serde_json::{Value, json};

use crate::support::{content, content_files};

/// A change to one file, and the item, field and remedy its message must have.
pub(super) struct Mistake {
    file: &'static str,
    /// Keys to the place; an item of a list is named by its id, its type or its position.
    at: &'static str,
    /// What is put there; `null` removes it.
    value: Value,
    item: &'static str,
    field: &'static str,
    remedy: &'static str,
}

/// The fields that can name an item of a list.
const NAMING: [&str; 3] = ["id", "name", "type"];

/// The place `key` leads to inside `value`.
fn step<'a>(value: &'a mut Value, key: &str) -> Option<&'a mut Value> {
    match value {
        Value::Array(items) => {
            let named = items.iter().position(|item| NAMING.iter().any(|field| item[field] == key));
            items.get_mut(named.or_else(|| key.parse().ok())?)
        }
        Value::Object(fields) => fields.get_mut(key),
        _ => None,
    }
}

/// `text` with `value` put at `at`.
fn changed(text: &str, at: &str, value: &Value) -> String {
    let mut all: Value = serde_json::from_str(text).unwrap();
    let (path, last) = at.rsplit_once('/').unwrap_or(("", at));
    let mut place = &mut all;
    for key in path.split('/').filter(|key| !key.is_empty()) {
        place = step(place, key).unwrap_or_else(|| panic!("no `{key}` on the way to `{at}`"));
    }
    match (place, value) {
        (Value::Object(fields), Value::Null) => {
            fields.remove(last).unwrap_or_else(|| panic!("no `{at}` to remove"));
        }
        (Value::Object(fields), value) => {
            fields.insert(last.to_owned(), value.clone());
        }
        (place, value) => {
            step(place, last).unwrap_or_else(|| panic!("no `{at}`")).clone_from(value);
        }
    }
    all.to_string()
}

fn error(file: &str, text: &str) -> Option<ContentError> {
    if file == "guide.json" {
        content().read_guide(&content_files().clone().with(file, text)).err()
    } else {
        Content::read(&content_files().clone().with(file, text)).err()
    }
}

fn source_text(file: &str) -> String {
    content_files().text(file).to_owned()
}

#[track_caller]
pub(super) fn all_found<const N: usize>(mistakes: [Mistake; N]) {
    for Mistake { file, at, value, item, field, remedy } in mistakes {
        let text = source_text(file);
        assert!(!text.is_empty(), "`{file}` is not a content file");
        let told = error(file, &changed(&text, at, &value));
        let told = told.unwrap_or_else(|| panic!("`{file}`: {value} at `{at}` goes unnoticed"));
        assert_eq!((&*told.file, &*told.field), (file, field), "{told}");
        assert!(told.item.contains(item), "not about `{item}`: {told}");
        assert!(told.rule.contains(remedy), "no remedy `{remedy}`: {told}");
        let message = told.to_string();
        assert!(message.contains(&format!("src/content/{file}")), "{message}");
    }
}

/// One mistake.
pub(super) fn slip(
    (file, at, value): (&'static str, &'static str, Value),
    (item, field, remedy): (&'static str, &'static str, &'static str),
) -> Mistake {
    Mistake { file, at, value, item, field, remedy }
}

const IEM: &str = "types/iem.json";
pub(super) const QUESTIONS: &str = "questions.json";

#[test]
fn mistakes_of_shape_are_found() {
    let docs = "`docs/content.md`";
    all_found([
        slip((QUESTIONS, "hours/colour", json!("red")), ("line 1", "the JSON", docs)),
        slip((IEM, "ratings/rumble/weight", json!(1)), ("line 1", "the JSON", docs)),
        slip((IEM, "summary", Value::Null), ("line 1", "the JSON", "missing field `summary`")),
        slip((IEM, "ratings/rumble/rating", json!("0")), ("line 1", "the JSON", docs)),
        slip(("rules.json", "close_below", json!(-1)), ("line 1", "the JSON", docs)),
        slip(
            ("criteria.json", "criteria/rumble/phrases", json!(["a"])),
            ("line 1", "the JSON", docs),
        ),
        slip(
            ("guide.json", "sections/sound/body/families/colour", json!(1)),
            ("line 1", "the JSON", docs),
        ),
    ]);
    let told = error("shop.json", "{").unwrap();
    assert_eq!((&*told.file, &*told.item), ("shop.json", "line 1, column 1"), "{told}");
}

#[test]
fn mistakes_in_a_type_are_found() {
    let why = "ratings/rumble/why";
    all_found([
        slip((IEM, "id", json!("in-ear")), ("in-ear", "id", "rename one of them")),
        slip((IEM, "family", json!("earbuds")), ("iem", "family", "use `headphones` or `in-ear`")),
        slip((IEM, "ratings/rumble", Value::Null), ("iem", "ratings", "add a rating")),
        slip(
            (IEM, "ratings/taste", json!({ "rating": 0, "grade": "estimate", "why": "None." })),
            ("iem", "ratings", "use an id of `criteria.json`"),
        ),
        slip((IEM, "ratings/rumble/rating", json!(3)), ("iem rumble", "rating", "use −2 to +2")),
        slip((IEM, "ratings/rumble/rating", json!(-3)), ("iem rumble", "rating", "use −2 to +2")),
        slip((IEM, why, json!("")), ("iem rumble", "why", "give the reason")),
        slip((IEM, why, json!("A [moon].")), ("iem rumble", "why", "add it, or write the word")),
        slip((IEM, why, json!("A [seal.")), ("iem rumble", "why", "close the term")),
        slip((IEM, "what", json!("[Moons](moon).")), ("iem", "what", "`moon` is not in `glossary")),
        slip((IEM, "prices/mid", json!([200, 50])), ("iem", "prices", "swap the numbers")),
    ]);
}

#[test]
fn two_types_with_one_id_or_code_are_found() {
    for (key, value, file) in [("id", "open-back", IEM), ("code", "o", "types/")] {
        let told = error(IEM, &changed(&source_text(IEM), key, &json!(value))).unwrap();
        // A file has the name of its id. For a code two files are to blame, so the folder is named.
        assert_eq!((&*told.file, &*told.item, &*told.field), (file, value, key));
    }
}

#[test]
fn mistakes_of_evidence_are_found() {
    let rating = |grade: &str, sources: &[&str]| json!({ "rating": 0, "grade": grade, "why": "A reason.", "sources": sources });
    let at = "ratings/rumble";
    all_found([
        slip((IEM, at, rating("measured", &[])), ("iem rumble", "sources", "name one")),
        slip((IEM, at, rating("reported", &[])), ("iem rumble", "sources", "name one")),
        slip(
            (IEM, at, rating("consensus", &["A1"])),
            ("iem rumble", "sources", "leave `sources` out"),
        ),
        slip(
            (IEM, at, rating("measured", &["Z99"])),
            ("iem rumble", "sources", "not in `sources.json`; add it"),
        ),
        slip((IEM, at, rating("certain", &[])), ("iem rumble", "grade", "use one of `measured`")),
        slip(("sources.json", "A10/id", json!("A1")), ("A1", "id", "choose another")),
        slip(("glossary.json", "seal/id", json!("anc")), ("anc", "id", "choose another")),
    ]);
}

#[test]
fn mistakes_in_a_criterion_or_the_rules_are_found() {
    all_found([
        slip(
            ("criteria.json", "criteria/rumble/group", json!("noise")),
            ("rumble", "group", "not one of the groups"),
        ),
        slip(
            ("criteria.json", "criteria/rumble/code", json!("vo")),
            ("vo", "code", "choose another"),
        ),
        slip(
            ("criteria.json", "criteria/rumble/code", json!("rum")),
            ("rum", "code", "at most two letters"),
        ),
        slip(
            ("criteria.json", "groups/sound/id", json!("comfort")),
            ("comfort", "id", "choose another"),
        ),
        slip(
            ("rules.json", "close_below", json!(90)),
            ("thresholds", "clear_from", "above `close_below`"),
        ),
        slip(("rules.json", "clear_from", json!(101)), ("thresholds", "clear_from", "at most 100")),
        slip(
            ("rules.json", "weights", json!([0, 1, 2, 3])),
            ("thresholds", "weights", "[0, 1, 2, 4]"),
        ),
    ]);
}

#[test]
fn a_criterion_on_which_no_type_differs_is_found() {
    let mut files = content_files().clone();
    let device_types: Vec<&str> =
        content_files().names().filter(|name| name.starts_with("types/")).collect();
    for device_type in device_types {
        let text = changed(files.text(device_type), "ratings/pillow/rating", &json!(1));
        files = files.with(device_type, &text);
    }
    let told = Content::read(&files).unwrap_err();
    assert_eq!((&*told.file, &*told.item, &*told.field), ("criteria.json", "pillow", "id"));
    assert!(told.rule.contains("change a standing or remove the criterion"), "{told}");
}

//! More content than the model can hold is an error with file, item and remedy, not a silent wrap.

use headphones_or_iems::content::{Content, ContentError};
use serde_json::{Value, json};

use crate::support::{content_files, json};

/// The error after `grow` has changed the JSON of a file.
fn error(file: &str, grow: impl Fn(&mut Value)) -> ContentError {
    let mut value = json(file);
    grow(&mut value);
    Content::read(&content_files().clone().with(file, &value.to_string())).unwrap_err()
}

/// Adds copies of the last item of a list, each with an id of its own, until it has `count`.
fn grow_list(list: &mut Value, count: usize) {
    let list = list.as_array_mut().unwrap();
    let item = list.last().unwrap().clone();
    while list.len() < count {
        let mut copy = item.clone();
        copy["id"] = json!(format!("copy-{}", list.len()));
        list.push(copy);
    }
}

#[test]
fn too_many_questions_are_an_error() {
    let error = error("questions.json", |questions| grow_list(questions, 16));
    assert_eq!((&*error.file, &*error.item), ("questions.json", "the whole file"));
    assert!(error.rule.contains("17 is more than 16") && error.rule.contains("remove some"));
}

#[test]
fn too_many_contexts_are_an_error() {
    let error = error("contexts.json", |all| grow_list(&mut all["groups"][0]["contexts"], 64));
    assert_eq!(error.file, "contexts.json");
    assert!(error.rule.contains("is more than 64"), "{error}");
}

#[test]
fn too_many_options_are_an_error_that_names_the_question() {
    let error = error("questions.json", |all| grow_list(&mut all[0]["options"], 11));
    let first = json("questions.json")[0]["id"].as_str().unwrap().to_owned();
    assert_eq!((error.item, &*error.field), (first, "options"));
}

#[test]
fn too_many_criteria_and_sources_are_errors() {
    let criteria = error("criteria.json", |all| grow_list(&mut all["criteria"], 65));
    assert!(criteria.rule.contains("65 is more than 64"), "{criteria}");
    let sources = error("sources.json", |all| grow_list(all, 256));
    assert!(sources.rule.contains("256 is more than 255"), "{sources}");
}

#[test]
fn too_many_types_are_an_error() {
    let mut files = content_files().clone();
    let mut rules = json("rules.json");
    let first = rules["types"][0].as_str().unwrap().to_owned();
    let mut copy: Value = serde_json::from_str(files.text(&format!("types/{first}.json"))).unwrap();
    for number in rules["types"].as_array().unwrap().len()..18 {
        let id = format!("copy-{number}");
        copy["id"] = json!(id);
        rules["types"].as_array_mut().unwrap().push(json!(id));
        files = files.with(&format!("types/{id}.json"), &copy.to_string());
    }
    let error = Content::read(&files.with("rules.json", &rules.to_string())).unwrap_err();
    assert_eq!((&*error.file, &*error.field), ("types/", "types"));
    assert!(error.rule.contains("18 is more than 17"), "{error}");
}

#[test]
fn a_code_that_is_too_long_or_used_twice_is_an_error() {
    let long = error("questions.json", |all| all[0]["code"] = json!("abc"));
    assert!(long.rule.contains("at most two letters"), "{long}");
    let twice = error("questions.json", |all| {
        let code = all[1]["code"].clone();
        all[0]["code"] = code;
    });
    assert!(twice.rule.contains("used twice"), "{twice}");
}

#[test]
fn a_type_without_a_file_or_without_a_line_is_an_error() {
    let missing = error("rules.json", |rules| rules["types"][0] = json!("unknown"));
    assert!(missing.rule.contains("add `types/unknown.json`"), "{missing}");
    let unlisted = error("rules.json", |rules| {
        rules["types"].as_array_mut().unwrap().remove(0);
    });
    assert!(unlisted.rule.contains("does not list"), "{unlisted}");
}

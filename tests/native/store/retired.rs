//! Retired options: stored answers and links that hold one are read without it, and say so.

use std::collections::BTreeMap;

use headphones_or_iems::model::{Answer, Answers, QuestionId, Selection};
use headphones_or_iems::store::Document;
use headphones_or_iems::store::link::{self, Completeness};

use super::link::sealed;
use crate::support::{answered, quiz, read};

/// A question with a retired option, given as question, id and code.
fn every_retired() -> Vec<(QuestionId, String, String)> {
    let mut all = Vec::new();
    for (at, question) in quiz().questions() {
        all.extend(question.retired.iter().map(|gone| (at, gone.id.clone(), gone.code.clone())));
    }
    assert!(!all.is_empty(), "no option is retired");
    all
}

/// The document of a visitor who selected `kept` and the retired option `gone`.
fn stored(at: QuestionId, kept: Option<&str>, gone: &str) -> Document {
    let values: Vec<&str> = kept.into_iter().chain([gone]).collect();
    let mut entry = BTreeMap::new();
    entry.insert(&quiz().question(at).id, serde_json::json!({"n": 3, "chose": values}));
    let empty = Document::default().encode();
    let mut document: serde_json::Value = serde_json::from_str(&empty).unwrap();
    document["answers"] = serde_json::to_value(entry).unwrap();
    Document::decode(&document.to_string()).unwrap()
}

/// An option that is offered today and can be combined with others.
fn offered(at: QuestionId) -> String {
    let mut offered = quiz().question(at).options.iter().filter(|option| !option.exclusive);
    offered.next().unwrap().id.clone()
}

#[test]
fn a_stored_answer_is_read_without_the_retired_option_and_names_it() {
    for (at, gone, _) in every_retired() {
        let kept = offered(at);
        let document = stored(at, Some(&kept), &gone);
        let question = quiz().question(at).id.as_str();
        assert_eq!(document.answers(quiz()), answered(quiz(), &[(question, &[&kept])]), "{gone}");
        let named = document.retired(quiz());
        assert_eq!(named.len(), 1, "{gone}");
        assert_eq!((named[0].0, &named[0].1.id), (at, &gone));
        assert_eq!(Document::decode(&document.encode()).as_ref(), Ok(&document), "nothing is lost");
    }
}

#[test]
fn an_answer_of_retired_options_alone_is_open_again() {
    for (at, gone, _) in every_retired() {
        let mut document = stored(at, None, &gone);
        assert_eq!(document.answers(quiz()), Answers::empty(quiz()), "{gone}");
        assert_eq!(document.retired(quiz()).len(), 1, "{gone}");
        let kept = answered(quiz(), &[(&quiz().question(at).id, &[&offered(at)])]).get(at);
        document.set_answer(quiz(), at, kept);
        assert!(document.retired(quiz()).is_empty(), "a new answer takes its place");
    }
}

#[test]
fn a_skipped_answer_leaves_nothing_out() {
    for (at, gone, _) in every_retired() {
        let mut document = stored(at, None, &gone);
        document.set_answer(quiz(), at, Answer::Skipped(Selection::none()));
        assert!(document.retired(quiz()).is_empty(), "{gone}");
    }
}

#[test]
fn links_of_both_formats_are_read_without_the_retired_option_and_name_it() {
    for (at, gone, code) in every_retired() {
        let question = quiz().question(at);
        let kept = question.options.iter().find(|option| !option.exclusive).unwrap();
        let expected = answered(quiz(), &[(&question.id, &[&kept.id])]);
        let (question, kept) = (&question.code, &kept.code);
        let format_1 = format!("1--{question}.{kept}.{code}");
        let format_2 = sealed(&format!("Z{question}X{kept}X{code}"));
        for (text, completeness) in
            [(format_1, Completeness::Unchecked), (format_2, Completeness::Whole)]
        {
            let link = link::decode(quiz(), &text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(link.answers, expected, "{text}");
            assert_eq!(link.completeness, completeness, "{text}");
            assert_eq!(link.retired, [(at, gone.clone())], "{text}");
        }
    }
}

#[test]
fn an_option_that_was_released_is_offered_or_retired() {
    for line in read("tests/native/store/codes.txt").lines() {
        let Some((name, code)) = line.strip_prefix("option ").and_then(|at| at.split_once(" = "))
        else {
            continue;
        };
        let (question, option) = name.split_once('/').unwrap();
        let question = quiz().question(quiz().find_question(question).unwrap());
        let offered = question.options.iter().any(|at| at.id == option && at.code == code);
        let retired = question.retired.iter().any(|at| at.id == option && at.code == code);
        assert!(offered || retired, "`{name}` was released; keep its id and code in `retired`");
    }
}

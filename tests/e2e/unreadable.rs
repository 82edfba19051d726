//! Stored text that is foreign, damaged or from a newer version: it is quarantined or left alone,
//! and the site works.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// Short texts that no version of the site can read.
const SHORT_TEXTS: &[&str] = &[
    "",
    "null",
    "true",
    "0",
    "1e999",
    "[]",
    "{}",
    "\"text\"",
    "{",
    "]",
    "not json",
    "\u{feff}{\"version\":1}",
    "\u{0}\u{1}\u{2}",
    "{\"version\":0}",
    "{\"version\":01}",
    "{\"version\":1}x",
    "{\"version\":1,}",
    "{'version':1}",
    "{\"version\":1,\"epoch\":1e999}",
    "{\"version\":1,\"epoch\":99999999999}",
    "{\"version\":1,\"epoch\":null}",
    "{\"version\":1,\"kept\":\"1\"}",
    "{\"version\":1,\"runs\":{}}",
    "{\"version\":1,\"runs\":[1]}",
    "{\"version\":1,\"runs\":[{}]}",
    "{\"version\":1,\"own\":[]}",
    "{\"version\":2,\"runs\":[]}",
    "{\"version\":2,\"shortlist\":{\"candidate.a\":{\"fields\":{\"name\":1}}}}",
    "{\"version\":1,\"answers\":{\"sound\":{}},\"__proto__\":{}}",
    "{\"version\":1,\"answers\":{\"sound\":{\"chose\":[1]}}}",
    "{\"version\":1,\"answers\":{\"sound\":{\"chose\":[],\"chose\":[]}}}",
    "{\"version\":1,\"answers\":{\"sound\":{\"chose\":[]},\"sound\":{\"chose\":[]}}}",
    "<!doctype html>",
    "undefined",
    "\u{202e}",
    "{\"version\":-1}",
    "{\"version\":\"1\"}",
    "{\"version\":1.5}",
    "{\"version\":null}",
    "{\"version\":1,\"version\":2}",
    "{\"__proto__\":{\"version\":1}}",
    "{\"version\":1,\"epoch\":0,\"answers\":[],\"importance\":{}}",
    "{\"version\":1,\"epoch\":-1,\"answers\":{},\"importance\":{}}",
    "{\"version\":1,\"epoch\":0,\"answers\":{\"sound\":\"bass\"},\"importance\":{}}",
    "{\"version\":1,\"epoch\":0,\"answers\":{},\"importance\":{},\"extra\":1}",
    "{\"version\":1,\"epoch\":0,\"answers\":{\"sound\":{\"n\":1,\"chose\":\"bass\"}},\
     \"importance\":{}}",
];

/// [`SHORT_TEXTS`], truncated documents, deeply nested text and very long text.
fn unreadable_texts() -> Vec<String> {
    let whole = Persona::named("02-commuter").document();
    let halves = [whole.len() / 2, whole.len() - 1].map(|end| whole[..end].to_owned());
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let long = format!("\"{}\"", "x".repeat(2_000_000));
    SHORT_TEXTS.iter().map(|text| (*text).to_owned()).chain(halves).chain([deep, long]).collect()
}

const UNREADABLE: &str = "Stored answers could not be read";
const NEWER: &str = "Stored answers are from a newer version";

/// Stores the text, and checks that the site starts empty, shows a notice, and works.
#[track_caller]
fn starts_empty(page: &Page, text: &str, heading: &str) {
    let start: String = text.chars().take(60).collect();
    page.come_back_with(text);
    assert_eq!(
        page.heading(),
        content::context_question().title,
        "the site should start empty: {start:?}"
    );
    assert_eq!(page.texts("main .notice h2"), [heading], "{start:?}");
    page.select("scene-flight", "often");
    page.go_on();
    page.until_heading(&content::questions()[0].title);
    page.go("#/result");
    page.until_view("result");
    assert_ne!(page.reading().leader, "", "{start:?}: the answer should count");
}

#[track_caller]
fn holds(page: &Page, key: &str, text: &str) -> bool {
    page.eval("return localStorage.getItem(a[0]) === a[1]", json!([key, text]))
}

/// Checks that the text stays where it was, and that nothing else is stored.
#[track_caller]
fn is_left_alone(page: &Page, text: &str, heading: &str) {
    starts_empty(page, text, heading);
    let start: String = text.chars().take(60).collect();
    assert!(holds(page, "headphones-or-iems", text), "{start:?} was changed");
    assert_eq!(page.eval::<usize>("return localStorage.length", json!([])), 1);
    page.go("#/quiz");
    page.until_view("quiz");
}

/// Checks that the text is moved to quarantine, and that new answers are stored.
#[track_caller]
fn is_quarantined(page: &Page, text: &str) {
    page.eval::<()>("localStorage.clear()", json!([]));
    starts_empty(page, text, UNREADABLE);
    let start: String = text.chars().take(60).collect();
    assert!(holds(page, "headphones-or-iems.aside.1", text), "{start:?} was lost");
    assert_eq!(page.eval::<usize>("return localStorage.length", json!([])), 2, "{start:?}");
    assert_eq!(page.stored()["answers"]["scene-flight"]["chose"], json!(["often"]));
    page.go("#/quiz");
    page.until_view("quiz");
}

#[test]
fn unreadable_texts_are_quarantined_with_a_notice() {
    visit("#/quiz", |page| {
        let texts = unreadable_texts();
        assert!(texts.len() >= 40, "{}", texts.len());
        for text in texts {
            is_quarantined(page, &text);
        }
        page.reload();
        assert_eq!(page.count("main .notice"), 0, "the new document should be readable");
    });
}

#[test]
fn truncated_documents_are_quarantined() {
    visit("#/quiz", |page| {
        let whole = Persona::named("36-places-double").document();
        for cut in 1..=200 {
            let text = &whole[..whole.len() * cut / 201];
            page.eval::<()>("localStorage.clear()", json!([]));
            page.come_back_with(text);
            assert_eq!(page.texts("main .notice h2"), [UNREADABLE], "{text}");
            assert!(holds(page, "headphones-or-iems.aside.1", text), "{text}");
        }
    });
}

#[test]
fn lone_surrogate_is_quarantined_unchanged() {
    visit("#/quiz", |page| {
        page.eval::<()>(
            "localStorage.setItem('headphones-or-iems', '{' + String.fromCharCode(0xd83c))",
            json!([]),
        );
        page.reload();
        page.select("scene-bed", "often");
        page.until_chosen("scene-bed", &["often"]);
        let codes = "const text = localStorage.getItem('headphones-or-iems.aside.1');
                     return [...Array(text.length).keys()].map((at) => text.charCodeAt(at))";
        assert_eq!(page.eval::<Vec<u32>>(codes, json!([])), [0x7b, 0xd83c]);
    });
}

#[test]
fn quarantine_holds_four_texts_and_then_nothing_is_written() {
    visit("#/quiz", |page| {
        let texts = ["one", "two", "three", "four"].map(|name| format!("{{{name}"));
        for text in texts.iter().chain([&texts[1]]) {
            page.come_back_with(text);
            assert_eq!(page.texts("main .notice h2"), [UNREADABLE]);
        }
        for (at, text) in texts.iter().enumerate() {
            assert!(holds(page, &format!("headphones-or-iems.aside.{}", at + 1), text), "{text}");
        }
        page.come_back_with("{five");
        page.select("scene-bed", "often");
        page.until_chosen("scene-bed", &["often"]);
        assert!(page.text("main .notice").contains("no room to set them aside"));
        assert_eq!(page.stored_text().as_deref(), Some("{five"));
    });
}

#[test]
fn text_too_long_for_quarantine_stays_until_everything_is_erased() {
    visit("#/quiz", |page| {
        let long = format!("\"{}\"", "x".repeat(4 * 1024 * 1024));
        is_left_alone(page, &long, UNREADABLE);
        page.go("#/data");
        page.until_view("data");
        page.click_named("button", "Erase everything");
        page.click_named("button", "Yes, erase everything");
        page.until("the text is erased", "localStorage.getItem('headphones-or-iems').length < 200");
        assert_eq!(page.count("main .notice"), 0, "the notice should disappear");
        page.go("#/quiz/hours");
        page.until_view("quiz");
        page.select("hours", "over-3");
        page.until_chosen("hours", &["over-3"]);
        assert_eq!(page.stored()["answers"]["hours"]["chose"], json!(["over-3"]));
    });
}

#[test]
fn document_of_a_newer_version_is_left_alone_with_a_notice() {
    let newer = [
        json!({ "version": 3, "epoch": 0, "answers": {}, "importance": {} }),
        json!({ "version": 3, "something": [1, 2, { "else": null }] }),
        json!({ "version": 4_294_967_295_u32 }),
    ];
    visit("#/quiz", |page| {
        for document in newer {
            is_left_alone(page, &document.to_string(), NEWER);
        }
        page.click_named("main button", "Start again");
        page.click_named("main button", "Remove my answers");
        page.until(
            "the answers are removed",
            "all('main button').every((e) => words(e) !== 'Start again')",
        );
        assert_eq!(page.stored_text().as_deref(), Some("{\"version\":4294967295}"));
    });
}

#[test]
fn golden_documents_are_read_completely_and_reloads_write_nothing() {
    let folder = crate::fixture::root().join("tests/native/store/golden");
    let golden = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    visit("#/quiz", |page| {
        for path in golden {
            let text = std::fs::read_to_string(&path).unwrap().trim_end().to_owned();
            let document: serde_json::Value = serde_json::from_str(&text).unwrap();
            page.eval::<()>("localStorage.clear()", json!([]));
            page.come_back_with(&text);
            assert_eq!(page.count("main .notice"), 0, "{}", path.display());
            for (id, answer) in document["answers"].as_object().unwrap() {
                if !id.starts_with("scene-") {
                    page.go(&format!("#/quiz/{id}"));
                    page.until(
                        &format!("{id} is asked"),
                        &format!("document.querySelector('[name={id}]')"),
                    );
                    assert_eq!(json!(page.chosen(id)), answer["chose"], "{id}");
                }
            }
            page.reload();
            page.reload();
            assert_eq!(page.stored_text().as_deref(), Some(text.as_str()));
            page.go("#/quiz");
            page.until_view("quiz");
        }
    });
}

#[test]
fn answers_to_removed_questions_are_kept_and_ignored() {
    visit("#/quiz", |page| {
        let mut document: serde_json::Value =
            serde_json::from_str(&Persona::named("02-commuter").document()).unwrap();
        document["answers"]["gone"] = json!({ "n": 3, "chose": ["x"] });
        document["answers"]["sound"] = json!({ "n": 1, "chose": ["gone"] });
        page.come_back_with(&document.to_string());
        assert_eq!(page.count("main .notice"), 0);
        page.go("#/result");
        page.until_view("result");
        Persona::named("02-commuter").fits(&page.reading());
        page.go("#/quiz/sound");
        let sound = content::questions().into_iter().find(|question| question.id == "sound");
        page.until_heading(&sound.expect("the question should exist").title);
        assert_eq!(page.chosen("sound"), Vec::<String>::new());
        page.select("sound", "bass");
        page.until_chosen("sound", &["bass"]);
        let stored = page.stored();
        assert_eq!(stored["answers"]["gone"], document["answers"]["gone"]);
        assert_eq!(stored["answers"]["sound"], json!({ "n": 2, "chose": ["bass"] }));
    });
}

//! Stored bytes that are not ours, damaged, or newer: left as they are, and the site works.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

fn foreign() -> Vec<String> {
    let written = [
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
        "{\"version\":1}",
        "{\"version\":0}",
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
        "{\"version\":1,\"epoch\":0,\"answers\":{\"sound\":{\"n\":1,\"chose\":\"bass\"}},\"importance\":{}}",
    ];
    let whole = Persona::named("02-commuter").document();
    let halves = [whole.len() / 2, whole.len() - 1].map(|end| whole[..end].to_owned());
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let long = format!("\"{}\"", "x".repeat(2_000_000));
    written.into_iter().map(str::to_owned).chain(halves).chain([deep, long]).collect()
}

/// The site starts empty, says why, works in memory, and leaves the bytes as they are.
fn is_left_alone(page: &Page, bytes: &str, heading: &str) {
    let start: String = bytes.chars().take(60).collect();
    page.come_back_with(bytes);
    assert_eq!(page.heading(), content::places().title, "it starts empty: {start:?}");
    assert_eq!(page.texts("main .notice h2"), [heading], "{start:?}");
    page.choose("scene-flight", "often");
    page.go_on();
    page.until_heading(&content::questions()[0].title);
    page.go("#/result");
    page.until_view("result");
    assert_ne!(page.reading().leader, "", "{start:?}: the answer counts");
    let is_same = "return localStorage.getItem('headphones-or-iems') === a[0]";
    assert!(page.eval::<bool>(is_same, json!([bytes])), "{start:?} was changed");
    page.go("#/quiz");
    page.until_view("quiz");
}

#[test]
fn unreadable_bytes_are_left_alone_and_the_site_says_so() {
    visit("#/quiz", |page| {
        for bytes in foreign() {
            is_left_alone(page, &bytes, "Stored answers could not be read");
        }
    });
}

#[test]
fn a_newer_versions_document_is_left_alone_and_the_site_says_so() {
    let newer = [
        json!({ "version": 2, "epoch": 0, "answers": {}, "importance": {} }),
        json!({ "version": 2, "something": [1, 2, { "else": null }] }),
        json!({ "version": 4_294_967_295_u32 }),
    ];
    visit("#/quiz", |page| {
        for document in newer {
            let heading = "Stored answers are from a newer version";
            is_left_alone(page, &document.to_string(), heading);
        }
    });
}

#[test]
fn starting_again_does_not_remove_what_could_not_be_read() {
    visit("#/quiz", |page| {
        page.come_back_with("not json");
        page.choose("scene-bed", "often");
        page.click_named("main button", "Start again");
        page.click_named("main button", "Remove my answers");
        page.until_chosen("scene-bed", &["never"]);
        assert_eq!(page.stored_text().as_deref(), Some("not json"));
    });
}

#[test]
fn answers_to_questions_that_are_gone_are_kept_and_do_no_harm() {
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
        page.until_heading("What matters most in the sound?");
        assert_eq!(page.chosen("sound"), Vec::<String>::new());
        page.choose("sound", "bass");
        page.until_chosen("sound", &["bass"]);
        let stored = page.stored();
        assert_eq!(stored["answers"]["gone"], document["answers"]["gone"]);
        assert_eq!(stored["answers"]["sound"], json!({ "n": 2, "chose": ["bass"] }));
    });
}

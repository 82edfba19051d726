//! The stored document, and how the site works with blocked, missing or full storage.

use std::collections::BTreeMap;

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{Setup, visit};

/// Blocks cookies, so that Chromium throws on any access to `localStorage`.
fn blocked() -> Setup {
    Setup::default().pref("profile.default_content_setting_values.cookies", 2)
}

/// Makes `localStorage` null, as in some embedded browsers.
fn null() -> Setup {
    Setup::default().inject(
        "Object.defineProperty(window, 'localStorage', { get: () => null, configurable: true })",
    )
}

fn keys(page: &Page) -> BTreeMap<String, String> {
    page.eval("return { ...localStorage }", json!([]))
}

#[test]
fn answers_are_stored_with_their_revisions() {
    visit("#/quiz/in-canal", |page| {
        assert_eq!(keys(page), BTreeMap::new(), "opening the page should store nothing");
        page.select("in-canal", "fine");
        page.until("the document is stored", "localStorage.getItem('headphones-or-iems')");
        let answers = json!({ "in-canal": { "n": 1, "chose": ["fine"] } });
        let expected = json!({
            "version": 2, "answers": answers, "importance": {}, "own": {}, "runs": {}, "shortlist": {},
        });
        assert_eq!(page.stored(), expected);
        page.select("in-canal", "unsure");
        page.until_chosen("in-canal", &["unsure"]);
        let answers = json!({ "in-canal": { "n": 2, "chose": ["unsure"] } });
        let expected = json!({
            "version": 2, "answers": answers, "importance": {}, "own": {}, "runs": {}, "shortlist": {},
        });
        assert_eq!(page.stored(), expected);
    });
}

#[test]
fn multiple_selections_skips_and_weights_are_stored() {
    visit("#/quiz/annoys", |page| {
        page.select("annoys", "battery");
        page.select("annoys", "they-hurt");
        page.until_chosen("annoys", &["they-hurt", "battery"]);
        page.skip();
        page.until_heading(&content::questions()[6].title);
        let annoys = json!({ "n": 3, "chose": ["they-hurt", "battery"], "skipped": true });
        assert_eq!(page.stored()["answers"]["annoys"], annoys);
        page.go("#/quiz/all");
        page.select("importance-annoys", "4");
        page.until_chosen("importance-annoys", &["4"]);
        assert_eq!(page.stored()["importance"], json!({ "annoys": { "n": 1, "chose": ["4"] } }));
    });
}

#[test]
fn foreign_keys_in_storage_are_untouched() {
    visit("#/quiz", |page| {
        let foreign = json!({ "other": "theirs", "headphones": "x", "headphones-or-iemsx": "y" });
        page.eval::<()>("Object.assign(localStorage, a)", foreign.clone());
        page.reload();
        page.walk(&Persona::named("28-light-traveller"));
        page.select("theme", "dark");
        page.click_named("main button", "Start again");
        page.click_named("main button", "Remove my answers");
        page.until(
            "the result is undecided",
            "document.querySelector('main').dataset.verdict === 'undecided'",
        );
        let stored = keys(page);
        let is_own =
            |key: &&String| *key == "headphones-or-iems" || key.starts_with("headphones-or-iems.");
        let others = stored.iter().filter(|(key, _)| !is_own(key)).collect::<BTreeMap<_, _>>();
        assert_eq!(json!(others), foreign);
        assert!(stored.len() > others.len());
    });
}

/// Answers the quiz without storage, and checks the notice and that the verdict is the usual one.
fn works_without_storage(setup: Setup) {
    let persona = Persona::named("28-light-traveller");
    setup.run(|page| {
        page.open("#/quiz");
        let notice = page.text("main .notice");
        assert!(notice.contains("not kept"), "the notice is “{notice}”");
        let reading = page.walk(&persona);
        persona.fits(&reading);
        assert!(page.text("main .notice").contains("not kept"));
        let (lines, total) = page.breakdown();
        assert_eq!(lines.iter().sum::<i32>(), total);
        page.select("theme", "dark");
        page.until("the theme changes", "document.documentElement.dataset.theme === 'dark'");
    });
}

#[test]
fn blocked_storage_shows_a_notice_and_keeps_the_verdict() {
    works_without_storage(blocked());
}

#[test]
fn null_storage_shows_a_notice_and_keeps_the_verdict() {
    works_without_storage(null());
}

#[test]
fn working_storage_shows_no_notice() {
    visit("#/quiz", |page| {
        assert_eq!(page.count("main .notice"), 0);
        page.go("#/result");
        page.until_view("result");
        assert_eq!(page.count("main .notice"), 0);
    });
}

#[test]
fn full_storage_shows_a_notice_and_the_quiz_continues() {
    visit("#/quiz", |page| {
        let fill = "
            let size = 4 * 1024 * 1024;
            let filling = '';
            while (size >= 1) {
                const longer = filling + 'x'.repeat(size);
                try { localStorage.setItem('other', longer); filling = longer; }
                catch { size = Math.floor(size / 2); }
            }
            return filling.length";
        let filled: usize = page.eval(fill, json!([]));
        page.select("scene-flight", "often");
        page.until(
            "the notice is shown",
            "all('main .notice').some((e) => words(e).includes('not kept'))",
        );
        page.until_chosen("scene-flight", &["often"]);
        page.go_on();
        page.until_heading(&content::questions()[0].title);
        let length: usize = page.eval("return localStorage.getItem('other').length", json!([]));
        assert_eq!(length, filled, "foreign data should not be removed");
    });
}

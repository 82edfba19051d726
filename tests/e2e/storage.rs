//! What is stored, and how the site does without storage.

use std::collections::BTreeMap;

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{Setup, visit};

/// Storage as Chromium blocks it: touching it throws.
fn blocked() -> Setup {
    Setup::default().pref("profile.default_content_setting_values.cookies", 2)
}

/// Storage as some embedded browsers have it.
fn null() -> Setup {
    Setup::default().inject(
        "Object.defineProperty(window, 'localStorage', { get: () => null, configurable: true })",
    )
}

fn keys(page: &Page) -> BTreeMap<String, String> {
    page.eval("return { ...localStorage }", json!([]))
}

#[test]
fn an_answer_is_stored_with_version_epoch_and_a_count_of_its_changes() {
    visit("#/quiz/in-canal", |page| {
        assert_eq!(keys(page), BTreeMap::new(), "a look leaves nothing");
        page.select("in-canal", "fine");
        page.until("it is stored", "localStorage.getItem('headphones-or-iems')");
        let answers = json!({ "in-canal": { "n": 1, "chose": ["fine"] } });
        let expected = json!({
            "version": 1, "answers": answers, "importance": {}, "own": {}, "runs": [],
        });
        assert_eq!(page.stored(), expected);
        page.select("in-canal", "unsure");
        page.until_chosen("in-canal", &["unsure"]);
        let answers = json!({ "in-canal": { "n": 2, "chose": ["unsure"] } });
        let expected = json!({
            "version": 1, "answers": answers, "importance": {}, "own": {}, "runs": [],
        });
        assert_eq!(page.stored(), expected);
    });
}

#[test]
fn ticks_skips_and_weights_are_stored_too() {
    visit("#/quiz/annoys", |page| {
        page.select("annoys", "cable");
        page.select("annoys", "they-hurt");
        page.until_chosen("annoys", &["they-hurt", "cable"]);
        page.skip();
        page.until_heading(&content::questions()[6].title);
        let annoys = json!({ "n": 3, "chose": ["they-hurt", "cable"], "skipped": true });
        assert_eq!(page.stored()["answers"]["annoys"], annoys);
        page.go("#/quiz/all");
        page.select("importance-annoys", "4");
        page.until_chosen("importance-annoys", &["4"]);
        assert_eq!(page.stored()["importance"], json!({ "annoys": { "n": 1, "chose": ["4"] } }));
    });
}

#[test]
fn only_keys_of_our_own_are_written_and_others_are_left_alone() {
    visit("#/quiz", |page| {
        let foreign = json!({ "other": "theirs", "headphones": "x", "headphones-or-iemsx": "y" });
        page.eval::<()>("Object.assign(localStorage, a)", foreign.clone());
        page.reload();
        page.walk(&Persona::named("28-light-traveller"));
        page.select("theme", "dark");
        page.click_named("main button", "Start again");
        page.click_named("main button", "Remove my answers");
        page.until(
            "it is undecided",
            "document.querySelector('main').dataset.verdict === 'undecided'",
        );
        let stored = keys(page);
        let is_ours =
            |key: &&String| *key == "headphones-or-iems" || key.starts_with("headphones-or-iems.");
        let others = stored.iter().filter(|(key, _)| !is_ours(key)).collect::<BTreeMap<_, _>>();
        assert_eq!(json!(others), foreign);
        assert!(stored.len() > others.len());
    });
}

/// Walks through the quiz without storage; the verdict must be the one with it.
fn ends_in_the_same_verdict(setup: Setup) {
    let persona = Persona::named("28-light-traveller");
    setup.run(|page| {
        page.open("#/quiz");
        let notice = page.text("main .notice");
        assert!(notice.contains("not kept"), "it says so: “{notice}”");
        let reading = page.walk(&persona);
        persona.fits(&reading);
        assert!(page.text("main .notice").contains("not kept"));
        let (lines, total) = page.breakdown();
        assert_eq!(lines.iter().sum::<i32>(), total);
        page.select("theme", "dark");
        page.until("colours change", "document.documentElement.dataset.theme === 'dark'");
    });
}

#[test]
fn with_storage_blocked_the_quiz_says_so_and_ends_in_the_same_verdict() {
    ends_in_the_same_verdict(blocked());
}

#[test]
fn with_storage_null_the_quiz_says_so_and_ends_in_the_same_verdict() {
    ends_in_the_same_verdict(null());
}

#[test]
fn with_storage_in_order_nothing_is_said_about_it() {
    visit("#/quiz", |page| {
        assert_eq!(page.count("main .notice"), 0);
        page.go("#/result");
        page.until_view("result");
        assert_eq!(page.count("main .notice"), 0);
    });
}

#[test]
fn with_storage_full_the_quiz_says_so_and_goes_on() {
    visit("#/quiz", |page| {
        let fill = "
            let size = 4 * 1024 * 1024;
            let filling = '';
            while (size >= 1) {
                try { localStorage.setItem('other', filling + 'x'.repeat(size)); filling += 'x'.repeat(size); }
                catch { size = Math.floor(size / 2); }
            }
            return filling.length";
        let filled: usize = page.eval(fill, json!([]));
        page.select("scene-flight", "often");
        page.until("it says so", "all('main .notice').some((e) => words(e).includes('not kept'))");
        page.until_chosen("scene-flight", &["often"]);
        page.go_on();
        page.until_heading(&content::questions()[0].title);
        let kept: usize = page.eval("return localStorage.getItem('other').length", json!([]));
        assert_eq!(kept, filled, "nothing of others is removed");
    });
}

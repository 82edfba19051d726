//! Using Noise with the keyboard alone.

use serde_json::json;

use crate::page::Page;
use crate::session::visit;

const TAB: &str = "\u{e004}";
const RIGHT: &str = "\u{e014}";
const ENTER: &str = "\u{e007}";

/// Presses Tab until focus is visible on an element that matches, at most 60 times.
#[track_caller]
fn tab_to(page: &Page, css: &str) {
    for _ in 0..60 {
        page.keys(TAB);
        let is_there = "return document.activeElement.matches(`${a[0]}:focus-visible`)";
        if page.eval::<bool>(is_there, json!([css])) {
            return;
        }
    }
    panic!("60 presses of Tab do not reach `{css}`");
}

#[track_caller]
fn until_focused(page: &Page, css: &str) {
    page.until(
        &format!("focus is on `{css}`"),
        &format!("document.activeElement.matches('{css}')"),
    );
}

#[test]
fn every_control_is_reached_and_keeps_the_focus_when_it_changes() {
    visit("#/noise", |page| {
        page.until_shown("#/noise");
        tab_to(page, "[name=place][value=metro]");
        page.keys(" ");
        page.until("the metro is shown", "document.querySelector('[data-place=metro]')");
        until_focused(page, "[name=place][value=metro]");
        tab_to(page, "#level-metro");
        page.keys("88");
        page.keys(ENTER);
        page.until(
            "the level counts",
            "words(document.querySelector('#noise-metro')).includes('88')",
        );
        until_focused(page, "#level-metro");
        tab_to(page, "[name=wearing-0]");
        page.keys(RIGHT);
        until_focused(page, "[name=wearing-0][value=\"1\"]:checked");
        tab_to(page, "[name=heard]");
        page.keys(RIGHT);
        until_focused(page, "[name=heard]:not([value=bare]):checked");
        tab_to(page, "[name=music]");
        page.keys(" ");
        tab_to(page, "#music-level");
        let before: String = page.eval("return document.activeElement.value", json!([]));
        page.keys(RIGHT);
        page.until("the level rises", &format!("document.activeElement.value > {before}"));
        tab_to(page, "#play");
        page.keys(ENTER);
        page.until("it plays", "words(document.querySelector('.noise-status')).includes('dBA')");
        until_focused(page, "#play");
        page.keys(" ");
        page.until("it stops", "words(document.querySelector('#play')) === 'Play'");
    });
}

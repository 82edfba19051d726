//! Checks every view with axe-core: in the light and dark themes, with forced colours, and on a
//! narrow phone. The driver injects axe, so the page's Content Security Policy stays in force.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;

use serde_json::json;
use xtask::cache;

use crate::page::Page;
use crate::session::visit;
use crate::views;

/// The rules of WCAG 2.2 at levels A and AA, and the best practices that axe adds.
const TAGS: [&str; 7] =
    ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/// Adds axe to the document unless it is already there.
fn inject(page: &Page) {
    if page.eval("return 'axe' in window", json!([])) {
        return;
    }
    let path = cache::axe().expect("the tool cache should have a folder");
    let script = fs::read_to_string(path).expect("axe is missing: run `cargo xtask tools`");
    page.send("Runtime.evaluate", json!({ "expression": script }));
}

/// Runs axe and returns its violations, each with its rule, element and failure summary.
#[track_caller]
fn violations(page: &Page) -> Vec<String> {
    inject(page);
    let script = "
        const options = { runOnly: a, resultTypes: ['violations'], elementRef: false };
        const closed = document.querySelectorAll('main :is(.fold, .further, .all-types)');
        closed.forEach((at) => { at.open = true; });
        // What is not laid out yet has the height of its placeholder, and its targets are elsewhere.
        const sections = document.querySelectorAll('#guide > .section');
        sections.forEach((at) => { at.style.contentVisibility = 'visible'; });
        return axe.run(document, options).then((found) => found.violations.flatMap(
            (rule) => rule.nodes.slice(0, 3).map((node) =>
                `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`)))";
    page.eval(script, json!(TAGS))
}

/// Runs axe on every view after `prepare` has set up the display.
fn check_every_view(prepare: impl FnOnce(&Page)) {
    visit("#/", |page| {
        prepare(page);
        let found = RefCell::new(Vec::new());
        views::each(page, |view| {
            let here = violations(page).into_iter().map(|violation| format!("{view}: {violation}"));
            found.borrow_mut().extend(here);
        });
        let found = found.into_inner();
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn light_theme_has_no_violations() {
    check_every_view(|page| page.prefer("prefers-color-scheme", "light"));
}

#[test]
fn dark_theme_has_no_violations() {
    check_every_view(|page| {
        page.prefer("prefers-color-scheme", "dark");
        page.until(
            "the dark theme is active",
            "matchMedia('(prefers-color-scheme: dark)').matches",
        );
    });
}

#[test]
fn forced_colours_have_no_violations() {
    check_every_view(|page| {
        page.prefer("forced-colors", "active");
        page.until("colours are forced", "matchMedia('(forced-colors: active)').matches");
    });
}

#[test]
fn narrow_phone_has_no_violations() {
    check_every_view(|page| page.resize(320, 640));
}

#[test]
fn errors_editors_and_open_explanations_have_no_violations() {
    visit("#/quiz/in-canal", |page| {
        page.go_on();
        page.until("the error has focus", "document.activeElement?.closest('#problem')");
        page.click(".hint .term");
        assert_eq!(violations(page), [""; 0], "an error");
        page.take_first("in-canal");
        page.go("#/result");
        page.until_shown("#/result");
        page.edit("in-canal");
        page.click_named("main button", "Start again");
        assert_eq!(violations(page), [""; 0], "an editor");
    });
}

#[test]
fn paper_embed_and_failure_pages_have_no_violations() {
    visit("#/", |page| {
        for (width, scheme) in [(1280, "light"), (320, "dark")] {
            page.resize(width, 800);
            page.prefer("prefers-color-scheme", scheme);
            page.load("paper.html");
            assert_eq!(violations(page), [""; 0], "paper quiz at {width} px");
            page.open("embed.html#/quiz");
            assert_eq!(violations(page), [""; 0], "embed at {width} px");
            page.open("#/quiz");
            page.eval::<()>("document.documentElement.dataset.app = 'failed'", json!([]));
            page.until("the failure message is shown", "all('#failed').length");
            assert_eq!(violations(page), [""; 0], "failure at {width} px");
        }
    });
}

#[test]
fn axe_detects_seeded_violations_and_views_cover_every_verdict() {
    visit("#/", |page| {
        let break_page = "all('main h1')[0].replaceChildren();
                     document.documentElement.removeAttribute('lang')";
        let verdicts = RefCell::new(BTreeSet::new());
        views::each(page, |_| {
            verdicts.borrow_mut().extend(page.attribute("main", "data-verdict"));
        });
        assert_eq!(verdicts.into_inner(), views::VERDICTS.map(str::to_owned).into());
        page.eval::<()>(break_page, json!([]));
        let found = violations(page);
        for rule in ["empty-heading", "html-has-lang"] {
            assert!(found.iter().any(|it| it.starts_with(rule)), "{rule} is not in {found:?}");
        }
    });
}

//! axe finds nothing to complain about: every view, in light, in dark, in forced colours, and on a
//! narrow phone. The browser injects its script, so the page's policy stays as it is.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;

use serde_json::json;
use xtask::cache;

use crate::page::Page;
use crate::session::visit;
use crate::shown;

/// Every rule of WCAG 2.2 at A and AA, and what axe holds to be good besides.
const TAGS: [&str; 7] =
    ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/// Puts axe into the document, unless it is there.
fn inject(page: &Page) {
    if page.eval("return 'axe' in window", json!([])) {
        return;
    }
    let path = cache::axe().expect("there is a home folder");
    let script = fs::read_to_string(path).expect("axe is installed: run `cargo xtask tools`");
    page.send("Runtime.evaluate", json!({ "expression": script }));
}

/// What axe complains about: the rule, and where.
#[track_caller]
fn complaints(page: &Page) -> Vec<String> {
    inject(page);
    let script = "
        const options = { runOnly: a, resultTypes: ['violations'], elementRef: false };
        return axe.run(document, options).then((found) => found.violations.flatMap(
            (rule) => rule.nodes.slice(0, 3).map((node) =>
                `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`)))";
    page.eval(script, json!(TAGS))
}

fn every_view(look: impl FnOnce(&Page)) {
    visit("#/", |page| {
        look(page);
        let found = RefCell::new(Vec::new());
        shown::each(page, |view| {
            let here = complaints(page).into_iter().map(|at| format!("{view}: {at}"));
            found.borrow_mut().extend(here);
        });
        let found = found.into_inner();
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn axe_finds_nothing_in_the_light() {
    every_view(|page| page.prefer("prefers-color-scheme", "light"));
}

#[test]
fn axe_finds_nothing_in_the_dark() {
    every_view(|page| {
        page.prefer("prefers-color-scheme", "dark");
        page.until("it is dark", "matchMedia('(prefers-color-scheme: dark)').matches");
    });
}

#[test]
fn axe_finds_nothing_in_forced_colours() {
    every_view(|page| {
        page.prefer("forced-colors", "active");
        page.until("colours are forced", "matchMedia('(forced-colors: active)').matches");
    });
}

#[test]
fn axe_finds_nothing_on_a_narrow_phone() {
    every_view(|page| page.resize(320, 640));
}

#[test]
fn axe_finds_nothing_in_an_error_an_editor_or_an_open_explanation() {
    visit("#/quiz/in-canal", |page| {
        page.go_on();
        page.until("the error has focus", "document.activeElement?.closest('#problem')");
        page.click(".hint .term");
        assert_eq!(complaints(page), [""; 0], "an error");
        page.take_first("in-canal");
        page.go("#/result");
        page.until_shown("#/result");
        page.edit("in-canal");
        page.click_named("main button", "Start again");
        assert_eq!(complaints(page), [""; 0], "an editor");
    });
}

#[test]
fn axe_finds_nothing_on_paper_in_a_frame_or_after_a_failure() {
    visit("#/", |page| {
        for (width, scheme) in [(1280, "light"), (320, "dark")] {
            page.resize(width, 800);
            page.prefer("prefers-color-scheme", scheme);
            page.load("paper.html");
            assert_eq!(complaints(page), [""; 0], "paper at {width} px");
            page.open("embed.html#/quiz");
            assert_eq!(complaints(page), [""; 0], "embed at {width} px");
            page.open("#/quiz");
            page.eval::<()>("document.documentElement.dataset.app = 'failed'", json!([]));
            page.until("it says so", "all('#failed').length");
            assert_eq!(complaints(page), [""; 0], "failure at {width} px");
        }
    });
}

#[test]
fn axe_is_at_work_and_every_verdict_is_looked_at() {
    visit("#/", |page| {
        let spoil = "all('main h1')[0].replaceChildren();
                     document.documentElement.removeAttribute('lang')";
        let verdicts = RefCell::new(BTreeSet::new());
        shown::each(page, |_| {
            verdicts.borrow_mut().extend(page.attribute("main", "data-verdict"));
        });
        assert_eq!(verdicts.into_inner(), shown::VERDICTS.map(str::to_owned).into());
        page.eval::<()>(spoil, json!([]));
        let found = complaints(page);
        for rule in ["empty-heading", "html-has-lang"] {
            assert!(found.iter().any(|at| at.starts_with(rule)), "{rule}: {found:?}");
        }
    });
}

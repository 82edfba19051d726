//! What axe cannot see: our own rules for everyone, on every view, and each rule broken on purpose.

use std::cell::RefCell;

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{Setup, visit};
use crate::shown;

/// The rules, as functions of the page.
const CHECKER: &str = include_str!("everyone.js");

/// The rules that hold whenever a page is at rest.
const ALWAYS: [&str; 11] = [
    "legend",
    "preselected",
    "focus",
    "sideways",
    "target",
    "chart",
    "picture",
    "grey",
    "motion",
    "hover",
    "progress",
];

/// What is wrong with the page by these rules.
#[track_caller]
pub fn faults(page: &Page, rules: &[&str]) -> Vec<String> {
    page.eval(&format!("{CHECKER}return faults(a)"), json!(rules))
}

/// Fails with every fault of every view.
#[track_caller]
fn no_faults(page: &Page, rules: &[&str]) {
    let found = RefCell::new(Vec::new());
    shown::each(page, |view| {
        let here = faults(page, rules).into_iter().map(|fault| format!("{view}: {fault}"));
        found.borrow_mut().extend(here);
    });
    let found = found.into_inner();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_view_keeps_every_rule_on_a_wide_screen() {
    visit("#/", |page| no_faults(page, &ALWAYS));
}

#[test]
fn every_view_keeps_every_rule_on_a_narrow_phone() {
    visit("#/", |page| {
        page.resize(320, 640);
        no_faults(page, &ALWAYS);
    });
}

#[test]
fn nothing_moves_for_those_who_asked_for_less_motion() {
    visit("#/", |page| {
        page.prefer("prefers-reduced-motion", "reduce");
        page.until("it is known", "matchMedia('(prefers-reduced-motion: reduce)').matches");
        no_faults(page, &["motion"]);
    });
}

#[test]
fn text_of_twice_the_size_fits() {
    Setup::default().pref("webkit.webprefs.default_font_size", 32).run(|page| {
        page.open("#/");
        let size = "return parseFloat(getComputedStyle(document.documentElement).fontSize)";
        assert!(page.eval::<f64>(size, json!([])) >= 34.0, "the text is twice as large");
        for width in [1280, 640, 360] {
            page.resize(width, 800);
            no_faults(page, &["sideways", "target", "focus"]);
        }
    });
}

#[test]
fn the_layout_holds_from_right_to_left() {
    visit("#/", |page| {
        for width in [320, 800, 1280] {
            page.resize(width, 800);
            page.eval::<()>("document.documentElement.dir = 'rtl'", json!([]));
            page.until("it is", "getComputedStyle(document.body).direction === 'rtl'");
            shown::each(page, |view| {
                page.eval::<()>("document.documentElement.dir = 'rtl'", json!([]));
                let beside = "return all('h1, .section, .options, .notice').filter((e) => {
                    const { left, right } = e.getBoundingClientRect();
                    return left < -0.5 || right > document.documentElement.clientWidth + 0.5;
                }).map((e) => e.outerHTML.slice(0, 80))";
                assert_eq!(page.eval::<Vec<String>>(beside, json!([])), [""; 0], "{view}");
                assert_eq!(faults(page, &["sideways"]), [""; 0], "{view} at {width}");
            });
        }
    });
}

/// A rule, the view on which it is broken, and how.
const BREAKS: [(&str, &str, &str); 28] = [
    ("legend", "#/quiz/annoys", "document.querySelector('form legend').remove()"),
    ("legend", "#/quiz/annoys", "document.querySelector('form legend').textContent = ' '"),
    ("legend", "#/quiz/scene", "document.querySelector('.matrix-row legend').remove()"),
    ("preselected", "#/quiz/calls", "document.querySelector('.option input').checked = true"),
    (
        "preselected",
        "#/quiz/scene",
        "[...document.querySelectorAll('[value=often]')].at(-1).checked = true",
    ),
    ("preselected", "#/quiz/importance", "document.querySelector('[value=\"4\"]').checked = true"),
    ("focus", "#/quiz/annoys", "css(':focus-visible, .option { outline: 0 !important }')"),
    ("focus", "#/", "css(':focus-visible { outline-color: Canvas !important }')"),
    ("focus", "#/", "css('nav { overflow: hidden; display: block; inline-size: fit-content }')"),
    ("sideways", "#/", "css('h1 { white-space: nowrap; inline-size: 200vw }')"),
    ("sideways", "#/", "document.querySelector('.scroll').removeAttribute('aria-label')"),
    ("sideways", "#/", "document.querySelector('.scroll').removeAttribute('tabindex')"),
    ("sideways", "#/", "css('h1 { white-space: nowrap; overflow: hidden; inline-size: 3rem }')"),
    ("sideways", "#/", "css('#guide > .section > h2 { inline-size: calc(100% + 2rem) }')"),
    ("target", "#/quiz/annoys", "css('.option { min-block-size: 0; padding: 0; line-height: 1 }')"),
    ("target", "#/quiz/scene", "css('.matrix-row label { inline-size: 30px }')"),
    (
        "target",
        "#/",
        "css('nav a { padding: 0 !important; font-size: 8px; line-height: 1 !important }')",
    ),
    (
        "chart",
        "#/result",
        "document.querySelectorAll('#live table.plain').forEach((e) => e.remove())",
    ),
    ("chart", "#/result", "document.querySelector('.breakdown .points').textContent = ''"),
    ("chart", "#/result", "document.querySelector('[id=result-points]').textContent = ''"),
    ("chart", "#/result", "document.querySelector('section:has(.breakdown) > p.small').remove()"),
    ("picture", "#/", "document.querySelector('main svg[role=img]').removeAttribute('role')"),
    (
        "picture",
        "#/result",
        "document.querySelector('.breakdown .bar').removeAttribute('aria-hidden')",
    ),
    ("grey", "#/result", "css('.bar-against { fill: red }')"),
    ("grey", "#/", "css('main a { text-decoration: none !important }')"),
    ("motion", "#/", "css('a { transition: color 1s }')"),
    ("hover", "#/", "document.querySelector('h1').title = 'more'"),
    ("progress", "#/quiz/annoys", "document.querySelector('.status').textContent = ''"),
];

/// Adds rules of style, as the page's policy allows them.
const CSS: &str = "
    const css = (rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = [sheet];
    };";

#[test]
fn each_rule_sees_what_is_broken_on_purpose() {
    visit("#/", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        page.resize(360, 640);
        for (rule, view, spoil) in BREAKS {
            page.open(view);
            page.until_shown(view);
            assert_eq!(faults(page, &[rule]), [""; 0], "{view} before");
            page.eval::<()>(&format!("{CSS}{spoil}"), json!([]));
            let found = faults(page, &[rule]);
            assert!(!found.is_empty(), "`{rule}` does not see {spoil}");
        }
        for rule in ALWAYS {
            assert!(BREAKS.iter().any(|(broken, ..)| *broken == rule), "{rule} is never broken");
        }
    });
}

#[test]
fn after_a_move_focus_and_title_are_asked_for_and_their_loss_is_seen() {
    visit("#/quiz/scene", |page| {
        page.go_on();
        page.until_heading(&content::questions()[0].title);
        page.until("focus is there", "document.activeElement?.matches('main h1')");
        assert_eq!(faults(page, &["arrival"]), [""; 0]);
        page.eval::<()>("document.title = 'Quiz'", json!([]));
        assert_eq!(faults(page, &["arrival"]).len(), 1);
        page.eval::<()>("document.activeElement.blur()", json!([]));
        assert_eq!(faults(page, &["arrival"]).len(), 2);
    });
}

#[test]
fn an_error_summary_has_focus_and_a_way_on_and_their_loss_is_seen() {
    visit("#/quiz/in-canal", |page| {
        assert_eq!(faults(page, &["summary"]).len(), 1, "nothing was asked yet");
        page.go_on();
        page.until("the error has focus", "document.activeElement?.closest('#problem')");
        assert_eq!(faults(page, &["summary"]), [""; 0]);
        page.eval::<()>("document.querySelector('#problem button').remove()", json!([]));
        assert_eq!(faults(page, &["summary"]).len(), 1, "no way on");
    });
}

//! Accessibility rules that axe does not have, checked on every view. Each rule is also broken on
//! purpose, to prove that it detects the violation.

use std::cell::RefCell;

use serde_json::json;

use crate::content;
use crate::fonts::Fonts;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{Setup, visit};
use crate::views;

/// The script with the rules.
const CHECKER: &str = include_str!("accessibility.js");

/// The rules that hold on every view; "arrival" and "summary" hold only after certain actions.
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

/// The violations of these rules on the current page, each as `rule: element`.
#[track_caller]
pub fn violations(page: &Page, rules: &[&str]) -> Vec<String> {
    page.eval(&format!("{CHECKER}return violations(a)"), json!(rules))
}

/// Fails with a list of all violations on all views.
#[track_caller]
fn no_violations(page: &Page, rules: &[&str]) {
    none_found(page, || violations(page, rules));
}

/// Fails with a list of all violations on all views, at each of these widths in CSS pixels. A view is
/// opened at the last one.
#[track_caller]
fn no_violations_at(page: &Page, widths: &[u32], look: impl Fn() -> Vec<String>) {
    none_found(page, || {
        let at = |width: &u32| {
            page.resize(*width, 800);
            let found = look().into_iter();
            found.map(|violation| format!("at {width} px: {violation}")).collect::<Vec<_>>()
        };
        widths.iter().flat_map(at).collect()
    });
}

/// Fails with a list of what `look` finds on all views.
#[track_caller]
fn none_found(page: &Page, look: impl Fn() -> Vec<String>) {
    let found = RefCell::new(Vec::new());
    views::each(page, |view| {
        let here = look().into_iter().map(|violation| format!("{view}: {violation}"));
        found.borrow_mut().extend(here);
    });
    let found = found.into_inner();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_view_follows_every_rule_on_a_wide_screen() {
    visit("#/", |page| no_violations(page, &ALWAYS));
}

#[test]
fn every_view_follows_every_rule_on_a_narrow_phone() {
    visit("#/", |page| {
        page.resize(320, 640);
        no_violations(page, &ALWAYS);
    });
}

/// The test above checks the default fonts.
#[test]
fn layout_holds_on_a_narrow_phone_in_every_other_font() {
    for fonts in Fonts::ALL.into_iter().filter(|fonts| *fonts != Fonts::default()) {
        Setup::default().fonts(fonts).run(|page| {
            page.resize(320, 640);
            page.open("#/");
            no_violations(page, &["sideways", "target"]);
        });
    }
}

#[test]
fn nothing_is_animated_with_reduced_motion() {
    visit("#/", |page| {
        page.prefer("prefers-reduced-motion", "reduce");
        page.until(
            "reduced motion is active",
            "matchMedia('(prefers-reduced-motion: reduce)').matches",
        );
        no_violations(page, &["motion"]);
    });
}

#[test]
fn layout_holds_with_text_of_twice_the_size() {
    Setup::default().pref("webkit.webprefs.default_font_size", 32).run(|page| {
        page.open("#/");
        let size = "return parseFloat(getComputedStyle(document.documentElement).fontSize)";
        assert!(page.eval::<f64>(size, json!([])) >= 34.0, "the text should be twice as large");
        page.resize(360, 800);
        no_violations_at(page, &[1280, 640, 360], || {
            violations(page, &["sideways", "target", "focus"])
        });
    });
}

/// The elements that stick out of the page.
#[track_caller]
fn overflowing(page: &Page) -> Vec<String> {
    let script = "return all('h1, .section, .options, .notice').filter((e) => {
        const { left, right } = e.getBoundingClientRect();
        return left < -0.5 || right > document.documentElement.clientWidth + 0.5;
    }).map((e) => `sticks out: ${e.outerHTML.slice(0, 80)}`)";
    page.eval(script, json!([]))
}

#[test]
fn layout_holds_from_right_to_left() {
    visit("#/", |page| {
        page.resize(320, 800);
        no_violations_at(page, &[1280, 800, 320], || {
            page.eval::<()>("document.documentElement.dir = 'rtl'", json!([]));
            page.until(
                "the direction is right to left",
                "getComputedStyle(document.body).direction === 'rtl'",
            );
            [overflowing(page), violations(page, &["sideways"])].concat()
        });
    });
}

#[test]
fn what_sticks_out_from_right_to_left_is_detected() {
    visit("#/data", |page| {
        page.resize(320, 800);
        page.until_shown("#/data");
        page.eval::<()>("document.documentElement.dir = 'rtl'", json!([]));
        assert_eq!(overflowing(page), [""; 0]);
        page.eval::<()>(
            &format!("{CSS}css('h1 {{ position: relative; right: 90vw }}')"),
            json!([]),
        );
        assert!(!overflowing(page).is_empty());
    });
}

/// Each entry has a rule, the view on which to break it, and a script that breaks it.
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
    ("chart", "#/result", "document.querySelector('.chart-reading').remove()"),
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

/// Defines `css(rules)`, which adds styles in the way that the page's policy allows.
const CSS: &str = "
    const css = (rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = [sheet];
    };";

#[test]
fn each_rule_detects_a_deliberate_violation() {
    visit("#/", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        page.resize(360, 640);
        for (rule, view, script) in BREAKS {
            page.open(view);
            page.until_shown(view);
            if view == "#/" {
                page.until_comparison_is_live();
            }
            assert_eq!(violations(page, &[rule]), [""; 0], "{view} before the change");
            page.eval::<()>(&format!("{CSS}{script}"), json!([]));
            let found = violations(page, &[rule]);
            assert!(!found.is_empty(), "`{rule}` does not detect {script}");
        }
        for rule in ALWAYS {
            assert!(BREAKS.iter().any(|(broken, ..)| *broken == rule), "no entry breaks `{rule}`");
        }
    });
}

#[test]
fn arrival_rule_detects_lost_focus_and_a_wrong_title() {
    visit("#/quiz/scene", |page| {
        page.go_on();
        page.until_heading(&content::questions()[0].title);
        page.until("focus is on the heading", "document.activeElement?.matches('main h1')");
        assert_eq!(violations(page, &["arrival"]), [""; 0]);
        page.eval::<()>("document.title = 'Quiz'", json!([]));
        assert_eq!(violations(page, &["arrival"]).len(), 1);
        page.eval::<()>("document.activeElement.blur()", json!([]));
        assert_eq!(violations(page, &["arrival"]).len(), 2);
    });
}

#[test]
fn summary_rule_detects_a_missing_summary_and_a_missing_link() {
    visit("#/quiz/in-canal", |page| {
        assert_eq!(
            violations(page, &["summary"]).len(),
            1,
            "a view without a summary should be a violation"
        );
        page.go_on();
        page.until("the error has focus", "document.activeElement?.closest('#problem')");
        assert_eq!(violations(page, &["summary"]), [""; 0]);
        page.eval::<()>("document.querySelector('#problem button').remove()", json!([]));
        assert_eq!(violations(page, &["summary"]).len(), 1, "the missing link should be detected");
    });
}

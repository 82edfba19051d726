//! Checks every view with axe-core: in the light and dark themes, with forced colours, and on a
//! narrow phone. Dark and forced colours must change nothing but colours. The driver injects axe, so the page's Content Security Policy stays in force.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;

use serde_json::json;
use xtask::cache;

use crate::page::Page;
use crate::session::visit;
use crate::views;

/// The rules of axe that read colours, among those with [`TAGS`].
const COLOUR_RULES: [&str; 2] = ["color-contrast", "link-in-text-block"];

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

/// Runs all rules of axe and returns the violations, each with its rule, element and failure summary.
#[track_caller]
fn violations(page: &Page) -> Vec<String> {
    run_axe(page, &TAGS)
}

/// Like [`violations`], of the rules with these names or tags.
#[track_caller]
fn run_axe(page: &Page, rules: &[&str]) -> Vec<String> {
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
    page.eval(script, json!(rules))
}

/// Everything that the other rules of axe can see, apart from the document itself: the elements that
/// are shown, with their boxes and what CSS adds to them.
#[track_caller]
fn layout(page: &Page) -> Vec<String> {
    let script = "
        const seen = { visibilityProperty: true, opacityProperty: true };
        const content = (e, at) => getComputedStyle(e, at).content;
        return [...document.body.querySelectorAll('*')].filter((e) => e.checkVisibility(seen))
            .map((e) => {
                const { x, y, width, height } = e.getBoundingClientRect();
                const box = [x + scrollX, y + scrollY, width, height].map(Math.round);
                return [e.localName, e.className, ...box, content(e, '::before'), content(e, '::after')]
                    .join(' ');
            })";
    page.eval(script, json!([]))
}

/// Emulates a media feature, and waits until it is there.
#[track_caller]
fn colours(page: &Page, feature: &str, value: &str) {
    page.prefer(feature, value);
    let active = format!("matchMedia('({feature}: {value})').matches");
    page.until(&format!("{feature} is {value}"), &active);
}

/// Violations in the light theme, and those in other colours.
#[track_caller]
fn violations_in_all_colours(page: &Page) -> Vec<String> {
    colours(page, "prefers-color-scheme", "light");
    let found = violations(page);
    [found, violations_in_other_colours(page)].concat()
}

/// What is wrong in other colours than those of the light theme. Where these change nothing but colours,
/// only the rules that read colours can find anything new.
#[track_caller]
fn violations_in_other_colours(page: &Page) -> Vec<String> {
    colours(page, "prefers-color-scheme", "light");
    let light = layout(page);
    let mut found = Vec::new();
    for (feature, value) in OTHER_COLOURS {
        colours(page, feature, value);
        let other = layout(page);
        let differs = light.iter().zip(&other).find(|(light, other)| light != other);
        if differs.is_some() || light.len() != other.len() {
            found.push(format!("{feature}: {value} changes more than colours: {differs:?}"));
        }
        let here = run_axe(page, &COLOUR_RULES).into_iter();
        found.extend(here.map(|violation| format!("{feature}: {value}: {violation}")));
    }
    colours(page, "prefers-color-scheme", "light");
    found
}

/// The colours besides those of the light theme.
const OTHER_COLOURS: [(&str, &str); 2] =
    [("prefers-color-scheme", "dark"), ("forced-colors", "active")];

/// Fails with a list of what `look` finds on every view.
#[track_caller]
fn check_every_view(page: &Page, look: impl Fn(&Page) -> Vec<String>) {
    let found = RefCell::new(Vec::new());
    let verdicts = RefCell::new(BTreeSet::new());
    views::each(page, |view| {
        verdicts.borrow_mut().extend(page.attribute("main", "data-verdict"));
        let here = look(page).into_iter().map(|violation| format!("{view}: {violation}"));
        found.borrow_mut().extend(here);
    });
    let found = found.into_inner();
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(verdicts.into_inner(), views::VERDICTS.map(str::to_owned).into());
}

#[test]
fn no_view_has_violations_in_any_colours() {
    visit("#/", |page| check_every_view(page, violations_in_all_colours));
}

#[test]
fn narrow_phone_has_no_violations() {
    visit("#/", |page| {
        page.resize(320, 640);
        check_every_view(page, violations);
    });
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
fn axe_detects_seeded_violations() {
    visit("#/", |page| {
        let break_page = "all('main h1')[0].replaceChildren();
                     document.documentElement.removeAttribute('lang')";
        page.eval::<()>(break_page, json!([]));
        let found = violations(page);
        for rule in ["empty-heading", "html-has-lang"] {
            assert!(found.iter().any(|it| it.starts_with(rule)), "{rule} is not in {found:?}");
        }
    });
}

/// Styles that break other colours only, and what is found then.
const SEEDED: [(&str, &str); 6] = [
    (
        "@media (prefers-color-scheme: dark) { h1 { color: #111 !important } }",
        "prefers-color-scheme: dark: color-contrast",
    ),
    (
        "@media (prefers-color-scheme: dark) {
            main p { color: #fff } main a { color: #eee !important; text-decoration: none !important }
        }",
        "prefers-color-scheme: dark: link-in-text-block",
    ),
    (
        "@media (forced-colors: active) {
            main * { forced-color-adjust: none; background: #fff !important; color: #eee !important }
        }",
        "forced-colors: active: color-contrast",
    ),
    (
        "@media (prefers-color-scheme: dark) { nav { display: none !important } }",
        "prefers-color-scheme: dark changes more than colours",
    ),
    (
        "@media (forced-colors: active) { nav a { padding: 0 !important } }",
        "forced-colors: active changes more than colours",
    ),
    (
        "@media (prefers-color-scheme: dark) { h1::after { content: '' } }",
        "prefers-color-scheme: dark changes more than colours",
    ),
];

#[test]
fn seeded_violations_in_other_colours_are_detected() {
    visit("#/data", |page| {
        page.until_shown("#/data");
        // Opens what is closed.
        assert_eq!(violations(page), [""; 0]);
        assert_eq!(violations_in_other_colours(page), [""; 0]);
        for (rules, wanted) in SEEDED {
            let add = "const sheet = new CSSStyleSheet();
                sheet.replaceSync(a[0]);
                document.adoptedStyleSheets = [sheet]";
            page.eval::<()>(add, json!([rules]));
            let found = violations_in_other_colours(page);
            assert!(found.iter().any(|it| it.starts_with(wanted)), "{rules}: {found:#?}");
        }
    });
}

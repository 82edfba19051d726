//! Numbers stay on one line, in print and on screens, also in wide letters; and none is missing in the
//! print of a browser that cannot open closed tables by style.

use serde_json::{Map, Value, json};
use xtask::pdf::Order;

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::print::squeezed;
use crate::session::visit;

/// The medium, and the width of the page in pixels: A4 and Letter without margins, then phones.
const PAGES: [(&str, u32); 5] =
    [("print", 680), ("print", 703), ("screen", 320), ("screen", 390), ("screen", 1280)];

/// Makes letters wider, as the widest fonts and readers who ask for more room do.
const WIDE: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { letter-spacing: 0.12em !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]";

/// The numbers that are on more than one line, with their elements. The link in the imprint and code
/// may break anywhere.
#[track_caller]
fn wrapped(page: &Page) -> Vec<String> {
    let script = "
        document.querySelectorAll('main details').forEach((at) => { at.open = true; });
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) {
            const { currentNode: node } = texts;
            if (node.parentNode.closest('script, style, template, .print-only, code')) continue;
            for (const { 0: number, index } of node.data.matchAll(/[+−$]?\\d+([.,]\\d+)*/g)) {
                const range = document.createRange();
                range.setStart(node, index);
                range.setEnd(node, index + number.length);
                const lines = new Set([...range.getClientRects()].map((box) => box.bottom));
                if (lines.size > 1) found.push(`${number} in ${node.parentNode.outerHTML.slice(0, 200)}`);
            }
        }
        return found";
    page.eval(script, json!([]))
}

#[track_caller]
fn no_number_wraps(page: &Page, name: &str) {
    page.eval::<()>(WIDE, json!([]));
    for (medium, width) in PAGES {
        page.resize(width, 900);
        page.send("Emulation.setEmulatedMedia", json!({ "media": medium }));
        assert_eq!(wrapped(page), [""; 0], "{name} in {medium} at {width} pixels");
    }
    page.send("Emulation.setEmulatedMedia", json!({ "media": "" }));
}

/// An answer to every question, each with the largest weight, so that points have three digits.
fn everything_four_times() -> String {
    let contexts: Vec<String> = content::contexts().into_iter().map(|context| context.id).collect();
    let chosen = |(id, values): (String, Vec<String>)| {
        // Often in every place, and no answer that rules types out.
        let from_end = if contexts.contains(&id) { 1 } else { 2 };
        let value = &values[values.len() - from_end];
        (id, json!({ "n": 1, "chose": [value] }))
    };
    let answers: Map<String, Value> = content::controls().into_iter().map(chosen).collect();
    let four = |(id, _)| (id, json!({ "n": 1, "chose": ["4"] }));
    let weights: Map<String, Value> = content::steps().into_iter().map(four).collect();
    json!({ "version": 1, "answers": answers, "importance": weights }).to_string()
}

#[test]
fn numbers_of_every_result_stay_on_one_line() {
    visit("#/result", |page| {
        for persona in Persona::all() {
            page.come_back_with(&persona.document());
            no_number_wraps(page, &persona.name);
        }
    });
}

#[test]
fn large_numbers_stay_on_one_line() {
    visit("#/result", |page| {
        page.come_back_with(&everything_four_times());
        let most = page.reading().types.values().map(|(points, _)| points.abs()).max();
        assert!(most > Some(99), "{most:?}");
        no_number_wraps(page, "everything four times");
    });
}

#[test]
fn numbers_of_other_views_stay_on_one_line() {
    visit("#/", |page| {
        for hash in ["#/", "#/method", "#/quiz/all"] {
            page.open(hash);
            page.until_shown(hash);
            no_number_wraps(page, hash);
        }
        for file in ["paper.html", "method.html", "quiz.html"] {
            page.load(file);
            no_number_wraps(page, file);
        }
    });
}

#[test]
fn wrapped_numbers_are_detected() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        assert_eq!(wrapped(page), [""; 0]);
        let narrow = "const sheet = new CSSStyleSheet();
            sheet.replaceSync('.points { inline-size: 1ch; white-space: normal !important }');
            document.adoptedStyleSheets = [sheet]";
        page.eval::<()>(narrow, json!([]));
        assert!(!wrapped(page).is_empty());
    });
}

/// Takes the styles away that only browsers with `::details-content` have.
const WITHOUT_DETAILS_CONTENT: &str = "
    let taken = 0;
    const strip = (parent) => [...parent.cssRules].reverse().forEach((rule, at, { length }) => {
        if (rule.conditionText?.includes('details-content')
            || rule.selectorText?.includes('details-content')) {
            parent.deleteRule(length - 1 - at);
            taken += 1;
        } else if (rule.cssRules) {
            strip(rule);
        }
    });
    [...document.styleSheets].forEach(strip);
    return taken;";

/// Prints the result of a persona in a browser without `::details-content`.
#[track_caller]
fn printed_without_details_content(page: &Page, persona: &str) -> String {
    page.come_back_with(&Persona::named(persona).document());
    let taken: usize = page.eval(WITHOUT_DETAILS_CONTENT, json!([]));
    assert!(taken > 0, "no style depends on `::details-content`");
    squeezed(&page.printed(Order::File).concat())
}

/// The numbers of the charts, each with its words.
#[track_caller]
fn chart_numbers(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.bars > li:has(> .points)')].map(
        (row) => words(row.querySelector('.small') ?? row.querySelector('p'))
            + words(row.querySelector('.points')))";
    page.eval(script, json!([]))
}

/// The numbers in each row of the tables behind the charts.
#[track_caller]
fn table_numbers(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('#live .as-table table tbody tr')].map(
        (row) => [...row.cells].slice(1).map(words).join(''))";
    page.eval(script, json!([]))
}

const PRINTED: [&str; 3] = ["02-commuter", "36-places-double", "01-stage-performer"];

#[test]
fn browser_that_cannot_open_tables_by_style_prints_every_number() {
    visit("#/result", |page| {
        for persona in PRINTED {
            let printed = printed_without_details_content(page, persona);
            let (charts, tables) = (chart_numbers(page), table_numbers(page));
            assert!(charts.len() > 5 && tables.len() > 5, "{persona}: {charts:?} {tables:?}");
            for numbers in charts.iter().chain(&tables) {
                assert!(printed.contains(&squeezed(numbers)), "{persona}: “{numbers}” is missing");
            }
            let open = "return document.querySelectorAll('#live details[open]').length";
            assert_eq!(
                page.eval::<usize>(open, json!([])),
                0,
                "all is closed again after printing"
            );
        }
    });
}

#[test]
fn table_that_was_open_stays_open_after_printing() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        page.click("[aria-labelledby=result-points] .as-table summary");
        page.printed(Order::File);
        let open = "return [...document.querySelectorAll('#live details[open]')].map((at) => at.className)";
        let open: Vec<String> = page.eval(open, json!([]));
        assert_eq!(open, ["fold wide", "as-table"], "the table, and the part that it is in");
        assert_eq!(page.count("[aria-labelledby=result-points] .as-table[open]"), 1);
    });
}

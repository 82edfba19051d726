//! The result is short first: what it says before anything is opened, and what opens the rest.
//!
//! `all` and `click` open what they look into, so these tests ask the document itself.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// A phone of average size, without the bars of its browser.
const PHONE: (u32, u32) = (360, 740);

/// A result that leans, a close one, and a conflict.
const RESULTS: [&str; 3] = ["21-repairer", "12-side-sleeper", "57-nothing-fits"];

/// Opens the results of personas one after another.
fn each_result_of(personas: &[&str], test: impl Fn(&Page, &str)) {
    visit("#/result", |page| {
        for name in personas {
            page.come_back_with(&Persona::named(name).document());
            test(page, name);
        }
    });
}

/// The parts that are open, by the ends of their ids.
#[track_caller]
fn open_parts(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('#live details[open] > summary[id]')].map(
        (summary) => summary.id.split('/').pop())";
    page.eval(script, json!([]))
}

#[test]
fn closed_result_is_short_on_a_phone() {
    visit("#/result", |page| {
        page.resize(PHONE.0, PHONE.1);
        let mut verdicts = Vec::new();
        for name in RESULTS {
            page.come_back_with(&Persona::named(name).document());
            let (verdict, height): (String, u32) = page.eval(
                "return [document.querySelector('main').dataset.verdict,
                         document.documentElement.scrollHeight]",
                json!([]),
            );
            assert_eq!(open_parts(page), [""; 0], "{name}");
            assert!((1000..=3500).contains(&height), "{name}: {height} px");
            verdicts.push(verdict);
        }
        assert_eq!(verdicts, ["leaning", "close", "conflict"]);
    });
}

#[test]
fn first_screen_of_a_phone_has_the_type_and_three_reasons() {
    visit("#/result", |page| {
        page.resize(PHONE.0, PHONE.1);
        for name in ["02-commuter", "36-places-double", "01-stage-performer"] {
            page.come_back_with(&Persona::named(name).document());
            let script = "return ['h1', '.lede', '.brief-for > li'].flatMap((css) =>
                [...document.querySelectorAll('.verdict ' + css)].map(
                    (e) => e.getBoundingClientRect().bottom))";
            let ends: Vec<f64> = page.eval(script, json!([]));
            assert!(ends.len() >= 5, "{name}: {ends:?}");
            assert!(ends[..5].iter().all(|end| *end <= f64::from(PHONE.1)), "{name}: {ends:?}");
        }
    });
}

#[test]
fn three_types_are_shown_and_every_type_is_in_the_document() {
    each_result_of(&["02-commuter", "17-nothing-in-ears"], |page, name| {
        let script = "const types = [...document.querySelectorAll('main [data-type]')];
            const seen = types.filter((e) => e.checkVisibility({ visibilityProperty: true }));
            return [types.map((e) => e.dataset.type), seen.length]";
        let (mut types, shown): (Vec<String>, usize) = page.eval(script, json!([]));
        let mut expected: Vec<String> =
            content::device_types().into_iter().map(|device_type| device_type.id).collect();
        types.sort();
        expected.sort();
        assert_eq!(types, expected, "{name}");
        assert_eq!(shown, 3, "{name}");
    });
}

#[test]
fn buttons_open_what_they_lead_to() {
    each_result_of(&["02-commuter"], |page, _| {
        let mut open = Vec::new();
        for (button, part) in [
            ("Take it to the shop", "shop"),
            ("Compare the two", "versus"),
            ("Change an answer", "answers"),
        ] {
            page.click_named(".verdict button", button);
            let has_focus = format!("document.activeElement?.id === '/result/{part}'");
            page.until(&format!("“{button}” moves focus to {part}"), &has_focus);
            open.push(part);
            let mut found = open_parts(page);
            found.sort();
            open.sort_unstable();
            assert_eq!(found, open, "{button}");
            assert_eq!(page.hash(), "#/result", "a button keeps the address");
        }
    });
}

#[test]
fn addresses_of_parts_open_them() {
    each_result_of(&["02-commuter"], |page, _| {
        let parts =
            ["ranking", "change", "firm", "why", "points", "versus", "shop", "answers", "share"];
        for part in parts {
            page.open(&format!("#/result/{part}"));
            let is_open = format!(
                "document.activeElement?.id === '/result/{part}'
                 && document.activeElement.closest('details').open"
            );
            page.until(&format!("{part} is open"), &is_open);
            assert_eq!(open_parts(page).len(), 1, "{part}");
        }
    });
}

#[test]
fn open_parts_and_ticks_outlast_another_answer_and_another_verdict() {
    each_result_of(&["36-places-double"], |page, _| {
        page.click("[aria-labelledby=result-shop] > summary");
        page.click("[aria-labelledby=result-answers] > summary");
        page.click("[aria-labelledby=result-shop] .ticks label");
        let before = page.reading();
        page.edit("hours");
        page.select("hours", "under-1");
        page.until_other_than(&before);
        let ticked = "return document.querySelectorAll('.ticks :checked').length";
        assert_eq!(page.eval::<usize>(ticked, json!([])), 1);
        assert_eq!(open_parts(page), ["ranking", "shop", "answers"]);
        for (topic, value) in [("in-canal", "no-way"), ("on-head", "no-way")] {
            let before = page.reading();
            page.edit(topic);
            page.select(topic, value);
            page.until_other_than(&before);
        }
        assert!(open_parts(page).contains(&"answers".to_owned()), "{:?}", open_parts(page));
    });
}

#[test]
fn print_shows_every_part_that_is_closed() {
    each_result_of(&["02-commuter", "12-side-sleeper"], |page, name| {
        let hidden = "return [...document.querySelectorAll('#live .fold')].filter((part) => {
            const printed = [...part.querySelectorAll('h4, p, li, td, svg')].filter(
                (e) => e.checkVisibility({ visibilityProperty: true }));
            return printed.length === 0;
        }).map((part) => part.getAttribute('aria-labelledby'))";
        let on_screen: Vec<String> = page.eval(hidden, json!([]));
        page.send("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        let on_paper: Vec<String> = page.eval(hidden, json!([]));
        page.send("Emulation.setEmulatedMedia", json!({ "media": "" }));
        assert!(on_screen.len() >= 8, "{name}: {on_screen:?}");
        // The answers are in the lines of the points.
        assert_eq!(on_paper, ["result-answers"], "{name}");
    });
}

#[test]
fn heading_that_a_script_moves_focus_to_has_no_ring() {
    each_result_of(&["02-commuter"], |page, _| {
        let ring = "const heading = document.querySelector('#verdict');
            heading.focus({ focusVisible: true });
            return [document.activeElement === heading, getComputedStyle(heading).outlineStyle]";
        assert_eq!(page.eval::<(bool, String)>(ring, json!([])), (true, "none".to_owned()));
    });
}

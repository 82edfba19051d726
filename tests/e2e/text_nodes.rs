//! Translators and extensions replace, split and join text nodes after each change of the page. What
//! the page says must follow all the same, and everything must still work.
//!
//! The same steps are taken with and without each of them, and the texts must be equal. In the end a
//! reload, which renders everything from the stored answers, must not change a word.

use std::cell::Cell;
use std::sync::OnceLock;

use serde_json::json;

use crate::meddler::{
    JOINER, Meddler, NORMALIZER, OBSERVER, REPLACER, SPLITTER, TRANSLATOR, WRAPPER,
};
use crate::page::Page;
use crate::session::Setup;
use crate::text_steps::ALL;

/// The texts of the page by their places.
type Said = Vec<(String, String)>;

/// Reads the texts: what is shown, what is closed or for print only, and what is announced. The parts of
/// the result are open, before a reload and after it.
const READ: &str = "
    document.querySelectorAll('#live :is(.fold, .all-types)').forEach((at) => { at.open = true; });
    const tidy = (text) => text.replace(/\\s+/g, ' ').trim();
    const read = (name, css, text) => [name,
        [...document.querySelectorAll(css)].map((e) => tidy(text(e))).join(' | ')];
    return [
        read('heading', '#live h1', (e) => e.innerText),
        read('status', '#live [role=status]', (e) => e.innerText),
        read('header', '#head', (e) => e.innerText),
        read('footer', '#foot', (e) => e.innerText),
        read('imprint', '#live .print-only', (e) => e.textContent),
        read('comparison', '#compare', (e) => e.innerText),
        read('view', '#live', (e) => e.innerText),
        read('closed parts', '#live', (e) => e.textContent),
    ];";

#[track_caller]
fn read(page: &Page) -> Said {
    page.eval(READ, json!([]))
}

/// Reads the texts once they are as `expected`, or after about two seconds as they are then.
#[track_caller]
fn read_until(page: &Page, expected: &Said) -> Said {
    let tries = Cell::new(0);
    page.wait("the page can be read", || {
        tries.set(tries.get() + 1);
        Some(read(page)).filter(|said| said == expected || tries.get() > 100)
    })
}

/// Reads the texts once they have stayed the same.
#[track_caller]
fn read_at_rest(page: &Page) -> Said {
    let last = Cell::new(Said::new());
    page.wait("the texts stay the same", || {
        let said = read(page);
        (last.replace(said.clone()) == said).then_some(said)
    })
}

/// The first place where two readings differ, with the words around the difference.
fn difference(expected: &Said, said: &Said) -> Option<String> {
    let ((name, expected), (_, said)) = expected.iter().zip(said).find(|(a, b)| a != b)?;
    let same = expected.chars().zip(said.chars()).take_while(|(a, b)| a == b).count();
    let around =
        |text: &str| text.chars().skip(same.saturating_sub(60)).take(160).collect::<String>();
    Some(format!("in {name}\n  “…{}…”\nshould be\n  “…{}…”", around(said), around(expected)))
}

/// The readings after each step without anything that meddles.
fn undisturbed() -> &'static Vec<(String, Said)> {
    static READINGS: OnceLock<Vec<(String, Said)>> = OnceLock::new();
    READINGS.get_or_init(|| {
        let mut readings = Vec::new();
        for (name, steps) in ALL {
            Setup::default().run(|page| {
                let mut note = |step: &str| {
                    readings.push((format!("{name}: {step}"), read_at_rest(page)));
                };
                steps(page, &mut note);
            });
        }
        readings
    })
}

/// Takes all steps beside a meddler, and compares the texts after each.
#[track_caller]
fn says_the_same_beside(meddler: &Meddler) {
    let mut expected = undisturbed().iter();
    for (_, steps) in ALL {
        Setup::default().inject(meddler.script).run(|page| {
            let mut compare = |_: &str| {
                let (step, said) = expected.next().expect("the steps should be the same");
                let said: Said =
                    said.iter().map(|(at, text)| (at.clone(), meddler.said(text))).collect();
                let found = difference(&said, &read_until(page, &said));
                assert!(found.is_none(), "{}, {step}: {}", meddler.name, found.unwrap_or_default());
            };
            steps(page, &mut compare);
        });
    }
}

#[test]
fn translator_that_makes_elements_sees_every_change() {
    says_the_same_beside(&TRANSLATOR);
}

#[test]
fn translator_that_makes_text_nodes_sees_every_change() {
    says_the_same_beside(&REPLACER);
}

#[test]
fn wrapped_words_follow_every_change() {
    says_the_same_beside(&WRAPPER);
}

#[test]
fn normalized_texts_follow_every_change() {
    says_the_same_beside(&NORMALIZER);
}

#[test]
fn joined_texts_follow_every_change() {
    says_the_same_beside(&JOINER);
}

#[test]
fn split_texts_follow_every_change() {
    says_the_same_beside(&SPLITTER);
}

#[test]
fn texts_change_only_as_all_of_an_element() {
    for (name, steps) in ALL {
        Setup::default().inject(OBSERVER).run(|page| {
            let mut look = |step: &str| {
                let wrong: Vec<String> = page.eval("return window.wrong", json!([]));
                assert!(wrong.is_empty(), "{name}, {step}: {wrong:#?}");
            };
            steps(page, &mut look);
        });
    }
}

#[test]
fn reload_changes_no_word() {
    for pair in undisturbed().windows(2).filter(|pair| pair[1].0.ends_with(": a reload")) {
        let [(before, said), (_, again)] = pair else { unreachable!() };
        let found = difference(said, again);
        assert!(found.is_none(), "{before}: {}", found.unwrap_or_default());
    }
}

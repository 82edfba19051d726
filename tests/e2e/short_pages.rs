//! The guide and "How it works" are short first: what they say before anything is opened, and what
//! opens the rest.
//!
//! `all` and `click` open what they look into, so these tests ask the document itself.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::session::{Setup, visit};

/// A phone of average size, without the bars of its browser.
const PHONE: (u32, u32) = (360, 740);

/// The pages, with the height in CSS pixels that each may have when nothing is open.
const LIMITS: [(&str, u32); 2] = [("#/", 14_000), ("#/method", 7_000)];

/// What can be opened on the page that is shown. The guide is always in the document.
const PARTS: &str = "document.querySelectorAll(
    ':is([data-view=guide] > #guide, #live) :is(.fold, .further)')";

/// Lays out what `content-visibility` skips, and returns the height of the page.
fn height(page: &Page) -> u32 {
    let script = "
        for (const section of document.querySelectorAll('#guide > .section'))
            section.style.contentVisibility = 'visible';
        return document.documentElement.scrollHeight";
    page.eval(script, json!([]))
}

fn count_open(page: &Page) -> usize {
    page.eval(&format!("return [...{PARTS}].filter((part) => part.open).length"), json!([]))
}

#[test]
fn closed_pages_are_short_on_a_phone() {
    visit("#/", |page| {
        page.resize(PHONE.0, PHONE.1);
        for (hash, limit) in LIMITS {
            page.open(hash);
            page.until_shown(hash);
            let closed = height(page);
            println!("{hash}: {closed} px of {limit}");
            assert_eq!(count_open(page), 0, "{hash}");
            assert!(closed <= limit, "{hash}: {closed} px of {limit}");
            let open = format!("{PARTS}.forEach((part) => {{ part.open = true; }})");
            page.eval::<()>(&open, json!([]));
            assert!(height(page) > 2 * closed, "{hash} should have more behind its lines");
        }
    });
}

/// Waits until the element that an address names is on the screen, with what it is in open.
#[track_caller]
fn until_revealed(page: &Page, anchor: &str) {
    let condition = format!(
        "(() => {{
            const e = document.getElementById('{anchor}');
            const box = e?.getBoundingClientRect();
            return box && e.checkVisibility({{ contentVisibilityAuto: true }})
                && e.closest('details').open && box.top >= 0 && box.top < innerHeight;
        }})()"
    );
    page.until(&format!("{anchor} is revealed"), &condition);
}

#[test]
fn address_of_what_is_closed_opens_it() {
    let hidden = content::guide().sections.into_iter().filter_map(|section| {
        let last = section.body.into_iter().rfind(|block| block.fact.is_some())?;
        Some(format!("/guide/{}", last.id))
    });
    let first_criterion = format!("/method/{}", content::criteria()[0].id);
    let last_question = content::questions().pop().expect("there should be questions");
    let others = [
        "/guide/term-seal".to_owned(),
        first_criterion,
        format!("/method/question-{}", last_question.id),
    ];
    visit("#/", |page| {
        page.resize(PHONE.0, PHONE.1);
        let is_closed =
            "return Boolean(document.getElementById(a[0])?.closest('details:not([open])'))";
        let mut count = 0;
        for anchor in hidden.chain(others) {
            page.open("#/");
            let is_method = anchor.starts_with("/method");
            if is_method {
                page.open("#/method");
            }
            if page.eval::<bool>(is_closed, json!([anchor])) {
                count += 1;
                page.go(&format!("#{anchor}"));
                until_revealed(page, &anchor);
                assert_eq!(count_open(page), 1, "{anchor}");
                page.open(&format!("#{anchor}"));
                until_revealed(page, &anchor);
            } else {
                assert!(!is_method, "{anchor} should be behind a line");
            }
        }
        assert!(count > 8, "only {count} of the statements were closed");
    });
}

#[test]
fn address_opens_what_is_closed_without_javascript() {
    let anchor = "/method/rumble";
    Setup::default().pref("profile.managed_default_content_settings.javascript", 2).run(|page| {
        page.load(&format!("method.html#{anchor}"));
        until_revealed(page, anchor);
        assert_eq!(count_open(page), 1);
    });
}

#[test]
fn print_shows_what_is_closed() {
    visit("#/", |page| {
        for (hash, _) in LIMITS {
            page.open(hash);
            page.until_shown(hash);
            let hidden = format!(
                "return [...{PARTS}].filter((part) => {{
                    const texts = [...part.querySelectorAll('p:not([hidden]), dd, li, td')];
                    return !texts.every((e) => e.checkVisibility({{ visibilityProperty: true }}));
                }}).length"
            );
            let count: usize = page.eval(&format!("return {PARTS}.length"), json!([]));
            assert_eq!(page.eval::<usize>(&hidden, json!([])), count, "{hash} on the screen");
            page.send("Emulation.setEmulatedMedia", json!({ "media": "print" }));
            assert_eq!(page.eval::<usize>(&hidden, json!([])), 0, "{hash} on paper");
            page.send("Emulation.setEmulatedMedia", json!({ "media": "" }));
            assert!(count > 10 && count_open(page) == 0, "{hash}");
        }
    });
}

#[test]
fn browser_that_cannot_open_by_style_opens_for_print() {
    visit("#/method", |page| {
        page.eval::<()>("document.querySelector('#live .slim').open = true", json!([]));
        let fire = "dispatchEvent(new Event(a[0]))";
        page.eval::<()>(fire, json!(["beforeprint"]));
        let count: usize = page.eval(&format!("return {PARTS}.length"), json!([]));
        assert_eq!(count_open(page), count);
        page.eval::<()>(fire, json!(["afterprint"]));
        assert_eq!(count_open(page), 1, "what was open stays open");
    });
}

#[test]
fn browser_finds_what_is_closed() {
    visit("#/", |page| {
        page.until_comparison_is_live();
        let find = "
            const fact = document.querySelector('.further .fact');
            const text = [...fact.childNodes].find((node) => node.textContent.trim().length > 20);
            const hidden = text.textContent.trim().slice(0, 40);
            return [window.find(hidden), fact.closest('details').open]";
        let (found, _): (bool, bool) = page.eval(find, json!([]));
        assert!(found);
    });
}

#[test]
fn open_parts_of_the_guide_stay_open_while_other_views_are_shown() {
    visit("#/", |page| {
        page.click("#guide .further > summary");
        page.click("#guide .type .fold > summary");
        assert_eq!(count_open(page), 2);
        page.go("#/quiz");
        page.until_view("quiz");
        page.go("#/");
        page.until_shown("#/");
        assert_eq!(count_open(page), 2);
    });
}

#[test]
fn places_that_a_script_moves_focus_to_have_no_ring() {
    visit("#/", |page| {
        for hash in ["#/guide/sound", "#/guide/for-gaming", "#/guide/iem", "#/method/rumble"] {
            page.open(hash);
            page.until("the place has focus", "document.activeElement?.tabIndex === -1");
            let ring = "
                document.activeElement.focus({ focusVisible: true });
                return getComputedStyle(document.activeElement).outlineStyle";
            assert_eq!(page.eval::<String>(ring, json!([])), "none", "{hash}");
        }
    });
}

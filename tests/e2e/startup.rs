//! The start of the page: which content is visible before the app is ready, and which is rendered
//! only when the reader scrolls to it.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::session::{Setup, visit};

/// Delays the loading of the app's files until `go()` is called, and records layout shifts.
const DELAY_WASM: &str = "
    window.shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map((one) => one.value)))
        .observe({ type: 'layout-shift', buffered: true });
    const fetched = window.fetch;
    let open;
    const isOpen = new Promise((then) => { open = then; });
    window.fetch = async (...asked) => {
        window.go = open;
        await isOpen;
        return fetched(...asked);
    };";

const READY: &str = "document.documentElement.dataset.app === 'ready'";

/// Opens the site at `hash`, runs `test` before the wasm is loaded, and waits until the app is
/// ready.
fn before_ready(hash: &str, test: impl FnOnce(&Page)) {
    Setup::default().inject(DELAY_WASM).run(|page| {
        page.load(hash);
        page.until("the wasm is requested", "window.go");
        test(page);
        page.eval::<()>("window.go()", json!([]));
        page.until("the app is ready", READY);
    });
}

/// The layout shift scores recorded so far.
fn layout_shifts(page: &Page) -> Vec<f64> {
    page.eval("return new Promise((done) => setTimeout(() => done(shifts), 100))", json!([]))
}

#[test]
fn deep_link_shows_only_the_wordmark_until_the_app_is_ready() {
    before_ready("#/quiz/hours", |page| {
        assert_eq!(page.texts(".wordmark"), ["Headphones or IEMs"]);
        assert_eq!(page.count(".nav a, #main *, #foot"), 0);
        page.eval::<()>("window.go()", json!([]));
        page.until("the app is ready", READY);
        assert_eq!(page.count(".nav a"), 5);
        let hours = content::questions().into_iter().find(|question| question.id == "hours");
        assert_eq!(page.texts("h1"), [hours.expect("the question should exist").title]);
        assert_eq!(layout_shifts(page), [0.0; 0]);
        // Prove that a layout shift would be recorded.
        let push = "document.querySelector('.head').style.marginBlockStart = '9rem'";
        page.eval::<()>(push, json!([]));
        page.until("the shift is recorded", "shifts.length");
    });
}

#[test]
fn link_says_that_answers_came_with_it_before_the_app_is_ready() {
    before_ready("#/result?a=1-c.o-c.f", |page| {
        assert_eq!(page.count(".nav a, #guide, #foot, #main :is(h1, button, a)"), 0);
        let said = page.texts("#main p");
        assert!(matches!(said.as_slice(), [said] if said.contains("link")), "{said:?}");
        page.eval::<()>("window.go()", json!([]));
        page.until("the app is ready", READY);
        assert!(page.text("#shared p").starts_with(&said[0]), "the same words stay");
        assert_eq!(page.count("#shared"), 1);
        assert_eq!(layout_shifts(page), [0.0; 0]);
    });
}

/// Notes how far the page has come when the verdict is made.
const NOTE_VERDICT: &str = "
    new MutationObserver(() => {
        const verdict = document.querySelector('#live .verdict');
        if (!verdict || window.noted) return;
        const folds = document.querySelectorAll('#live .fold').length;
        window.noted = [verdict.checkVisibility(), folds, document.documentElement.dataset.app];
    }).observe(document, { childList: true, subtree: true });";

#[test]
fn verdict_is_shown_before_what_opens_from_a_line_is_made() {
    Setup::default().inject(NOTE_VERDICT).run(|page| {
        page.open("#/result");
        let noted: (bool, usize, String) = page.eval("return window.noted", json!([]));
        assert_eq!(noted, (true, 0, "prerendered".to_owned()));
        assert!(page.count("#live .fold") > 0, "once the app is ready, all of it is there");
    });
}

#[test]
fn guide_is_readable_before_the_app_is_ready() {
    before_ready("#/", |page| {
        assert_eq!(page.count(".nav a"), 5);
        assert_eq!(page.count("#guide h1, #compare table, #foot"), 3);
    });
}

#[test]
fn distant_sections_are_rendered_when_scrolled_near() {
    visit("#/", |page| {
        let is_rendered = "document.querySelector('#guide > .section:last-child h2')\
                     .checkVisibility({ contentVisibilityAuto: true })";
        assert!(
            !page.eval::<bool>(&format!("return {is_rendered}"), json!([])),
            "the last section should not be rendered yet"
        );
        page.eval::<()>("document.getElementById('foot').scrollIntoView()", json!([]));
        page.until("the last section is rendered", is_rendered);
    });
}

/// With a wrong placeholder height, a reload would lose the reading position and the scroll bar would
/// jump, and tools would find what is not laid out yet on top of the next section.
#[test]
fn placeholder_heights_of_sections_are_near_the_real_ones() {
    visit("#/", |page| {
        for width in [360, 412, 768, 1280] {
            page.resize(width, 800);
            // The browser remembers rendered sizes, so reload the page for each width.
            page.reload();
            let lengths = "
                const guide = document.getElementById('guide');
                const parts = [guide, ...guide.querySelectorAll('.section')];
                const before = parts.map((of) => of.offsetHeight);
                for (const section of parts) section.style.contentVisibility = 'visible';
                return parts.map((of, at) => before[at] / of.offsetHeight);";
            let ratios: Vec<f64> = page.eval(lengths, json!([]));
            let near = |ratio: &f64| (0.75..1.6).contains(ratio);
            assert!(ratios.len() > 2 && ratios.iter().all(near), "{ratios:?} at {width} px");
            assert!((0.9..1.1).contains(&ratios[0]), "{ratios:?} as a whole at {width} px");
        }
    });
}

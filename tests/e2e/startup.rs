//! The start of the page: which content is visible before and after the app is ready.

use serde_json::json;

use crate::page::Page;
use crate::session::{Setup, visit};

/// Delays the loading of the wasm until `go()` is called, and records layout shifts.
const DELAY_WASM: &str = "
    window.shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map((one) => one.value)))
        .observe({ type: 'layout-shift', buffered: true });
    const fetched = window.fetch;
    window.fetch = async (...asked) => {
        await new Promise((go) => { window.go = go; });
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
        assert_eq!(page.count(".nav a"), 4);
        assert_eq!(page.texts("h1"), ["How long is your longest sitting?"]);
        assert_eq!(layout_shifts(page), [0.0; 0]);
        // Prove that a layout shift would be recorded.
        let push = "document.querySelector('.head').style.marginBlockStart = '9rem'";
        page.eval::<()>(push, json!([]));
        page.until("the shift is recorded", "shifts.length");
    });
}

#[test]
fn guide_is_readable_before_the_app_is_ready() {
    before_ready("#/", |page| {
        assert_eq!(page.count(".nav a"), 4);
        assert_eq!(page.count("#guide h1, #compare table, #foot"), 3);
    });
}

/// A picture of the whole page shows all of the guide, and a reload finds the reader's place.
#[test]
fn every_section_of_the_guide_is_rendered_and_a_reload_keeps_the_place() {
    visit("#/", |page| {
        let hidden = "return [...document.querySelectorAll('#guide > .section h2')].filter(
            (heading) => !heading.checkVisibility({ contentVisibilityAuto: true })).length";
        assert_eq!(page.eval::<usize>(hidden, json!([])), 0);
        let place = "return document.querySelector('#guide > .section:last-child h2')
            .getBoundingClientRect().top";
        page.eval::<()>(
            "document.querySelector('#guide > .section:last-child h2').scrollIntoView()",
            json!([]),
        );
        page.until("it is there", "scrollY > 1000");
        let before: f64 = page.eval(place, json!([]));
        page.reload();
        let after: f64 = page.eval(place, json!([]));
        assert!((before - after).abs() < 2.0, "{before} before, {after} after");
    });
}

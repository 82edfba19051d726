//! How the page starts: what is there at once, what waits for the app, and what until it is needed.

use serde_json::json;

use crate::page::Page;
use crate::session::{Setup, visit};

/// Holds the wasm back until `go()`, and notes what moves by itself.
const LATE: &str = "
    window.moved = [];
    new PerformanceObserver((list) => moved.push(...list.getEntries().map((one) => one.value)))
        .observe({ type: 'layout-shift', buffered: true });
    const fetched = window.fetch;
    window.fetch = async (...asked) => {
        await new Promise((go) => { window.go = go; });
        return fetched(...asked);
    };";

const READY: &str = "document.documentElement.dataset.app === 'ready'";

fn waiting(hash: &str, test: impl FnOnce(&Page)) {
    Setup::default().inject(LATE).run(|page| {
        page.load(hash);
        page.until("the app is asked for", "window.go");
        test(page);
        page.eval::<()>("window.go()", json!([]));
        page.until("it is ready", READY);
    });
}

/// How far each thing moved that moved by itself.
fn moved(page: &Page) -> Vec<f64> {
    page.eval("return new Promise((done) => setTimeout(() => done(moved), 100))", json!([]))
}

#[test]
fn a_deep_link_shows_the_name_at_once_and_the_rest_when_it_is_drawn() {
    waiting("#/quiz/hours", |page| {
        assert_eq!(page.texts(".wordmark"), ["Headphones or IEMs"]);
        assert_eq!(page.count(".nav a, #main *, #foot"), 0);
        page.eval::<()>("window.go()", json!([]));
        page.until("it is ready", READY);
        assert_eq!(page.count(".nav a"), 4);
        assert_eq!(page.texts("h1"), ["How long is your longest sitting?"]);
        assert_eq!(moved(page), [0.0; 0]);
        // A move would be noted.
        let push = "document.querySelector('.head').style.marginBlockStart = '9rem'";
        page.eval::<()>(push, json!([]));
        page.until("it is noted", "moved.length");
    });
}

#[test]
fn the_guide_can_be_read_while_the_app_is_on_its_way() {
    waiting("#/", |page| {
        assert_eq!(page.count(".nav a"), 4);
        assert_eq!(page.count("#guide h1, #compare table, #foot"), 3);
    });
}

#[test]
fn what_is_far_below_is_drawn_when_it_comes_near() {
    visit("#/", |page| {
        let drawn = "document.querySelector('#guide > .section:last-child h2')\
                     .checkVisibility({ contentVisibilityAuto: true })";
        assert!(!page.eval::<bool>(&format!("return {drawn}"), json!([])), "it is far below");
        page.eval::<()>("document.getElementById('foot').scrollIntoView()", json!([]));
        page.until("it is drawn", drawn);
    });
}

/// Else a reload would lose the reader's place, and the scroll bar would jump.
#[test]
fn the_guide_is_about_as_long_before_its_far_parts_are_drawn() {
    visit("#/", |page| {
        for width in [360, 412, 768, 1280] {
            page.resize(width, 800);
            // Sizes are remembered, so each width gets a page of its own.
            page.reload();
            let lengths = "
                const guide = document.getElementById('guide');
                const before = guide.offsetHeight;
                for (const one of guide.querySelectorAll('.section')) one.style.contentVisibility = 'visible';
                return before / guide.offsetHeight;";
            let ratio: f64 = page.eval(lengths, json!([]));
            assert!((0.9..1.1).contains(&ratio), "{ratio} times the real length at {width} px");
        }
    });
}

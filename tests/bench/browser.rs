//! Times of the release site in headless Chromium: how it starts on a slow phone; a click in the quiz,
//! up to the next frame; and a click on the result, from the event to the end of the work it causes,
//! with every question answered. That holds the verdict with its firmness over all 4^14 settings,
//! the search for changes, and the page made anew.
//!
//! `cargo xtask bench` runs it. Nothing here can fail a build; `quality.md` has the figures to reach.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    dead_code,
    missing_docs,
    reason = "the browser tests' own helpers, of which a benchmark needs few"
)]

use serde_json::{Map, json};

#[path = "../e2e/bench.rs"]
mod bench;
#[path = "../e2e/content.rs"]
mod content;
#[path = "../e2e/journey.rs"]
mod journey;
#[path = "../e2e/page.rs"]
mod page;
#[path = "../e2e/persona.rs"]
mod persona;
#[path = "../e2e/reading.rs"]
mod reading;
#[path = "../e2e/session.rs"]
mod session;
mod start;
mod work;

/// Clicks every weight of every topic in turn and gives the milliseconds of each click.
const CLICKS: &str = "
    return (async () => {
        const times = [];
        for (const button of document.querySelectorAll('#live [aria-controls^=edit-]'))
            if (button.getAttribute('aria-expanded') === 'false') button.click();
        await new Promise((done) => setTimeout(done, 50));
        for (const input of document.querySelectorAll('#live input[name^=importance-]')) {
            const start = performance.now();
            input.click();
            await new Promise((done) => setTimeout(done));
            times.push(performance.now() - start);
        }
        return times;
    })()";

/// A document in which every question is answered with its last option but one.
fn everything_answered() -> String {
    let answers: Map<_, _> = content::controls()
        .into_iter()
        .map(|(id, values)| {
            let value = &values[values.len().saturating_sub(2)];
            (id, json!({ "n": 1, "chose": [value] }))
        })
        .collect();
    json!({ "version": 1, "epoch": 0, "answers": answers, "importance": {} }).to_string()
}

fn print(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!(
        "{name:<48} median {:>6.1} ms, 98th {:>6.1} ms, worst {:>6.1} ms, {} clicks",
        at(50),
        at(98),
        at(100),
        times.len()
    );
}

fn main() {
    start::print();
    println!();
    print("a click in a whole quiz, CPU slowed 4 times", work::quiz(4));
    print("a weight chosen in the quiz, CPU slowed 4 times", work::weights(4));
    session::visit("#/result", |page| {
        page.come_back_with(&everything_answered());
        print("a weight clicked on the result", page.eval(CLICKS, json!([])));
        let mut clicks = 0_u32;
        let wasm = work::wasm_time(page, || {
            let times: Vec<f64> = page.eval(CLICKS, json!([]));
            clicks = u32::try_from(times.len()).unwrap_or(u32::MAX);
        });
        let each = wasm / f64::from(clicks.max(1));
        println!("of that in wasm: {each:.1} ms a click; firmness over 4^14 is a part of it");
        page.slow_down(4);
        print("the same, CPU slowed 4 times", page.eval(CLICKS, json!([])));
    });
}

//! Benchmarks of the release site in headless Chromium:
//!
//! - the start on a slow phone;
//! - a click in the quiz, until the next frame;
//! - a click on a weight in the result with every question answered, until all the work that it
//!   causes is done: the verdict, its robustness over all 4^14 combinations of weights, the search
//!   for counterfactuals, and the update of the page.
//!
//! Run with `cargo xtask bench`. No limit is enforced here.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    dead_code,
    missing_docs,
    reason = "the helpers come from the browser tests, and a benchmark uses only some of them"
)]

use serde_json::{Map, json};

#[path = "../e2e/browser.rs"]
mod browser;
#[path = "../e2e/content.rs"]
mod content;
#[path = "../e2e/debugger.rs"]
mod debugger;
#[path = "../e2e/fixture.rs"]
mod fixture;
#[path = "../e2e/fonts.rs"]
mod fonts;
mod interaction;
#[path = "../e2e/journey.rs"]
mod journey;
#[path = "../e2e/page.rs"]
mod page;
#[path = "../e2e/persona.rs"]
mod persona;
#[path = "../e2e/result_reading.rs"]
mod result_reading;
#[path = "../e2e/session.rs"]
mod session;
mod start;

/// Opens every editor, clicks every weight of every topic in turn, and returns the time of each
/// click in milliseconds.
const CLICK_WEIGHTS: &str = "
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

/// A stored document in which every question is answered with its last option but one.
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

/// Prints the median, the 98th percentile and the maximum of times in milliseconds.
fn print(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let percentile = |percent: usize| times[(times.len() - 1) * percent / 100];
    println!(
        "{name:<48} median {:>6.1} ms, 98th {:>6.1} ms, worst {:>6.1} ms, {} clicks",
        percentile(50),
        percentile(98),
        percentile(100),
        times.len()
    );
}

fn main() {
    start::print();
    println!();
    print("clicks in whole quizzes, CPU slowed 4 times", interaction::quiz(4));
    print("weights selected in the quiz, CPU slowed 4 times", interaction::weights(4));
    session::visit("#/result", |page| {
        page.come_back_with(&everything_answered());
        print("weights clicked on the result", page.eval(CLICK_WEIGHTS, json!([])));
        let mut clicks = 0_u32;
        let wasm = interaction::wasm_time(page, || {
            let times: Vec<f64> = page.eval(CLICK_WEIGHTS, json!([]));
            clicks = u32::try_from(times.len()).unwrap_or(u32::MAX);
        });
        let per_click = wasm / f64::from(clicks.max(1));
        println!("of that, wasm takes {per_click:.1} ms a click, robustness over 4^14 included");
        page.slow_down(4);
        print("the same, CPU slowed 4 times", page.eval(CLICK_WEIGHTS, json!([])));
    });
}

//! Benchmarks of the release site in headless Chromium:
//!
//! - the start on a slow phone;
//! - a click in the quiz, until the next frame;
//! - a click on a weight or an option in the result with every question answered and every editor open,
//!   until the next frame, and until all the work that it causes is painted: the verdict, its robustness
//!   over all 4^16 combinations of weights, the search for counterfactuals, and the update of the page;
//!   options also with the answers of personas;
//! - a change on a shortlist of 1,000 candidates, until the next frame.
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
mod repaint;
#[path = "../e2e/result_reading.rs"]
mod result_reading;
#[path = "../e2e/session.rs"]
mod session;
mod start;

use page::Page;

/// Opens every editor, clicks every control that the selector `a[0]` finds, in turn, and returns two times
/// of each click in milliseconds: until the next frame is painted, and until the one after what follows
/// it. A message posted in an animation frame arrives once that frame is painted.
const CLICK_IN_EDITORS: &str = "
    return (async () => {
        const frame = () => new Promise((painted) => requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = painted;
            port2.postMessage(0);
        }));
        const times = [];
        for (const button of document.querySelectorAll('#live [aria-controls^=edit-]'))
            if (button.getAttribute('aria-expanded') === 'false') button.click();
        await new Promise((rested) => setTimeout(rested, 500));
        for (const input of document.querySelectorAll(a[0])) {
            const start = performance.now();
            input.click();
            await frame();
            const next = performance.now() - start;
            await frame();
            times.push([next, performance.now() - start]);
            await new Promise((rested) => setTimeout(rested, 60));
        }
        return times;
    })()";

/// Clicks every weight of every topic.
fn click_weights(page: &Page) -> Vec<[f64; 2]> {
    page.eval(CLICK_IN_EDITORS, json!(["#live input[name^=importance-]"]))
}

/// Clicks every option of every question that takes one answer.
fn click_answers(page: &Page) -> Vec<[f64; 2]> {
    let options = "#live .edit input[type=radio]:not([name^=importance-])";
    page.eval(CLICK_IN_EDITORS, json!([options]))
}

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

/// Prints the times until the next frame, and until everything has followed.
fn print_both(name: &str, times: &[[f64; 2]]) {
    print(name, times.iter().map(|[next, _]| *next).collect());
    print("    until everything has followed", times.iter().map(|[_, all]| *all).collect());
}

/// Runs `measure` on the site at `hash`, in a whole browser as visitors have it.
fn visit(hash: &str, measure: impl FnOnce(&Page)) {
    session::Setup::default().alone().run(|page| {
        page.open(hash);
        measure(page);
    });
}

fn main() {
    start::print();
    println!();
    print("clicks in whole quizzes, CPU slowed 4 times", interaction::quiz(4));
    print("weights selected in the quiz, CPU slowed 4 times", interaction::weights(4));
    visit("#/result", |page| {
        page.come_back_with(&everything_answered());
        print_both("weights clicked on the result", &click_weights(page));
        let mut clicks = 0_u32;
        let wasm = interaction::wasm_time(page, || {
            clicks = u32::try_from(click_weights(page).len()).unwrap_or(u32::MAX);
        });
        let per_click = wasm / f64::from(clicks.max(1));
        println!("of that, wasm takes {per_click:.1} ms a click, robustness over 4^16 included");
        page.slow_down(4);
        print_both("the same, CPU slowed 4 times", &click_weights(page));
        print_both("answers changed there, CPU slowed 4 times", &click_answers(page));
    });
    let mut times = Vec::new();
    for name in interaction::PERSONAS {
        visit("#/result", |page| {
            page.come_back_with(&persona::Persona::named(name).document());
            page.slow_down(4);
            times.extend(click_answers(page));
        });
    }
    print_both("answers changed by personas, CPU slowed 4 times", &times);
    visit("#/shortlist", |page| {
        for (change, times) in repaint::changes(page) {
            print(&format!("1,000 candidates: {change}"), times);
        }
    });
}

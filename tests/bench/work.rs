//! How the quiz answers a visitor: from a click or key to the next frame that the browser paints, by
//! its own Event Timing, over whole quizzes and edits of the result.

use serde_json::{Value, json};

use crate::journey::WEIGHTS;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// Keeps the longest event of each click or key. The browser tells of those from 16 ms on, in steps
/// of 8.
const WATCH: &str = "
    window.longest = new Map();
    new PerformanceObserver((list) => {
        for (const { interactionId: id, duration } of list.getEntries()) {
            if (id) longest.set(id, Math.max(longest.get(id) ?? 0, duration));
        }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
    window.clicks = 0;
    addEventListener('pointerdown', () => { clicks += 1; }, true);
";

const WALKS: [&str; 3] = ["28-light-traveller", "36-places-double", "02-commuter"];

/// The milliseconds of every click, the short ones as 16.
fn clicks(page: &Page) -> Vec<f64> {
    page.eval::<()>("setTimeout(() => { window.isLater = true; }, 300)", json!([]));
    page.until("the browser has told of the last", "window.isLater");
    let (mut times, clicks): (Vec<f64>, usize) =
        page.eval("return [[...longest.values()], clicks]", json!([]));
    times.resize(clicks.max(times.len()), 16.0);
    times
}

/// Every click of whole quizzes, with the processor slowed so many times.
pub fn quiz(slowed: u8) -> Vec<f64> {
    let mut all = Vec::new();
    for name in WALKS {
        visit("#/quiz", |page| {
            page.slow_down(slowed);
            page.eval::<()>(WATCH, json!([]));
            page.walk(&Persona::named(name));
            all.extend(clicks(page));
        });
    }
    all
}

/// Every click of a visitor who weighs each topic on the last step of the quiz.
pub fn weights(slowed: u8) -> Vec<f64> {
    let mut all = Vec::new();
    visit("#/quiz", |page| {
        page.come_back_with(&Persona::named(WALKS[0]).document());
        page.open("#/quiz/importance");
        page.until_heading(WEIGHTS);
        page.slow_down(slowed);
        page.eval::<()>(WATCH, json!([]));
        for topic in Persona::named(WALKS[0]).answers.keys().filter(|id| !id.starts_with("scene")) {
            page.select(&format!("importance-{topic}"), "4");
        }
        all = clicks(page);
    });
    all
}

/// The milliseconds that wasm ran while `work` was done, as the browser's profiler saw it.
pub fn wasm_time(page: &Page, work: impl FnOnce()) -> f64 {
    let send = |command, with| page.send(command, with);
    send("Profiler.enable", json!({}));
    send("Profiler.setSamplingInterval", json!({ "interval": 200 }));
    send("Profiler.start", json!({}));
    work();
    let profile = send("Profiler.stop", json!({}))["profile"].clone();
    let list = |of: &Value, key: &str| of[key].as_array().cloned().unwrap_or_default();
    let is_wasm = |node: &Value| {
        node["callFrame"]["functionName"].as_str().is_some_and(|it| it.starts_with("wasm-"))
    };
    let nodes = list(&profile, "nodes").into_iter().filter(is_wasm);
    let ours: Vec<Value> = nodes.map(|node| node["id"].clone()).collect();
    let samples = list(&profile, "samples").into_iter().zip(list(&profile, "timeDeltas"));
    let spent = samples.filter(|(node, _)| ours.contains(node));
    spent.filter_map(|(_, micros)| micros.as_f64()).sum::<f64>() / 1000.0
}

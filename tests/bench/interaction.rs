//! The latency of interactions, from a click until the browser paints the next frame, as measured
//! by its Event Timing API: over whole quizzes, and over the weights on the last step.

use serde_json::{Value, json};

use crate::journey::WEIGHTS;
use crate::page::Page;
use crate::persona::Persona;
use crate::visit;

/// Records the longest event of each interaction, and counts clicks. The browser reports events
/// from 16 ms on, rounded to 8 ms.
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

/// Personas with long and with short answers.
pub const PERSONAS: [&str; 3] = ["28-light-traveller", "36-places-double", "02-commuter"];

/// The duration of every click in milliseconds. Clicks that the browser does not report count as
/// 16.
fn clicks(page: &Page) -> Vec<f64> {
    page.eval::<()>("setTimeout(() => { window.isLater = true; }, 300)", json!([]));
    page.until("the browser has reported the last click", "window.isLater");
    let (mut times, clicks): (Vec<f64>, usize) =
        page.eval("return [[...longest.values()], clicks]", json!([]));
    times.resize(clicks.max(times.len()), 16.0);
    times
}

/// Measures every click of whole quizzes, with the processor slowed down by this factor.
pub fn quiz(slowdown: u8) -> Vec<f64> {
    let mut all = Vec::new();
    for name in PERSONAS {
        visit("#/quiz", |page| {
            page.slow_down(slowdown);
            page.eval::<()>(WATCH, json!([]));
            page.walk(&Persona::named(name));
            all.extend(clicks(page));
        });
    }
    all
}

/// Measures the selection of a weight for each answered question on the last step of the quiz, with
/// the processor slowed down by this factor.
pub fn weights(slowdown: u8) -> Vec<f64> {
    let mut all = Vec::new();
    visit("#/quiz", |page| {
        page.come_back_with(&Persona::named(PERSONAS[0]).document());
        page.open("#/quiz/importance");
        page.until_heading(WEIGHTS);
        page.slow_down(slowdown);
        page.eval::<()>(WATCH, json!([]));
        for topic in
            Persona::named(PERSONAS[0]).answers.keys().filter(|id| !id.starts_with("scene"))
        {
            page.select(&format!("importance-{topic}"), "4");
        }
        all = clicks(page);
    });
    all
}

/// The time in milliseconds that wasm ran during `work`, by the browser's sampling profiler.
pub fn wasm_time(page: &Page, work: impl FnOnce()) -> f64 {
    let send = |command, params| page.send(command, params);
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
    let wasm_nodes: Vec<Value> = nodes.map(|node| node["id"].clone()).collect();
    let samples = list(&profile, "samples").into_iter().zip(list(&profile, "timeDeltas"));
    let spent = samples.filter(|(node, _)| wasm_nodes.contains(node));
    spent.filter_map(|(_, micros)| micros.as_f64()).sum::<f64>() / 1000.0
}

//! A shortlist of 1,000 candidates: the time from a change until the next frame is painted.

use headphones_or_iems::model::candidate::MOST_CANDIDATES;
use headphones_or_iems::model::{Candidate, Rating};
use headphones_or_iems::store::Document;
use serde_json::json;

use crate::page::Page;

const DEVICE_TYPES: [&str; 4] = ["closed-back", "open-back", "iem", "tws-anc"];

/// Makes a change twelve times, one way and the other, and returns the times in milliseconds. A message
/// posted in an animation frame arrives once that frame is painted.
const CHANGE: &str = "
    return (async () => {
        const [selector, event, values] = a;
        const times = [];
        for (let at = 0; at < 12; at += 1) {
            const control = document.querySelector(selector);
            const start = performance.now();
            control.value = values[at % 2];
            control.dispatchEvent(new Event(event, { bubbles: true }));
            await new Promise((painted) => requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = painted;
                port2.postMessage(0);
            }));
            times.push(performance.now() - start);
            await new Promise((rested) => setTimeout(rested, 60));
        }
        return times;
    })()";

/// A stored document with as many candidates as there can be: four types, prices from 50 to 449 dollars,
/// and own ratings on a third of them.
fn document() -> String {
    let mut document = Document::default();
    for at in 0..MOST_CANDIDATES {
        let mut candidate = Candidate {
            name: format!("Number {at}"),
            device_type: DEVICE_TYPES[at % DEVICE_TYPES.len()].to_owned(),
            order: i32::try_from(at).unwrap_or_default(),
            price: u16::try_from(50 + at % 400).ok().map(f64::from),
            ..Candidate::default()
        };
        if at % 3 == 0 {
            let rating = i8::try_from(at % 5).map_or(0, |at| at - 2);
            candidate.rate("long-wear", Rating::new(rating));
        }
        document.set_candidate(&format!("{at:08x}"), &candidate);
    }
    document.encode()
}

/// Measures each kind of change on the page: its name and its times.
pub fn changes(page: &Page) -> Vec<(&'static str, Vec<f64>)> {
    page.come_back_with(&document());
    page.open("#/shortlist");
    page.until("candidates are listed", "document.querySelector('[data-candidate]')");
    page.eval::<()>("document.querySelector('[data-candidate] summary').click()", json!([]));
    page.until("one is open", "document.querySelector('[id^=rating-]')");
    let time = |selector, event, values| page.eval(CHANGE, json!([selector, event, values]));
    vec![
        ("sorted by another key", time("#candidates-sort", "change", ["price", "points"])),
        ("an own rating", time("[id^=rating-]", "change", ["2", "-2"])),
        ("a search", time("#candidates-search", "input", ["", "number 9"])),
    ]
}

//! The content version: a hash of everything that scores are made of.
//!
//! A snapshot that was kept under another version is scored again, so the version changes when a
//! number or a rule changes and stays when only words do.

use std::fmt::Write;

use super::schema::Bundle;

/// FNV-1a with 32 bits over ids, entry prices (which order equal points), ratings, grades, effects, exclusions and thresholds.
pub(super) fn version(bundle: &Bundle) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    scored(bundle).bytes().fold(0x811c_9dc5, step)
}

/// What scores depend on, as text. Writing to a string cannot fail.
fn scored(bundle: &Bundle) -> String {
    let mut text = String::new();
    let rules = &bundle.rules;
    let thresholds = (rules.close_below, rules.clear_from, rules.pair_gain);
    let _written = write!(text, "{:?}{thresholds:?}{}", rules.weights, rules.budget);
    for device_type in &bundle.types {
        let _written = write!(
            text,
            "|{} {} {}",
            device_type.id, device_type.family, device_type.prices.entry.0
        );
        for (criterion, at) in &device_type.ratings {
            let _written = write!(text, " {criterion}{}{}", at.rating, at.grade);
        }
    }
    for context in bundle.contexts.groups.iter().flat_map(|group| &group.contexts) {
        let _written = write!(text, "|{}{:?}{:?}", context.id, context.sometimes, context.often);
    }
    for question in &bundle.questions {
        let _written = write!(text, "|{} {}", question.id, question.kind);
        for option in &question.options {
            let excluded = option.excludes.as_ref().map(|excludes| &excludes.types);
            let effects = &option.effects;
            let _written =
                write!(text, "/{}{effects:?}{excluded:?}{}", option.id, option.exclusive);
        }
    }
    text
}

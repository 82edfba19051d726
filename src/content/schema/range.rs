//! Numbers with a range, and what they rest on.

use serde::Deserialize;

/// A number, the range in which it lies, and what it rests on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Range {
    pub usual: f64,
    pub low: f64,
    pub high: f64,
    pub basis: Basis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Basis {
    pub grade: String,
    #[serde(default)]
    pub sources: Vec<String>,
    pub text: String,
}

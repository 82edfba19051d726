//! The shape of `shortlist.json`.

use serde::Deserialize;

use super::{Basis, Range};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Shortlist {
    pub types: Vec<TypeDefaults>,
    pub hours: Range,
    pub peak: Range,
    pub crest: Range,
    pub outputs: Vec<Output>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct TypeDefaults {
    #[serde(rename = "type")]
    pub device_type: String,
    pub amplifier: String,
    pub years: Range,
    pub consumables: Range,
    pub battery: Option<Range>,
    pub extra: Option<Range>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Output {
    pub id: String,
    pub name: String,
    pub volts: Option<f64>,
    pub impedance: Option<f64>,
    pub milliamps: Option<f64>,
    pub milliwatts: Option<f64>,
    pub raised: Option<Raised>,
    pub basis: Basis,
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Raised {
    pub from: f64,
    pub volts: f64,
}

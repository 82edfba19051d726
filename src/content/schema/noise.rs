//! The shape of `noise.json`.

use serde::Deserialize;

use super::{Basis, Range};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Noise {
    pub attenuation: Vec<Attenuation>,
    pub leak: Leak,
    pub places: Vec<Place>,
    pub listening: Listening,
    pub references: References,
    pub example: Example,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Attenuation {
    #[serde(rename = "type")]
    pub device_type: String,
    pub seals: bool,
    pub wearings: Vec<Wearing>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Wearing {
    pub id: String,
    pub name: String,
    pub bands: Vec<f64>,
    pub minus: Vec<f64>,
    pub plus: Vec<f64>,
    pub basis: Basis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Leak {
    pub loss: Vec<f64>,
    pub basis: Basis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Place {
    pub id: String,
    pub name: String,
    pub text: String,
    pub level: Range,
    pub spectrum: Spectrum,
    /// Ids of listening contexts.
    #[serde(default)]
    pub when: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Spectrum {
    pub bands: Vec<f64>,
    pub basis: Basis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Example {
    pub place: String,
    pub types: [String; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Listening {
    pub quiet: Range,
    pub music: Range,
    pub speech: Range,
    pub background: Range,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct References {
    pub niosh: Basis,
    pub adult: Basis,
    pub sensitive: Basis,
}

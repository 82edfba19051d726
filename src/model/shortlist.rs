//! What the shortlist counts with unless the visitor says otherwise.

use serde::{Deserialize, Serialize};

use super::drive::Output;
use super::{Basis, DeviceTypeId, Ranged};

/// A number that the visitor can replace.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Estimate {
    /// The number, and the range in which it plausibly lies.
    pub range: Ranged<f64>,
    /// Where it comes from.
    pub basis: Basis,
}

/// Whether a type has an amplifier of its own, so that nothing has to drive it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amplifier {
    /// Every model is wireless.
    Own,
    /// Some models are wireless and others have a plug.
    Some,
    /// Every model has a plug.
    #[default]
    None,
}

impl Amplifier {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Own, Self::Some, Self::None];

    /// The id used in content files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Some => "some",
            Self::None => "none",
        }
    }
}

/// What models of a type cost to own. Amounts are in US dollars.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TypeDefaults {
    /// The type.
    pub device_type: DeviceTypeId,
    /// Whether it has an amplifier of its own.
    pub amplifier: Amplifier,
    /// The years that it lasts.
    pub years: Estimate,
    /// What tips, pads, filters and cables cost a year.
    pub consumables: Estimate,
    /// What batteries cost a year; `None` if it has none.
    pub battery: Option<Estimate>,
    /// What has to be bought besides, such as ear impressions; `None` if there is nothing.
    pub extra: Option<Estimate>,
}

impl TypeDefaults {
    /// Its numbers, in the order of the file.
    pub fn estimates(&self) -> impl Iterator<Item = &Estimate> {
        [&self.years, &self.consumables].into_iter().chain(&self.battery).chain(&self.extra)
    }
}

/// Something that headphones can be plugged into.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OutputPreset {
    /// Slug.
    pub id: String,
    /// Name, such as "Phone with a USB-C dongle".
    pub name: String,
    /// What it gives.
    pub output: Output,
    /// What it gives to headphones of a high impedance, if it measures theirs.
    pub raised: Option<Raised>,
    /// Where that comes from.
    pub basis: Basis,
    /// What to know before judging by it.
    pub note: Option<String>,
}

/// The voltage that an output gives to headphones of a high impedance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Raised {
    /// The impedance from which it does, in ohms.
    pub from: f64,
    /// The voltage without a load, in volts.
    pub volts: f64,
}

impl OutputPreset {
    /// What it gives to headphones of an impedance in ohms, if that is known.
    pub fn for_impedance(&self, impedance: Option<f64>) -> Output {
        let raised = self.raised.filter(|raised| impedance.is_some_and(|at| at >= raised.from));
        let volts = raised.map(|raised| raised.volts).or(self.output.volts);
        Output { volts, ..self.output }
    }
}

/// Everything that the shortlist counts with.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Defaults {
    /// One for each type, in table order.
    pub types: Vec<TypeDefaults>,
    /// The hours of listening a week.
    pub hours: Estimate,
    /// The peak in dB SPL that headphones must reach: `usual` if nothing is known about the visitor's
    /// places, and never less than `low` or more than `high`.
    pub peak: Estimate,
    /// How far the peaks of music are above its average level, in dB.
    pub crest: Estimate,
    /// What headphones can be plugged into, in the order in which it is offered.
    pub outputs: Vec<OutputPreset>,
}

impl Defaults {
    /// What models of a type cost to own.
    ///
    /// # Panics
    ///
    /// If the id comes from another content and is out of range.
    pub fn of(&self, device_type: DeviceTypeId) -> &TypeDefaults {
        &self.types[device_type.index()]
    }

    /// The output with this slug.
    pub fn output(&self, id: &str) -> Option<&OutputPreset> {
        self.outputs.iter().find(|output| output.id == id)
    }

    /// The peak for an average level in dB: that plus the crest factor, within the range of peaks.
    ///
    /// ```
    /// use headphones_or_iems::model::{Basis, Ranged, shortlist::{Defaults, Estimate}};
    /// let of = |usual, low, high| Estimate { range: Ranged { usual, low, high }, basis: Basis::default() };
    /// let defaults = Defaults {
    ///     peak: of(110.0, 105.0, 120.0),
    ///     crest: of(15.0, 12.0, 20.0),
    ///     ..Defaults::default()
    /// };
    /// assert_eq!([70.0, 92.0, 110.0].map(|average| defaults.peak_of(average)), [105.0, 107.0, 120.0]);
    /// ```
    pub fn peak_of(&self, average: f64) -> f64 {
        let Ranged { low, high, .. } = self.peak.range;
        (average + self.crest.range.usual).max(low).min(high)
    }

    /// Everything that numbers rest on, in the order of the file.
    pub fn bases(&self) -> impl Iterator<Item = &Basis> {
        let types = self.types.iter().flat_map(TypeDefaults::estimates);
        let all = types.chain([&self.hours, &self.peak, &self.crest]);
        all.map(|estimate| &estimate.basis).chain(self.outputs.iter().map(|output| &output.basis))
    }
}

//! Whether an output, such as that of a phone, can drive headphones to a level.
//!
//! Everything is in volts, ohms, milliwatts, milliamperes and dB SPL at a headphone's nominal
//! impedance. The formulas are those of circuit theory.

pub mod outcome;

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

pub use outcome::{Drive, Driven, Missing};

/// The impedances that can be counted with, in ohms.
pub const IMPEDANCES: RangeInclusive<f64> = 1.0..=2_000.0;
/// The sensitivities that can be counted with, in dB SPL at 1 mW or at 1 V.
pub const SENSITIVITIES: RangeInclusive<f64> = 60.0..=150.0;
/// The voltages of an output that can be counted with, in volts.
pub const VOLTS: RangeInclusive<f64> = 0.01..=100.0;
/// The output impedances that can be counted with, in ohms.
pub const OUTPUT_IMPEDANCES: RangeInclusive<f64> = 0.0..=1_000.0;
/// The highest powers of an output that can be counted with, in milliwatts.
pub const MILLIWATTS: RangeInclusive<f64> = 0.01..=100_000.0;
/// The highest currents of an output that can be counted with, in milliamperes.
pub const MILLIAMPS: RangeInclusive<f64> = 0.1..=10_000.0;
/// The peaks that can be asked for, in dB SPL.
pub const PEAKS: RangeInclusive<f64> = 80.0..=130.0;

/// The sensitivity of headphones, with its unit. A bare number of decibels says nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sensitivity {
    /// The level at 1 mW, in dB SPL.
    PerMilliwatt(f64),
    /// The level at 1 V, in dB SPL.
    PerVolt(f64),
}

/// Headphones as their box describes them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Load {
    /// The nominal impedance in ohms, one of [`IMPEDANCES`].
    pub impedance: f64,
    /// The sensitivity.
    pub sensitivity: Sensitivity,
}

/// What a level needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Needs {
    /// The voltage in volts.
    pub volts: f64,
    /// The current in milliamperes.
    pub milliamps: f64,
    /// The power in milliwatts.
    pub milliwatts: f64,
}

/// What headphones are plugged into. What is `None` is not known, and limits nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// The voltage without a load, in volts.
    pub volts: Option<f64>,
    /// The output impedance in ohms.
    pub impedance: Option<f64>,
    /// The highest current in milliamperes.
    pub milliamps: Option<f64>,
    /// The highest power in milliwatts.
    pub milliwatts: Option<f64>,
}

/// What keeps an output from playing louder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Its voltage.
    Voltage,
    /// Its current.
    Current,
    /// Its power.
    Power,
}

/// How loud an output can play headphones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// The highest level, in dB SPL.
    pub peak: f64,
    /// What keeps it from more.
    pub limit: Limit,
}

/// The decibels from 1 mW to 1 V at an impedance: `10·log10(1000/Z)`. A headphone above 1 kΩ takes
/// less than 1 mW at 1 V, and every other one more.
fn milliwatt_to_volt(impedance: f64) -> f64 {
    10.0 * (1000.0 / impedance).log10()
}

/// The sensitivity at 1 V from a level at another voltage: `L + 20·log10(1/V)`.
///
/// Source: circuit theory; [the ER-4S](https://soundstagexperience.com/index.php/equipment-menu/245-etymotic-research-er-4pt-earphones) has 90 dB at 0.1 V.
///
/// ```
/// use headphones_or_iems::model::drive::{Sensitivity, at_volts};
/// assert_eq!(at_volts(90.0, 0.1), Sensitivity::PerVolt(110.0));
/// ```
pub fn at_volts(level: f64, volts: f64) -> Sensitivity {
    Sensitivity::PerVolt(level - 20.0 * volts.log10())
}

/// The output impedance from the voltage without a load and with one: `Z·(V₀/V − 1)`.
///
/// Source: circuit theory; a [phone](https://marzocchi.net/wp/2025/05/output-impedance-of-nexus-5x)
/// with 0.286 V, and 0.261 V at 35.9 Ω. The page itself divides by V₀, which gives too little.
///
/// ```
/// use headphones_or_iems::model::drive::output_impedance;
/// assert!((output_impedance(0.286, 0.261, 35.9) - 3.44).abs() < 0.005);
/// ```
pub fn output_impedance(open: f64, loaded: f64, load: f64) -> f64 {
    load * (open / loaded - 1.0)
}

/// By how many dB the level falls because of an output impedance: `20·log10(Z/(Z + Z₀))`.
///
/// Source: circuit theory.
///
/// ```
/// use headphones_or_iems::model::drive::level_loss;
/// assert!((level_loss(32.0, 10.0) - -2.36).abs() < 0.005);
/// ```
pub fn level_loss(impedance: f64, output: f64) -> f64 {
    20.0 * (impedance / (impedance + output)).log10()
}

/// By how many dB an output impedance lifts the frequencies at which a headphone's impedance is
/// `high` above those at which it is `low`.
///
/// Source: circuit theory; Hi-Fi News gives 0.11 dB for
/// [this one](https://hifinews.com/content/audio-technica-ath-adx5000-headphones-lab-report) at 10 Ω.
///
/// ```
/// use headphones_or_iems::model::drive::response_change;
/// assert!((response_change(397.0, 817.0, 10.0) - 0.110).abs() < 0.0005);
/// ```
pub fn response_change(low: f64, high: f64, output: f64) -> f64 {
    level_loss(high, output) - level_loss(low, output)
}

/// The most by which an output impedance can change the response of a headphone whose impedance is
/// nowhere below the nominal one: the [`response_change`] for an impedance that rises without limit.
///
/// Source: circuit theory; one eighth of the impedance is the
/// [rule](http://nwavguy.blogspot.com/2011/02/headphone-amp-impedance.html) of [`is_well_matched`].
///
/// ```
/// use headphones_or_iems::model::drive::worst_change;
/// assert!((worst_change(32.0, 4.0) - 1.02).abs() < 0.005);
/// ```
pub fn worst_change(impedance: f64, output: f64) -> f64 {
    -level_loss(impedance, output)
}

/// Whether an output impedance is at most one eighth of a headphone's.
///
/// Source: [NwAvGuy](http://nwavguy.blogspot.com/2011/02/headphone-amp-impedance.html).
///
/// ```
/// use headphones_or_iems::model::drive::is_well_matched;
/// assert!(is_well_matched(32.0, 4.0) && !is_well_matched(16.0, 75.0));
/// ```
pub fn is_well_matched(impedance: f64, output: f64) -> bool {
    output <= impedance / 8.0
}

impl Load {
    /// The level at 1 V, in dB SPL: `dB/mW + 10·log10(1000/Z)`.
    ///
    /// Source: circuit theory; Hi-Fi News prints 103.8 dB/V for
    /// [this one](https://hifinews.com/content/audio-technica-ath-adx5000-headphones-lab-report).
    ///
    /// ```
    /// use headphones_or_iems::model::drive::{Load, Sensitivity};
    /// let load = Load { impedance: 420.0, sensitivity: Sensitivity::PerMilliwatt(100.0) };
    /// assert!((load.per_volt() - 103.77).abs() < 0.005);
    /// ```
    pub fn per_volt(self) -> f64 {
        match self.sensitivity {
            Sensitivity::PerVolt(level) => level,
            Sensitivity::PerMilliwatt(level) => level + milliwatt_to_volt(self.impedance),
        }
    }

    /// The level at 1 mW, in dB SPL: `dB/V − 10·log10(1000/Z)`.
    ///
    /// Source: circuit theory.
    ///
    /// ```
    /// use headphones_or_iems::model::drive::{Load, Sensitivity};
    /// let load = Load { impedance: 62.0, sensitivity: Sensitivity::PerVolt(105.0) };
    /// assert!((load.per_milliwatt() - 92.92).abs() < 0.005);
    /// ```
    pub fn per_milliwatt(self) -> f64 {
        match self.sensitivity {
            Sensitivity::PerMilliwatt(level) => level,
            Sensitivity::PerVolt(level) => level - milliwatt_to_volt(self.impedance),
        }
    }

    /// What a level in dB SPL needs: `V = 10^((L − dB/V)/20)`, `I = V/Z` and `P = V²/Z`.
    ///
    /// Source: circuit theory; the figures of
    /// [this one](https://www.head-fi.org/threads/headphones-sensitivity-impedance-required-v-i-p-amplifier-gain.668238/).
    ///
    /// ```
    /// use headphones_or_iems::model::drive::{Load, Sensitivity};
    /// let load = Load { impedance: 65.0, sensitivity: Sensitivity::PerVolt(106.0) };
    /// let needs = load.needs(110.0);
    /// assert!((needs.volts - 1.585).abs() < 0.0005);
    /// assert!((needs.milliamps - 24.383).abs() < 0.001);
    /// assert!((needs.milliwatts - 38.644).abs() < 0.001);
    /// ```
    pub fn needs(self, level: f64) -> Needs {
        let volts = 10_f64.powf((level - self.per_volt()) / 20.0);
        Needs {
            volts,
            milliamps: 1000.0 * volts / self.impedance,
            milliwatts: 1000.0 * volts * volts / self.impedance,
        }
    }
}

impl Output {
    /// How loud it can play headphones: `dB/V + 20·log10(min(V₀·Z/(Z + Z₀), I·Z, √(P·Z)))`. `None` if
    /// neither its voltage, nor its current, nor its power is known.
    ///
    /// Source: circuit theory; a DAC dongle with 1.15 V and headphones of
    /// [32 Ω](https://www.head-fi.org/threads/determining-headphone-driver-amp-requirements-via-scientific-calculations.852697/).
    ///
    /// ```
    /// use headphones_or_iems::model::drive::{Limit, Load, Output, Sensitivity};
    /// let load = Load { impedance: 32.0, sensitivity: Sensitivity::PerMilliwatt(95.0) };
    /// let reach = Output { volts: Some(1.15), ..Output::default() }.reach(load).unwrap();
    /// assert!((reach.peak - 111.16).abs() < 0.005);
    /// assert_eq!(reach.limit, Limit::Voltage);
    /// ```
    pub fn reach(self, load: Load) -> Option<Reach> {
        let ohms = load.impedance;
        let volts = self.volts.map(|open| open * ohms / (ohms + self.impedance.unwrap_or(0.0)));
        let current = self.milliamps.map(|most| most * ohms / 1000.0);
        let power = self.milliwatts.map(|most| (most * ohms / 1000.0).sqrt());
        let limits = [(volts, Limit::Voltage), (current, Limit::Current), (power, Limit::Power)];
        let known = limits.into_iter().filter_map(|(volts, limit)| Some((volts?, limit)));
        let (volts, limit) = known.min_by(|one, other| one.0.total_cmp(&other.0))?;
        Some(Reach { peak: load.per_volt() + 20.0 * volts.log10(), limit })
    }
}

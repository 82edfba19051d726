//! What can be said about a candidate on an output.

use super::{Limit, Load, Needs, Output, Sensitivity, is_well_matched, worst_change};

/// How far the printed sensitivity can be from the truth, in dB. ±3 dB is normal, as
/// [this maker](https://www.audeze.co.uk/blogs/technology-and-innovation/sensitivity-impedance-and-amplifier-power)
/// and laboratories say.
pub const TOLERANCE: f64 = 3.0;

/// What must be known before anything can be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// The impedance of the headphones.
    pub impedance: bool,
    /// The sensitivity of the headphones, with its unit.
    pub sensitivity: bool,
    /// What they are plugged into, or how much it gives.
    pub output: bool,
}

/// Headphones on an output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driven {
    /// The highest level that is reached, in dB SPL.
    pub peak: f64,
    /// How much more that is than is wanted, in dB; negative if it is less.
    pub headroom: f64,
    /// What keeps it from more.
    pub limit: Limit,
    /// What the wanted level needs.
    pub needs: Needs,
    /// The most by which the output impedance can change the sound, in dB, if it is above one eighth
    /// of the headphones'.
    pub mismatch: Option<f64>,
    /// Whether the output impedance is not known.
    pub is_unmatched: bool,
}

/// Whether an output drives headphones to the wanted peak.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Drive {
    /// With at least [`TOLERANCE`] to spare.
    Enough(Driven),
    /// Within [`TOLERANCE`], so it depends on the pair.
    Barely(Driven),
    /// Not, by more than [`TOLERANCE`].
    TooQuiet(Driven),
    /// Too little is known.
    NotEnoughSaid(Missing),
    /// They are wireless, and have an amplifier of their own.
    OwnAmplifier,
}

impl Drive {
    /// Whether `output` drives headphones with these figures to `wanted`, a peak in dB SPL.
    ///
    /// ```
    /// use headphones_or_iems::model::drive::{Drive, Output, Sensitivity};
    /// let phone = Output { volts: Some(1.0), ..Output::default() };
    /// let of = |sensitivity| Drive::of(Some(32.0), sensitivity, Some(phone), 110.0);
    /// assert!(matches!(of(Some(Sensitivity::PerVolt(115.0))), Drive::Enough(_)));
    /// assert!(matches!(of(Some(Sensitivity::PerVolt(108.0))), Drive::Barely(_)));
    /// assert!(matches!(of(None), Drive::NotEnoughSaid(missing) if missing.sensitivity));
    /// ```
    pub fn of(
        impedance: Option<f64>,
        sensitivity: Option<Sensitivity>,
        output: Option<Output>,
        wanted: f64,
    ) -> Self {
        let (Some(impedance), Some(sensitivity)) = (impedance, sensitivity) else {
            let has_limit =
                |output: Output| output.volts.or(output.milliwatts).or(output.milliamps).is_some();
            return Self::NotEnoughSaid(Missing {
                impedance: impedance.is_none(),
                sensitivity: sensitivity.is_none(),
                output: !output.is_some_and(has_limit),
            });
        };
        let load = Load { impedance, sensitivity };
        let Some((output, reach)) = output.and_then(|at| Some((at, at.reach(load)?))) else {
            return Self::NotEnoughSaid(Missing { output: true, ..Missing::default() });
        };
        let headroom = reach.peak - wanted;
        let mismatch = output.impedance.filter(|at| !is_well_matched(impedance, *at));
        let driven = Driven {
            peak: reach.peak,
            headroom,
            limit: reach.limit,
            needs: load.needs(wanted),
            mismatch: mismatch.map(|output| worst_change(impedance, output)),
            is_unmatched: output.impedance.is_none(),
        };
        match headroom {
            by if by >= TOLERANCE => Self::Enough(driven),
            by if by > -TOLERANCE => Self::Barely(driven),
            _ => Self::TooQuiet(driven),
        }
    }

    /// The level and what limits it, if it could be worked out.
    pub const fn driven(&self) -> Option<&Driven> {
        match self {
            Self::Enough(driven) | Self::Barely(driven) | Self::TooQuiet(driven) => Some(driven),
            Self::NotEnoughSaid(_) | Self::OwnAmplifier => None,
        }
    }
}

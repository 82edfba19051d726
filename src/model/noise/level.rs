//! Levels in dBA, and differences in decibels.

use std::ops::{Add, RangeInclusive, Sub};

use serde::{Deserialize, Serialize};

/// The A-weighted levels, in dBA, that a place can have and a visitor can enter. They run from a
/// bedroom at night to the front of a stage.
pub const LEVELS_DBA: RangeInclusive<f64> = 30.0..=120.0;

/// An A-weighted sound pressure level in dB re 20 µPa, as in a free or diffuse field. It is not the
/// level at the eardrum, which is higher.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Dba(pub f64);

/// A difference between two levels, in dB.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Decibels(pub f64);

impl Add<Decibels> for Dba {
    type Output = Self;

    fn add(self, more: Decibels) -> Self {
        Self(self.0 + more.0)
    }
}

impl Sub for Dba {
    type Output = Decibels;

    fn sub(self, other: Self) -> Decibels {
        Decibels(self.0 - other.0)
    }
}

/// The power of a level or level difference in dB, relative to 0 dB: `10^(L/10)`.
pub(in crate::model) fn power(decibels: f64) -> f64 {
    10_f64.powf(decibels / 10.0)
}

/// The level in dB of a relative power: `10·log10(P)`.
pub(super) fn level(power: f64) -> f64 {
    10.0 * power.log10()
}

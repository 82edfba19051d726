//! Octave bands, and the A-weighted level that they add up to.

use serde::{Deserialize, Serialize};

use super::level::{Dba, level, power};

/// The centre frequencies of the octave bands, in Hz.
pub const BANDS_HZ: [u16; 8] = [63, 125, 250, 500, 1000, 2000, 4000, 8000];

/// The A-weighting at each of [`BANDS_HZ`], in dB.
///
/// Source: IEC 61672-1, as tabulated by [python-acoustics].
///
/// [python-acoustics]: https://python-acoustics.github.io/python-acoustics/weighting.html
pub const A_WEIGHTING: Bands = Bands([-26.2, -16.1, -8.6, -3.2, 0.0, 1.2, 1.0, -1.1]);

/// A number of dB for each of [`BANDS_HZ`]: levels, a spectrum relative to its sum, or an
/// attenuation, in which a positive number means less noise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bands(pub [f64; 8]);

impl Bands {
    /// The same number in every band.
    pub const fn flat(decibels: f64) -> Self {
        Self([decibels; 8])
    }

    /// Each band with its centre frequency in Hz, the lowest first.
    pub fn iter(&self) -> impl Iterator<Item = (u16, f64)> + '_ {
        BANDS_HZ.into_iter().zip(self.0)
    }

    /// Joins the bands of two spectra, one by one.
    #[must_use]
    pub fn zip_with(&self, other: &Self, join: impl Fn(f64, f64) -> f64) -> Self {
        Self(std::array::from_fn(|at| join(self.0[at], other.0[at])))
    }

    /// These bands with `decibels` added to each.
    #[must_use]
    pub fn raised(&self, decibels: f64) -> Self {
        Self(self.0.map(|band| band + decibels))
    }

    /// Takes `less` dB off each band, but never goes below 0 dB. A band that is below 0 dB already,
    /// such as one that noise cancelling amplifies, stays as it is.
    #[must_use]
    pub fn lowered_to_zero(&self, less: &Self) -> Self {
        self.zip_with(less, |band, less| (band - less).max(band.min(0.0)))
    }
}

/// The A-weighted level of a spectrum: `10·log10(Σ 10^((L_b + A_b)/10))`, which adds energies and
/// not decibels.
///
/// Source: IEC 61672-1 for the [weighting](A_WEIGHTING).
///
/// ```
/// use headphones_or_iems::model::noise::{Bands, a_weighted_sum};
///
/// // Pink noise has the same level in every octave. With −7 dB in each, it sums to 0 dBA.
/// assert!(a_weighted_sum(&Bands::flat(-7.0)).0.abs() < 0.1);
/// // Two equal sources add up to 3 dB more, and so do two equal bands.
/// let one = a_weighted_sum(&Bands([0.0, 0.0, 0.0, 0.0, 60.0, 0.0, 0.0, 0.0])).0;
/// let two = a_weighted_sum(&Bands([0.0, 0.0, 0.0, 63.2, 60.0, 0.0, 0.0, 0.0])).0;
/// assert!((one - 60.0).abs() < 0.01 && (two - 63.01).abs() < 0.01);
/// ```
pub fn a_weighted_sum(bands: &Bands) -> Dba {
    let weighted = bands.zip_with(&A_WEIGHTING, |band, weight| band + weight);
    Dba(level(weighted.0.into_iter().map(power).sum()))
}

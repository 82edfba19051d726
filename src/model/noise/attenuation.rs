//! What the types hold back by octave band, and what remains of a noise.

use serde::{Deserialize, Serialize};

use super::{Bands, Dba, Decibels, a_weighted_sum};
use crate::model::{Basis, DeviceTypeId};

/// What a type holds back, for each way of wearing it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Attenuation {
    /// The type.
    pub device_type: DeviceTypeId,
    /// Whether the type seals against the head or the ear canal, so that a bad fit lets noise in.
    pub seals: bool,
    /// The way in which it is worn unless the visitor chooses another.
    pub usual: Wearing,
    /// The other ways, such as with noise cancelling off or with foam tips.
    pub others: Vec<Wearing>,
}

impl Attenuation {
    /// Every way of wearing it, the usual one first.
    pub fn wearings(&self) -> impl Iterator<Item = &Wearing> {
        std::iter::once(&self.usual).chain(&self.others)
    }

    /// The way of wearing it with this id.
    pub fn wearing(&self, id: &str) -> Option<&Wearing> {
        self.wearings().find(|wearing| wearing.id == id)
    }
}

/// A way of wearing a type, and what it holds back when it fits.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Wearing {
    /// Slug, unique within its type.
    pub id: String,
    /// Name, such as "Foam tips".
    pub name: String,
    /// The attenuation in dB, −10 to 60. Below 0, the noise is amplified.
    pub bands: Bands,
    /// How many dB less it may plausibly be, in each band.
    pub minus: Bands,
    /// How many dB more it may plausibly be, in each band.
    pub plus: Bands,
    /// Where the numbers come from.
    pub basis: Basis,
}

impl Wearing {
    /// The least that it plausibly holds back. Nothing that seals badly amplifies noise, so this is
    /// not below 0 dB unless [`Wearing::bands`] is.
    pub fn low(&self) -> Bands {
        self.bands.lowered_to_zero(&self.minus)
    }

    /// The most that it plausibly holds back.
    pub fn high(&self) -> Bands {
        self.bands.zip_with(&self.plus, |band, more| band + more)
    }
}

/// What a leak takes from the attenuation of a type that seals.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Leak {
    /// The loss in dB, 0 to 60, in each band.
    pub loss: Bands,
    /// Where the numbers come from.
    pub basis: Basis,
}

impl Leak {
    /// What is left of an attenuation. No band goes below 0 dB because of a leak.
    ///
    /// ```
    /// use headphones_or_iems::model::Basis;
    /// use headphones_or_iems::model::noise::{Bands, Leak, reduction};
    ///
    /// let loss = Bands([8.0, 8.0, 8.0, 8.0, 3.0, 3.0, 3.0, 3.0]);
    /// let leak = Leak { loss, basis: Basis::default() };
    /// let aircraft = Bands([10.9, 8.9, 3.9, -2.6, -9.1, -15.1, -23.1, -32.1]);
    /// // A closed-back headphone lowers it by 7.4 dBA if it fits, and by 1.7 with a leak.
    /// let closed = Bands([2.0, 4.0, 7.0, 12.0, 20.0, 26.0, 32.0, 32.0]);
    /// assert!((reduction(&aircraft, &closed).0 - 7.4).abs() < 0.1);
    /// assert!((reduction(&aircraft, &leak.leave(&closed)).0 - 1.7).abs() < 0.1);
    /// ```
    pub fn leave(&self, attenuation: &Bands) -> Bands {
        attenuation.lowered_to_zero(&self.loss)
    }
}

/// What remains of a noise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Residual {
    /// The level in each band, in dB.
    pub bands: Bands,
    /// The A-weighted level.
    pub level: Dba,
}

/// What `attenuation` leaves of `noise`: `L_b − att_b` in each band, and the
/// [A-weighted sum](a_weighted_sum) of that. This is the octave-band method of ISO 4869-2, applied
/// to mean attenuations. Subtracting one number from a level in dBA [enlarges the error][study].
///
/// [study]: https://doi.org/10.1121/10.0011512
///
/// ```
/// use headphones_or_iems::model::noise::{Bands, residual};
///
/// let bus = Bands([8.8, 6.8, 1.8, -2.2, -6.2, -11.2, -18.2, -26.2]).raised(74.0);
/// let on_ear = Bands([0.0, 2.0, 3.0, 5.0, 10.0, 20.0, 26.0, 22.0]);
/// let left = residual(&bus, &on_ear);
/// assert_eq!(left.bands.0[0], 82.8);
/// assert!((left.level.0 - 69.0).abs() < 0.1);
/// ```
pub fn residual(noise: &Bands, attenuation: &Bands) -> Residual {
    let bands = noise.zip_with(attenuation, |level, held| level - held);
    Residual { bands, level: a_weighted_sum(&bands) }
}

/// By how much `attenuation` lowers the A-weighted level of `noise`: the
/// [A-weighted sum](a_weighted_sum) of the noise minus that of its [`residual`]. It depends on the
/// shape of the noise and not on its level.
///
/// ```
/// use headphones_or_iems::model::noise::{Bands, reduction};
///
/// let closed = Bands([2.0, 4.0, 7.0, 12.0, 20.0, 26.0, 32.0, 32.0]);
/// let aircraft = Bands([10.9, 8.9, 3.9, -2.6, -9.1, -15.1, -23.1, -32.1]);
/// assert!((reduction(&Bands::flat(60.0), &closed).0 - 17.8).abs() < 0.1);
/// assert!((reduction(&aircraft, &closed).0 - 7.4).abs() < 0.1);
/// ```
pub fn reduction(noise: &Bands, attenuation: &Bands) -> Decibels {
    a_weighted_sum(noise) - residual(noise, attenuation).level
}

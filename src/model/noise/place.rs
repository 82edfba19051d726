//! Places, with the level and the spectrum of their noise.

use serde::{Deserialize, Serialize};

use super::{Bands, Dba, a_weighted_sum};
use crate::model::shop::any_holds;
use crate::model::{Answers, Basis, Condition, Ranged};

/// A place where people listen.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Place {
    /// Slug.
    pub id: String,
    /// Name, such as "Bus".
    pub name: String,
    /// A sentence that says which noise is meant.
    pub text: String,
    /// How loud it is, within [`LEVELS_DBA`](super::LEVELS_DBA).
    pub level: Ranged<Dba>,
    /// Where the level comes from.
    pub level_basis: Basis,
    /// The shape of the noise: the level of each band relative to the A-weighted level, in dB. Its
    /// [A-weighted sum](a_weighted_sum) is 0 dB within 0.1 dB.
    pub spectrum: Bands,
    /// Where the shape comes from.
    pub spectrum_basis: Basis,
    /// The answers that say that the visitor listens there.
    pub when: Vec<Condition>,
}

impl Place {
    /// The level of each band if the noise has the A-weighted level `level`. The sum of the bands
    /// is exactly `level`, although a rounded spectrum may sum to a little more or less than 0 dB.
    ///
    /// ```
    /// use headphones_or_iems::model::noise::{Bands, Dba, Place, a_weighted_sum};
    ///
    /// let spectrum = Bands([8.8, 6.8, 1.8, -2.2, -6.2, -11.2, -18.2, -26.2]);
    /// let bus = Place { spectrum, ..Place::default() }.noise(Dba(74.0));
    /// assert!((a_weighted_sum(&bus).0 - 74.0).abs() < 1e-9);
    /// assert!((bus.0[0] - 82.8).abs() < 0.1);
    /// ```
    pub fn noise(&self, level: Dba) -> Bands {
        let off = level - a_weighted_sum(&self.spectrum);
        self.spectrum.raised(off.0)
    }

    /// Whether the visitor listens there, according to answers that count.
    pub fn is_visited(&self, answers: &Answers) -> bool {
        any_holds(&self.when, answers)
    }
}

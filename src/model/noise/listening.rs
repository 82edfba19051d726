//! How loud something must be played to be followed over a noise.

use serde::{Deserialize, Serialize};

use super::level::{level, power};
use super::{Dba, Decibels};
use crate::model::{Basis, Ranged};

/// What is listened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Signal {
    /// Music, heard clearly.
    Music,
    /// Speech, such as a podcast or a call.
    Speech,
    /// Music or speech in the background.
    Background,
}

impl Signal {
    /// All signals, the most demanding first.
    pub const ALL: [Self; 3] = [Self::Music, Self::Speech, Self::Background];

    /// The id used in content files and controls.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Music => "music",
            Self::Speech => "speech",
            Self::Background => "background",
        }
    }
}

/// How far above the remaining noise a signal must be.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Margin {
    /// The margin, 0 to 40 dB.
    pub range: Ranged<Decibels>,
    /// Where it comes from.
    pub basis: Basis,
}

/// The levels at which people listen.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Listening {
    /// The level that people choose in quiet.
    pub quiet: Ranged<Dba>,
    /// Where it comes from.
    pub quiet_basis: Basis,
    /// The margin of music.
    pub music: Margin,
    /// The margin of speech.
    pub speech: Margin,
    /// The margin of background listening.
    pub background: Margin,
}

impl Listening {
    /// The margin of a signal.
    pub const fn margin(&self, signal: Signal) -> &Margin {
        match signal {
            Signal::Music => &self.music,
            Signal::Speech => &self.speech,
            Signal::Background => &self.background,
        }
    }

    /// The level at which `signal` can be followed over the noise that remains: [`need`] with the
    /// margin of the signal, and with the level in quiet that is given or else the usual one. Low
    /// and high combine the low and the high ends of both.
    pub fn need(&self, residual: Dba, signal: Signal, quiet: Option<Dba>) -> Ranged<Dba> {
        let quiet = quiet.map_or(self.quiet, Ranged::exactly);
        let margin = self.margin(signal).range;
        Ranged {
            usual: need(residual, quiet.usual, margin.usual),
            low: need(residual, quiet.low, margin.low),
            high: need(residual, quiet.high, margin.high),
        }
    }
}

/// The level at which a signal is clear: the level chosen in quiet, or `margin` above the noise
/// that remains if that is more. It is what is needed, and not what people will choose.
///
/// Source: our model. Listeners with earbuds set music about 13 dB above the noise, as
/// [reported here](https://www.engineering.com/listening-in-high-deafinition-how-airpods-are-affecting-our-hearing/).
///
/// ```
/// use headphones_or_iems::model::noise::{Dba, Decibels, need};
///
/// // A closed-back headphone leaves 69 dBA of a metro, so music needs 82.
/// assert_eq!(need(Dba(69.0), Dba(70.0), Decibels(13.0)), Dba(82.0));
/// // A noise-cancelling one leaves 53 dBA of an aircraft, which asks for no more than in quiet.
/// assert_eq!(need(Dba(53.0), Dba(70.0), Decibels(13.0)), Dba(70.0));
/// ```
pub fn need(residual: Dba, quiet: Dba, margin: Decibels) -> Dba {
    Dba(quiet.0.max((residual + margin).0))
}

/// The level of signal and remaining noise together, which is what the ear is exposed to:
/// `10·log10(10^(signal/10) + 10^(residual/10))`. Both are added as energies.
///
/// ```
/// use headphones_or_iems::model::noise::{Dba, total};
///
/// assert!((total(Dba(80.0), Dba(80.0)).0 - 83.01).abs() < 0.01);
/// // Music 13 dB above the noise is nearly all of the sum.
/// assert!((total(Dba(82.0), Dba(69.0)).0 - 82.21).abs() < 0.01);
/// ```
pub fn total(signal: Dba, residual: Dba) -> Dba {
    Dba(level(power(signal.0) + power(residual.0)))
}

//! Noise: how loud places are, what each type lets through, and the level needed over the rest.
//!
//! All levels are those of a free or diffuse field. Numbers with a [`Basis`] are content.

mod attenuation;
mod bands;
mod level;
mod listening;
mod place;

pub use attenuation::{Attenuation, Leak, Residual, Wearing, reduction, residual};
pub use bands::{A_WEIGHTING, BANDS_HZ, Bands, a_weighted_sum};
pub(super) use level::power;
pub use level::{Dba, Decibels, LEVELS_DBA};
pub use listening::{Listening, Margin, Signal, need, total};
pub use place::Place;

use serde::{Deserialize, Serialize};

use super::{Answers, Basis, DeviceTypeId};

/// What is said about the references that [`exposure`](super::exposure) counts with.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct References {
    /// The daily reference of NIOSH.
    pub niosh: Basis,
    /// The weekly reference of WHO and ITU for adults.
    pub adult: Basis,
    /// The weekly reference of WHO and ITU for children and sensitive people.
    pub sensitive: Basis,
}

/// What is shown to visitors whose answers say nothing about it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Example {
    /// The position of a place.
    pub place: usize,
    /// Two types.
    pub device_types: [DeviceTypeId; 2],
}

/// The content about noise.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Noise {
    /// What each type holds back, in table order. There is one for every type.
    pub attenuations: Vec<Attenuation>,
    /// What a leak takes from that.
    pub leak: Leak,
    /// The places, in the order in which they are offered.
    pub places: Vec<Place>,
    /// The place and the types that are shown at first, unless answers say which.
    pub example: Example,
    /// How loud people listen.
    pub listening: Listening,
    /// The references for listening times.
    pub references: References,
}

impl Noise {
    /// What a type holds back.
    ///
    /// # Panics
    ///
    /// If the id comes from another content and is out of range.
    pub fn attenuation(&self, device_type: DeviceTypeId) -> &Attenuation {
        &self.attenuations[device_type.index()]
    }

    /// What a type holds back if it is badly worn; `None` if it does not seal, because then nothing
    /// can leak.
    pub fn badly_worn(&self, device_type: DeviceTypeId, wearing: &Wearing) -> Option<Bands> {
        self.attenuation(device_type).seals.then(|| self.leak.leave(&wearing.bands))
    }

    /// The place with this slug.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }

    /// The places where the visitor listens, according to answers that count.
    pub fn visited<'a>(&'a self, answers: &'a Answers) -> impl Iterator<Item = &'a Place> {
        self.places.iter().filter(|place| place.is_visited(answers))
    }

    /// Everything that numbers rest on, in the order of the file.
    pub fn bases(&self) -> impl Iterator<Item = &Basis> {
        let wearings = self.attenuations.iter().flat_map(Attenuation::wearings);
        let places = self.places.iter();
        let Listening { quiet_basis, music, speech, background, .. } = &self.listening;
        let References { niosh, adult, sensitive } = &self.references;
        wearings
            .map(|wearing| &wearing.basis)
            .chain([&self.leak.basis])
            .chain(places.flat_map(|place| [&place.level_basis, &place.spectrum_basis]))
            .chain([quiet_basis, &music.basis, &speech.basis, &background.basis])
            .chain([niosh, adult, sensitive])
    }
}

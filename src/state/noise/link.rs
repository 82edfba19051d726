//! The line of the result that leads to the page Noise.

use crate::model::noise::{Bands, Dba, Noise, Place, residual};
use crate::model::{Answers, DeviceTypeId, Verdict};

/// The loudest of the places in the answers, with its position; `None` if they name no place.
pub fn loudest<'a>(noise: &'a Noise, answers: &Answers) -> Option<(usize, &'a Place)> {
    let all = noise.places.iter().enumerate();
    let visited = all.filter(|(_, place)| place.is_visited(answers));
    visited.max_by(|(_, one), (_, other)| one.level.usual.0.total_cmp(&other.level.usual.0))
}

/// The loudest place of the visitor's, and what the first two types leave of its noise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loudest {
    /// The position of the place.
    pub place: usize,
    /// Its usual level.
    pub level: Dba,
    /// The leader and the runner-up, if there is one, with what remains under each.
    pub remains: [Option<(DeviceTypeId, Dba)>; 2],
}

impl Loudest {
    /// The loudest of the places in the answers; `None` if they name no place, or no type leads.
    pub fn of(noise: &Noise, answers: &Answers, verdict: &Verdict) -> Option<Self> {
        verdict.leader?;
        let (at, place) = loudest(noise, answers)?;
        let level = place.level.usual;
        let bands = place.noise(level);
        let remains = |device_type| {
            let worn: &Bands = &noise.attenuation(device_type).usual.bands;
            (device_type, residual(&bands, worn).level)
        };
        let mut types = verdict.remaining().map(|ranked| remains(ranked.device_type));
        Some(Self { place: at, level, remains: [types.next(), types.next()] })
    }
}

//! What is heard on the page Noise.

use leptos::prelude::*;

use crate::model::noise::{Bands, Dba, Place, residual};
use crate::state::noise::{Choices, Worn};
use crate::state::player::{Player, Scene};

/// What is heard.
#[derive(Clone, Copy)]
pub struct Heard {
    pub choices: Choices,
    /// The position of the place.
    pub place: RwSignal<usize>,
    /// The type, and how it is worn; `None` is bare ears.
    pub through: RwSignal<Option<Worn>>,
    pub has_music: RwSignal<bool>,
    /// In dBA.
    pub music: RwSignal<f64>,
    pub player: Player,
}

impl Heard {
    /// What a type holds back; nothing for bare ears.
    fn attenuation(self, through: Option<Worn>) -> Bands {
        through.map_or_else(Bands::default, |worn| worn.of(self.choices.noise()).bands)
    }

    /// What a type leaves of the place, such as "52 dBA". Tracked.
    pub fn leaves(self, through: Option<Worn>) -> String {
        let left = self.remains(through).map(|(_, _, left)| format!("{:.0} dBA", left.0));
        left.unwrap_or_default()
    }

    /// The music beside what remains of the noise. Tracked.
    pub fn beside(self) -> String {
        let remains = self.remains(self.through.get()).map_or(0.0, |(_, _, left)| left.0);
        match (self.music.get() - remains).round() {
            by if by < 0.0 => format!("{} dB below the noise", -by),
            by if by > 0.0 => format!("{by} dB above the noise"),
            _ => "as loud as the noise".to_owned(),
        }
    }

    /// The scene; `None` if there is no place. Tracked.
    pub fn scene(self) -> Option<Scene> {
        let (place, level) = self.choices.at(self.place.get())?;
        Some(Scene {
            place: place.noise(level).0,
            place_dba: level.0,
            attenuation: self.attenuation(self.through.get()).0,
            music_dba: self.has_music.get().then(|| self.music.get()),
        })
    }

    /// The place, its level, and what a type leaves of it. Tracked.
    pub fn remains(self, through: Option<Worn>) -> Option<(&'static Place, Dba, Dba)> {
        let (place, level) = self.choices.at(self.place.get())?;
        Some((place, level, residual(&place.noise(level), &self.attenuation(through)).level))
    }
}

//! What the visitor has chosen on the page Noise. It lasts as long as the view.

use leptos::prelude::*;

use super::entry::Entry;
use crate::model::noise::{Dba, Noise, Place, Signal as Listened, Wearing};
use crate::model::{Answers, DeviceTypeId, Verdict};

/// A type, and how it is worn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Worn {
    /// The type.
    pub device_type: DeviceTypeId,
    /// The position of the way of wearing it; 0 is the usual one.
    pub wearing: usize,
}

/// The choices of the page, as signals. A copy is the same choices.
#[derive(Clone, Copy)]
pub struct Choices {
    noise: &'static Noise,
    /// For each place, whether it is shown.
    ticked: RwSignal<Vec<bool>>,
    /// For each place, its level.
    levels: RwSignal<Vec<Entry>>,
    /// The type that is shown, and the one that it is compared with.
    worn: RwSignal<[Option<Worn>; 2]>,
    /// What is listened to.
    pub listened: RwSignal<Listened>,
    /// The level that the visitor chooses in quiet.
    pub quiet: RwSignal<Entry>,
}

impl Worn {
    /// A type in its usual way.
    pub const fn usual(device_type: DeviceTypeId) -> Self {
        Self { device_type, wearing: 0 }
    }

    /// The way of wearing it.
    pub fn of(self, noise: &Noise) -> &Wearing {
        let attenuation = noise.attenuation(self.device_type);
        attenuation.wearings().nth(self.wearing).unwrap_or(&attenuation.usual)
    }
}

impl Choices {
    /// The choices at first: the places of the quiz with the leader and the runner-up, or else
    /// those of the example.
    pub fn new(noise: &'static Noise, answers: &Answers, verdict: &Verdict) -> Self {
        let mut ticked: Vec<bool> =
            noise.places.iter().map(|place| place.is_visited(answers)).collect();
        let levels = noise.places.iter().map(|place| Entry::new(place.level.usual)).collect();
        if !ticked.contains(&true) {
            ticked[noise.example.place] = true;
        }
        let mut types: Vec<DeviceTypeId> = match verdict.leader {
            Some(_) => verdict.remaining().map(|at| at.device_type).collect(),
            None => Vec::new(),
        };
        types.extend(noise.example.device_types);
        let first = types.first().copied();
        let second = types.iter().copied().find(|at| Some(*at) != first);
        Self {
            noise,
            ticked: RwSignal::new(ticked),
            levels: RwSignal::new(levels),
            worn: RwSignal::new([first, second].map(|at| at.map(Worn::usual))),
            listened: RwSignal::new(Listened::Music),
            quiet: RwSignal::new(Entry::new(noise.listening.quiet.usual)),
        }
    }

    /// The content about noise.
    pub const fn noise(self) -> &'static Noise {
        self.noise
    }

    /// Whether a place is shown. Tracked.
    pub fn is_ticked(self, place: usize) -> bool {
        self.ticked.read().get(place).copied().unwrap_or(false)
    }

    /// The places that are shown, in order. Tracked.
    pub fn places(self) -> Vec<usize> {
        let ticked = self.ticked.read();
        (0..ticked.len()).filter(|at| ticked[*at]).collect()
    }

    /// Shows a place, or hides it.
    pub fn toggle(self, place: usize) {
        self.ticked.update(|ticked| {
            if let Some(is_ticked) = ticked.get_mut(place) {
                *is_ticked = !*is_ticked;
            }
        });
    }

    /// The field with the level of a place. Tracked.
    pub fn level(self, place: usize) -> Entry {
        self.levels.read().get(place).cloned().unwrap_or_else(|| Entry::new(Dba::default()))
    }

    /// Takes a level that was typed.
    pub fn enter_level(self, place: usize, text: String) {
        self.levels.update(|levels| {
            if let Some(level) = levels.get_mut(place) {
                level.enter(text);
            }
        });
    }

    /// The types that are shown. Tracked.
    pub fn worn(self) -> impl Iterator<Item = Worn> {
        self.worn.get().into_iter().flatten()
    }

    /// The type in the first or the second field. Tracked.
    pub fn worn_at(self, field: usize) -> Option<Worn> {
        self.worn.read().get(field).copied().flatten()
    }

    /// Puts a type, or none, into a field. If the other field has the same type, it is worn in
    /// another way, if there is one.
    pub fn wear(self, field: usize, worn: Option<Worn>) {
        let other = self.worn.with_untracked(|all| all.iter().position(|at| *at == worn));
        let worn = match (worn, other) {
            (Some(worn), Some(other)) if other != field => Some(self.another_way(worn)),
            _ => worn,
        };
        self.worn.update(|all| {
            if let Some(one) = all.get_mut(field) {
                *one = worn;
            }
        });
    }

    /// The same type in another way, or in the same if there is no other.
    fn another_way(self, worn: Worn) -> Worn {
        let count = self.noise.attenuation(worn.device_type).wearings().count();
        Worn { wearing: (worn.wearing + 1) % count, ..worn }
    }

    /// The level in quiet that the visitor has put in place of the usual one. Tracked.
    pub fn own_quiet(self) -> Option<Dba> {
        let quiet = self.quiet.read().level;
        (quiet != self.noise.listening.quiet.usual).then_some(quiet)
    }

    /// The place and its level. Tracked.
    pub fn at(self, place: usize) -> Option<(&'static Place, Dba)> {
        Some((self.noise.places.get(place)?, self.level(place).level))
    }
}

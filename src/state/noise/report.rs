//! What remains of a place under a type, how loud something must then be, and for how long.

use leptos::prelude::*;

use super::choices::{Choices, Worn};
use crate::model::Ranged;
use crate::model::exposure::{Exposure, Hours, Mode};
use crate::model::noise::{
    Bands, Dba, Listening, Noise, Residual, Signal as Listened, residual, total,
};

/// One place under the types that are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceReport {
    /// The position of the place.
    pub place: usize,
    /// The noise at bare ears.
    pub bare: Residual,
    /// Each type.
    pub types: Vec<TypeReport>,
}

/// One type at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeReport {
    /// The type.
    pub worn: Worn,
    /// What remains if it fits.
    pub fits: Residual,
    /// The level that plausibly remains, from the most to the least that it holds back.
    pub range: Ranged<Dba>,
    /// What remains if it fits badly; `None` if it does not seal.
    pub leaks: Option<Residual>,
    /// The level at which something can be followed.
    pub need: Ranged<Dba>,
    /// The hours a day at that level, with the noise that remains, to the reference of NIOSH.
    pub daily: Ranged<Hours>,
    /// The hours a week to the reference of WHO and ITU for adults.
    pub weekly: Ranged<Hours>,
}

/// What is listened to, and how loud in quiet.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Taste {
    listened: Listened,
    /// The visitor's own level in quiet, if they have entered one.
    quiet: Option<Dba>,
}

/// The place under the types that are shown; `None` if there is no such place. Tracked.
pub fn report(choices: Choices, place: usize) -> Option<PlaceReport> {
    let (text, level) = choices.at(place)?;
    let noise = text.noise(level);
    let taste = Taste { listened: choices.listened.get(), quiet: choices.own_quiet() };
    let of = |worn| TypeReport::of(choices.noise(), &noise, worn, taste);
    let bare = residual(&noise, &Bands::default());
    Some(PlaceReport { place, bare, types: choices.worn().map(of).collect() })
}

impl TypeReport {
    fn of(content: &Noise, noise: &Bands, worn: Worn, taste: Taste) -> Self {
        let wearing = worn.of(content);
        let fits = residual(noise, &wearing.bands);
        let range = Ranged {
            usual: fits.level,
            low: residual(noise, &wearing.high()).level,
            high: residual(noise, &wearing.low()).level,
        };
        let badly = content.badly_worn(worn.device_type, wearing);
        let need = need(&content.listening, range, taste);
        let loud = Ranged {
            usual: total(need.usual, range.usual),
            low: total(need.low, range.low),
            high: total(need.high, range.high),
        };
        Self {
            worn,
            fits,
            range,
            leaks: badly.map(|bands| residual(noise, &bands)),
            need,
            daily: hours(loud, Exposure::niosh_daily),
            weekly: hours(loud, |level| Exposure::weekly(level, Mode::Adult)),
        }
    }
}

/// The level that is needed over what remains, with the ranges of both.
fn need(listening: &Listening, remains: Ranged<Dba>, taste: Taste) -> Ranged<Dba> {
    let of = |remains| listening.need(remains, taste.listened, taste.quiet);
    Ranged { usual: of(remains.usual).usual, low: of(remains.low).low, high: of(remains.high).high }
}

/// The hours at levels. The louder, the shorter, so the high level gives the low number.
fn hours(levels: Ranged<Dba>, of: impl Fn(Dba) -> Hours) -> Ranged<Hours> {
    Ranged { usual: of(levels.usual), low: of(levels.high), high: of(levels.low) }
}

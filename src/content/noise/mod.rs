//! Checks `noise.json`.

mod attenuation;
mod bands;
mod place;

use std::ops::RangeInclusive;

use super::error::{At, ContentError};
use super::lookup::Lookup;
use super::number::{basis, filled, ranged};
use super::schema::{Range, noise as schema};
use crate::model::noise::{Dba, Decibels, Example, LEVELS_DBA, Listening, Margin, References};
use crate::model::{Noise, Question};

const FILE: &str = "noise.json";

/// The margins above the remaining noise that can be needed, in dB.
const MARGINS: RangeInclusive<f64> = 0.0..=40.0;

pub(super) fn noise(
    lookup: &Lookup,
    questions: &[Question],
    raw: &schema::Noise,
) -> Result<Noise, ContentError> {
    Ok(Noise {
        attenuations: attenuation::attenuations(lookup, &raw.attenuation)?,
        leak: attenuation::leak(lookup, &raw.leak)?,
        places: place::places(lookup, questions, &raw.places)?,
        example: example(lookup, raw)?,
        listening: listening(lookup, &raw.listening)?,
        references: references(lookup, &raw.references)?,
    })
}

fn example(lookup: &Lookup, raw: &schema::Noise) -> Result<Example, ContentError> {
    let (at, example) = (at("example"), &raw.example);
    let place = raw.places.iter().position(|place| place.id == example.place);
    let unknown = || at.error("place", format!("`{}` is not one of the places", example.place));
    let [one, other] = &example.types;
    let device_type = |id| lookup.device_type(at, "types", id);
    Ok(Example {
        place: place.ok_or_else(unknown)?,
        device_types: [device_type(one)?, device_type(other)?],
    })
}

fn at(item: &str) -> At<'_> {
    At { file: FILE, item }
}

fn listening(lookup: &Lookup, raw: &schema::Listening) -> Result<Listening, ContentError> {
    let margin = |item: &str, raw: &Range| {
        let range = ranged(at(item), raw, &MARGINS, Decibels)?;
        Ok(Margin { range, basis: basis(lookup, at(item), &raw.basis)? })
    };
    Ok(Listening {
        quiet: ranged(at("quiet"), &raw.quiet, &LEVELS_DBA, Dba)?,
        quiet_basis: basis(lookup, at("quiet"), &raw.quiet.basis)?,
        music: margin("music", &raw.music)?,
        speech: margin("speech", &raw.speech)?,
        background: margin("background", &raw.background)?,
    })
}

fn references(lookup: &Lookup, raw: &schema::References) -> Result<References, ContentError> {
    Ok(References {
        niosh: basis(lookup, at("niosh"), &raw.niosh)?,
        adult: basis(lookup, at("adult"), &raw.adult)?,
        sensitive: basis(lookup, at("sensitive"), &raw.sensitive)?,
    })
}

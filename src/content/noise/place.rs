//! Checks the places.

use std::ops::RangeInclusive;

use super::super::error::{At, ContentError};
use super::super::lookup::{Lookup, unique};
use super::super::schema::noise as schema;
use super::bands::bands;
use super::{FILE, at, basis, filled, ranged};
use crate::model::noise::{Bands, Dba, LEVELS_DBA, Place, a_weighted_sum};
use crate::model::{Condition, Kind, OptionId, Question, QuestionId};

/// The levels that a band can have relative to the A-weighted level, in dB.
const SPECTRUM: RangeInclusive<f64> = -60.0..=40.0;
/// How far the A-weighted sum of a spectrum may be from 0 dB, because its bands are rounded.
const ROUNDING: f64 = 0.1;

pub(super) fn places(
    lookup: &Lookup,
    questions: &[Question],
    raw: &[schema::Place],
) -> Result<Vec<Place>, ContentError> {
    unique(FILE, "id", raw.iter().map(|place| place.id.as_str()))?;
    raw.iter().map(|raw| place(lookup, questions, raw)).collect()
}

fn place(
    lookup: &Lookup,
    questions: &[Question],
    raw: &schema::Place,
) -> Result<Place, ContentError> {
    let (level, shape) = (format!("{} level", raw.id), format!("{} spectrum", raw.id));
    Ok(Place {
        id: raw.id.clone(),
        name: filled(at(&raw.id), "name", &raw.name)?,
        text: filled(at(&raw.id), "text", &raw.text)?,
        level: ranged(at(&level), &raw.level, &LEVELS_DBA, Dba)?,
        level_basis: basis(lookup, at(&level), &raw.level.basis)?,
        spectrum: spectrum(at(&shape), &raw.spectrum)?,
        spectrum_basis: basis(lookup, at(&shape), &raw.spectrum.basis)?,
        when: when(at(&raw.id), questions, &raw.when)?,
    })
}

fn spectrum(at: At, raw: &schema::Spectrum) -> Result<Bands, ContentError> {
    let levels = bands(at, "bands", &raw.bands, &SPECTRUM)?;
    let sum = a_weighted_sum(&levels).0;
    at.ensure(sum.abs() <= ROUNDING, "bands", || {
        format!("the A-weighted sum is {sum:.2} dB and must be 0; take that off every band")
    })?;
    Ok(levels)
}

/// One condition for each answer of each context that says that the visitor listens there.
fn when(at: At, questions: &[Question], ids: &[String]) -> Result<Vec<Condition>, ContentError> {
    let mut conditions = Vec::new();
    for id in ids {
        let context = |known: &Question| known.id == *id && known.kind == Kind::Context;
        let found = questions.iter().position(context).and_then(|found| u8::try_from(found).ok());
        let unknown = || {
            at.error(
                "when",
                format!("`{id}` is no listening context; use an id of `contexts.json`"),
            )
        };
        let question = QuestionId(found.ok_or_else(unknown)?);
        let yes = questions[question.index()].options.iter().enumerate();
        let yes = yes.filter(|(_, option)| option.id != "never");
        conditions.extend(yes.filter_map(|(option, _)| {
            Some(Condition { question, option: OptionId(u8::try_from(option).ok()?) })
        }));
    }
    Ok(conditions)
}

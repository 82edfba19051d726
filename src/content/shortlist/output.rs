//! Checks what headphones can be plugged into.

use std::ops::RangeInclusive;

use super::super::error::{At, ContentError};
use super::super::lookup::{Lookup, unique};
use super::super::number::{basis, filled, within};
use super::super::schema::shortlist as schema;
use super::{FILE, at};
use crate::model::drive::{IMPEDANCES, MILLIAMPS, MILLIWATTS, OUTPUT_IMPEDANCES, Output, VOLTS};
use crate::model::shortlist::{OutputPreset, Raised};

/// The id that stands for the visitor's own values.
const OWN: &str = "own";

pub(super) fn outputs(
    lookup: &Lookup,
    raw: &[schema::Output],
) -> Result<Vec<OutputPreset>, ContentError> {
    unique(FILE, "id", raw.iter().map(|raw| raw.id.as_str()))?;
    raw.iter().map(|raw| output(lookup, at(&raw.id), raw)).collect()
}

fn output(lookup: &Lookup, at: At, raw: &schema::Output) -> Result<OutputPreset, ContentError> {
    at.ensure(raw.id != OWN, "id", || {
        "`own` stands for the visitor’s values; choose another".into()
    })?;
    let number = |field, value: Option<f64>, range: &RangeInclusive<f64>| {
        value.map_or(Ok(()), |value| within(at, field, value, range, "")).map(|()| value)
    };
    let output = Output {
        volts: number("volts", raw.volts, &VOLTS)?,
        impedance: number("impedance", raw.impedance, &OUTPUT_IMPEDANCES)?,
        milliamps: number("milliamps", raw.milliamps, &MILLIAMPS)?,
        milliwatts: number("milliwatts", raw.milliwatts, &MILLIWATTS)?,
    };
    at.ensure(output.volts.or(output.milliwatts).is_some(), "volts", || {
        "is missing; give the voltage or the power".into()
    })?;
    let note = raw.note.as_ref().map(|note| filled(at, "note", note)).transpose()?;
    Ok(OutputPreset {
        id: raw.id.clone(),
        name: filled(at, "name", &raw.name)?,
        output,
        raised: raw.raised.as_ref().map(|raw| raised(at, raw)).transpose()?,
        basis: basis(lookup, at, &raw.basis)?,
        note,
    })
}

fn raised(at: At, raw: &schema::Raised) -> Result<Raised, ContentError> {
    within(at, "from", raw.from, &IMPEDANCES, "")?;
    within(at, "volts", raw.volts, &VOLTS, " when raised")?;
    Ok(Raised { from: raw.from, volts: raw.volts })
}

//! Checks `shortlist.json`.

mod cost;
mod output;

use std::ops::RangeInclusive;

use super::error::{At, ContentError};
use super::lookup::Lookup;
use super::number::{basis, ranged};
use super::schema::{Range, shortlist as schema};
use crate::model::drive::PEAKS;
use crate::model::shortlist::{Defaults, Estimate};

const FILE: &str = "shortlist.json";

/// The hours that a week has.
const HOURS: RangeInclusive<f64> = 0.5..=168.0;
/// The crest factors that music can have, in dB.
const CRESTS: RangeInclusive<f64> = 0.0..=30.0;

pub(super) fn defaults(lookup: &Lookup, raw: &schema::Shortlist) -> Result<Defaults, ContentError> {
    Ok(Defaults {
        types: cost::types(lookup, &raw.types)?,
        hours: estimate(lookup, at("hours"), &raw.hours, &HOURS)?,
        peak: estimate(lookup, at("peak"), &raw.peak, &PEAKS)?,
        crest: estimate(lookup, at("crest"), &raw.crest, &CRESTS)?,
        outputs: output::outputs(lookup, &raw.outputs)?,
    })
}

fn at(item: &str) -> At<'_> {
    At { file: FILE, item }
}

fn estimate(
    lookup: &Lookup,
    at: At,
    raw: &Range,
    limits: &RangeInclusive<f64>,
) -> Result<Estimate, ContentError> {
    let range = ranged(at, raw, limits, |value| value)?;
    Ok(Estimate { range, basis: basis(lookup, at, &raw.basis)? })
}

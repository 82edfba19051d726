//! Checks what several files have: numbers with a range, and what they rest on.

use std::ops::RangeInclusive;

use super::error::{At, ContentError};
use super::lookup::Lookup;
use super::schema;
use crate::model::{Basis, Ranged};

/// A value whose range is in `limits` and encloses it.
pub(super) fn ranged<T>(
    at: At,
    raw: &schema::Range,
    limits: &RangeInclusive<f64>,
    unit: fn(f64) -> T,
) -> Result<Ranged<T>, ContentError> {
    for (field, value) in [("usual", raw.usual), ("low", raw.low), ("high", raw.high)] {
        within(at, field, value, limits, "")?;
    }
    at.ensure(raw.low <= raw.usual, "low", || "is above `usual`; swap the numbers".into())?;
    at.ensure(raw.usual <= raw.high, "high", || "is below `usual`; swap the numbers".into())?;
    Ok(Ranged { usual: unit(raw.usual), low: unit(raw.low), high: unit(raw.high) })
}

/// A number in `range`. `place` says which one of several it is.
pub(super) fn within(
    at: At,
    field: &str,
    value: f64,
    range: &RangeInclusive<f64>,
    place: &str,
) -> Result<(), ContentError> {
    at.ensure(range.contains(&value), field, || {
        format!("{value}{place}: use {} to {}", range.start(), range.end())
    })
}

/// What numbers rest on.
pub(super) fn basis(lookup: &Lookup, at: At, raw: &schema::Basis) -> Result<Basis, ContentError> {
    let (grade, sources) = lookup.evidence(at, &raw.grade, &raw.sources)?;
    let text = filled(at, "text", &raw.text)?;
    Ok(Basis { grade, sources, text })
}

/// A text that must not be empty.
pub(super) fn filled(at: At, field: &str, text: &str) -> Result<String, ContentError> {
    at.ensure(!text.is_empty(), field, || "is empty; write a few words".into())?;
    Ok(text.to_owned())
}

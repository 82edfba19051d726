//! Checks numbers: eight bands, and values with a range.

use std::ops::RangeInclusive;

use super::super::error::{At, ContentError};
use super::super::schema::noise as schema;
use crate::model::noise::{BANDS_HZ, Bands, Ranged};

/// Eight values in `range`.
pub(super) fn bands(
    at: At,
    field: &str,
    values: &[f64],
    range: &RangeInclusive<f64>,
) -> Result<Bands, ContentError> {
    let count = BANDS_HZ.len();
    let wrong =
        || at.error(field, format!("has {} values; give {count}, 63 Hz first", values.len()));
    let bands = <[f64; 8]>::try_from(values).map_err(|_| wrong())?;
    for (hz, value) in BANDS_HZ.into_iter().zip(bands) {
        within(at, field, value, range, &format!(" at {hz} Hz"))?;
    }
    Ok(Bands(bands))
}

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

fn within(
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

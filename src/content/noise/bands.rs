//! Checks the numbers of the eight bands.

use std::ops::RangeInclusive;

use super::super::error::{At, ContentError};
use super::super::number::within;
use crate::model::noise::{BANDS_HZ, Bands};

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

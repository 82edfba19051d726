//! Conversions between numbers that `std` leaves to `as`.

/// The nearest single-precision number, which is what the browser plays.
#[expect(clippy::cast_possible_truncation, reason = "samples and gains need no more precision")]
pub(super) const fn single(value: f64) -> f32 {
    value as f32
}

/// A count of samples as a number.
#[expect(clippy::cast_precision_loss, reason = "counts of samples are far below 2^52")]
pub(super) const fn real(count: usize) -> f64 {
    count as f64
}

/// The whole part of a number of samples; 0 if it is negative or not a number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and samples are counted in whole numbers"
)]
pub(super) const fn whole(value: f64) -> usize {
    value as usize
}

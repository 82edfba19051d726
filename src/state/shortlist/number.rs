//! Numbers that visitors type.

use std::ops::RangeInclusive;

use super::is_other_unit;

/// Why what was typed cannot be counted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCounted {
    /// It is not a number.
    NotANumber,
    /// It may be a thousand or a decimal, such as `1,500` or `1.500`, or separates thousands.
    Ambiguous,
    /// It is outside the range.
    OutOfRange,
    /// It has another unit than the field.
    OtherUnit,
}

/// Reads a number with a decimal point or comma, rounded to two decimals, with or without a unit or a
/// currency sign. Nothing typed is no number, which is no mistake.
///
/// # Errors
///
/// If it cannot be counted with.
///
/// ```
/// use headphones_or_iems::state::shortlist::{NotCounted, number};
/// assert_eq!(number("249,95 €", &(0.0..=1e5)), Ok(Some(249.95)));
/// assert_eq!(number(" ", &(0.0..=1e5)), Ok(None));
/// assert_eq!(number("1,500", &(0.0..=1e5)), Err(NotCounted::Ambiguous));
/// assert_eq!(number("forty", &(0.0..=1e5)), Err(NotCounted::NotANumber));
/// assert_eq!(number("-1", &(0.0..=1e5)), Err(NotCounted::OutOfRange));
/// ```
pub fn number(text: &str, range: &RangeInclusive<f64>) -> Result<Option<f64>, NotCounted> {
    let is_part = |at: char| at.is_ascii_digit() || matches!(at, '.' | ',' | '-' | '−');
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.trim_matches(|at| !is_part(at)).replace('−', "-");
    if is_grouped(&number) {
        return Err(NotCounted::Ambiguous);
    }
    let number = number.replace(',', ".");
    let units = text.chars().filter(|at| !is_part(*at) && !at.is_whitespace()).count();
    if number.is_empty() || !number.chars().all(is_part) || units > LONGEST_UNIT {
        return Err(NotCounted::NotANumber);
    }
    let value: f64 = number.parse().map_err(|_| NotCounted::NotANumber)?;
    let value = (value * 100.0).round() / 100.0;
    if range.contains(&value) { Ok(Some(value)) } else { Err(NotCounted::OutOfRange) }
}

/// Reads a number of a field that counts in `unit`, as [`number`] does. Another unit is refused.
///
/// # Errors
///
/// If it cannot be counted with.
///
/// ```
/// use headphones_or_iems::state::shortlist::{NotCounted, counted};
/// assert_eq!(counted("32 Ω", &(1.0..=1e3), "Ω"), Ok(Some(32.0)));
/// assert_eq!(counted("1 kΩ", &(1.0..=1e3), "Ω"), Err(NotCounted::OtherUnit));
/// ```
pub fn counted(
    text: &str,
    range: &RangeInclusive<f64>,
    unit: &str,
) -> Result<Option<f64>, NotCounted> {
    match number(text, range) {
        Ok(Some(_)) if is_other_unit(text, unit) => Err(NotCounted::OtherUnit),
        read => read,
    }
}

/// Whether three digits follow what may separate thousands: `1,500`, `1 500` or `1,234.50`.
fn is_grouped(number: &str) -> bool {
    let is_separator = |at: char| at.is_whitespace() || matches!(at, '.' | ',' | '\'' | '’');
    let parts: Vec<&str> = number.trim_start_matches('-').split(is_separator).collect();
    let is_number = parts.iter().all(|part| part.chars().all(|at| at.is_ascii_digit()));
    let is_thousand = parts.get(1).is_some_and(|part| part.len() == 3);
    is_number && is_thousand && !matches!(parts.first(), Some(&("" | "0")))
}

/// The most characters that a unit has, such as "dB/mW" or "a year".
const LONGEST_UNIT: usize = 6;

/// A number as a field shows it; empty if there is none.
pub fn shown(number: Option<f64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

//! What the fields of the shortlist mean. Each is a text under a name, so that a version that knows more
//! fields, or more values of one, loses nothing to a version that does not.
//!
//! Numbers are plain decimals, such as `249.95`. What has not been said has no field. A field that cannot
//! be read, or has a number out of range, counts as not said and stays as it is until the visitor says
//! something else.

mod candidate;
mod comparison;
mod habits;

use std::ops::RangeInclusive;

use super::v2::{Fields, MOST_FIELDS};
pub(super) use comparison::CANDIDATES;

/// A record of the model that can be written as fields.
pub(super) trait AsFields {
    /// Reads what can be read.
    fn read(fields: &Fields) -> Self;
    /// Writes what has been said.
    fn write(&self) -> Fields;
}

/// Changes `fields` so that they say the same as `value`. Fields that say it already, and those that say
/// nothing that `value` could hold, stay as they are.
pub(super) fn change<T: AsFields>(fields: &mut Fields, value: &T) {
    let (before, after) = (T::read(fields).write(), value.write());
    for (name, _) in &before.0 {
        if after.get(name).is_none() {
            fields.remove(name);
        }
    }
    for (name, text) in after.0 {
        // With more fields, the document could not be read again.
        let has_room = fields.0.len() < MOST_FIELDS || fields.get(&name).is_some();
        if has_room && before.get(&name) != Some(&text) {
            fields.set(&name, text);
        }
    }
}

/// The text of a field, cut to `most` characters; empty if there is none.
fn text(fields: &Fields, name: &str, most: usize) -> String {
    fields.get(name).map(|text| cut(text, most)).unwrap_or_default()
}

/// The number of a field, if it is in `range`.
fn number(fields: &Fields, name: &str, range: &RangeInclusive<f64>) -> Option<f64> {
    decimal(fields.get(name)?, range)
}

/// Reads a plain decimal, such as `-0.5`, if it is in `range`.
fn decimal(text: &str, range: &RangeInclusive<f64>) -> Option<f64> {
    let is_plain = text.bytes().all(|at| at.is_ascii_digit() || matches!(at, b'.' | b'-'));
    let number = text.parse().ok().filter(|_| is_plain)?;
    range.contains(&number).then_some(number)
}

/// Writes a text, cut to `most` characters, unless it is empty.
fn put_text(fields: &mut Fields, name: &str, text: &str, most: usize) {
    if !text.is_empty() {
        fields.set(name, cut(text, most));
    }
}

/// Writes a number, if it is in `range`.
fn put_number(fields: &mut Fields, name: &str, number: Option<f64>, range: &RangeInclusive<f64>) {
    if let Some(number) = number.filter(|number| range.contains(number)) {
        fields.set(name, number.to_string());
    }
}

/// The first `most` characters.
fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

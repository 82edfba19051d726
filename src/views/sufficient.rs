//! What a visitor would have to care about to get a type, in words.

use super::words;
use crate::model::{DeviceTypeId, MOST_CHANGES, Quiz};
use crate::state::sufficient_answers;

/// "“Calls: daily” and “Glasses: glasses”.", or that [`MOST_CHANGES`] answers or fewer do not.
pub fn sufficient(quiz: &Quiz, device_type: DeviceTypeId) -> String {
    let Some(changes) = sufficient_answers(quiz, device_type) else {
        return format!("not with {MOST_CHANGES} answers or fewer.");
    };
    let each: Vec<String> = changes.into_iter().map(|change| words::change(quiz, change)).collect();
    format!("{}.", each.join(" and "))
}

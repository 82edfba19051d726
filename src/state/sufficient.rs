//! What a visitor would have to care about to get a type.

use crate::model::{Answers, Change, ChangeTable, Counterfactual, DeviceTypeId, Quiz};

/// The fewest answers that put a type alone in first place when nothing else is answered, or `None`
/// if [`MOST_CHANGES`](crate::model::MOST_CHANGES) or fewer do not.
pub fn sufficient_answers(quiz: &Quiz, device_type: DeviceTypeId) -> Option<Vec<Change>> {
    let change_table = ChangeTable::of(quiz, &Answers::empty(quiz));
    Counterfactual::fewest(&change_table, device_type).map(|found| found.changes)
}

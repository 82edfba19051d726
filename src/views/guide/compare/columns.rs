//! What the visitor has set in the comparison, and the columns that follow from it.

use leptos::prelude::*;

use crate::model::{CriterionId, DeviceTypeSet};
use crate::state::{Columns, Session};

/// The state of the comparison; not stored.
#[derive(Clone, Copy)]
pub(super) struct Comparison {
    pub(super) picked: RwSignal<DeviceTypeSet>,
    pub(super) is_by_difference: RwSignal<bool>,
    /// The row that orders the columns.
    pub(super) sorted_by: RwSignal<Option<CriterionId>>,
    /// The rows that show their reasons. Kept here so that they stay open when the rows move from
    /// one order into the other.
    open_rows: RwSignal<Vec<CriterionId>>,
    pub(super) columns: Memo<Columns>,
}

impl Comparison {
    /// All types and criteria in table order.
    pub(super) fn new(session: Session) -> Self {
        let picked = RwSignal::new(DeviceTypeSet::default());
        let sorted_by = RwSignal::new(None);
        let columns = Memo::new(move |_| {
            // Not tracked: columns must not move while the visitor sets an own rating.
            let ratings = session.ratings().read_untracked();
            Columns::of(session.quiz(), &ratings, picked.get(), sorted_by.get())
        });
        Self {
            picked,
            is_by_difference: RwSignal::new(false),
            sorted_by,
            open_rows: RwSignal::new(Vec::new()),
            columns,
        }
    }

    /// How many columns a cell across all types spans; tracked.
    pub(super) fn span(self) -> usize {
        self.columns.read().count()
    }

    /// Whether a row shows its reasons; tracked.
    pub(super) fn is_open(self, row: CriterionId) -> bool {
        self.open_rows.read().contains(&row)
    }

    /// Opens or closes a row.
    pub(super) fn toggle(self, row: CriterionId) {
        self.open_rows.update(|rows| {
            let count = rows.len();
            rows.retain(|at| *at != row);
            if rows.len() == count {
                rows.push(row);
            }
        });
    }
}

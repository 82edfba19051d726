//! The shortlist: what it shows about candidates, and what may be typed into its fields.

mod cost;
mod drive;
mod number;
mod order;
mod page;
mod prefer;
mod reasons;
mod return_by;
mod sensitivity;
mod try_on;
mod unit;

pub use cost::{
    Compared, Costing, HORIZON, HOURS, Versus, amount, compared, horizon, hour_amount, hours,
    months, spread, years,
};
pub use drive::{
    DRIVE_ROWS, DriveReport, DriveRow, Driving, OWN, Wanted, WantedFrom, change_source,
};
pub use number::{NotCounted, number, shown};
pub use order::{Arranged, Arrangement, Filter, SortBy, arranged};
pub use page::{Listed, SIDE_BY_SIDE, Shortlist};
pub use prefer::{Phase, cases, name, outcome_in_words, pair, status_in_words, told_apart};
pub use reasons::{criteria, reasons};
pub use return_by::{ReturnTime, date_in_words, return_in_words};
pub use sensitivity::{Per, SensitivityEntry, SensitivityForm};
pub use try_on::{Step, line, steps, tried};
pub use unit::is_other_unit;

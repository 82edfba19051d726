//! The shortlist: what it shows about candidates, and what may be typed into its fields.

mod cost;
mod drive;
mod gone;
mod number;
mod order;
mod page;
mod pair;
mod prefer;
mod quantity;
mod reasons;
mod return_by;
mod sensitivity;
mod today;
mod try_on;
mod unit;

pub use cost::{
    Costing, HORIZON, HOURS, Versus, amount, horizon, hour_amount, hours, months, spread, years,
};
pub use drive::{
    DRIVE_ROWS, DriveReport, DriveRow, Driving, OWN, Wanted, WantedFrom, change_source,
};
pub use gone::{Gone, Typing};
pub use number::{NotCounted, counted, number, shown};
pub use order::{Arranged, Arrangement, Filter, SortBy, arranged};
pub use page::{Listed, SIDE_BY_SIDE, Shortlist};
pub use pair::pair;
pub use prefer::{Phase, cases, name, outcome_in_words, status_in_words, told_apart};
pub use quantity::{
    BATTERY, COMPARED_OVER, CONSUMABLES, HOURS_A_WEEK, IMPEDANCE, LASTS, OF_CANDIDATE, OF_SOURCE,
    PEAK, PRICE, Quantity,
};
pub use reasons::{criteria, reasons};
pub use return_by::{ReturnTime, date_in_words, return_in_words};
pub use sensitivity::{Per, SensitivityEntry, SensitivityForm};
pub use today::LONGEST_WAIT;
pub use try_on::{Step, line, steps, tried};
pub use unit::is_other_unit;

//! The page Noise: what the visitor has chosen, and what remains of each place under each type.

mod choices;
mod entry;
mod link;
mod report;
mod words;

pub use choices::{Choices, Worn};
pub use entry::{Entry, LevelProblem};
pub use link::{Loudest, loudest};
pub use report::{PlaceReport, TypeReport, report};
pub use words::{DAY, WEEK, compared, daily, hours, loudness, weekly};

//! The live session: the visitor's inputs, the current route, and whether the inputs are stored.

mod comparison;
mod differences;
mod import;
pub mod noise;
mod persistence;
pub mod player;
mod remaining;
pub mod result;
mod sections;
mod session;
pub mod shortlist;
mod snapshots;
mod sufficient;
mod sum_example;
mod theme;
mod workspace;

pub use comparison::{Columns, ComparedCell, ComparedRow};
pub use differences::Differences;
pub use import::ImportPreview;
pub use persistence::Persistence;
pub use remaining::Outlook;
pub use sections::is_method_section;
pub use session::{Full, PendingImport, Session, Stored};
pub use snapshots::{ListedSnapshot, Recount, Since, SnapshotList};
pub use sufficient::sufficient_answers;
pub use sum_example::SumExample;
pub use theme::Theme;

pub use crate::platform::Browser;
pub use crate::store::link::Completeness;

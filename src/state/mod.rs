//! The live session: what the visitor has said so far, where they are, and whether it is kept.

mod persistence;
mod session;
mod theme;
mod workspace;

pub use persistence::Persistence;
pub use session::{PendingImport, Session, Stored};
pub use theme::Theme;

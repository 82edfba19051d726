//! The live session: the visitor's inputs, the current route, and whether the inputs are stored.

mod persistence;
mod session;
mod theme;
mod workspace;

pub use persistence::Persistence;
pub use session::{PendingImport, Session, Stored};
pub use theme::Theme;

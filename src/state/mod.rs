//! The live session: what the visitor has said so far, where they are, and whether it is kept.

mod desk;
mod keeping;
mod session;
mod theme;

pub use keeping::Keeping;
pub use session::{Offer, Session, Stored};
pub use theme::Theme;

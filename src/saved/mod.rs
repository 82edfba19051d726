//! The stored document: inputs only, never results. Speaks text; where it is kept is `browser`'s.

mod run;
mod said;
mod tree;
mod v1;

pub use v1::Saved;

/// Why stored text could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Written by a newer version of this app.
    Newer,
    /// Not a document of ours, or damaged.
    Foreign,
}

/// Longer documents are not ours: every answer to every question takes a few kilobytes.
pub const MAX_BYTES: usize = 1 << 20;

//! The stored document: inputs only, never results. Speaks text; where it is kept is `browser`'s.

mod document;
mod inputs;
pub mod link;
mod snapshot;
mod tree;
mod v1;

pub use document::Document;

/// Reads the fields of a document of one version into the document of now.
type Read = fn(tree::Fields) -> Option<Document>;

/// Every version that was released, and what reads it. A shape that is in here never changes: a new
/// one is added, and a file `v<version>.rs` that reads the old one into the new.
const SHAPES: [(u32, Read); 1] = [(VERSION, v1::read)];

/// What is written.
const VERSION: u32 = 1;

/// Every version that can be read, the oldest first.
pub fn versions() -> impl Iterator<Item = u32> {
    SHAPES.iter().map(|(version, _)| *version)
}

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

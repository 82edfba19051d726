//! The stored document and share links, as text. `platform::storage` keeps the text.
//!
//! Both hold the visitor's inputs, from which every score is computed anew. A snapshot also records
//! the verdict of its day, but only for comparison.

mod document;
mod fields;
mod file;
mod import;
mod inputs;
mod kept;
pub mod link;
mod object;
mod runs;
mod shortlist;
mod v1;
mod v2;

pub use document::Document;
pub use file::NotImported;
pub use import::TooMany;
pub use shortlist::Removed;

/// Reads a document of one released version; `None` if it is damaged.
type Read = fn(&str) -> Option<Document>;

/// Every released version and the function that reads it. A released shape never changes. To change
/// the format, add a version here and a file `v<version>.rs` that reads and writes it, and let
/// `document.rs` use its types.
const SHAPES: [(u32, Read); 2] = [(v1::VERSION, v1::read), (v2::VERSION, v2::read)];

/// The versions that can be read, the oldest first.
pub fn versions() -> impl Iterator<Item = u32> {
    SHAPES.iter().map(|(version, _)| *version)
}

/// The reason why stored text could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The document was written by a newer version of this app.
    Newer,
    /// The text is damaged, or is not a document of this app.
    Foreign,
}

/// The longest document that is parsed or written, in bytes. An answer to every question takes a few
/// kilobytes, a kept result about one, and a candidate with everything noted on it up to ten. Browsers
/// store about five million characters.
pub const MAX_BYTES: usize = 4 << 20;

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
mod stored;
mod v1;
mod v2;

pub use document::Document;
pub use file::NotImported;
pub use import::TooMany;
pub use shortlist::Removed;

/// The version that is written. To change the format, add a version: a file `v<version>.rs` with what is
/// new in it, which also writes it, and its fields in `stored.rs`, which reads all.
const NEWEST: u32 = v2::VERSION;

/// The versions that can be read, the oldest first.
pub fn versions() -> impl Iterator<Item = u32> {
    1..=NEWEST
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

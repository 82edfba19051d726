//! The content files, read and checked into model values.
//!
//! `docs/content.md` describes the files. Parse, don't validate: what comes out has no half-valid
//! state, so nothing after this has to look again.

mod bias;
mod device_type;
mod embedded;
mod error;
mod files;
mod guide;
mod limits;
mod lookup;
mod quiz;
mod schema;
mod validate;
mod version;

pub use bias::BiasReport;
pub use embedded::embed;
pub use error::ContentError;
pub use files::Files;

use std::path::Path;

use crate::model::{Guide, Quiz, Shop, Signpost, Source, Term};

/// Everything the app says and counts with.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Rises with every change to the content; kept with finished runs.
    pub version: u32,
    /// Types, criteria and questions.
    pub quiz: Quiz,
    /// Advice for the shop, tied to answers.
    pub shop: Shop,
    /// What lies outside the seven types.
    pub signposts: Vec<Signpost>,
    /// Every source.
    pub sources: Vec<Source>,
    /// The glossary.
    pub terms: Vec<Term>,
}

impl Content {
    /// The source at a position that came from this content.
    pub fn source(&self, id: crate::model::SourceId) -> &Source {
        &self.sources[usize::from(id.0)]
    }

    /// Reads and checks the content files of the checkout at `root`.
    ///
    /// # Errors
    ///
    /// As [`Files::read`] and [`Content::read`].
    pub fn of_checkout(root: &Path) -> Result<Self, ContentError> {
        Self::read(&Files::read(root)?)
    }

    /// Parses and checks `files`.
    ///
    /// # Errors
    ///
    /// The first mistake found, with its file, item and field and what to change.
    pub fn read(files: &Files) -> Result<Self, ContentError> {
        validate::content(validate::bundle(files)?)
    }

    /// Parses and checks `guide.json` of `files`, which belong to this content.
    ///
    /// # Errors
    ///
    /// The first mistake found, with its item and field and what to change.
    pub fn read_guide(&self, files: &Files) -> Result<Guide, ContentError> {
        validate::guide(self, files.text("guide.json"))
    }

    /// Parses and checks `bias.json` of `files`, which belong to this content.
    ///
    /// # Errors
    ///
    /// If it is not a report on exactly these types; `cargo xtask bias` writes a new one.
    pub fn read_bias(&self, files: &Files) -> Result<BiasReport, ContentError> {
        validate::bias(self, files.text("bias.json"))
    }
}

//! Reads the content files and checks them into model values.
//!
//! `docs/content.md` describes the files. A [`Content`] exists only if every check has passed, so
//! no later code needs to validate it again.

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
pub use error::ContentError;
pub use files::Files;

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::{Guide, Quiz, Shop, Signpost, Source, Term};

/// The checked content. The guide is read separately, since only a static page shows it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Content {
    /// A hash of everything that scores are made of. A snapshot records the version under which it
    /// was scored, and is scored again under another.
    pub version: u32,
    /// Types, criteria and questions.
    pub quiz: Quiz,
    /// Shopping advice, some of it tied to answers.
    pub shop: Shop,
    /// Products outside the types that are compared, which are shown but never scored.
    pub signposts: Vec<Signpost>,
    /// The sources that ratings and facts cite.
    pub sources: Vec<Source>,
    /// The glossary.
    pub terms: Vec<Term>,
    /// How often random answers lead to each verdict.
    pub bias: BiasReport,
}

impl Content {
    /// The source at a position.
    ///
    /// # Panics
    ///
    /// If the position is out of range, which it cannot be if it came from this content.
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
    /// The first mistake found, with its file, item and field, and what to change.
    pub fn read(files: &Files) -> Result<Self, ContentError> {
        let content = Self::without_bias(files)?;
        Ok(Self { bias: validate::bias(&content, files.text("bias.json"))?, ..content })
    }

    /// Parses and checks `files` except `bias.json`, and leaves the bias report empty: for counting
    /// a new report after the types have changed.
    ///
    /// # Errors
    ///
    /// As [`Content::read`].
    pub fn without_bias(files: &Files) -> Result<Self, ContentError> {
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
}

//! Reads the content files and checks them into model values.
//!
//! `docs/content.md` describes the files. A [`Content`] exists only if every check has passed, so
//! no later code needs to validate it again.

mod bias;
mod details;
mod device_type;
mod embedded;
mod error;
mod files;
mod guide;
mod limits;
mod lookup;
mod noise;
mod number;
mod quiz;
mod schema;
mod shortlist;
mod validate;
mod version;

pub use bias::BiasReport;
pub use details::{Details, ReadDetails};
pub use embedded::{Embedded, details_and_styles};
pub use error::ContentError;
pub use files::Files;

use std::path::Path;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::model::{Guide, Quiz};

/// The checked content: what every visit needs, and the details once they are there. The guide is read
/// separately, since only a static page shows it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Content {
    /// A hash of everything that scores are made of. A snapshot records the version under which it
    /// was scored, and is scored again under another.
    pub version: u32,
    /// Types, criteria and questions.
    pub quiz: Quiz,
    /// What only rooms and static pages read; a browser loads it with the first room.
    #[serde(skip)]
    details: OnceLock<Details>,
}

impl Content {
    /// The details, for the views of rooms and for static pages.
    ///
    /// # Panics
    ///
    /// If they have not been loaded. No room is made before they are there.
    #[expect(clippy::expect_used, reason = "no room is made before its details are there")]
    pub fn details(&self) -> &Details {
        self.details.get().expect("the details are loaded with the first room")
    }

    /// Whether the details are there.
    pub fn has_details(&self) -> bool {
        self.details.get().is_some()
    }

    /// This content with its details. Details that are there already stay.
    #[must_use]
    pub fn with_details(self, details: Details) -> Self {
        self.set_details(details);
        self
    }

    /// Puts the details into place, unless some are there already.
    pub fn set_details(&self, details: Details) {
        let _present = self.details.set(details);
    }

    /// Reads and checks the content files of the checkout at `root`, details included.
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
        let (content, details) = validate::content(validate::bundle(files)?)?;
        let bias = validate::bias(&content, files.text("bias.json"))?;
        Ok(content.with_details(Details { bias, ..details }))
    }

    /// Parses and checks `files` except `bias.json`, and leaves the bias report empty: for counting
    /// a new report after the types have changed.
    ///
    /// # Errors
    ///
    /// As [`Content::read`].
    pub fn without_bias(files: &Files) -> Result<Self, ContentError> {
        let (content, details) = validate::content(validate::bundle(files)?)?;
        Ok(content.with_details(details))
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

//! Reads the content files and checks them into model values.
//!
//! `docs/content.md` describes the files. A [`Content`] exists only if every check has passed, so
//! no later code needs to validate it again.

mod bias;
mod device_type;
mod error;
mod guide;
mod lookup;
mod pack;
mod quiz;
mod schema;
mod validate;

pub use bias::BiasReport;
pub use error::ContentError;

use crate::model::{Guide, Quiz, Shop, Signpost, Source, Term};

/// The checked content. The guide and the bias report are read separately, since only static pages
/// show them.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Increases with every change to the content. Snapshots record the version they were made
    /// with.
    pub version: u32,
    /// Types, criteria and questions.
    pub quiz: Quiz,
    /// Shopping advice, some of it tied to answers.
    pub shop: Shop,
    /// Products outside the seven types, which are shown but never scored.
    pub signposts: Vec<Signpost>,
    /// The sources that ratings and facts cite.
    pub sources: Vec<Source>,
    /// The glossary.
    pub terms: Vec<Term>,
}

/// The text of every content file.
#[derive(Clone, Debug)]
pub struct Files {
    /// The name of each file, relative to `src/content/`, and its text.
    files: Vec<(&'static str, String)>,
}

/// The types, in table order. To add a type, add a file to `types/` and a line here.
const DEVICE_TYPES: [(&str, &str); 7] = [
    ("types/open-back.json", include_str!("types/open-back.json")),
    ("types/closed-back.json", include_str!("types/closed-back.json")),
    ("types/on-ear.json", include_str!("types/on-ear.json")),
    ("types/anc-over-ear.json", include_str!("types/anc-over-ear.json")),
    ("types/iem.json", include_str!("types/iem.json")),
    ("types/custom-iem.json", include_str!("types/custom-iem.json")),
    ("types/tws-anc.json", include_str!("types/tws-anc.json")),
];

/// The other content files, except the guide and the bias report.
const OTHER_FILES: [(&str, &str); 8] = [
    ("rules.json", include_str!("rules.json")),
    ("criteria.json", include_str!("criteria.json")),
    ("contexts.json", include_str!("contexts.json")),
    ("questions.json", include_str!("questions.json")),
    ("shop.json", include_str!("shop.json")),
    ("signposts.json", include_str!("signposts.json")),
    ("sources.json", include_str!("sources.json")),
    ("glossary.json", include_str!("glossary.json")),
];

impl Files {
    /// The files compiled into this crate.
    pub fn built_in() -> Self {
        let all = DEVICE_TYPES.iter().chain(&OTHER_FILES);
        Self { files: all.map(|(name, text)| (*name, (*text).to_owned())).collect() }
    }

    /// Replaces the text of one file. An unknown name changes nothing.
    #[must_use]
    pub fn with(mut self, name: &str, text: &str) -> Self {
        for file in self.files.iter_mut().filter(|file| file.0 == name) {
            text.clone_into(&mut file.1);
        }
        self
    }

    /// The text of the file with this name, or an empty string if there is none.
    pub fn text(&self, name: &str) -> &str {
        self.files.iter().find(|file| file.0 == name).map_or("", |file| &file.1)
    }

    /// The text of `guide.json`. Only the prerender reads it, because the browser gets the guide as
    /// HTML.
    pub fn guide() -> &'static str {
        include_str!("guide.json")
    }

    /// The names of all files.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.files.iter().map(|file| file.0)
    }
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

    /// Reads the content compiled into this crate.
    ///
    /// # Errors
    ///
    /// The same as [`Content::read`]. A build whose content has a mistake fails before this is
    /// called.
    pub fn built_in() -> Result<Self, ContentError> {
        Self::read(&Files::built_in())
    }

    /// Reads and checks `files`.
    ///
    /// # Errors
    ///
    /// The first mistake found, with its file, item and field, and what to change.
    pub fn read(files: &Files) -> Result<Self, ContentError> {
        let names = DEVICE_TYPES.map(|(name, _)| name);
        validate::read(files, &names)
    }

    /// Reads the guide compiled into this crate.
    ///
    /// # Errors
    ///
    /// The same as [`Content::read_guide`].
    pub fn built_in_guide(&self) -> Result<Guide, ContentError> {
        self.read_guide(Files::guide())
    }

    /// Reads and checks the text of `guide.json`.
    ///
    /// # Errors
    ///
    /// The first mistake found, with its item and field, and what to change.
    pub fn read_guide(&self, text: &str) -> Result<Guide, ContentError> {
        validate::guide(self, text)
    }
}

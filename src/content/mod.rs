//! The content files, read and checked into model values.
//!
//! `docs/content.md` describes the files. Parse, don't validate: what comes out has no half-valid
//! state, so nothing after this has to look again.

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

/// The text of every content file.
#[derive(Clone, Debug)]
pub struct Files {
    /// Name and text; names as in `src/content/`.
    files: Vec<(&'static str, String)>,
}

/// The types, in table order. A new type is a file in `device_type/` and a line here.
const DEVICE_TYPES: [(&str, &str); 7] = [
    ("types/open-back.json", include_str!("types/open-back.json")),
    ("types/closed-back.json", include_str!("types/closed-back.json")),
    ("types/on-ear.json", include_str!("types/on-ear.json")),
    ("types/anc-over-ear.json", include_str!("types/anc-over-ear.json")),
    ("types/iem.json", include_str!("types/iem.json")),
    ("types/custom-iem.json", include_str!("types/custom-iem.json")),
    ("types/tws-anc.json", include_str!("types/tws-anc.json")),
];

const REST: [(&str, &str); 8] = [
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
    /// The files this crate was built with.
    pub fn built_in() -> Self {
        let all = DEVICE_TYPES.iter().chain(&REST);
        Self { files: all.map(|(name, text)| (*name, (*text).to_owned())).collect() }
    }

    /// The same files with one text replaced; an unknown name changes nothing.
    #[must_use]
    pub fn with(mut self, name: &str, text: &str) -> Self {
        for file in self.files.iter_mut().filter(|file| file.0 == name) {
            text.clone_into(&mut file.1);
        }
        self
    }

    /// The text of a file; empty if there is none of that name.
    pub fn text(&self, name: &str) -> &str {
        self.files.iter().find(|file| file.0 == name).map_or("", |file| &file.1)
    }

    /// The guide's file, which only the prerender reads: the browser gets the guide as HTML.
    pub fn guide() -> &'static str {
        include_str!("guide.json")
    }

    /// Every file's name.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.files.iter().map(|file| file.0)
    }
}

impl Content {
    /// The source at a position that came from this content.
    pub fn source(&self, id: crate::model::SourceId) -> &Source {
        &self.sources[usize::from(id.0)]
    }

    /// Reads the content this crate was built with.
    ///
    /// # Errors
    ///
    /// As [`Content::read`]; a build whose content has an error never gets this far.
    pub fn built_in() -> Result<Self, ContentError> {
        Self::read(&Files::built_in())
    }

    /// Reads and checks `files`.
    ///
    /// # Errors
    ///
    /// The first mistake found, with its file, item and field and what to change.
    pub fn read(files: &Files) -> Result<Self, ContentError> {
        let names = DEVICE_TYPES.map(|(name, _)| name);
        validate::read(files, &names)
    }

    /// Reads the guide this crate was built with.
    ///
    /// # Errors
    ///
    /// As [`Content::read_guide`].
    pub fn built_in_guide(&self) -> Result<Guide, ContentError> {
        self.read_guide(Files::guide())
    }

    /// Reads and checks the text of `guide.json`.
    ///
    /// # Errors
    ///
    /// The first mistake found, with its item and field and what to change.
    pub fn read_guide(&self, text: &str) -> Result<Guide, ContentError> {
        validate::guide(self, text)
    }
}

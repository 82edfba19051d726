//! The guide: sections of facts and takes, and the glossary.

use super::{DeviceTypeId, Grade, Prose, SourceId};

/// One block of a section.
#[derive(Clone, Debug)]
pub enum Block {
    /// Opens a sub-section.
    Heading {
        /// Slug.
        id: String,
        /// Words.
        title: String,
    },
    /// A statement with a grade, and a source where the grade asks for one.
    Fact {
        /// Slug.
        id: String,
        /// The statement.
        text: Prose,
        /// How far it may be trusted.
        grade: Grade,
        /// Where it was read.
        sources: Vec<SourceId>,
    },
    /// Our opinion.
    Take {
        /// Slug.
        id: String,
        /// The opinion.
        text: Prose,
    },
}

impl Block {
    /// The slug of the block.
    pub fn id(&self) -> &str {
        match self {
            Self::Heading { id, .. } | Self::Fact { id, .. } | Self::Take { id, .. } => id,
        }
    }
}

/// A section of the guide.
#[derive(Clone, Debug)]
pub struct Section {
    /// Slug; the section is at `#/guide/<id>`.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Facts, takes and sub-headings, in order.
    pub body: Vec<Block>,
}

/// A word explained in place.
#[derive(Clone, Debug)]
pub struct Term {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: String,
    /// One or two plain sentences.
    pub text: String,
}

/// A figure at the top of the guide: the illustration of a type, and a fact about its family.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The type whose illustration is shown.
    pub device_type: DeviceTypeId,
    /// Heading.
    pub title: String,
    /// The statement.
    pub text: Prose,
    /// How far it may be trusted.
    pub grade: Grade,
    /// Where it was read.
    pub sources: Vec<SourceId>,
}

/// The guide's words.
#[derive(Clone, Debug)]
pub struct Guide {
    /// Heading of the page.
    pub title: String,
    /// First paragraph.
    pub lede: String,
    /// What it means to wear something over the ear, and in it.
    pub figures: Vec<Figure>,
    /// Sections, in order.
    pub sections: Vec<Section>,
}

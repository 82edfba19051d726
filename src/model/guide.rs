//! The guide, which consists of sections of facts and opinions, and the glossary.

use serde::{Deserialize, Serialize};

use super::{DeviceTypeId, Grade, Prose, SourceId};

/// A block of a section.
#[derive(Clone, Debug)]
pub enum Block {
    /// The heading of a subsection.
    Heading {
        /// Slug.
        id: String,
        /// Text of the heading.
        title: String,
    },
    /// A statement with a grade, and with sources if the grade requires them.
    Fact {
        /// Slug.
        id: String,
        /// The statement.
        text: Prose,
        /// How well it is supported.
        grade: Grade,
        /// The sources that support it.
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
    /// Facts, opinions and subheadings, in order.
    pub body: Vec<Block>,
}

/// A glossary entry, which a visitor can open in the text.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Term {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: String,
    /// The explanation, in one or two sentences.
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
    /// Introductory paragraph.
    pub lede: String,
    /// What it means to wear something over the ear, and in it.
    pub figures: Vec<Figure>,
    /// Sections, in order.
    pub sections: Vec<Section>,
}

//! Grades of evidence, and the sources behind facts and ratings.

use serde::{Deserialize, Serialize};

use super::Prose;

/// How well a figure or statement is supported.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub enum Grade {
    /// We read the source, and it gives a measurement or a verified statement.
    Measured,
    /// We read it in a weaker source: a maker, a shop, a forum or a single reviewer.
    Reported,
    /// Common knowledge in the field, for which we give a reason but no source.
    #[default]
    Consensus,
    /// Our own estimate.
    Estimate,
    /// Sources conflict, or there is no controlled comparison.
    Disputed,
}

impl Grade {
    /// All grades, in the order of the legend, which starts with the strongest.
    pub const ALL: [Self; 5] =
        [Self::Measured, Self::Reported, Self::Consensus, Self::Estimate, Self::Disputed];

    /// The id used in content files and for icons.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Reported => "reported",
            Self::Consensus => "consensus",
            Self::Estimate => "estimate",
            Self::Disputed => "disputed",
        }
    }

    /// The words shown to the visitor.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Reported => "reported",
            Self::Consensus => "consensus",
            Self::Estimate => "our estimate",
            Self::Disputed => "sources disagree",
        }
    }

    /// Whether a statement of this grade must name a source.
    pub const fn needs_source(self) -> bool {
        matches!(self, Self::Measured | Self::Reported)
    }
}

/// Why a type has its rating on a criterion.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Evidence {
    /// The reason for the number.
    pub why: Prose,
    /// The measured or estimated figure behind it, if there is one.
    pub figure: Option<String>,
    /// The sources for the rating.
    pub sources: Vec<SourceId>,
}

/// What numbers rest on.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Basis {
    /// How well they are supported.
    pub grade: Grade,
    /// The sources that support or bound them.
    pub sources: Vec<SourceId>,
    /// One or two sentences that say where they come from.
    pub text: String,
}

/// Position of a source in the content's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceId(pub u8);

/// A publication or page that supports a statement.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Source {
    /// The tag used in content files, such as `A12`.
    pub id: String,
    /// A short name, such as "Liang et al. 2012".
    pub short: String,
    /// The full title, with the publication.
    pub title: String,
    /// The URL.
    pub url: String,
}

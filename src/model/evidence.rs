//! Grades of evidence and the sources behind facts and standings.

/// How far a figure or statement may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Grade {
    /// The source was read and gives a measurement or a checked statement.
    Measured,
    /// Read in a weaker place: a maker, a shop, a forum, one reviewer.
    Reported,
    /// The field agrees; there is a reason, but no source.
    #[default]
    Consensus,
    /// Our own default.
    Estimate,
    /// Sources conflict, or controlled comparisons are missing.
    Disputed,
}

impl Grade {
    /// Every grade, strongest first, in the order of the key.
    pub const ALL: [Self; 5] =
        [Self::Measured, Self::Reported, Self::Consensus, Self::Estimate, Self::Disputed];

    /// The word used in content files and in marks.
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

/// Position of a source in the content's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceId(pub u8);

/// Where a fact was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// The tag used in content files, such as `A12`.
    pub id: String,
    /// A short name, such as "Liang et al. 2012".
    pub short: String,
    /// The full title.
    pub title: String,
    /// The address.
    pub url: String,
}

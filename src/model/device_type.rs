//! The types being compared. "Type" is taken in Rust, so a type is a [`DeviceType`] here.

use super::{CriterionId, Grade, Prose, SourceId};

/// Position of a type in the table of types; also the order in which ties are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeviceTypeId(pub u8);

impl DeviceTypeId {
    /// The position as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A set of types, as bits by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct DeviceTypeSet(pub u64);

impl DeviceTypeSet {
    /// The set with `device_type` added.
    #[must_use]
    pub const fn with(self, device_type: DeviceTypeId) -> Self {
        Self(self.0 | 1 << device_type.0)
    }

    /// The set with `device_type` added if it was not there, removed if it was.
    #[must_use]
    pub const fn toggled(self, device_type: DeviceTypeId) -> Self {
        Self(self.0 ^ 1 << device_type.0)
    }

    /// How many types are in it.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Everything in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `device_type` is in the set.
    pub const fn has(self, device_type: DeviceTypeId) -> bool {
        self.0 >> device_type.0 & 1 == 1
    }

    /// Whether the set has no members.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Over or on the ears, or in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Family {
    /// Over or on the ear.
    #[default]
    Headphones,
    /// In the ear canal.
    InEar,
}

impl Family {
    /// Both families, in the order of the table.
    pub const ALL: [Self; 2] = [Self::Headphones, Self::InEar];

    /// The word used in content files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Headphones => "headphones",
            Self::InEar => "in-ear",
        }
    }

    /// The column heading.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headphones => "Headphones",
            Self::InEar => "In-ear",
        }
    }

    /// The heading over the list of types.
    pub const fn location(self) -> &'static str {
        match self {
            Self::Headphones => "Over or on the ear",
            Self::InEar => "In the ear canal",
        }
    }
}

/// How good a type is on a criterion: −2 to +2, where +2 is always better for the wearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Rating(i8);

impl Rating {
    /// A level, or `None` outside −2 to +2.
    pub const fn new(value: i8) -> Option<Self> {
        if value < -2 || value > 2 { None } else { Some(Self(value)) }
    }

    /// The number, −2 to +2.
    pub const fn value(self) -> i8 {
        self.0
    }

    /// The number as 0 to 4, for tables of five.
    pub const fn index(self) -> usize {
        (self.0 + 2).unsigned_abs() as usize
    }
}

/// A level with its reason and evidence.
#[derive(Clone, Debug, Default)]
pub struct GradedRating {
    /// The number the engine uses.
    pub rating: Rating,
    /// How far the reason may be trusted.
    pub grade: Grade,
    /// Why this number.
    pub why: Prose,
    /// The figure it stands for, where there is one.
    pub figure: Option<String>,
    /// Where it was read.
    pub sources: Vec<SourceId>,
}

/// The text alternative of a type's illustration.
#[derive(Clone, Debug, Default)]
pub struct Illustration {
    /// What is shown, in a few words.
    pub title: String,
    /// What the drawing says, in one or two sentences.
    pub description: String,
}

/// From and to, in US dollars of 2026; our estimate.
pub type PriceRange = (u16, u16);

/// What the tiers of a type cost; our estimate, in US dollars of 2026.
#[derive(Clone, Debug, Default)]
pub struct Prices {
    /// The cheapest sets worth buying.
    pub entry: PriceRange,
    /// The middle of the market.
    pub mid: PriceRange,
    /// Dear, before the flagships.
    pub high: PriceRange,
    /// The dearest, where the type has such a tier.
    pub flagship: Option<PriceRange>,
    /// What must be bought besides, such as ear impressions.
    pub extra: Option<String>,
}

/// A sub-type that lives inside a type.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Name.
    pub name: String,
    /// What is different about it.
    pub text: Prose,
}

/// What a shop needs to hear for a type, before the visitor's answers are added.
#[derive(Clone, Debug, Default)]
pub struct DeviceTypeShop {
    /// Words to search for.
    pub search: Vec<String>,
    /// Specifications to filter by.
    pub filter: Vec<String>,
    /// What else to buy.
    pub extras: Vec<String>,
    /// What buyers of this type usually regret.
    pub regrets: Vec<String>,
    /// Start of the sentence for the assistant.
    pub say: String,
}

/// One of the types compared.
#[derive(Clone, Debug, Default)]
pub struct DeviceType {
    /// Slug, such as `open-back`.
    pub id: String,
    /// Permanent short code for share links.
    pub code: String,
    /// Over the ears or in them.
    pub family: Family,
    /// Name at the start of a line.
    pub title: String,
    /// Short name inside a sentence.
    pub short: String,
    /// Name over a column.
    pub column: String,
    /// One line.
    pub summary: String,
    /// What it is, in two or three sentences.
    pub what: Prose,
    /// What its illustration shows, in words.
    pub illustration: Illustration,
    /// What it comes as: wired, cordless or both.
    pub comes: String,
    /// Sub-types.
    pub variants: Vec<Variant>,
    /// Prices.
    pub prices: Prices,
    /// One standing for every criterion, in the order of the criteria.
    pub ratings: Vec<GradedRating>,
    /// What a shop needs.
    pub shop: DeviceTypeShop,
}

impl DeviceType {
    /// Its level on `criterion` as the content has it; the engine counts with [`super::Ratings`],
    /// where the visitor's own may stand instead. 0 if there is none, which checked content never
    /// leaves.
    pub fn rating(&self, criterion: CriterionId) -> Rating {
        self.ratings.get(usize::from(criterion.0)).map_or(Rating(0), |rating| rating.rating)
    }
}

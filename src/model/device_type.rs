//! The device types that are compared. Since `type` is a keyword in Rust, a type is a
//! [`DeviceType`] here.

use serde::{Deserialize, Serialize};

use super::{CriterionId, Evidence, Grade, Prose};

/// Position of a type in the table of types.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct DeviceTypeId(pub u8);

impl DeviceTypeId {
    /// The position as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A set of types, as a bit set indexed by position. Holds up to 64 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct DeviceTypeSet(pub u64);

impl DeviceTypeSet {
    /// The set with `device_type` added.
    #[must_use]
    pub const fn with(self, device_type: DeviceTypeId) -> Self {
        Self(self.0 | 1 << device_type.0)
    }

    /// The set with `device_type` added if it was absent, or removed if it was present.
    #[must_use]
    pub const fn toggled(self, device_type: DeviceTypeId) -> Self {
        Self(self.0 ^ 1 << device_type.0)
    }

    /// The number of types in the set.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The types that are in at least one of the two sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `device_type` is in the set.
    pub const fn has(self, device_type: DeviceTypeId) -> bool {
        self.0 >> device_type.0 & 1 == 1
    }

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Where a type is worn: over or on the ear, in the ear canal, or beside an open canal.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub enum Family {
    /// Worn over or on the ear.
    #[default]
    Headphones,
    /// Worn in the ear canal.
    InEar,
    /// Worn at the ear, with nothing in the canal and nothing over it.
    OpenEar,
}

impl Family {
    /// Every family, in the order of the table.
    pub const ALL: [Self; 3] = [Self::Headphones, Self::InEar, Self::OpenEar];

    /// The id used in content files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Headphones => "headphones",
            Self::InEar => "in-ear",
            Self::OpenEar => "open-ear",
        }
    }

    /// The column heading.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headphones => "Headphones",
            Self::InEar => "In-ear",
            Self::OpenEar => "Open-ear",
        }
    }

    /// The heading over a list of types of this family.
    pub const fn location(self) -> &'static str {
        match self {
            Self::Headphones => "Over or on the ear",
            Self::InEar => "In the ear canal",
            Self::OpenEar => "At the ear, with the canal open",
        }
    }
}

/// The number for a type on a criterion: −2 to +2, where +2 is always best for the wearer.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(try_from = "i8")]
pub struct Rating(i8);

impl TryFrom<i8> for Rating {
    type Error = &'static str;

    fn try_from(value: i8) -> Result<Self, Self::Error> {
        Self::new(value).ok_or("a rating is −2 to +2")
    }
}

impl Rating {
    /// The rating with this value, or `None` outside −2 to +2.
    pub const fn new(value: i8) -> Option<Self> {
        if value < -2 || value > 2 { None } else { Some(Self(value)) }
    }

    /// The value, −2 to +2.
    pub const fn value(self) -> i8 {
        self.0
    }

    /// The value shifted to 0–4, to index a table of five.
    pub const fn index(self) -> usize {
        (self.0 + 2).unsigned_abs() as usize
    }
}

/// A rating with the strength of its [`Evidence`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GradedRating {
    /// The number that enters the points.
    pub rating: Rating,
    /// How strong the evidence is.
    pub grade: Grade,
}

/// The text alternative of a type's illustration.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Illustration {
    /// What is shown, in a few words.
    pub title: String,
    /// What the drawing says, in one or two sentences.
    pub description: String,
}

/// From and to, in US dollars of 2026; our estimate.
pub type PriceRange = (u16, u16);

/// The price tiers of a type. All prices are our estimates, in US dollars of 2026.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Prices {
    /// The cheapest pairs worth buying.
    pub entry: PriceRange,
    /// The middle of the market.
    pub mid: PriceRange,
    /// Expensive pairs below the flagships.
    pub high: PriceRange,
    /// The most expensive pairs, if the type has such a tier.
    pub flagship: Option<PriceRange>,
    /// Anything that must be bought in addition, such as ear impressions.
    pub extra: Option<String>,
}

/// A sub-type that is compared as part of its type, such as semi-open headphones.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Variant {
    /// Name.
    pub name: String,
    /// How it differs from the rest of the type.
    pub text: Prose,
}

/// Shopping advice for a type that does not depend on the visitor's answers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DeviceTypeShop {
    /// Search terms.
    pub search: Vec<String>,
    /// Specifications to filter by.
    pub filter: Vec<String>,
    /// Accessories to buy with them.
    pub extras: Vec<String>,
    /// The usual regrets of buyers of this type.
    pub regrets: Vec<String>,
    /// The beginning of a sentence to say to a shop assistant.
    pub say: String,
}

/// A type that the guide compares and the quiz can recommend.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DeviceType {
    /// Slug, such as `open-back`.
    pub id: String,
    /// Short code used in share links; never changes.
    pub code: String,
    /// The family it belongs to.
    pub family: Family,
    /// Name at the start of a line.
    pub title: String,
    /// Short name within a sentence.
    pub short: String,
    /// Heading of its column.
    pub column: String,
    /// Price tiers.
    pub prices: Prices,
    /// One rating for each criterion, in the order of the criteria.
    pub ratings: Vec<GradedRating>,
}

/// What there is to read about a type.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DeviceTypeDetails {
    /// Summary in one line.
    pub summary: String,
    /// Description in two or three sentences.
    pub what: Prose,
    /// What its illustration shows, in words.
    pub illustration: Illustration,
    /// What it comes as: wired, wireless or both.
    pub comes: String,
    /// Sub-types.
    pub variants: Vec<Variant>,
    /// The evidence for each rating, in the order of the criteria.
    pub evidence: Vec<Evidence>,
    /// Shopping advice.
    pub shop: DeviceTypeShop,
}

impl DeviceType {
    /// The lowest price of a pair worth buying, in US dollars of 2026; our estimate. Types with
    /// equal points are listed by it, the cheapest first.
    pub const fn entry_price(&self) -> u16 {
        self.prices.entry.0
    }

    /// The rating that the content gives it on `criterion`; 0 if the content has none, which the
    /// content check rules out. Points are computed from [`super::Ratings`] instead, where the
    /// visitor's own ratings take precedence.
    pub fn rating(&self, criterion: CriterionId) -> Rating {
        self.ratings.get(usize::from(criterion.0)).map_or(Rating(0), |rating| rating.rating)
    }
}

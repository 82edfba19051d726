//! The criteria on which the types are compared.

use serde::{Deserialize, Serialize};

/// Position of a criterion in the content's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CriterionId(pub u8);

/// Position of a group in the content's list.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub struct GroupId(pub u8);

/// Several criteria under one heading. The groups are the rows of the comparison in the guide.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    /// Slug, such as `isolation`.
    pub id: String,
    /// Heading of the row.
    pub name: String,
}

/// A criterion, on which every type has a rating. Whatever it measures, +2 is best for the wearer.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Criterion {
    /// Slug, such as `rumble`.
    pub id: String,
    /// Short code used in share links; never changes.
    pub code: String,
    /// The group it belongs to.
    pub group: GroupId,
    /// Name of two to four words.
    pub name: String,
}

/// What there is to read about a criterion.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CriterionDetails {
    /// One sentence that explains it.
    pub about: String,
    /// Two or three words for each of the ratings −2, −1, 0, +1 and +2.
    pub phrases: [String; 5],
    /// One sentence, with "they" as its subject, for each of the ratings −2, −1, +1 and +2.
    pub claims: [String; 4],
}

impl CriterionDetails {
    /// The words that describe `rating` in a table cell.
    pub fn phrase(&self, rating: super::Rating) -> &str {
        &self.phrases[rating.index()]
    }

    /// The sentence about a type with `rating`; `None` for 0, which claims nothing.
    pub fn claim(&self, rating: super::Rating) -> Option<&str> {
        let index = match rating.index() {
            low @ (0 | 1) => low,
            2 => return None,
            high => high - 1,
        };
        self.claims.get(index).map(String::as_str)
    }
}

//! What the types are compared on.

/// Position of a criterion in the content's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CriterionId(pub u8);

/// Position of a group in the content's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct GroupId(pub u8);

/// A row of the source article's table: several criteria under one name.
#[derive(Clone, Debug)]
pub struct Group {
    /// Slug, such as `isolation`.
    pub id: String,
    /// Heading in the comparison.
    pub name: String,
}

/// One thing the types are compared on; +2 is always better for the wearer.
#[derive(Clone, Debug, Default)]
pub struct Criterion {
    /// Slug, such as `rumble`.
    pub id: String,
    /// Permanent short code for share links.
    pub code: String,
    /// The group it is shown in.
    pub group: GroupId,
    /// Name, two to four words.
    pub name: String,
    /// One sentence that says what it means.
    pub about: String,
    /// Two or three words for the levels −2, −1, 0, +1, +2.
    pub phrases: [String; 5],
    /// One sentence about "they" for the levels −2, −1, +1, +2.
    pub claims: [String; 4],
}

impl Criterion {
    /// The words for a cell at `rating`.
    pub fn phrase(&self, rating: super::Rating) -> &str {
        &self.phrases[rating.index()]
    }

    /// The sentence for a type at `rating`, or `None` at 0, where there is nothing to claim.
    pub fn claim(&self, rating: super::Rating) -> Option<&str> {
        let index = match rating.index() {
            low @ (0 | 1) => low,
            2 => return None,
            high => high - 1,
        };
        self.claims.get(index).map(String::as_str)
    }
}

//! The parts of version 1, the first released version, which later versions have too. Their shape is
//! frozen: `tests/native/store/golden/v1-*.json` are documents that must stay readable.

use serde::{Deserialize, Deserializer, Serialize};

use super::object::Map;

/// The highest revision. Nobody clicks that often, and the limit leaves room to increment without
/// overflow.
const MOST_CHANGES: u32 = 1 << 30;

/// A snapshot. The order of the fields is the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Run {
    pub(super) date: String,
    #[serde(default, deserialize_with = "entries")]
    pub(super) answers: Map<Entry>,
    #[serde(default, deserialize_with = "entries")]
    pub(super) importance: Map<Entry>,
    #[serde(default, deserialize_with = "entries")]
    pub(super) own: Map<Entry>,
    pub(super) content: u32,
    pub(super) word: String,
    pub(super) leader: String,
    #[serde(default)]
    pub(super) types: Vec<String>,
    pub(super) points: Vec<i32>,
    pub(super) lines: Map<Vec<i32>>,
}

/// One input. In a merge the greater entry wins, so the order of the fields matters: the revision
/// is compared first, and the remaining fields decide between equal revisions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// Increases with every change of this entry; 0 in an exported file.
    #[serde(default, rename = "n", skip_serializing_if = "Revision::is_zero")]
    pub(super) revision: Revision,
    /// The ids of the selected options, or a weight, or a rating.
    #[serde(default, rename = "chose")]
    pub(super) values: Vec<String>,
    /// Whether the question was skipped. The options are kept, so that the skip can be undone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) skipped: bool,
}

/// How often something was changed, at most [`MOST_CHANGES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(try_from = "u32")]
pub(super) struct Revision(u32);

impl Revision {
    /// The revision of what was changed once.
    pub(super) const FIRST: Self = Self(1);

    /// The revision after one more change.
    pub(super) fn next(self) -> Self {
        Self((self.0 + 1).min(MOST_CHANGES))
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    pub(super) const fn is_zero(&self) -> bool {
        self.0 == 0
    }
}

impl TryFrom<u32> for Revision {
    type Error = &'static str;

    fn try_from(revision: u32) -> Result<Self, Self::Error> {
        if revision <= MOST_CHANGES { Ok(Self(revision)) } else { Err("too many changes") }
    }
}

/// Reads inputs by id, and sorts them.
pub(super) fn entries<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Map<Entry>, D::Error> {
    Map::deserialize(deserializer).map(Map::sorted)
}

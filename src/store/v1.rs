//! The document of version 1, the first released version, which is read and no longer written. The
//! shape is frozen: `tests/native/store/golden/v1-*.json` are documents that must stay readable.
//!
//! Every field of the document except `version` may be missing. In particular, an exported file has
//! no epoch and no revisions.

use serde::{Deserialize, Deserializer, Serialize};

use super::document::Document;
use super::inputs::Inputs;
use super::kept::Runs;
use super::object::{MOST_KEYS, Map, Record};

/// The version that this file reads.
pub(super) const VERSION: u32 = 1;

/// The highest revision. Nobody clicks that often, and the limit leaves room to increment without
/// overflow.
const MOST_CHANGES: u32 = 1 << 30;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    #[serde(rename = "version")]
    _version: u32,
    #[serde(default)]
    epoch: Revision,
    #[serde(default, deserialize_with = "entries")]
    answers: Map<Entry>,
    #[serde(default, deserialize_with = "entries")]
    importance: Map<Entry>,
    #[serde(default, deserialize_with = "entries")]
    own: Map<Entry>,
    /// The revision of the list of snapshots, which version 2 does not have.
    #[serde(default, rename = "kept")]
    _kept: Revision,
    #[serde(default, deserialize_with = "runs")]
    runs: Vec<Run>,
}

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

fn runs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Run>, D::Error> {
    let read = Vec::<Record<Run>>::deserialize(deserializer)?;
    Ok(read.into_iter().map(|Record(run)| run).collect())
}

/// Reads a document of version 1, or returns `None` if it is damaged or has more snapshots than an
/// object of version 2 can have.
pub(super) fn read(text: &str) -> Option<Document> {
    let Record(stored) = serde_json::from_str::<Record<Stored>>(text).ok()?;
    let inputs =
        Inputs { answers: stored.answers, weights: stored.importance, own_ratings: stored.own };
    let runs = (stored.runs.len() <= MOST_KEYS).then(|| Runs::listed(stored.runs))?;
    Some(Document { epoch: stored.epoch, inputs, runs, ..Document::default() })
}

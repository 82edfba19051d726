//! The document of version 1, the first released version. The shape is frozen:
//! `tests/native/store/golden/v1-*.json` are documents that must stay readable.
//!
//! Every field of the document except `version` may be missing. In particular, an exported file has
//! no epoch and no revisions. The order of the fields is the order in which they are written.

use serde::{Deserialize, Deserializer, Serialize};

use super::document::{Document, StoredSnapshot};
use super::inputs::{Inputs, put};
use super::object::{Map, Record};
use crate::model::RecordedVerdict;

/// The version that this file reads and writes.
pub(super) const VERSION: u32 = 1;

/// The highest revision. Nobody clicks that often, and the limit leaves room to increment without
/// overflow.
const MOST_CHANGES: u32 = 1 << 30;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    #[serde(default, skip_serializing_if = "Revision::is_zero")]
    epoch: Revision,
    #[serde(default, deserialize_with = "entries")]
    answers: Map<Entry>,
    #[serde(default, deserialize_with = "entries")]
    importance: Map<Entry>,
    #[serde(default, deserialize_with = "entries")]
    own: Map<Entry>,
    #[serde(default, skip_serializing_if = "Revision::is_zero")]
    kept: Revision,
    #[serde(default, deserialize_with = "runs")]
    runs: Vec<Run>,
}

/// A snapshot.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    date: String,
    #[serde(default, deserialize_with = "entries")]
    answers: Map<Entry>,
    #[serde(default, deserialize_with = "entries")]
    importance: Map<Entry>,
    #[serde(default, deserialize_with = "entries")]
    own: Map<Entry>,
    content: u32,
    word: String,
    leader: String,
    #[serde(default)]
    types: Vec<String>,
    points: Vec<i32>,
    lines: Map<Vec<i32>>,
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
    const fn is_zero(&self) -> bool {
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
fn entries<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Map<Entry>, D::Error> {
    let read = Map::<Record<Entry>>::deserialize(deserializer)?;
    let mut entries = Map::default();
    for (id, Record(entry)) in read.0 {
        put(&mut entries, id, entry);
    }
    Ok(entries)
}

fn runs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Run>, D::Error> {
    let read = Vec::<Record<Run>>::deserialize(deserializer)?;
    Ok(read.into_iter().map(|Record(run)| run).collect())
}

/// Reads a document of version 1, or returns `None` if it is damaged.
pub(super) fn read(text: &str) -> Option<Document> {
    let Record(stored) = serde_json::from_str::<Record<Stored>>(text).ok()?;
    Some(Document {
        epoch: stored.epoch,
        inputs: Inputs {
            answers: stored.answers,
            weights: stored.importance,
            own_ratings: stored.own,
        },
        snapshots_revision: stored.kept,
        snapshots: stored.runs.into_iter().map(StoredSnapshot::from).collect(),
    })
}

/// Writes a document as JSON. Equal documents give equal bytes.
pub(super) fn write(document: Document) -> String {
    let Inputs { answers, weights, own_ratings } = document.inputs;
    let stored = Stored {
        version: VERSION,
        epoch: document.epoch,
        answers,
        importance: weights,
        own: own_ratings,
        kept: document.snapshots_revision,
        runs: document.snapshots.into_iter().map(Run::from).collect(),
    };
    json(&stored)
}

/// Writes a list of snapshots as JSON.
pub(super) fn write_snapshots(snapshots: &[StoredSnapshot]) -> String {
    json(&snapshots.iter().cloned().map(Run::from).collect::<Vec<Run>>())
}

fn json<T: Serialize>(value: &T) -> String {
    // Writing to a string cannot fail, because all keys are strings.
    serde_json::to_string(value).unwrap_or_default()
}

impl From<Run> for StoredSnapshot {
    fn from(run: Run) -> Self {
        let Run { date, answers, importance, own, content, word, leader, types, points, lines } =
            run;
        Self {
            date,
            inputs: Inputs { answers, weights: importance, own_ratings: own },
            recorded: RecordedVerdict { content, word, leader, types, points, lines: lines.0 },
        }
    }
}

impl From<StoredSnapshot> for Run {
    fn from(snapshot: StoredSnapshot) -> Self {
        let StoredSnapshot { date, inputs, recorded } = snapshot;
        let Inputs { answers, weights, own_ratings } = inputs;
        let RecordedVerdict { content, word, leader, types, points, lines } = recorded;
        let (importance, own, lines) = (weights, own_ratings, Map(lines));
        Self { date, answers, importance, own, content, word, leader, types, points, lines }
    }
}

//! The document of version 2: snapshots and the shortlist by key, each with a revision of its own. The
//! shape is frozen once it has been released, as that of version 1 is.
//!
//! An exported file has no epoch, no revisions, and nothing that was removed. The order of the fields is
//! the order in which they are written.

use std::cmp::Ordering;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::document::Document;
use super::object::{Map, Record};
use super::v1::{Entry, Revision, Run};

/// The version that this file writes.
pub(super) const VERSION: u32 = 2;

/// The most fields of an item of the shortlist.
pub(super) const MOST_FIELDS: usize = 500;
/// The longest key of the shortlist, name of a field, and text in one, in bytes. The longest note that
/// can be typed takes half of that.
pub(super) const LONGEST_TEXT: usize = 8_000;

/// The fields of the document, borrowed from it.
#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    #[serde(skip_serializing_if = "Revision::is_zero")]
    epoch: Revision,
    answers: &'a Map<Entry>,
    importance: &'a Map<Entry>,
    own: &'a Map<Entry>,
    #[serde(skip_serializing_if = "Revision::is_zero")]
    erased: Revision,
    runs: &'a Map<KeptRun>,
    shortlist: &'a Map<Item>,
}

/// A snapshot, or what is left of a removed one. In a merge the greater one wins, as with [`Entry`].
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeptRun {
    /// Increases whenever it is kept or removed; 0 in an exported file.
    #[serde(default, rename = "n", skip_serializing_if = "Revision::is_zero")]
    pub(super) revision: Revision,
    /// `None` if it was removed.
    #[serde(default, deserialize_with = "run", skip_serializing_if = "Option::is_none")]
    pub(super) run: Option<Run>,
}

impl Ord for KeptRun {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |at: &Self| (at.revision, at.run.is_some());
        let content = || if self == other { Ordering::Equal } else { json(self).cmp(&json(other)) };
        rank(self).cmp(&rank(other)).then_with(content)
    }
}

impl PartialOrd for KeptRun {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Something on the shortlist, or what is left of it once it was removed. In a merge the greater one
/// wins, so that of two changes at once, none of which knew of the other, an edit wins over a removal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    /// Increases with every change of this item; 0 in an exported file.
    #[serde(default, rename = "n", skip_serializing_if = "Revision::is_zero")]
    pub(super) revision: Revision,
    /// `None` if it was removed.
    #[serde(default, deserialize_with = "fields", skip_serializing_if = "Option::is_none")]
    pub(super) fields: Option<Fields>,
}

/// Texts by the name of the field, in the order of the names. `super::fields` says what they mean.
pub(super) type Fields = Map<String>;

fn run<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Run>, D::Error> {
    Record::deserialize(deserializer).map(|Record(run)| Some(run))
}

fn fields<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Fields>, D::Error> {
    let read = Fields::deserialize(deserializer)?;
    let is_short = |text: &String| text.len() <= LONGEST_TEXT;
    if read.0.len() > MOST_FIELDS || !read.0.iter().all(|(a, b)| is_short(a) && is_short(b)) {
        return Err(D::Error::custom("too many fields, or a text that is too long"));
    }
    let mut sorted = Fields::default();
    sorted.merge(read);
    Ok(Some(sorted))
}

/// Writes a document as JSON. Equal documents give equal bytes.
pub(super) fn write(document: &Document) -> String {
    json(&Written {
        version: VERSION,
        epoch: document.epoch,
        answers: &document.inputs.answers,
        importance: &document.inputs.weights,
        own: &document.inputs.own_ratings,
        erased: document.erased,
        runs: document.runs.all(),
        shortlist: document.shortlist.all(),
    })
}

/// Writes a value as JSON.
pub(super) fn json<T: Serialize>(value: &T) -> String {
    // Writing to a string cannot fail, because all keys are strings.
    serde_json::to_string(value).unwrap_or_default()
}

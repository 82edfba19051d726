//! Reads documents of every released version. A released shape never changes.
//!
//! The versions differ in a few fields, so one shape has those of all, and [`Stored::document`] refuses
//! what the version of the document does not have. Every field but `version` may be missing.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::document::Document;
use super::inputs::Inputs;
use super::kept::{Kept, Runs};
use super::object::{MOST_KEYS, Map, Record};
use super::v1::{Entry, Revision, Run, entries};
use super::v2::{Item, KeptRun, LONGEST_TEXT};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    #[serde(default)]
    epoch: Revision,
    #[serde(default, deserialize_with = "entries")]
    answers: Map<Entry>,
    #[serde(default, deserialize_with = "entries")]
    importance: Map<Entry>,
    #[serde(default, deserialize_with = "entries")]
    own: Map<Entry>,
    /// The revision of the list of snapshots, in version 1 alone.
    #[serde(default, deserialize_with = "present")]
    kept: Option<Revision>,
    #[serde(default, deserialize_with = "present")]
    runs: Option<StoredRuns>,
    /// From version 2 on.
    #[serde(default, deserialize_with = "present")]
    erased: Option<Revision>,
    /// From version 2 on.
    #[serde(default, deserialize_with = "present")]
    shortlist: Option<Map<Record<Item>>>,
}

/// The snapshots.
enum StoredRuns {
    /// As a list, in version 1.
    Listed(Vec<Record<Run>>),
    /// By key, from version 2 on.
    Kept(Map<Record<KeptRun>>),
}

/// Reads a field that is there. serde would also take `null` for a missing one.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

impl<'de> Deserialize<'de> for StoredRuns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RunsVisitor)
    }
}

struct RunsVisitor;

impl<'de> Visitor<'de> for RunsVisitor {
    type Value = StoredRuns;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("snapshots")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<StoredRuns, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(StoredRuns::Listed)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<StoredRuns, A::Error> {
        Map::deserialize(MapAccessDeserializer::new(object)).map(StoredRuns::Kept)
    }
}

impl Stored {
    /// The document, or `None` if it has what its version does not have.
    fn document(self) -> Option<Document> {
        let is_first = self.version == 1;
        let is_later = self.erased.is_some() || self.shortlist.is_some();
        let is_mixed = if is_first { is_later } else { self.kept.is_some() };
        let runs = match self.runs {
            None => Runs::default(),
            // There may be no more than an object can have.
            Some(StoredRuns::Listed(list)) if is_first && list.len() <= MOST_KEYS => {
                Runs::listed(list.into_iter().map(|Record(run)| run).collect())
            }
            Some(StoredRuns::Kept(slots)) if !is_first => Kept::of(Map::sorted(slots)),
            Some(_) => return None,
        };
        let shortlist = Map::sorted(self.shortlist.unwrap_or_default());
        let is_long = shortlist.0.iter().any(|(key, _)| key.len() > LONGEST_TEXT);
        let inputs =
            Inputs { answers: self.answers, weights: self.importance, own_ratings: self.own };
        (!is_mixed && !is_long).then(|| Document {
            epoch: self.epoch,
            inputs,
            erased: self.erased.unwrap_or_default(),
            runs,
            shortlist: Kept::of(shortlist),
        })
    }
}

/// Reads a document of a released version, or returns `None` if it is damaged.
pub(super) fn read(text: &str) -> Option<Document> {
    let Record(stored) = serde_json::from_str::<Record<Stored>>(text).ok()?;
    stored.document()
}

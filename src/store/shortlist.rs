//! The shortlist of a document: its keys are `candidate.<id>`, `comparison.<id>` and `habits`.
//!
//! Only rooms may reach this file and `fields`, so that their code stays out of what every visit loads.
//! Reading, writing and merging a document do without: to them, the shortlist is texts by key.

use super::Document;
use super::fields::{self, AsFields};
use super::v2::Fields;
use crate::model::order::sorted;
use crate::model::{Candidate, Comparison, Habits};

/// All that was stored of a removed candidate, with what this version cannot read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    id: String,
    fields: Fields,
}

impl Removed {
    /// Whether it had this id.
    pub fn is(&self, id: &str) -> bool {
        self.id == id
    }
}

/// How the keys of candidates start.
pub(super) const CANDIDATE: &str = "candidate.";
/// How the keys of comparisons start.
pub(super) const COMPARISON: &str = "comparison.";
/// The key of what the visitor has said about themselves.
pub(super) const HABITS: &str = "habits";

impl Document {
    /// The candidates with their ids, in the visitor's own order.
    pub fn candidates(&self) -> Vec<(String, Candidate)> {
        let all: Vec<(String, Candidate)> = self.of_kind(CANDIDATE);
        sorted(all, |(_, one), (_, other)| one.order.cmp(&other.order))
    }

    /// The number of candidates.
    pub fn candidate_count(&self) -> usize {
        self.shortlist.live().filter(|(key, _)| key.starts_with(CANDIDATE)).count()
    }

    /// The candidate with this id, if there is one.
    pub fn candidate(&self, id: &str) -> Option<Candidate> {
        self.shortlist.get(&format!("{CANDIDATE}{id}")).map(Candidate::read)
    }

    /// Adds a candidate, or replaces the one with this id.
    pub fn set_candidate(&mut self, id: &str, candidate: &Candidate) {
        self.set_item(&format!("{CANDIDATE}{id}"), candidate);
    }

    /// Removes the candidate with this id, if there is one. Returns what [`Document::put_back`] needs.
    pub fn remove_candidate(&mut self, id: &str) -> Option<Removed> {
        let key = format!("{CANDIDATE}{id}");
        let fields = self.shortlist.get(&key).cloned()?;
        self.shortlist.set(&key, None);
        Some(Removed { id: id.to_owned(), fields })
    }

    /// Puts a removed candidate back, unless there is one with its id again.
    pub fn put_back(&mut self, removed: &Removed) {
        let key = format!("{CANDIDATE}{}", removed.id);
        if self.shortlist.get(&key).is_none() {
            self.shortlist.set(&key, Some(removed.fields.clone()));
        }
    }

    /// The comparisons with their ids, in the order of the ids.
    pub fn comparisons(&self) -> Vec<(String, Comparison)> {
        self.of_kind(COMPARISON)
    }

    /// The comparison with this id, if there is one.
    pub fn comparison(&self, id: &str) -> Option<Comparison> {
        self.shortlist.get(&format!("{COMPARISON}{id}")).map(Comparison::read)
    }

    /// Adds a comparison, or replaces the one with this id.
    pub fn set_comparison(&mut self, id: &str, comparison: &Comparison) {
        self.set_item(&format!("{COMPARISON}{id}"), comparison);
    }

    /// Removes the comparison with this id, if there is one.
    pub fn remove_comparison(&mut self, id: &str) {
        let key = format!("{COMPARISON}{id}");
        if self.shortlist.get(&key).is_some() {
            self.shortlist.set(&key, None);
        }
    }

    /// What the visitor has said about themselves on the shortlist.
    pub fn habits(&self) -> Habits {
        self.shortlist.get(HABITS).map(Habits::read).unwrap_or_default()
    }

    /// Replaces what the visitor has said about themselves on the shortlist.
    pub fn set_habits(&mut self, habits: &Habits) {
        self.set_item(HABITS, habits);
    }

    fn of_kind<T: AsFields>(&self, kind: &str) -> Vec<(String, T)> {
        let of_kind = |(key, fields): (&str, &Fields)| {
            Some((key.strip_prefix(kind)?.to_owned(), T::read(fields)))
        };
        self.shortlist.live().filter_map(of_kind).collect()
    }

    /// Changes what is under a key to say the same as `value`. What says it already stays as it is.
    fn set_item<T: AsFields>(&mut self, key: &str, value: &T) {
        let before = self.shortlist.get(key);
        let mut after = before.cloned().unwrap_or_default();
        fields::change(&mut after, value);
        if before != Some(&after) {
            self.shortlist.set(key, Some(after));
        }
    }
}

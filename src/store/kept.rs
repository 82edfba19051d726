//! What is kept by key, with a revision each: snapshots and the shortlist. What was removed leaves its
//! key and revision behind, so that an older copy does not bring it back in a merge.

use super::object::{MOST_KEYS, Map};
use super::v1::{Revision, Run};
use super::v2::{Fields, Item, KeptRun};

/// The snapshots. Their keys are in the order of the list, the oldest first.
pub(super) type Runs = Kept<KeptRun>;

/// The shortlist. `super::shortlist` says what its keys are.
pub(super) type Items = Kept<Item>;

/// The most removed keys that are remembered.
const MOST_REMOVED: usize = 700;

/// What stands under a key.
pub(super) trait Slot: Ord {
    /// What it holds unless it was removed.
    type Content;
    /// The most that is kept at once; above it, the lowest keys make place.
    const MOST: usize;

    fn new(revision: Revision, content: Option<Self::Content>) -> Self;
    fn revision(&self) -> Revision;
    fn content(&self) -> Option<&Self::Content>;
}

impl Slot for KeptRun {
    type Content = Run;
    const MOST: usize = 1_000;

    fn new(revision: Revision, run: Option<Run>) -> Self {
        Self { revision, run }
    }

    fn revision(&self) -> Revision {
        self.revision
    }

    fn content(&self) -> Option<&Run> {
        self.run.as_ref()
    }
}

impl Slot for Item {
    type Content = Fields;
    // Nothing that the visitor has typed makes place for something else.
    const MOST: usize = usize::MAX;

    fn new(revision: Revision, fields: Option<Fields>) -> Self {
        Self { revision, fields }
    }

    fn revision(&self) -> Revision {
        self.revision
    }

    fn content(&self) -> Option<&Fields> {
        self.fields.as_ref()
    }
}

/// Slots by key, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Kept<S>(Map<S>);

impl<S: Slot> Kept<S> {
    /// The slots that were read from a document.
    pub(super) fn of(slots: Map<S>) -> Self {
        let mut kept = Self(slots);
        kept.trim();
        kept
    }

    /// Every slot, with those of what was removed.
    pub(super) const fn all(&self) -> &Map<S> {
        &self.0
    }

    /// What is kept, with its keys.
    pub(super) fn live(&self) -> impl DoubleEndedIterator<Item = (&str, &S::Content)> {
        self.0.0.iter().filter_map(|(key, slot)| Some((key.as_str(), slot.content()?)))
    }

    /// What is kept under a key.
    pub(super) fn get(&self, key: &str) -> Option<&S::Content> {
        self.0.get(key)?.content()
    }

    /// Sets what is kept under a key; `None` removes it.
    pub(super) fn set(&mut self, key: &str, content: Option<S::Content>) {
        let revision = self.0.get(key).map_or(Revision::default(), S::revision);
        self.0.set(key, S::new(revision.next(), content));
        self.trim();
    }

    /// Merges another copy. Of two slots with one key, the greater one stays.
    pub(super) fn merge(&mut self, other: Self) {
        self.0.merge(other.0);
        self.trim();
    }

    /// The same without revisions, and without what was removed.
    pub(super) fn exported(&self) -> Self
    where
        S::Content: Clone,
    {
        let slot = |content: &S::Content| S::new(Revision::default(), Some(content.clone()));
        Self(Map(self.live().map(|(key, content)| (key.to_owned(), slot(content))).collect()))
    }

    /// Forgets the lowest keys of what is too much.
    fn trim(&mut self) {
        let live = self.live().count();
        let mut spare = live.saturating_sub(S::MOST);
        let remembered = MOST_REMOVED.min(MOST_KEYS.saturating_sub(live));
        let mut forgotten = (self.0.0.len() - live).saturating_sub(remembered);
        if spare + forgotten > 0 {
            self.0.0.retain(|(_, slot)| {
                let left = if slot.content().is_some() { &mut spare } else { &mut forgotten };
                let stays = *left == 0;
                *left = left.saturating_sub(1);
                stays
            });
        }
    }
}

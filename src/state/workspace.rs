//! The mutable state of a session: the documents it holds, and whether they are stored.

use super::Persistence;
use crate::model::Answers;
use crate::platform::storage::Unusable;
use crate::platform::{dom, storage};
use crate::store::{Document, Unreadable};

/// All mutable state, in one signal so that effects never see a half-finished change.
#[derive(Clone, Default)]
pub(super) struct Workspace {
    /// The visitor's own document.
    pub(super) own: Document,
    /// The document decoded from a link, shown instead of the visitor's own. It is never stored.
    pub(super) shared: Option<Document>,
    /// Whether the content knew every code in the link.
    pub(super) is_complete: bool,
    /// The answers before the change that is being tried out, if one is.
    pub(super) before: Option<Answers>,
    /// The document read from a file, which the visitor has not yet imported or rejected.
    pub(super) pending_import: Option<Result<Document, Unreadable>>,
    pub(super) persistence: Persistence,
}

impl Workspace {
    /// The document that is shown.
    pub(super) const fn shown(&self) -> &Document {
        match &self.shared {
            Some(shared) => shared,
            None => &self.own,
        }
    }

    /// Checks whether storage works, and reads the stored document.
    pub(super) fn open(&mut self) {
        let probed = storage::probe();
        let is_blocked = probed == Err(Unusable::Blocked);
        self.persistence = if is_blocked { Persistence::Blocked } else { Persistence::Stored };
        self.merge_stored();
        if probed == Err(Unusable::Full) && self.persistence.writes() {
            self.persistence = Persistence::Full;
        }
    }

    /// Erases everything stored under this app's keys. The document that is written back is empty
    /// but has a new epoch, so that no other tab can restore the data.
    pub(super) fn erase(&mut self) {
        self.merge_stored();
        self.own.erase();
        self.before = None;
        if self.persistence.reads() {
            self.persistence = Persistence::Stored;
            storage::remove(storage::THEME);
            for key in storage::QUARANTINE {
                storage::remove(key);
            }
        }
        self.store();
    }

    /// Merges the stored document, which another tab may have changed, into the visitor's own.
    /// Returns whether the result differs from the stored document and must be written.
    pub(super) fn merge_stored(&mut self) -> bool {
        if !self.persistence.reads() {
            return false;
        }
        let Some(text) = storage::read(storage::DOCUMENT) else { return false };
        match Document::decode(&text) {
            Ok(stored) => {
                if matches!(self.persistence, Persistence::Newer | Persistence::Foreign) {
                    self.persistence = Persistence::Stored;
                }
                let stored_text = stored.encode();
                self.own.merge(stored);
                return self.own.encode() != stored_text;
            }
            Err(Unreadable::Newer) => self.persistence = Persistence::Newer,
            Err(Unreadable::Foreign) if storage::quarantine() => {
                self.persistence = Persistence::Quarantined;
            }
            Err(Unreadable::Foreign) => self.persistence = Persistence::Foreign,
        }
        false
    }

    /// Writes the visitor's own document, unless nothing may be written or the app has failed.
    pub(super) fn store(&mut self) {
        if !self.persistence.writes() || dom::has_failed() {
            return;
        }
        let is_written = storage::write(storage::DOCUMENT, &self.own.encode()).is_ok();
        self.persistence = match self.persistence {
            _ if !is_written => Persistence::Full,
            Persistence::Full => Persistence::Stored,
            other => other,
        };
    }
}

//! What lies before the visitor: their own document, or what a link brought; and whether it is kept.

use super::Persistence;
use crate::model::Answers;
use crate::platform::storage::Unusable;
use crate::platform::{dom, storage};
use crate::store::{Document, Unreadable};

/// Everything that changes, as one value, so that no two parts of it can disagree.
#[derive(Clone, Default)]
pub(super) struct Workspace {
    /// The visitor's own document.
    pub(super) own: Document,
    /// The document of a link, shown in the place of the own one. Never stored.
    pub(super) shared: Option<Document>,
    /// Whether the content knew everything in the link.
    pub(super) is_whole: bool,
    /// The answers before the change that is being tried out.
    pub(super) before: Option<Answers>,
    /// A document from a file, to be looked at before it is imported.
    pub(super) pending_import: Option<Result<Document, Unreadable>>,
    pub(super) persistence: Persistence,
}

impl Workspace {
    /// The document that is shown and changed.
    pub(super) const fn shown(&self) -> &Document {
        match &self.shared {
            Some(shared) => shared,
            None => &self.own,
        }
    }

    /// Looks for what is stored, and whether storage works at all.
    pub(super) fn open(&mut self) {
        let probed = storage::probe();
        let is_blocked = probed == Err(Unusable::Blocked);
        self.persistence = if is_blocked { Persistence::Blocked } else { Persistence::Stored };
        self.catch_up();
        if probed == Err(Unusable::Full) && self.persistence.writes() {
            self.persistence = Persistence::Full;
        }
    }

    /// Erases everything that is stored under our names.
    pub(super) fn erase(&mut self) {
        self.catch_up();
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

    /// Takes in what is stored, which another tab may have changed. Whether the own document now
    /// says more than what is stored.
    pub(super) fn catch_up(&mut self) -> bool {
        if !self.persistence.reads() {
            return false;
        }
        let Some(text) = storage::read(storage::DOCUMENT) else { return false };
        match Document::decode(&text) {
            Ok(stored) => {
                if matches!(self.persistence, Persistence::Newer | Persistence::Foreign) {
                    self.persistence = Persistence::Stored;
                }
                let text = stored.encode();
                self.own.merge(stored);
                return self.own.encode() != text;
            }
            Err(Unreadable::Newer) => self.persistence = Persistence::Newer,
            Err(Unreadable::Foreign) if storage::quarantine() => {
                self.persistence = Persistence::Quarantined
            }
            Err(Unreadable::Foreign) => self.persistence = Persistence::Foreign,
        }
        false
    }

    /// Writes the own document, if it may be written.
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

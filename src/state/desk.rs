//! What lies before the visitor: their own document, or what a link brought; and whether it is kept.

use super::Keeping;
use crate::browser::storage::Unusable;
use crate::browser::{page, storage};
use crate::model::Answers;
use crate::saved::{Saved, Unreadable};

/// Everything that changes, as one value, so that no two parts of it can disagree.
#[derive(Clone, Default)]
pub(super) struct Desk {
    /// The visitor's own document.
    pub(super) own: Saved,
    /// The document of a link, shown in the place of the own one. Never stored.
    pub(super) shared: Option<Saved>,
    /// Whether the content knew everything in the link.
    pub(super) is_whole: bool,
    /// The answers before the change that is being tried out.
    pub(super) before: Option<Answers>,
    /// A document from a file, to be looked at before it is imported.
    pub(super) offered: Option<Result<Saved, Unreadable>>,
    pub(super) keeping: Keeping,
}

impl Desk {
    /// The document that is shown and changed.
    pub(super) const fn shown(&self) -> &Saved {
        match &self.shared {
            Some(shared) => shared,
            None => &self.own,
        }
    }

    /// Looks for what is stored, and whether storage works at all.
    pub(super) fn open(&mut self) {
        let probed = storage::probe();
        let is_blocked = probed == Err(Unusable::Blocked);
        self.keeping = if is_blocked { Keeping::Blocked } else { Keeping::Stored };
        self.catch_up();
        if probed == Err(Unusable::Full) && self.keeping.writes() {
            self.keeping = Keeping::Full;
        }
    }

    /// Erases everything that is stored under our names.
    pub(super) fn erase(&mut self) {
        self.catch_up();
        self.own.erase();
        self.before = None;
        if self.keeping.reads() {
            self.keeping = Keeping::Stored;
            storage::remove(storage::THEME);
            for key in storage::ASIDE {
                storage::remove(key);
            }
        }
        self.store();
    }

    /// Takes in what is stored, which another tab may have changed. Whether the own document now
    /// says more than what is stored.
    pub(super) fn catch_up(&mut self) -> bool {
        if !self.keeping.reads() {
            return false;
        }
        let Some(text) = storage::read(storage::DOCUMENT) else { return false };
        match Saved::decode(&text) {
            Ok(stored) => {
                if matches!(self.keeping, Keeping::Newer | Keeping::Foreign) {
                    self.keeping = Keeping::Stored;
                }
                let text = stored.encode();
                self.own.merge(stored);
                return self.own.encode() != text;
            }
            Err(Unreadable::Newer) => self.keeping = Keeping::Newer,
            Err(Unreadable::Foreign) if storage::set_aside() => self.keeping = Keeping::Aside,
            Err(Unreadable::Foreign) => self.keeping = Keeping::Foreign,
        }
        false
    }

    /// Writes the own document, if it may be written.
    pub(super) fn store(&mut self) {
        if !self.keeping.writes() || page::has_failed() {
            return;
        }
        let is_written = storage::write(storage::DOCUMENT, &self.own.encode()).is_ok();
        self.keeping = match self.keeping {
            _ if !is_written => Keeping::Full,
            Keeping::Full => Keeping::Stored,
            other => other,
        };
    }
}

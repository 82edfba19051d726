//! The mutable state of a session: the documents it holds, and whether they are stored.

use super::Persistence;
use crate::model::Answers;
use crate::platform::Platform;
use crate::platform::storage::{self, Unusable};
use crate::store::link::Completeness;
use crate::store::{Document, NotImported, Removed, Unreadable};

/// All mutable state, in one signal so that effects never see a half-finished change.
#[derive(Clone, Default)]
pub(super) struct Workspace {
    /// The visitor's own document.
    pub(super) own: Document,
    /// The document decoded from a link, shown instead of the visitor's own. It is never stored.
    pub(super) shared: Option<Document>,
    /// Whether that is all that the sender had.
    pub(super) completeness: Completeness,
    /// The change that is being tried out, if one is.
    pub(super) trial: Option<Trial>,
    /// The document read from a file, which the visitor has not yet imported or rejected.
    pub(super) pending_import: Option<Result<Document, NotImported>>,
    /// The candidate that was removed last.
    pub(super) removed: Option<Removed>,
    pub(super) persistence: Persistence,
    /// The stored text, if it is known to say the same as the visitor's own document. While storage
    /// still has it, there is nothing to read and nothing to write.
    in_step: Option<String>,
}

/// A change that is being tried out. To undo it, only the inputs that differ between the two are
/// set back, so that what another tab has changed in between stays.
#[derive(Clone)]
pub(super) struct Trial {
    pub(super) before: Answers,
    pub(super) after: Answers,
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
    pub(super) fn open(&mut self, platform: &Platform) {
        let probed = platform.storage.probe();
        let is_blocked = probed == Err(Unusable::Blocked);
        self.persistence = if is_blocked { Persistence::Blocked } else { Persistence::Stored };
        self.merge_stored(platform);
        if probed == Err(Unusable::Full) && self.persistence.writes() {
            self.persistence = Persistence::Full;
        }
    }

    /// Erases everything stored under this app's keys. The document that is written back is empty
    /// but has a new epoch, so that no other tab can restore the data.
    pub(super) fn erase(&mut self, platform: &Platform) {
        self.merge_stored(platform);
        self.own.erase();
        (self.trial, self.removed) = (None, None);
        if self.persistence.reads() && !platform.page.has_failed() {
            self.persistence = Persistence::Stored;
            platform.storage.remove(storage::THEME);
            for key in storage::QUARANTINE {
                platform.storage.remove(key);
            }
        }
        self.store(platform);
    }

    /// Merges the stored document, which another tab may have changed, into the visitor's own.
    /// Returns whether the result differs from the stored document and must be written.
    pub(super) fn merge_stored(&mut self, platform: &Platform) -> bool {
        if !self.persistence.reads() || platform.page.has_failed() {
            return false;
        }
        let Some(text) = platform.storage.read(storage::DOCUMENT) else { return false };
        if self.in_step.as_ref() == Some(&text) {
            return false;
        }
        self.in_step = None;
        match Document::decode(&text) {
            Ok(stored) => {
                if matches!(self.persistence, Persistence::Newer | Persistence::Foreign) {
                    self.persistence = Persistence::Stored;
                }
                let before = stored.encode();
                self.own.merge(stored);
                let has_more = self.own.encode() != before;
                self.in_step = Some(text).filter(|_| !has_more);
                return has_more;
            }
            Err(Unreadable::Newer) => self.persistence = Persistence::Newer,
            Err(Unreadable::Foreign) if platform.storage.quarantine() => {
                self.persistence = Persistence::Quarantined;
            }
            Err(Unreadable::Foreign) => self.persistence = Persistence::Foreign,
        }
        false
    }

    /// Changes the document that is shown. The visitor's own document is first merged with the
    /// stored one, so `edit` must compute from the document that it gets and not from what was shown
    /// before. It has been written when this returns. A shared result changes only in memory.
    pub(super) fn change(&mut self, platform: &Platform, edit: &mut dyn FnMut(&mut Document)) {
        // Any further change confirms the change that was being tried out.
        self.trial = None;
        if let Some(shared) = &mut self.shared {
            return edit(shared);
        }
        self.change_own(platform, edit);
    }

    /// Changes the visitor's own document, also while a shared result is shown or a change is being
    /// tried out. Otherwise as [`Workspace::change`].
    pub(super) fn change_own(&mut self, platform: &Platform, edit: &mut dyn FnMut(&mut Document)) {
        self.merge_stored(platform);
        edit(&mut self.own);
        self.store(platform);
    }

    /// Writes the visitor's own document, unless nothing may be written or the app has failed. A
    /// document that could not be read again counts as one for which there is no room.
    pub(super) fn store(&mut self, platform: &Platform) {
        self.in_step = None;
        if !self.persistence.writes() || platform.page.has_failed() {
            return;
        }
        let write = |text: &String| platform.storage.write(storage::DOCUMENT, text).is_ok();
        self.in_step = self.own.encode_to_store().filter(write);
        self.persistence = match self.persistence {
            _ if self.in_step.is_none() => Persistence::Full,
            Persistence::Full => Persistence::Stored,
            other => other,
        };
    }
}

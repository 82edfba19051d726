//! The visitor's stored data: listing, export, import and erase.

use super::Session;
use crate::model::Answers;
use crate::platform::{Files, storage};
use crate::store::{Document, NotImported, TooMany};

/// A file that the visitor has opened and not yet imported or rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PendingImport {
    /// It can be imported.
    Readable {
        /// The answers of the file.
        answers: Answers,
        /// The number of its snapshots.
        snapshots: usize,
        /// How many candidates it adds to the shortlist.
        candidates: usize,
    },
    /// With its candidates, there would be more than the shortlist can have.
    TooMany,
    /// The file is not a file of this app, or it is damaged or too large.
    Foreign,
    /// A newer version wrote the file.
    Newer,
    /// The file has only texts that were set aside because they could not be read.
    SetAside,
}

/// A storage key of this app, and the length of its text in bytes of UTF-8.
pub type Stored = (&'static str, usize);

impl Session {
    /// Every key of this app that has a stored value. Tracked, but only changes by this tab notify.
    pub fn stored(self) -> Vec<Stored> {
        let reads = self.workspace().persistence.reads();
        let mut stored = Vec::new();
        for key in [storage::DOCUMENT, storage::THEME].into_iter().chain(storage::QUARANTINE) {
            if let Some(text) = self.platform.storage.read(key).filter(|_| reads) {
                stored.push((key, text.len()));
            }
        }
        stored
    }

    /// A data URL of a file with everything that the visitor has entered; tracked.
    pub fn export(self, files: &dyn Files) -> String {
        files.address(&self.workspace().own.export())
    }

    /// A data URL of a file with the text stored under a key, unchanged. Tracked, but only changes
    /// by this tab notify.
    pub fn export_of(self, files: &dyn Files, key: &str) -> String {
        let _tracked = self.workspace();
        files.address(&self.platform.storage.read(key).unwrap_or_default())
    }

    /// Reads the file chosen in the form control of `event`. When it has been read, it is in
    /// [`Session::pending_import`], and focus moves to its preview.
    pub fn read_file(self, files: &dyn Files, event: &leptos::ev::Event) {
        let then = move |text: Option<String>| {
            let read = text.map_or(Err(NotImported::Foreign), |text| Document::from_file(&text));
            let mut pending = Some(read);
            self.edit_workspace(&mut |workspace| workspace.pending_import = pending.take());
            self.focus("offer");
        };
        files.read(event, Box::new(then));
    }

    /// The pending import, if there is one; tracked.
    pub fn pending_import(self) -> Option<PendingImport> {
        let workspace = self.workspace();
        Some(match workspace.pending_import.as_ref()? {
            Ok(document) => match workspace.own.candidates_added_by(document) {
                Ok(candidates) => PendingImport::Readable {
                    answers: document.answers(self.quiz()),
                    snapshots: document.snapshots(self.quiz()).len(),
                    candidates,
                },
                Err(TooMany) => PendingImport::TooMany,
            },
            Err(NotImported::Foreign) => PendingImport::Foreign,
            Err(NotImported::Newer) => PendingImport::Newer,
            Err(NotImported::SetAside) => PendingImport::SetAside,
        })
    }

    /// Rejects the pending import. The visitor's inputs do not change.
    pub fn cancel_import(self) {
        self.edit_workspace(&mut |workspace| workspace.pending_import = None);
    }

    /// Replaces the visitor's inputs with those of the pending import, and adds its snapshots and what
    /// is on its shortlist. The result up to now is kept as a snapshot, unless it is undecided. What is
    /// [`PendingImport::TooMany`], which another tab may have made it, stays pending.
    pub fn import(self) {
        self.edit_workspace(&mut |workspace| {
            let pending = workspace.pending_import.take();
            let mut is_refused = false;
            workspace.change(self.platform, &mut |document| {
                if let Some(Ok(imported)) = &pending {
                    let mut changed = document.clone();
                    self.add_snapshot(&mut changed);
                    match changed.adopt(imported) {
                        Ok(()) => *document = changed,
                        Err(TooMany) => is_refused = true,
                    }
                }
            });
            workspace.pending_import = pending.filter(|_| is_refused);
        });
    }

    /// Erases everything stored under this app's keys, and touches no other key.
    pub fn erase(self) {
        self.edit_workspace(&mut |workspace| workspace.erase(self.platform));
    }
}

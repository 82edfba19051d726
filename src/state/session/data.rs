//! What is stored, as a file, from a file, and gone.

use leptos::prelude::*;

use super::Session;
use super::history::keep_snapshot;
use crate::model::Answers;
use crate::platform::{file, storage};
use crate::state::workspace::Workspace;
use crate::store::{Document, Unreadable};

/// A file that was chosen for import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PendingImport {
    /// What it says, and how many finished runs it has.
    Readable(Answers, usize),
    /// It is not a document of ours, damaged, or too large.
    Foreign,
    /// Written by a newer version.
    Newer,
}

/// A key of ours, and the length of its text in bytes.
pub type Stored = (&'static str, usize);

impl Session {
    /// Every key of ours that is there now; followed as far as this tab changes it.
    pub fn stored(self) -> Vec<Stored> {
        let reads = self.workspace.read().persistence.reads();
        let mut stored = Vec::new();
        for key in [storage::DOCUMENT, storage::THEME].into_iter().chain(storage::QUARANTINE) {
            if let Some(text) = storage::read(key).filter(|_| reads) {
                stored.push((key, text.len()));
            }
        }
        stored
    }

    /// The address of a file with everything the visitor has entered; followed.
    pub fn export(self) -> String {
        file::address(&self.workspace.read().own.export())
    }

    /// The address of a file with what is stored under a key, as it is.
    pub fn export_of(self, key: &str) -> String {
        file::address(&storage::read(key).unwrap_or_default())
    }

    /// Reads the file that was chosen in a form; [`Session::pending_import`] has it then.
    pub fn read_file(self, event: &leptos::ev::Event) {
        file::read(event, move |text| {
            let pending_import =
                text.map_or(Err(Unreadable::Foreign), |text| Document::decode(&text));
            let mut pending_import = Some(pending_import);
            self.edit_workspace(&mut |workspace| workspace.pending_import = pending_import.take());
            self.focus("offer");
        });
    }

    /// The file that was chosen for import, if one is; followed.
    pub fn pending_import(self) -> Option<PendingImport> {
        let workspace = self.workspace.read();
        Some(match workspace.pending_import.as_ref()? {
            Ok(document) => PendingImport::Readable(
                document.answers(self.quiz()),
                document.snapshots(self.quiz()).len(),
            ),
            Err(Unreadable::Foreign) => PendingImport::Foreign,
            Err(Unreadable::Newer) => PendingImport::Newer,
        })
    }

    /// Puts the file away. Nothing changes.
    pub fn cancel_import(self) {
        self.edit_workspace(&mut |workspace| workspace.pending_import = None);
    }

    /// Replaces the answers by those of the file, and adds its runs. What the visitor had is kept as
    /// a run.
    pub fn import(self) {
        let mut pending_import =
            self.workspace.with_untracked(|workspace| workspace.pending_import.clone());
        let mut recorded = self.recorded();
        self.cancel_import();
        self.change(&mut |document| {
            if let Some(Ok(pending_import)) = pending_import.take() {
                keep_snapshot(document, recorded.take());
                document.adopt(&pending_import);
            }
        });
    }

    /// Erases everything that is stored under our names, and no other key.
    pub fn erase(self) {
        self.edit_workspace(&mut Workspace::erase);
    }
}

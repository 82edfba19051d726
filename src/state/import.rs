//! What a file that the visitor has opened would change.

use leptos::prelude::*;

use super::{Differences, PendingImport, Session};
use crate::model::{Answers, Quiz};

/// What the notice about an opened file says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum ImportPreview {
    /// The file can be imported.
    Readable {
        /// How the answers would change.
        changes: Differences,
        /// How many snapshots would be added.
        snapshots: usize,
        /// How many candidates would be added.
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

impl ImportPreview {
    /// Compares the answers as they are now with those of a file.
    pub fn of(quiz: &Quiz, now: &Answers, pending: PendingImport) -> Self {
        match pending {
            PendingImport::Readable { answers, snapshots, candidates } => Self::Readable {
                changes: Differences::between(quiz, now, &answers),
                snapshots,
                candidates,
            },
            PendingImport::TooMany => Self::TooMany,
            PendingImport::Foreign => Self::Foreign,
            PendingImport::Newer => Self::Newer,
            PendingImport::SetAside => Self::SetAside,
        }
    }
}

impl Session {
    /// The preview of the pending import, if there is one.
    pub fn import_preview(self) -> Memo<Option<ImportPreview>> {
        Memo::new(move |_| {
            let pending = self.pending_import()?;
            Some(ImportPreview::of(self.quiz(), &self.answers().read(), pending))
        })
    }
}

//! What is stored, as a file, from a file, and gone.

use leptos::prelude::*;

use super::Session;
use super::history::keep;
use crate::browser::{file, storage};
use crate::model::Answers;
use crate::saved::{Saved, Unreadable};
use crate::state::desk::Desk;

/// A file that was chosen for import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
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
        let reads = self.desk.read().keeping.reads();
        let mut stored = Vec::new();
        for key in [storage::DOCUMENT, storage::THEME].into_iter().chain(storage::ASIDE) {
            if let Some(text) = storage::read(key).filter(|_| reads) {
                stored.push((key, text.len()));
            }
        }
        stored
    }

    /// The address of a file with everything the visitor has entered; followed.
    pub fn export(self) -> String {
        file::address(&self.desk.read().own.export())
    }

    /// The address of a file with what is stored under a key, as it is.
    pub fn export_of(self, key: &str) -> String {
        file::address(&storage::read(key).unwrap_or_default())
    }

    /// Reads the file that was chosen in a form; [`Session::offer`] has it then.
    pub fn read_file(self, event: &leptos::ev::Event) {
        file::read(event, move |text| {
            let offered = text.map_or(Err(Unreadable::Foreign), |text| Saved::decode(&text));
            let mut offered = Some(offered);
            self.at_desk(&mut |desk| desk.offered = offered.take());
            self.focus("offer");
        });
    }

    /// The file that was chosen for import, if one is; followed.
    pub fn offer(self) -> Option<Offer> {
        let desk = self.desk.read();
        Some(match desk.offered.as_ref()? {
            Ok(saved) => Offer::Readable(saved.answers(self.quiz()), saved.runs(self.quiz()).len()),
            Err(Unreadable::Foreign) => Offer::Foreign,
            Err(Unreadable::Newer) => Offer::Newer,
        })
    }

    /// Puts the file away. Nothing changes.
    pub fn refuse(self) {
        self.at_desk(&mut |desk| desk.offered = None);
    }

    /// Replaces the answers by those of the file, and adds its runs. What the visitor had is kept as
    /// a run.
    pub fn import(self) {
        let mut offered = self.desk.with_untracked(|desk| desk.offered.clone());
        let mut receipt = self.receipt();
        self.refuse();
        self.change(&mut |saved| {
            if let Some(Ok(offered)) = offered.take() {
                keep(saved, receipt.take());
                saved.adopt(&offered);
            }
        });
    }

    /// Erases everything that is stored under our names, and no other key.
    pub fn erase(self) {
        self.at_desk(&mut Desk::erase);
    }
}

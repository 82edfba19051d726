//! Earlier states: the answers before a change that is being tried out, and snapshots.

use leptos::prelude::*;

use super::Session;
use crate::model::{Answers, RecordedVerdict, Snapshot, Word};
use crate::platform::dom;
use crate::store::Document;

impl Session {
    /// Changes the answers in one step that [`Session::undo`] takes back. Several changes tried out
    /// in a row are undone together.
    pub fn try_out(self, answers: &Answers) {
        let before = self.workspace.with_untracked(|workspace| workspace.before.clone());
        let before = before.unwrap_or_else(|| self.answers.get_untracked());
        self.change(&mut |document| document.set_all(self.quiz(), answers));
        let mut before = Some(before);
        self.edit_workspace(&mut |workspace| workspace.before = before.take());
    }

    /// The answers before the change that is being tried out, if one is; tracked.
    pub fn before(self) -> Option<Answers> {
        self.workspace.read().before.clone()
    }

    /// Confirms the change that is being tried out.
    pub fn keep_change(self) {
        self.edit_workspace(&mut |workspace| workspace.before = None);
    }

    /// Takes back the change that is being tried out.
    pub fn undo(self) {
        if let Some(before) = self.workspace.with_untracked(|workspace| workspace.before.clone()) {
            self.change(&mut |document| document.set_all(self.quiz(), &before));
        }
    }

    /// The visitor's snapshots, the oldest first; tracked.
    pub fn snapshots(self) -> Vec<Snapshot> {
        self.workspace.read().own.snapshots(self.quiz())
    }

    /// Adds a snapshot of the current inputs, unless the verdict is undecided.
    pub fn keep_snapshot(self) {
        let mut recorded = self.recorded();
        self.change(&mut |document| keep_snapshot(document, recorded.take()));
    }

    /// Removes the snapshot at this position.
    pub fn remove_snapshot(self, at: usize) {
        self.change(&mut |document| document.remove_snapshot(at));
    }

    /// Clears every answer, weight and own rating. The result up to now is kept as a snapshot,
    /// unless it is undecided.
    pub fn start_again(self) {
        let mut recorded = self.recorded();
        self.change(&mut |document| {
            keep_snapshot(document, recorded.take());
            document.clear();
        });
    }

    /// The current verdict as a snapshot records it, or `None` if it is undecided.
    pub(super) fn recorded(self) -> Option<RecordedVerdict> {
        let verdict = self.verdict.read_untracked();
        let is_finished = verdict.word != Word::Undecided;
        is_finished.then(|| RecordedVerdict::of(self.quiz(), self.content.version, &verdict))
    }
}

/// Adds a snapshot with today's date, if there is a verdict to record.
pub(super) fn keep_snapshot(document: &mut Document, recorded: Option<RecordedVerdict>) {
    if let Some(recorded) = recorded {
        document.keep_snapshot(dom::today(), recorded);
    }
}

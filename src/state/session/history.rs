//! What was before: a change that is being tried out, and finished runs.

use leptos::prelude::*;

use super::Session;
use crate::model::{Answers, RecordedVerdict, Snapshot, Word};
use crate::platform::dom;
use crate::store::Document;

impl Session {
    /// Changes the answers as one step that can be taken back.
    pub fn try_out(self, answers: &Answers) {
        let before = self.workspace.with_untracked(|workspace| workspace.before.clone());
        let before = before.unwrap_or_else(|| self.answers.get_untracked());
        self.change(&mut |document| document.set_all(self.quiz(), answers));
        let mut before = Some(before);
        self.edit_workspace(&mut |workspace| workspace.before = before.take());
    }

    /// The answers before the change that is being tried out; followed.
    pub fn before(self) -> Option<Answers> {
        self.workspace.read().before.clone()
    }

    /// Keeps the change that was tried out.
    pub fn keep_change(self) {
        self.edit_workspace(&mut |workspace| workspace.before = None);
    }

    /// Takes back the change that was tried out.
    pub fn undo(self) {
        if let Some(before) = self.workspace.with_untracked(|workspace| workspace.before.clone()) {
            self.change(&mut |document| document.set_all(self.quiz(), &before));
        }
    }

    /// The finished runs, the oldest first; followed.
    pub fn snapshots(self) -> Vec<Snapshot> {
        self.workspace.read().own.snapshots(self.quiz())
    }

    /// Keeps the present answers as a finished run.
    pub fn keep_snapshot(self) {
        let mut recorded = self.recorded();
        self.change(&mut |document| keep_snapshot(document, recorded.take()));
    }

    /// Removes a finished run, by position.
    pub fn remove_snapshot(self, at: usize) {
        self.change(&mut |document| document.remove_snapshot(at));
    }

    /// The visitor starts again: every answer, importance and own standing goes. What was finished
    /// is kept as a run.
    pub fn start_again(self) {
        let mut recorded = self.recorded();
        self.change(&mut |document| {
            keep_snapshot(document, recorded.take());
            document.clear();
        });
    }

    /// The receipt of the present verdict; `None` while nothing is decided.
    pub(super) fn recorded(self) -> Option<RecordedVerdict> {
        let verdict = self.verdict.read_untracked();
        let is_finished = verdict.word != Word::Undecided;
        is_finished.then(|| RecordedVerdict::of(self.quiz(), self.content.version, &verdict))
    }
}

pub(super) fn keep_snapshot(document: &mut Document, recorded: Option<RecordedVerdict>) {
    if let Some(recorded) = recorded {
        document.keep_snapshot(dom::today(), recorded);
    }
}

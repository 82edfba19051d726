//! Earlier states: the answers before a change that is being tried out, and snapshots.

use leptos::prelude::*;

use super::Session;
use crate::model::{Answers, RecordedVerdict, Snapshot, Verdict, Word};
use crate::state::workspace::Trial;
use crate::store::Document;

impl Session {
    /// Makes the changes that lead from the answers shown to `answers`, in one step that
    /// [`Session::undo`] takes back. Several changes tried out in a row are undone together.
    pub fn try_out(self, answers: &Answers) {
        let shown = self.answers.get_untracked();
        self.edit_workspace(&mut |workspace| {
            let earlier = workspace.trial.take();
            let mut trial = None;
            workspace.change(self.platform, &mut |document| {
                let now = document.answers(self.quiz());
                let after = now.with_changes(&shown, answers);
                document.set_all(self.quiz(), &after);
                trial = Some(match &earlier {
                    Some(Trial { before, after: last }) => {
                        let after = last.with_changes(&now, &after);
                        Trial { before: before.clone(), after }
                    }
                    None => Trial { before: now, after },
                });
            });
            workspace.trial = trial;
        });
    }

    /// The answers before the change that is being tried out, if one is; tracked.
    pub fn before(self) -> Option<Answers> {
        self.workspace().trial.as_ref().map(|trial| trial.before.clone())
    }

    /// Confirms the change that is being tried out.
    pub fn keep_change(self) {
        self.edit_workspace(&mut |workspace| workspace.trial = None);
    }

    /// Takes back the change that is being tried out.
    pub fn undo(self) {
        let trial = self.workspace.with_untracked(|workspace| workspace.trial.clone());
        if let Some(Trial { before, after }) = trial {
            self.change(&mut |document| {
                let now = document.answers(self.quiz());
                document.set_all(self.quiz(), &now.with_changes(&after, &before));
            });
        }
    }

    /// The visitor's snapshots, the oldest first; tracked.
    pub fn snapshots(self) -> Vec<Snapshot> {
        self.workspace().own.snapshots(self.quiz())
    }

    /// Adds a snapshot of the current inputs, unless the verdict is undecided.
    pub fn keep_snapshot(self) {
        self.change(&mut |document| self.add_snapshot(document));
    }

    /// Removes the snapshot that is shown at this position.
    pub fn remove_snapshot(self, at: usize) {
        let mut shown =
            self.workspace.with_untracked(|workspace| workspace.own.snapshots(self.quiz()));
        if at >= shown.len() {
            return;
        }
        let snapshot = shown.swap_remove(at);
        self.change(&mut |document| {
            // Another tab may have changed the list, so it may be at another position.
            let all = document.snapshots(self.quiz());
            let is_there = all.get(at) == Some(&snapshot);
            let found = if is_there { Some(at) } else { all.iter().position(|of| *of == snapshot) };
            if let Some(at) = found {
                document.remove_snapshot(at);
            }
        });
    }

    /// Clears every answer, weight and own rating. The result up to now is kept as a snapshot,
    /// unless it is undecided.
    pub fn start_again(self) {
        self.change(&mut |document| {
            self.add_snapshot(document);
            document.clear();
        });
    }

    /// Adds a snapshot of a document's inputs to it with today's date, unless the verdict on them is
    /// undecided.
    pub(super) fn add_snapshot(self, document: &mut Document) {
        let verdict = Verdict::of(self.quiz(), &document.answers(self.quiz()));
        if verdict.word != Word::Undecided {
            let recorded = RecordedVerdict::of(self.quiz(), self.content.version, &verdict);
            document.keep_snapshot(self.platform.clock.today(), recorded);
        }
    }
}

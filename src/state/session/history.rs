//! What was before: a change that is being tried out, and finished runs.

use leptos::prelude::*;

use super::Session;
use crate::browser::page;
use crate::model::{Answers, Receipt, Run, Word};
use crate::saved::Saved;

impl Session {
    /// Changes the answers as one step that can be taken back.
    pub fn try_out(self, answers: &Answers) {
        let before = self.desk.with_untracked(|desk| desk.before.clone());
        let before = before.unwrap_or_else(|| self.answers.get_untracked());
        self.change(&mut |saved| saved.set_all(self.quiz(), answers));
        let mut before = Some(before);
        self.at_desk(&mut |desk| desk.before = before.take());
    }

    /// The answers before the change that is being tried out; followed.
    pub fn before(self) -> Option<Answers> {
        self.desk.read().before.clone()
    }

    /// Keeps the change that was tried out.
    pub fn keep_change(self) {
        self.at_desk(&mut |desk| desk.before = None);
    }

    /// Takes back the change that was tried out.
    pub fn undo(self) {
        if let Some(before) = self.desk.with_untracked(|desk| desk.before.clone()) {
            self.change(&mut |saved| saved.set_all(self.quiz(), &before));
        }
    }

    /// The finished runs, the oldest first; followed.
    pub fn runs(self) -> Vec<Run> {
        self.desk.read().own.runs(self.quiz())
    }

    /// Keeps the present answers as a finished run.
    pub fn keep_run(self) {
        let mut receipt = self.receipt();
        self.change(&mut |saved| keep(saved, receipt.take()));
    }

    /// Removes a finished run, by position.
    pub fn forget_run(self, at: usize) {
        self.change(&mut |saved| saved.forget(at));
    }

    /// The visitor starts again: every answer, importance and own standing goes. What was finished
    /// is kept as a run.
    pub fn start_again(self) {
        let mut receipt = self.receipt();
        self.change(&mut |saved| {
            keep(saved, receipt.take());
            saved.clear();
        });
    }

    /// The receipt of the present verdict; `None` while nothing is decided.
    pub(super) fn receipt(self) -> Option<Receipt> {
        let verdict = self.verdict.read_untracked();
        let is_finished = verdict.word != Word::Undecided;
        is_finished.then(|| Receipt::of(self.quiz(), self.content.version, &verdict))
    }
}

pub(super) fn keep(saved: &mut Saved, receipt: Option<Receipt>) {
    if let Some(receipt) = receipt {
        saved.keep(page::today(), receipt);
    }
}

//! What was before: a change that is being tried out, and finished runs.

use leptos::prelude::*;

use super::Session;
use crate::browser::page;
use crate::model::{Answers, Receipt, Run, Word};
use crate::saved::Saved;

impl Session {
    /// Changes the answers as one step that can be taken back.
    pub fn try_out(self, answers: &Answers) {
        let before = self.before.get_untracked().unwrap_or_else(|| self.answers.get_untracked());
        self.change(|saved| saved.set_all(self.quiz(), answers));
        self.before.set(Some(before));
    }

    /// The answers before the change that is being tried out; followed.
    pub fn before(self) -> Option<Answers> {
        self.before.get()
    }

    /// Keeps the change that was tried out.
    pub fn keep_change(self) {
        self.before.set(None);
    }

    /// Takes back the change that was tried out.
    pub fn undo(self) {
        if let Some(before) = self.before.get_untracked() {
            self.change(|saved| saved.set_all(self.quiz(), &before));
        }
    }

    /// The finished runs, the oldest first; followed.
    pub fn runs(self) -> Vec<Run> {
        self.saved.read().runs(self.quiz())
    }

    /// Keeps the present answers as a finished run.
    pub fn keep_run(self) {
        let receipt = self.receipt();
        self.change(|saved| keep(saved, receipt));
    }

    /// Removes a finished run, by position.
    pub fn forget_run(self, at: usize) {
        self.change(|saved| saved.forget(at));
    }

    /// The visitor starts again: every answer, importance and own standing goes. What was finished
    /// is kept as a run.
    pub fn start_again(self) {
        let receipt = self.receipt();
        self.change(|saved| {
            keep(saved, receipt);
            *saved = saved.cleared();
        });
    }

    /// The receipt of the present verdict; `None` while nothing is decided.
    fn receipt(self) -> Option<Receipt> {
        let verdict = self.verdict.read_untracked();
        let is_finished = verdict.word != Word::Undecided;
        is_finished.then(|| Receipt::of(self.quiz(), self.content.version, &verdict))
    }
}

fn keep(saved: &mut Saved, receipt: Option<Receipt>) {
    if let Some(receipt) = receipt {
        saved.keep(page::today(), receipt);
    }
}

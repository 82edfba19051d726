//! The document as it is written now, and how two copies of it become one.
//!
//! Each answer has a counter and the document an epoch, so that two copies can be merged without a
//! clock. A file that the visitor saves has neither.

use std::cmp::Ordering;

use super::run::SavedRun;
use super::said::Said;
use super::tree::{Fields, Tree, next, push_counter};
use super::{MAX_BYTES, SHAPES, Unreadable, VERSION};
use crate::model::{
    Answer, Answers, CriterionId, GearId, Importance, Level, QuestionId, Quiz, Receipt, Run,
    TopicId,
};

/// Answers, importances, own standings and finished runs at rest.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Saved {
    /// Rises when everything said is replaced: by "start again", an import, or when it is erased.
    /// What the higher epoch says wins whole.
    pub(super) epoch: u32,
    pub(super) said: Said,
    /// Rises with every change of the finished runs; the list with the higher count wins whole.
    pub(super) kept: u32,
    /// Finished runs, the oldest first. They outlive "start again".
    pub(super) runs: Vec<SavedRun>,
}

impl Saved {
    /// Reads a stored document.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Newer`] for a version above the present one, [`Unreadable::Foreign`] for
    /// anything else that has none of the [`super::SHAPES`], or is over a megabyte.
    pub fn decode(text: &str) -> Result<Self, Unreadable> {
        if text.len() > MAX_BYTES {
            return Err(Unreadable::Foreign);
        }
        let tree: Tree = serde_json::from_str(text).map_err(|_| Unreadable::Foreign)?;
        let mut fields = Fields::of(tree);
        let version = fields.number("version");
        for (shape, read) in SHAPES {
            if shape == version {
                return read(fields).ok_or(Unreadable::Foreign);
            }
        }
        Err(if version > VERSION { Unreadable::Newer } else { Unreadable::Foreign })
    }

    /// Writes the document; the same answers always give the same bytes.
    pub fn encode(&self) -> String {
        let mut fields = Vec::new();
        push_counter(&mut fields, "version", VERSION);
        push_counter(&mut fields, "epoch", self.epoch);
        self.said.write(&mut fields);
        push_counter(&mut fields, "kept", self.kept);
        fields.push(("runs".to_owned(), SavedRun::list(&self.runs)));
        Tree::Map(fields).text()
    }

    /// Writes the document as a file for the visitor: without epoch and counters, so that the same
    /// answers give the same bytes however they came about.
    pub fn export(&self) -> String {
        Self { epoch: 0, kept: 0, said: self.said.clone().counted(0), runs: self.runs.clone() }
            .encode()
    }

    /// Takes in another copy of this document, as another tab has left it: whatever was changed
    /// later in either is in both then, in whatever order they meet.
    pub fn merge(&mut self, other: Self) {
        if self.epoch == other.epoch {
            self.said.merge(other.said);
        } else if self.epoch < other.epoch {
            (self.epoch, self.said) = (other.epoch, other.said);
        }
        let is_later = match self.kept.cmp(&other.kept) {
            Ordering::Equal if self.runs == other.runs => false,
            Ordering::Equal => {
                SavedRun::list(&self.runs).text() < SavedRun::list(&other.runs).text()
            }
            order => order == Ordering::Less,
        };
        if is_later {
            (self.kept, self.runs) = (other.kept, other.runs);
        }
    }

    /// Replaces everything said by what another document says, and adds its runs to these.
    pub fn adopt(&mut self, other: &Self) {
        (self.epoch, self.said) = (next(self.epoch), other.said.clone().counted(1));
        for run in &other.runs {
            if !self.runs.contains(run) {
                self.runs.push(run.clone());
            }
        }
        self.kept = next(self.kept);
    }

    /// The answers as the engine takes them. What `quiz` does not know is left out.
    pub fn answers(&self, quiz: &Quiz) -> Answers {
        self.said.answers(quiz)
    }

    /// Records the answer to a question.
    pub fn set_answer(&mut self, quiz: &Quiz, at: QuestionId, answer: Answer) {
        self.said.set_answer(quiz, at, answer);
    }

    /// Records the importance of a topic.
    pub fn set_importance(&mut self, quiz: &Quiz, at: TopicId, importance: Importance) {
        self.said.set_importance(quiz, at, importance);
    }

    /// Records a standing of the visitor's, or with `None` that the content's holds again.
    pub fn set_own(
        &mut self,
        quiz: &Quiz,
        gear: GearId,
        criterion: CriterionId,
        level: Option<Level>,
    ) {
        self.said.set_own(quiz, (gear, criterion), level);
    }

    /// Records everything that differs from what is saved.
    pub fn set_all(&mut self, quiz: &Quiz, answers: &Answers) {
        self.said.set_all(quiz, answers);
    }

    /// The finished runs, the oldest first. What `quiz` does not know is left out of their answers.
    pub fn runs(&self, quiz: &Quiz) -> Vec<Run> {
        self.runs.iter().map(|run| run.run(quiz)).collect()
    }

    /// Keeps what is said now as a finished run, unless the newest run says the same.
    pub fn keep(&mut self, date: String, receipt: Receipt) {
        let said = self.said.clone().counted(0);
        if self.runs.last().is_some_and(|run| run.said == said && run.receipt == receipt) {
            return;
        }
        self.runs.push(SavedRun { date, said, receipt });
        self.kept = next(self.kept);
    }

    /// Removes the finished run at this position.
    pub fn forget(&mut self, at: usize) {
        if at < self.runs.len() {
            self.runs.remove(at);
            self.kept = next(self.kept);
        }
    }

    /// Clears every answer, importance and own standing, here and wherever this document meets an
    /// older copy. Finished runs stay.
    pub fn clear(&mut self) {
        (self.epoch, self.said) = (next(self.epoch), Said::default());
    }

    /// Clears everything, finished runs too. What is left says only that older copies do not count.
    pub fn erase(&mut self) {
        self.clear();
        (self.kept, self.runs) = (next(self.kept), Vec::new());
    }

    /// Whether nothing was ever answered, weighed or set.
    pub const fn is_empty(&self) -> bool {
        self.said.is_empty()
    }
}

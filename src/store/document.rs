//! The document as it is written now, and how two copies of it become one.
//!
//! Each answer has a counter and the document an epoch, so that two copies can be merged without a
//! clock. A file that the visitor saves has neither.

use std::cmp::Ordering;

use super::inputs::Inputs;
use super::snapshot::StoredSnapshot;
use super::tree::{Fields, Tree, next, push_revision};
use super::{MAX_BYTES, SHAPES, Unreadable, VERSION};
use crate::model::{
    Answer, Answers, CriterionId, DeviceTypeId, QuestionId, Quiz, Rating, RecordedVerdict,
    Snapshot, TopicId, Weight,
};

/// Answers, importances, own standings and finished runs at rest.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Document {
    /// Rises when everything said is replaced: by "start again", an import, or when it is erased.
    /// What the higher epoch says wins whole.
    pub(super) epoch: u32,
    pub(super) inputs: Inputs,
    /// Rises with every change of the finished runs; the list with the higher count wins whole.
    pub(super) snapshots_revision: u32,
    /// Finished runs, the oldest first. They outlive "start again".
    pub(super) snapshots: Vec<StoredSnapshot>,
}

impl Document {
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
        push_revision(&mut fields, "version", VERSION);
        push_revision(&mut fields, "epoch", self.epoch);
        self.inputs.write(&mut fields);
        push_revision(&mut fields, "kept", self.snapshots_revision);
        fields.push(("runs".to_owned(), StoredSnapshot::list(&self.snapshots)));
        Tree::Map(fields).text()
    }

    /// Writes the document as a file for the visitor: without epoch and counters, so that the same
    /// answers give the same bytes however they came about.
    pub fn export(&self) -> String {
        Self {
            epoch: 0,
            snapshots_revision: 0,
            inputs: self.inputs.clone().with_revision(0),
            snapshots: self.snapshots.clone(),
        }
        .encode()
    }

    /// Takes in another copy of this document, as another tab has left it: whatever was changed
    /// later in either is in both then, in whatever order they meet.
    pub fn merge(&mut self, other: Self) {
        if self.epoch == other.epoch {
            self.inputs.merge(other.inputs);
        } else if self.epoch < other.epoch {
            (self.epoch, self.inputs) = (other.epoch, other.inputs);
        }
        let is_later = match self.snapshots_revision.cmp(&other.snapshots_revision) {
            Ordering::Equal if self.snapshots == other.snapshots => false,
            Ordering::Equal => {
                StoredSnapshot::list(&self.snapshots).text()
                    < StoredSnapshot::list(&other.snapshots).text()
            }
            order => order == Ordering::Less,
        };
        if is_later {
            (self.snapshots_revision, self.snapshots) = (other.snapshots_revision, other.snapshots);
        }
    }

    /// Replaces everything said by what another document says, and adds its runs to these.
    pub fn adopt(&mut self, other: &Self) {
        (self.epoch, self.inputs) = (next(self.epoch), other.inputs.clone().with_revision(1));
        for snapshot in &other.snapshots {
            if !self.snapshots.contains(snapshot) {
                self.snapshots.push(snapshot.clone());
            }
        }
        self.snapshots_revision = next(self.snapshots_revision);
    }

    /// The answers as the engine takes them. What `quiz` does not know is left out.
    pub fn answers(&self, quiz: &Quiz) -> Answers {
        self.inputs.answers(quiz)
    }

    /// Records the answer to a question.
    pub fn set_answer(&mut self, quiz: &Quiz, at: QuestionId, answer: Answer) {
        self.inputs.set_answer(quiz, at, answer);
    }

    /// Records the importance of a topic.
    pub fn set_weight(&mut self, quiz: &Quiz, at: TopicId, weight: Weight) {
        self.inputs.set_weight(quiz, at, weight);
    }

    /// Records a standing of the visitor's, or with `None` that the content's holds again.
    pub fn set_own_rating(
        &mut self,
        quiz: &Quiz,
        device_type: DeviceTypeId,
        criterion: CriterionId,
        rating: Option<Rating>,
    ) {
        self.inputs.set_own_rating(quiz, (device_type, criterion), rating);
    }

    /// Records everything that differs from what is saved.
    pub fn set_all(&mut self, quiz: &Quiz, answers: &Answers) {
        self.inputs.set_all(quiz, answers);
    }

    /// The finished runs, the oldest first. What `quiz` does not know is left out of their answers.
    pub fn snapshots(&self, quiz: &Quiz) -> Vec<Snapshot> {
        self.snapshots.iter().map(|snapshot| snapshot.snapshot(quiz)).collect()
    }

    /// Keeps what is said now as a finished run, unless the newest run says the same.
    pub fn keep_snapshot(&mut self, date: String, recorded: RecordedVerdict) {
        let inputs = self.inputs.clone().with_revision(0);
        if self
            .snapshots
            .last()
            .is_some_and(|snapshot| snapshot.inputs == inputs && snapshot.recorded == recorded)
        {
            return;
        }
        self.snapshots.push(StoredSnapshot { date, inputs, recorded });
        self.snapshots_revision = next(self.snapshots_revision);
    }

    /// Removes the finished run at this position.
    pub fn remove_snapshot(&mut self, at: usize) {
        if at < self.snapshots.len() {
            self.snapshots.remove(at);
            self.snapshots_revision = next(self.snapshots_revision);
        }
    }

    /// Clears every answer, importance and own standing, here and wherever this document meets an
    /// older copy. Finished runs stay.
    pub fn clear(&mut self) {
        (self.epoch, self.inputs) = (next(self.epoch), Inputs::default());
    }

    /// Clears everything, finished runs too. What is left says only that older copies do not count.
    pub fn erase(&mut self) {
        self.clear();
        (self.snapshots_revision, self.snapshots) = (next(self.snapshots_revision), Vec::new());
    }

    /// Whether nothing was ever answered, weighed or set.
    pub const fn is_empty(&self) -> bool {
        self.inputs.is_empty()
    }
}

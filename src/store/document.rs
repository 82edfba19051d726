//! The stored document in its current shape, and the rules by which two copies are merged.
//!
//! Two tabs may each hold a copy. The document has an epoch and each entry a revision, so that
//! copies can be merged without comparing clocks. An exported file has neither.

use std::cmp::Ordering;

use super::inputs::Inputs;
use super::snapshot::StoredSnapshot;
use super::tree::{Fields, Tree, next, push_revision};
use super::{MAX_BYTES, SHAPES, Unreadable, VERSION};
use crate::model::{
    Answer, Answers, CriterionId, DeviceTypeId, QuestionId, Quiz, Rating, RecordedVerdict,
    Snapshot, TopicId, Weight,
};

/// The stored answers, weights, own ratings and snapshots of a visitor.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Document {
    /// Increases when all inputs are replaced: by "start again", an import, or an erase. In a
    /// merge, all inputs are taken from the copy with the higher epoch.
    pub(super) epoch: u32,
    pub(super) inputs: Inputs,
    /// Increases with every change of the snapshots. In a merge, the whole list is taken from the
    /// copy with the higher revision.
    pub(super) snapshots_revision: u32,
    /// The snapshots, the oldest first. "Start again" keeps them.
    pub(super) snapshots: Vec<StoredSnapshot>,
}

impl Document {
    /// Reads a stored document.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Newer`] if the version is higher than the current one, and
    /// [`Unreadable::Foreign`] if the text has none of the released [`super::SHAPES`] or is longer
    /// than [`MAX_BYTES`].
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

    /// Writes the document as JSON. Equal documents give equal bytes.
    pub fn encode(&self) -> String {
        let mut fields = Vec::new();
        push_revision(&mut fields, "version", VERSION);
        push_revision(&mut fields, "epoch", self.epoch);
        self.inputs.write(&mut fields);
        push_revision(&mut fields, "kept", self.snapshots_revision);
        fields.push(("runs".to_owned(), StoredSnapshot::list(&self.snapshots)));
        Tree::Map(fields).text()
    }

    /// Writes the document as JSON for a file that the visitor saves. Epoch and revisions are left
    /// out, so that the same inputs and snapshots give the same bytes, whatever was changed on the
    /// way.
    pub fn export(&self) -> String {
        Self {
            epoch: 0,
            snapshots_revision: 0,
            inputs: self.inputs.clone().with_revision(0),
            snapshots: self.snapshots.clone(),
        }
        .encode()
    }

    /// Merges another copy of this document, such as the one that another tab has written. Each
    /// entry is taken from the copy that changed it more often. The result does not depend on which
    /// copy is merged into which.
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

    /// Replaces all inputs with those of an imported document, and adds its snapshots to the list,
    /// except those that are in it already.
    pub fn adopt(&mut self, other: &Self) {
        (self.epoch, self.inputs) = (next(self.epoch), other.inputs.clone().with_revision(1));
        for snapshot in &other.snapshots {
            if !self.snapshots.contains(snapshot) {
                self.snapshots.push(snapshot.clone());
            }
        }
        self.snapshots_revision = next(self.snapshots_revision);
    }

    /// The inputs as the model's answers. Ids that `quiz` does not know are left out.
    pub fn answers(&self, quiz: &Quiz) -> Answers {
        self.inputs.answers(quiz)
    }

    /// Records the answer to a question.
    pub fn set_answer(&mut self, quiz: &Quiz, at: QuestionId, answer: Answer) {
        self.inputs.set_answer(quiz, at, answer);
    }

    /// Records the weight of a topic.
    pub fn set_weight(&mut self, quiz: &Quiz, at: TopicId, weight: Weight) {
        self.inputs.set_weight(quiz, at, weight);
    }

    /// Records the visitor's own rating. `None` restores the rating of the content.
    pub fn set_own_rating(
        &mut self,
        quiz: &Quiz,
        device_type: DeviceTypeId,
        criterion: CriterionId,
        rating: Option<Rating>,
    ) {
        self.inputs.set_own_rating(quiz, (device_type, criterion), rating);
    }

    /// Records every answer, weight and own rating that differs from the stored one.
    pub fn set_all(&mut self, quiz: &Quiz, answers: &Answers) {
        self.inputs.set_all(quiz, answers);
    }

    /// The snapshots, the oldest first. Ids that `quiz` does not know are left out of their
    /// answers.
    pub fn snapshots(&self, quiz: &Quiz) -> Vec<Snapshot> {
        self.snapshots.iter().map(|snapshot| snapshot.snapshot(quiz)).collect()
    }

    /// Adds the current inputs as a snapshot, unless the newest snapshot has the same inputs and
    /// the same recorded verdict. `date` is written as `2026-11-22`.
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

    /// Removes the snapshot at this position, if there is one.
    pub fn remove_snapshot(&mut self, at: usize) {
        if at < self.snapshots.len() {
            self.snapshots.remove(at);
            self.snapshots_revision = next(self.snapshots_revision);
        }
    }

    /// Clears every answer, weight and own rating but keeps the snapshots. The new epoch prevents
    /// an older copy from bringing the inputs back in a merge.
    pub fn clear(&mut self) {
        (self.epoch, self.inputs) = (next(self.epoch), Inputs::default());
    }

    /// Clears everything, including the snapshots. Only the epoch and the revision of the list
    /// remain, so that an older copy cannot bring anything back in a merge.
    pub fn erase(&mut self) {
        self.clear();
        (self.snapshots_revision, self.snapshots) = (next(self.snapshots_revision), Vec::new());
    }

    /// Whether the document holds no answer, weight or own rating. Snapshots are not considered.
    pub const fn is_empty(&self) -> bool {
        self.inputs.is_empty()
    }
}

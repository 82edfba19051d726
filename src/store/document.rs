//! The stored document in its current shape, and the rules by which two copies are merged.
//!
//! Two tabs may each hold a copy. The document has an epoch and each entry a revision, so that
//! copies can be merged without comparing clocks. An exported file has neither.

use std::cmp::Ordering;

use serde_json::Value;

use super::inputs::Inputs;
use super::object::Map;
use super::v1::{self, Revision};
use super::{MAX_BYTES, SHAPES, Unreadable};
use crate::model::{
    Answer, Answers, CriterionId, DeviceTypeId, QuestionId, Quiz, Rating, RecordedVerdict,
    RetiredOption, Snapshot, TopicId, Weight,
};

/// The stored answers, weights, own ratings and snapshots of a visitor.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Document {
    /// Increases when all inputs are replaced: by "start again", an import, or an erase. In a
    /// merge, all inputs are taken from the copy with the higher epoch.
    pub(super) epoch: Revision,
    pub(super) inputs: Inputs,
    /// Increases with every change of the snapshots. In a merge, the whole list is taken from the
    /// copy with the higher revision.
    pub(super) snapshots_revision: Revision,
    /// The snapshots, the oldest first. "Start again" keeps them.
    pub(super) snapshots: Vec<StoredSnapshot>,
}

/// A snapshot as it is stored, with ids in place of positions.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct StoredSnapshot {
    pub(super) date: String,
    pub(super) inputs: Inputs,
    pub(super) recorded: RecordedVerdict,
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
        let fields: Map<Value> = serde_json::from_str(text).map_err(|_| Unreadable::Foreign)?;
        let version = fields.get("version").and_then(Value::as_u64).unwrap_or_default();
        for (shape, read) in SHAPES {
            if u64::from(shape) == version {
                return read(text).ok_or(Unreadable::Foreign);
            }
        }
        let newer = u64::from(v1::VERSION) + 1..=u64::from(u32::MAX);
        Err(if newer.contains(&version) { Unreadable::Newer } else { Unreadable::Foreign })
    }

    /// Writes the document as JSON. Equal documents give equal bytes.
    pub fn encode(&self) -> String {
        v1::write(self.clone())
    }

    /// Writes the document as JSON for a file that the visitor saves. Epoch and revisions are left
    /// out, so that the same inputs and snapshots give the same bytes, whatever was changed on the
    /// way.
    pub fn export(&self) -> String {
        v1::write(Self {
            epoch: Revision::default(),
            snapshots_revision: Revision::default(),
            inputs: self.inputs.clone().with_revision(Revision::default()),
            snapshots: self.snapshots.clone(),
        })
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
                v1::write_snapshots(&self.snapshots) < v1::write_snapshots(&other.snapshots)
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
        (self.epoch, self.inputs) =
            (self.epoch.next(), other.inputs.clone().with_revision(Revision::FIRST));
        for snapshot in &other.snapshots {
            if !self.snapshots.contains(snapshot) {
                self.snapshots.push(snapshot.clone());
            }
        }
        self.snapshots_revision = self.snapshots_revision.next();
    }

    /// The inputs as the model's answers. Ids that `quiz` does not know are left out.
    pub fn answers(&self, quiz: &Quiz) -> Answers {
        self.inputs.answers(quiz)
    }

    /// The retired options that the answers hold, with their questions. The model's answers do not
    /// have them.
    pub fn retired<'a>(&self, quiz: &'a Quiz) -> Vec<(QuestionId, &'a RetiredOption)> {
        self.inputs.retired(quiz)
    }

    /// Adds retired options, with their questions, to the answers.
    pub fn add_retired(&mut self, quiz: &Quiz, retired: &[(QuestionId, String)]) {
        for (at, option) in retired {
            self.inputs.add_retired(quiz, *at, option);
        }
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
        let snapshot = |stored: &StoredSnapshot| Snapshot {
            date: stored.date.clone(),
            answers: stored.inputs.answers(quiz),
            recorded: stored.recorded.clone(),
        };
        self.snapshots.iter().map(snapshot).collect()
    }

    /// Adds the current inputs as a snapshot, unless the newest snapshot has the same inputs and
    /// the same recorded verdict. `date` is written as `2026-11-22`.
    pub fn keep_snapshot(&mut self, date: String, recorded: RecordedVerdict) {
        let inputs = self.inputs.clone().with_revision(Revision::default());
        if self
            .snapshots
            .last()
            .is_some_and(|snapshot| snapshot.inputs == inputs && snapshot.recorded == recorded)
        {
            return;
        }
        self.snapshots.push(StoredSnapshot { date, inputs, recorded });
        self.snapshots_revision = self.snapshots_revision.next();
    }

    /// Removes the snapshot at this position, if there is one.
    pub fn remove_snapshot(&mut self, at: usize) {
        if at < self.snapshots.len() {
            self.snapshots.remove(at);
            self.snapshots_revision = self.snapshots_revision.next();
        }
    }

    /// Clears every answer, weight and own rating but keeps the snapshots. The new epoch prevents
    /// an older copy from bringing the inputs back in a merge.
    pub fn clear(&mut self) {
        (self.epoch, self.inputs) = (self.epoch.next(), Inputs::default());
    }

    /// Clears everything, including the snapshots. Only the epoch and the revision of the list
    /// remain, so that an older copy cannot bring anything back in a merge.
    pub fn erase(&mut self) {
        self.clear();
        (self.snapshots_revision, self.snapshots) = (self.snapshots_revision.next(), Vec::new());
    }

    /// Whether the document holds no answer, weight or own rating. Snapshots are not considered.
    pub const fn is_empty(&self) -> bool {
        self.inputs.is_empty()
    }
}

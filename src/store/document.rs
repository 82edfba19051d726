//! The stored document in its current shape, and the rules by which two copies are merged.
//!
//! Two tabs may each hold a copy. The document has an epoch and each entry a revision, so that
//! copies can be merged without comparing clocks. An exported file has neither.

use super::inputs::Inputs;
use super::kept::{Items, Runs};
use super::object::{MOST_KEYS, Map, Number};
use super::v1::{Revision, Run};
use super::{MAX_BYTES, NEWEST, TooMany, Unreadable, stored, v2};
use crate::model::{
    Answer, Answers, CriterionId, DeviceTypeId, QuestionId, Quiz, Rating, RecordedVerdict,
    RetiredOption, Snapshot, TopicId, Weight,
};

/// The stored answers, weights, own ratings, snapshots and shortlist of a visitor.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Document {
    /// Increases when all inputs are replaced: by "start again", an import, or an erase. In a
    /// merge, all inputs are taken from the copy with the higher epoch.
    pub(super) epoch: Revision,
    pub(super) inputs: Inputs,
    /// How often everything was erased. In a merge, snapshots and shortlist are taken from the copy
    /// that was erased more often; otherwise each of them is merged by itself.
    pub(super) erased: Revision,
    /// The snapshots. "Start again" keeps them.
    pub(super) runs: Runs,
    /// Likewise.
    pub(super) shortlist: Items,
}

impl Document {
    /// Reads a stored document.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Newer`] if the version is higher than the current one, and
    /// [`Unreadable::Foreign`] if the text is no document of a released version or is longer than
    /// [`MAX_BYTES`].
    pub fn decode(text: &str) -> Result<Self, Unreadable> {
        if text.len() > MAX_BYTES {
            return Err(Unreadable::Foreign);
        }
        let fields: Map<Number> = serde_json::from_str(text).map_err(|_| Unreadable::Foreign)?;
        let version = fields.0.iter().find(|(name, _)| name == "version");
        let version = version.and_then(|(_, number)| number.0).unwrap_or_default();
        match u32::try_from(version) {
            Ok(1..=NEWEST) => stored::read(text).ok_or(Unreadable::Foreign),
            Ok(1..) => Err(Unreadable::Newer),
            _ => Err(Unreadable::Foreign),
        }
    }

    /// Writes the document as JSON. Equal documents give equal bytes.
    pub fn encode(&self) -> String {
        v2::write(self)
    }

    /// Writes the document as JSON, unless it has become so large that it could not be read again.
    pub fn encode_to_store(&self) -> Option<String> {
        let Inputs { answers, weights, own_ratings } = &self.inputs;
        let counts = [answers.0.len(), weights.0.len(), own_ratings.0.len()];
        let shortlist = self.shortlist.all().0.len();
        let is_few = counts.iter().all(|count| *count <= MOST_KEYS) && shortlist <= MOST_KEYS;
        is_few.then(|| self.encode()).filter(|text| text.len() <= MAX_BYTES)
    }

    /// Writes the document as JSON for a file that the visitor saves. Epoch, revisions and what is
    /// left of what was removed are left out, so that the same inputs, snapshots and shortlist give
    /// the same bytes, whatever was changed on the way.
    pub fn export(&self) -> String {
        v2::write(&Self {
            inputs: self.inputs.clone().with_revision(Revision::default()),
            runs: self.runs.exported(),
            shortlist: self.shortlist.exported(),
            ..Self::default()
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
        if self.erased == other.erased {
            self.runs.merge(other.runs);
            self.shortlist.merge(other.shortlist);
        } else if self.erased < other.erased {
            (self.erased, self.runs) = (other.erased, other.runs);
            self.shortlist = other.shortlist;
        }
    }

    /// Replaces all inputs with those of an imported document, and adds its snapshots and what is on
    /// its shortlist, except what is here already.
    ///
    /// # Errors
    ///
    /// As [`Document::candidates_added_by`]. Nothing has changed then.
    pub fn adopt(&mut self, other: &Self) -> Result<(), TooMany> {
        let (shortlist, _) = self.shortlist.with(&other.shortlist)?;
        self.shortlist = shortlist;
        (self.epoch, self.inputs) =
            (self.epoch.next(), other.inputs.clone().with_revision(Revision::FIRST));
        self.runs.adopt(&other.runs);
        Ok(())
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
        self.runs.live().map(|(_, run)| run.snapshot(quiz)).collect()
    }

    /// Adds the current inputs as a snapshot, unless the newest snapshot has the same inputs and
    /// the same recorded verdict. `date` is written as `2026-11-22`.
    pub fn keep_snapshot(&mut self, date: String, recorded: RecordedVerdict) {
        let inputs = self.inputs.clone().with_revision(Revision::default());
        self.runs.keep(Run::of(date, inputs, recorded));
    }

    /// Removes the snapshot at this position, if there is one.
    pub fn remove_snapshot(&mut self, at: usize) {
        self.runs.remove_at(at);
    }

    /// Clears every answer, weight and own rating but keeps the snapshots and the shortlist. The new
    /// epoch prevents an older copy from bringing the inputs back in a merge.
    pub fn clear(&mut self) {
        (self.epoch, self.inputs) = (self.epoch.next(), Inputs::default());
    }

    /// Clears everything, including the snapshots and the shortlist. Only two counters remain, so
    /// that an older copy cannot bring anything back in a merge.
    pub fn erase(&mut self) {
        self.clear();
        self.erased = self.erased.next();
        (self.runs, self.shortlist) = (Runs::default(), Items::default());
    }

    /// Whether the document holds no answer, weight or own rating. Snapshots and shortlist are not
    /// considered.
    pub const fn is_empty(&self) -> bool {
        self.inputs.is_empty()
    }
}

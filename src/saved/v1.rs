//! Version 1 of the stored document. Frozen once released: see `docs/decisions`.
//!
//! Each answer has a counter and the document an epoch, so that two copies can be merged without a
//! clock. Ids are kept as they were written, so an answer to a question that the content has lost
//! survives.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{MAX_BYTES, Unreadable};
use crate::model::{Answer, Answers, Importance, Question, QuestionId, Quiz, Ticks, TopicId};

const VERSION: u32 = 1;

/// Answers and importances at rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saved {
    version: u32,
    /// Rises with every "start again"; the higher epoch wins whole.
    epoch: u32,
    answers: BTreeMap<String, SavedAnswer>,
    /// By topic; the chosen value is the importance: `0`, `1`, `2` or `4`.
    importance: BTreeMap<String, SavedAnswer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedAnswer {
    /// Rises with every change of this answer.
    n: u32,
    /// Option ids, or an importance.
    chose: Vec<String>,
    /// Not counted; the options are kept so that the skip can be taken back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    skipped: bool,
}

impl Default for Saved {
    fn default() -> Self {
        Self { version: VERSION, epoch: 0, answers: BTreeMap::new(), importance: BTreeMap::new() }
    }
}

impl Saved {
    /// Reads a stored document.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Newer`] for a version above 1, [`Unreadable::Foreign`] for anything else that
    /// is not a document of version 1, or is over a megabyte.
    pub fn decode(text: &str) -> Result<Self, Unreadable> {
        if text.len() > MAX_BYTES {
            return Err(Unreadable::Foreign);
        }
        match serde_json::from_str(text) {
            Ok(saved @ Self { version: VERSION, .. }) => Ok(saved),
            Ok(Self { version, .. }) if version > VERSION => Err(Unreadable::Newer),
            Err(_) if version_in(text).is_some_and(|version| version > VERSION) => {
                Err(Unreadable::Newer)
            }
            _ => Err(Unreadable::Foreign),
        }
    }

    /// Writes the document; the same answers always give the same bytes.
    pub fn encode(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The answers as the engine takes them. What `quiz` does not know is left out.
    pub fn answers(&self, quiz: &Quiz) -> Answers {
        let mut answers = Answers::empty(quiz);
        for (at, question) in quiz.questions() {
            if let Some(saved) = self.answers.get(&question.id) {
                answers.set(at, saved.answer(question));
            }
        }
        for (at, topic) in quiz.topics() {
            let saved = self.importance.get(&topic.id).and_then(|saved| saved.chose.first());
            let importance = saved.and_then(|value| Importance::new(value.parse().ok()?));
            if let Some(importance) = importance {
                answers.set_importance(at, importance);
            }
        }
        answers
    }

    /// Records the answer to a question.
    pub fn set_answer(&mut self, quiz: &Quiz, at: QuestionId, answer: Answer) {
        let question = quiz.question(at);
        let chose = question.ticked(answer.ticks()).map(|choice| choice.id.clone()).collect();
        let skipped = matches!(answer, Answer::Skipped(_));
        record(&mut self.answers, &question.id, chose, skipped);
    }

    /// Records the importance of a topic.
    pub fn set_importance(&mut self, quiz: &Quiz, at: TopicId, importance: Importance) {
        let chose = vec![importance.value().to_string()];
        record(&mut self.importance, &quiz.topic(at).id, chose, false);
    }

    /// An empty document that wins over this one wherever the two meet.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { epoch: self.epoch.saturating_add(1), ..Self::default() }
    }

    /// Whether nothing was ever answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.importance.is_empty()
    }
}

/// Writes an entry over the last one, with the next counter.
fn record(
    entries: &mut BTreeMap<String, SavedAnswer>,
    id: &str,
    chose: Vec<String>,
    skipped: bool,
) {
    let n = entries.get(id).map_or(0, |saved| saved.n).saturating_add(1);
    entries.insert(id.to_owned(), SavedAnswer { n, chose, skipped });
}

/// The version that a document of another shape says it has. Either way its bytes are left alone;
/// this only decides what the visitor is told.
fn version_in(text: &str) -> Option<u32> {
    let (_, rest) = text.split_once("\"version\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}

impl SavedAnswer {
    /// The answer, as far as `question` knows its options; one it cannot have counts as unseen.
    fn answer(&self, question: &Question) -> Answer {
        let known = self.chose.iter().filter_map(|id| question.find_choice(id));
        let ticks = known.fold(Ticks::none(), Ticks::with);
        match (self.skipped, question.accepts(ticks)) {
            (true, _) => Answer::Skipped(ticks),
            (false, true) => Answer::Given(ticks),
            (false, false) => Answer::Unseen,
        }
    }
}

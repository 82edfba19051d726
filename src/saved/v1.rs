//! Version 1 of the stored document. Frozen once released: see `docs/decisions`.
//!
//! Each answer has a counter and the document an epoch, so that two copies can be merged without a
//! clock.

use super::run::SavedRun;
use super::said::Said;
use super::tree::{Fields, Tree};
use super::{MAX_BYTES, Unreadable};
use crate::model::{
    Answer, Answers, CriterionId, GearId, Importance, Level, QuestionId, Quiz, Receipt, Run,
    TopicId,
};

const VERSION: i64 = 1;

/// Answers, importances, own standings and finished runs at rest.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Saved {
    /// Rises with every "start again"; the higher epoch wins whole.
    epoch: u32,
    said: Said,
    /// Finished runs, the oldest first. They outlive "start again".
    runs: Vec<SavedRun>,
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
        let tree: Option<Tree> = serde_json::from_str(text).ok();
        let mut fields = tree.and_then(Tree::into_fields).ok_or(Unreadable::Foreign)?;
        match fields.take("version").and_then(|tree| tree.number()) {
            Some(VERSION) => Self::read(fields).ok_or(Unreadable::Foreign),
            Some(version) if version > VERSION => Err(Unreadable::Newer),
            _ => Err(Unreadable::Foreign),
        }
    }

    fn read(mut fields: Fields) -> Option<Self> {
        let epoch = fields.take("epoch")?.number()?.try_into().ok()?;
        let said = Said::read(&mut fields)?;
        let mut runs = Vec::new();
        for tree in fields.take("runs").map_or_else(|| Some(Vec::new()), Tree::into_list)? {
            runs.push(SavedRun::read(tree)?);
        }
        fields.end().map(|()| Self { epoch, said, runs })
    }

    /// Writes the document; the same answers always give the same bytes.
    pub fn encode(&self) -> String {
        let mut fields = vec![
            ("version".to_owned(), Tree::Number(VERSION)),
            ("epoch".to_owned(), Tree::Number(i64::from(self.epoch))),
        ];
        self.said.write(&mut fields);
        let runs = self.runs.iter().map(SavedRun::tree).collect();
        fields.push(("runs".to_owned(), Tree::List(runs)));
        serde_json::to_string(&Tree::Map(fields)).unwrap_or_default()
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
        if self.runs.last().is_some_and(|run| run.said == self.said && run.receipt == receipt) {
            return;
        }
        self.runs.push(SavedRun { date, said: self.said.clone(), receipt });
    }

    /// Removes the finished run at this position.
    pub fn forget(&mut self, at: usize) {
        if at < self.runs.len() {
            self.runs.remove(at);
        }
    }

    /// A document without answers that wins over this one wherever the two meet. Finished runs stay.
    #[must_use]
    pub fn cleared(&self) -> Self {
        let epoch = self.epoch.saturating_add(1);
        Self { epoch, runs: self.runs.clone(), said: Said::default() }
    }

    /// Whether nothing was ever answered, weighed or set.
    pub const fn is_empty(&self) -> bool {
        self.said.is_empty()
    }
}

//! The visitor's stored inputs: answers, weights and own ratings, by id.

use super::object::Map;
use super::v1::{Entry, Revision};
use crate::model::{
    Answer, Answers, CriterionId, DeviceTypeId, Question, QuestionId, Quiz, Rating, RetiredOption,
    Selection, TopicId, Weight,
};

/// Entries by id, sorted by id.
type Entries = Map<Entry>;

/// All inputs. Entries whose id the content no longer knows are kept, so that nothing is lost if a
/// later version knows it again.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Inputs {
    pub(super) answers: Entries,
    /// By topic id. The value is the weight: `0`, `1`, `2` or `4`.
    pub(super) weights: Entries,
    /// By `type/criterion`. The value is the rating, −2 to 2; no value restores the content's
    /// rating.
    pub(super) own_ratings: Entries,
}

impl Inputs {
    /// Merges the inputs of another copy of the same document. Of each entry, the copy with the
    /// higher revision wins.
    pub(super) fn merge(&mut self, other: Self) {
        self.answers.merge(other.answers);
        self.weights.merge(other.weights);
        self.own_ratings.merge(other.own_ratings);
    }

    /// The same inputs with every revision set to `revision`.
    pub(super) fn with_revision(mut self, revision: Revision) -> Self {
        for entries in [&mut self.answers, &mut self.weights, &mut self.own_ratings] {
            for (_, entry) in &mut entries.0 {
                entry.revision = revision;
            }
        }
        self
    }

    /// The inputs as the model's answers. Ids that `quiz` does not know are left out.
    pub(super) fn answers(&self, quiz: &Quiz) -> Answers {
        answers(quiz, [&self.answers, &self.weights, &self.own_ratings])
    }

    pub(super) fn set_answer(&mut self, quiz: &Quiz, at: QuestionId, answer: Answer) {
        let question = quiz.question(at);
        let options = question.selected(answer.selection());
        let values = options.map(|option| option.id.clone()).collect();
        let skipped = matches!(answer, Answer::Skipped(_));
        record(&mut self.answers, &question.id, values, skipped);
    }

    pub(super) fn set_weight(&mut self, quiz: &Quiz, at: TopicId, weight: Weight) {
        let values = vec![i32::from(weight.value()).to_string()];
        record(&mut self.weights, &quiz.topic(at).id, values, false);
    }

    pub(super) fn set_own_rating(
        &mut self,
        quiz: &Quiz,
        (device_type, criterion): (DeviceTypeId, CriterionId),
        rating: Option<Rating>,
    ) {
        let value = rating.map(|rating| i32::from(rating.value()).to_string());
        let values = value.into_iter().collect();
        record(&mut self.own_ratings, &quiz.cell_id(device_type, criterion), values, false);
    }

    /// Records every answer, weight and own rating that differs from the stored one.
    pub(super) fn set_all(&mut self, quiz: &Quiz, answers: &Answers) {
        let stored = self.answers(quiz);
        for (at, _) in quiz.questions() {
            if stored.get(at) != answers.get(at) {
                self.set_answer(quiz, at, answers.get(at));
            }
        }
        for (at, _) in quiz.topics() {
            if stored.weight(at) != answers.weight(at) {
                self.set_weight(quiz, at, answers.weight(at));
            }
        }
        for cell in quiz.cells() {
            let rating = answers.own_ratings().get(cell.0, cell.1);
            if stored.own_ratings().get(cell.0, cell.1) != rating {
                self.set_own_rating(quiz, cell, rating);
            }
        }
    }

    /// Adds a retired option to an answer, as a document of the time would hold it.
    pub(super) fn add_retired(&mut self, quiz: &Quiz, at: QuestionId, option: &str) {
        let id = &quiz.question(at).id;
        let entry = self.answers.get(id).cloned().unwrap_or_default();
        let mut values = entry.values;
        values.push(option.to_owned());
        record(&mut self.answers, id, values, entry.skipped);
    }

    /// The retired options that the answers hold, with their questions.
    pub(super) fn retired<'a>(&self, quiz: &'a Quiz) -> Vec<(QuestionId, &'a RetiredOption)> {
        let mut all = Vec::new();
        for (at, question) in quiz.questions().filter(|(_, question)| !question.retired.is_empty())
        {
            let Some(entry) = self.answers.get(&question.id).filter(|entry| !entry.skipped) else {
                continue;
            };
            let is_held = |retired: &&RetiredOption| entry.values.contains(&retired.id);
            all.extend(question.retired.iter().filter(is_held).map(|retired| (at, retired)));
        }
        all
    }

    /// Whether there is no entry of any kind.
    pub(super) const fn is_empty(&self) -> bool {
        self.answers.0.is_empty() && self.weights.0.is_empty() && self.own_ratings.0.is_empty()
    }
}

/// Answers, weights and own ratings as the model's answers. Ids that `quiz` does not know are left out.
pub(super) fn answers(quiz: &Quiz, [given, weights, own_ratings]: [&Entries; 3]) -> Answers {
    let mut answers = Answers::empty(quiz);
    for (at, question) in quiz.questions() {
        if let Some(entry) = given.get(&question.id) {
            answers.set(at, entry.answer(question));
        }
    }
    for (at, topic) in quiz.topics() {
        let weight = number(weights, &topic.id).and_then(|value| value.try_into().ok());
        if let Some(weight) = weight.and_then(Weight::new) {
            answers.set_weight(at, weight);
        }
    }
    for (device_type, criterion) in quiz.cells().filter(|_| !own_ratings.0.is_empty()) {
        let value = number(own_ratings, &quiz.cell_id(device_type, criterion));
        let rating = value.and_then(Rating::new);
        if rating.is_some() {
            answers.own_ratings_mut().set(device_type, criterion, rating);
        }
    }
    answers
}

/// The number that an entry holds: a weight or a rating.
fn number(entries: &Entries, id: &str) -> Option<i8> {
    entries.get(id)?.values.first()?.parse().ok()
}

/// Replaces an entry, or adds one, with the next revision.
fn record(entries: &mut Entries, id: &str, values: Vec<String>, skipped: bool) {
    let revision = entries.get(id).map_or(Revision::default(), |entry| entry.revision);
    entries.set(id, Entry { revision: revision.next(), values, skipped });
}

impl Entry {
    /// The answer to `question`. Unknown options are left out. If the rest is not a valid answer,
    /// the question counts as unseen.
    fn answer(&self, question: &Question) -> Answer {
        let known = self.values.iter().filter_map(|id| question.find_option(id));
        let selection = known.fold(Selection::none(), Selection::with);
        match (self.skipped, question.accepts(selection)) {
            (true, _) => Answer::Skipped(selection),
            (false, true) => Answer::Given(selection),
            (false, false) => Answer::Unseen,
        }
    }
}

//! The visitor's stored inputs: answers, weights and own ratings, by id.

use super::tree::{Fields, Tree, next, push_revision};
use crate::model::{
    Answer, Answers, CriterionId, DeviceTypeId, Question, QuestionId, Quiz, Rating, Selection,
    TopicId, Weight,
};

/// Entries with their ids, sorted by id.
type Entries = Vec<(String, Entry)>;

/// All inputs. Entries whose id the content no longer knows are kept, so that nothing is lost if a
/// later version knows it again.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Inputs {
    answers: Entries,
    /// By topic id. The value is the weight: `0`, `1`, `2` or `4`.
    weights: Entries,
    /// By `type/criterion`. The value is the rating, −2 to 2; no value restores the content's
    /// rating.
    own_ratings: Entries,
}

/// One input. In a merge the greater entry wins, so the order of the fields matters: the revision
/// is compared first, and the remaining fields decide between equal revisions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Entry {
    /// Increases with every change of this entry; 0 in an exported file.
    revision: u32,
    /// The ids of the selected options, or a weight, or a rating.
    values: Vec<String>,
    /// Whether the question was skipped. The options are kept, so that the skip can be undone.
    skipped: bool,
}

impl Inputs {
    pub(super) fn read(fields: &mut Fields) -> Self {
        Self {
            answers: entries(fields, "answers"),
            weights: entries(fields, "importance"),
            own_ratings: entries(fields, "own"),
        }
    }

    /// Adds the fields of the inputs to those of a record.
    pub(super) fn write(&self, fields: &mut Vec<(String, Tree)>) {
        for (name, entries) in
            [("answers", &self.answers), ("importance", &self.weights), ("own", &self.own_ratings)]
        {
            fields.push((name.to_owned(), tree(entries)));
        }
    }

    /// Merges the inputs of another copy of the same document. Of each entry, the copy with the
    /// higher revision wins.
    pub(super) fn merge(&mut self, other: Self) {
        merge(&mut self.answers, other.answers);
        merge(&mut self.weights, other.weights);
        merge(&mut self.own_ratings, other.own_ratings);
    }

    /// The same inputs with every revision set to `revision`.
    pub(super) fn with_revision(mut self, revision: u32) -> Self {
        for entries in [&mut self.answers, &mut self.weights, &mut self.own_ratings] {
            for (_, entry) in entries {
                entry.revision = revision;
            }
        }
        self
    }

    /// The inputs as the model's answers. Ids that `quiz` does not know are left out.
    pub(super) fn answers(&self, quiz: &Quiz) -> Answers {
        let mut answers = Answers::empty(quiz);
        for (at, question) in quiz.questions() {
            if let Some(entry) = find(&self.answers, &question.id) {
                answers.set(at, entry.answer(question));
            }
        }
        for (at, topic) in quiz.topics() {
            let weight = number(&self.weights, &topic.id).and_then(|value| value.try_into().ok());
            if let Some(weight) = weight.and_then(Weight::new) {
                answers.set_weight(at, weight);
            }
        }
        for (device_type, criterion) in quiz.cells().filter(|_| !self.own_ratings.is_empty()) {
            let value = number(&self.own_ratings, &quiz.cell_id(device_type, criterion));
            let rating = value.and_then(Rating::new);
            if rating.is_some() {
                answers.own_ratings_mut().set(device_type, criterion, rating);
            }
        }
        answers
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

    /// Whether there is no entry of any kind.
    pub(super) const fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.weights.is_empty() && self.own_ratings.is_empty()
    }
}

fn find<'a>(entries: &'a Entries, id: &str) -> Option<&'a Entry> {
    entries.iter().find(|(key, _)| key == id).map(|(_, entry)| entry)
}

/// The number that an entry holds: a weight or a rating.
fn number(entries: &Entries, id: &str) -> Option<i8> {
    find(entries, id)?.values.first()?.parse().ok()
}

/// The position of an id, or the position at which to insert it.
fn position(entries: &Entries, id: &str) -> usize {
    entries.iter().take_while(|(key, _)| key.as_str() < id).count()
}

/// Replaces an entry, or adds one, with the next revision.
fn record(entries: &mut Entries, id: &str, values: Vec<String>, skipped: bool) {
    let revision = find(entries, id).map_or(0, |entry| entry.revision);
    entries.retain(|(key, _)| key != id);
    put(entries, (id.to_owned(), Entry { revision: next(revision), values, skipped }));
}

/// Inserts an entry in sorted order. An entry with the same id is replaced, unless it is greater.
fn put(entries: &mut Entries, entry: (String, Entry)) {
    let at = position(entries, &entry.0);
    match entries.get_mut(at) {
        Some(existing) if existing.0 == entry.0 => {
            if *existing < entry {
                *existing = entry;
            }
        }
        _ => entries.insert(at, entry),
    }
}

fn merge(entries: &mut Entries, others: Entries) {
    for entry in others {
        put(entries, entry);
    }
}

/// Takes a map of entries out of `fields`. A missing field gives no entries.
fn entries(fields: &mut Fields, name: &str) -> Entries {
    let mut entries = Entries::new();
    let Some(tree) = fields.find(name) else { return entries };
    let map = tree.into_map();
    for (key, tree) in fields.or_damaged(map) {
        let entry = Entry::read(tree);
        put(&mut entries, (key, fields.or_damaged(entry)));
    }
    entries
}

fn tree(entries: &Entries) -> Tree {
    let mut map = Vec::new();
    for (key, entry) in entries {
        map.push((key.clone(), entry.tree()));
    }
    Tree::Map(map)
}

impl Entry {
    fn read(tree: Tree) -> Option<Self> {
        let mut fields = Fields::of(tree);
        let entry = Self {
            revision: fields.revision("n"),
            values: fields.texts("chose"),
            skipped: fields.flag("skipped"),
        };
        fields.end(entry)
    }

    fn tree(&self) -> Tree {
        let mut fields = Vec::new();
        push_revision(&mut fields, "n", self.revision);
        fields.push(("chose".to_owned(), Tree::texts(&self.values)));
        if self.skipped {
            fields.push(("skipped".to_owned(), Tree::Flag(true)));
        }
        Tree::Map(fields)
    }

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

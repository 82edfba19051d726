//! What a visitor has said, at rest: answers, importances and own standings, by id.

use super::tree::{Fields, Tree, next, push_revision};
use crate::model::{
    Answer, Answers, CriterionId, DeviceTypeId, Question, QuestionId, Quiz, Rating, Selection,
    TopicId, Weight,
};

/// Entries by id, in order of the ids.
type Entries = Vec<(String, Entry)>;

/// Everything said. Ids are kept as they were written, so that what the content has lost survives.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Inputs {
    answers: Entries,
    /// By topic; the chosen value is the importance: `0`, `1`, `2` or `4`.
    weight: Entries,
    /// By `type/criterion`; the chosen value is the level, and none is the content's own.
    own: Entries,
}

/// Of two with one counter, the greater choice wins: the fields are in the order of their weight.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Entry {
    /// Rises with every change of this answer; 0 in an exported file.
    revision: u32,
    /// Option ids, an importance, or a level.
    chose: Vec<String>,
    /// Not counted; the options are kept so that the skip can be taken back.
    skipped: bool,
}

impl Inputs {
    pub(super) fn read(fields: &mut Fields) -> Self {
        Self {
            answers: entries(fields, "answers"),
            weight: entries(fields, "importance"),
            own: entries(fields, "own"),
        }
    }

    /// Adds its fields to those of a record.
    pub(super) fn write(&self, fields: &mut Vec<(String, Tree)>) {
        for (name, entries) in
            [("answers", &self.answers), ("importance", &self.weight), ("own", &self.own)]
        {
            fields.push((name.to_owned(), tree(entries)));
        }
    }

    /// Takes in what another copy of the same document says: of each entry, what was changed more
    /// often.
    pub(super) fn merge(&mut self, other: Self) {
        merge(&mut self.answers, other.answers);
        merge(&mut self.weight, other.weight);
        merge(&mut self.own, other.own);
    }

    /// The same with every counter at `revision`.
    pub(super) fn with_revision(mut self, revision: u32) -> Self {
        for entries in [&mut self.answers, &mut self.weight, &mut self.own] {
            for (_, document) in entries {
                document.revision = revision;
            }
        }
        self
    }

    /// The answers as the engine takes them. What `quiz` does not know is left out.
    pub(super) fn answers(&self, quiz: &Quiz) -> Answers {
        let mut answers = Answers::empty(quiz);
        for (at, question) in quiz.questions() {
            if let Some(document) = find(&self.answers, &question.id) {
                answers.set(at, document.answer(question));
            }
        }
        for (at, topic) in quiz.topics() {
            let weight =
                number(&self.weight, &topic.id).and_then(|revision| revision.try_into().ok());
            if let Some(weight) = weight.and_then(Weight::new) {
                answers.set_weight(at, weight);
            }
        }
        for (device_type, criterion) in quiz.cells().filter(|_| !self.own.is_empty()) {
            let rating =
                number(&self.own, &quiz.cell_id(device_type, criterion)).and_then(Rating::new);
            if rating.is_some() {
                answers.own_ratings_mut().set(device_type, criterion, rating);
            }
        }
        answers
    }

    pub(super) fn set_answer(&mut self, quiz: &Quiz, at: QuestionId, answer: Answer) {
        let question = quiz.question(at);
        let chose = question.selected(answer.selection()).map(|option| option.id.clone()).collect();
        let skipped = matches!(answer, Answer::Skipped(_));
        record(&mut self.answers, &question.id, chose, skipped);
    }

    pub(super) fn set_weight(&mut self, quiz: &Quiz, at: TopicId, weight: Weight) {
        let chose = vec![i32::from(weight.value()).to_string()];
        record(&mut self.weight, &quiz.topic(at).id, chose, false);
    }

    pub(super) fn set_own_rating(
        &mut self,
        quiz: &Quiz,
        (device_type, criterion): (DeviceTypeId, CriterionId),
        rating: Option<Rating>,
    ) {
        let chose =
            rating.map(|rating| i32::from(rating.value()).to_string()).into_iter().collect();
        record(&mut self.own, &quiz.cell_id(device_type, criterion), chose, false);
    }

    /// Records everything that differs from what is here.
    pub(super) fn set_all(&mut self, quiz: &Quiz, answers: &Answers) {
        let now = self.answers(quiz);
        for (at, _) in quiz.questions() {
            if now.get(at) != answers.get(at) {
                self.set_answer(quiz, at, answers.get(at));
            }
        }
        for (at, _) in quiz.topics() {
            if now.weight(at) != answers.weight(at) {
                self.set_weight(quiz, at, answers.weight(at));
            }
        }
        for cell in quiz.cells() {
            let rating = answers.own_ratings().get(cell.0, cell.1);
            if now.own_ratings().get(cell.0, cell.1) != rating {
                self.set_own_rating(quiz, cell, rating);
            }
        }
    }

    /// Whether nothing was ever said.
    pub(super) const fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.weight.is_empty() && self.own.is_empty()
    }
}

fn find<'a>(entries: &'a Entries, id: &str) -> Option<&'a Entry> {
    entries.iter().find(|(key, _)| key == id).map(|(_, document)| document)
}

/// The chosen number of an entry: an importance or a level.
fn number(entries: &Entries, id: &str) -> Option<i8> {
    find(entries, id)?.chose.first()?.parse().ok()
}

/// Where an id stands, or would.
fn position(entries: &Entries, id: &str) -> usize {
    entries.iter().take_while(|(key, _)| key.as_str() < id).count()
}

/// Writes an entry over the last one, with the next counter.
fn record(entries: &mut Entries, id: &str, chose: Vec<String>, skipped: bool) {
    let revision = find(entries, id).map_or(0, |document| document.revision);
    entries.retain(|(key, _)| key != id);
    put(entries, (id.to_owned(), Entry { revision: next(revision), chose, skipped }));
}

/// Puts an entry in its place, over the last one of that id unless that one is greater.
fn put(entries: &mut Entries, entry: (String, Entry)) {
    let at = position(entries, &entry.0);
    match entries.get_mut(at) {
        Some(same) if same.0 == entry.0 => {
            if *same < entry {
                *same = entry;
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

/// Takes entries out; none if they are not written.
fn entries(fields: &mut Fields, name: &str) -> Entries {
    let mut entries = Entries::new();
    let Some(tree) = fields.find(name) else { return entries };
    let map = tree.into_map();
    for (key, tree) in fields.or_damaged(map) {
        let document = Entry::read(tree);
        // No key is in a map twice, so this never meets another.
        put(&mut entries, (key, fields.or_damaged(document)));
    }
    entries
}

fn tree(entries: &Entries) -> Tree {
    let mut map = Vec::new();
    for (key, document) in entries {
        map.push((key.clone(), document.tree()));
    }
    Tree::Map(map)
}

impl Entry {
    fn read(tree: Tree) -> Option<Self> {
        let mut fields = Fields::of(tree);
        let document = Self {
            revision: fields.revision("n"),
            chose: fields.texts("chose"),
            skipped: fields.flag("skipped"),
        };
        fields.end(document)
    }

    fn tree(&self) -> Tree {
        let mut fields = Vec::new();
        push_revision(&mut fields, "n", self.revision);
        fields.push(("chose".to_owned(), Tree::texts(&self.chose)));
        if self.skipped {
            fields.push(("skipped".to_owned(), Tree::Flag(true)));
        }
        Tree::Map(fields)
    }

    /// The answer, as far as `question` knows its options; one it cannot have counts as unseen.
    fn answer(&self, question: &Question) -> Answer {
        let known = self.chose.iter().filter_map(|id| question.find_option(id));
        let selection = known.fold(Selection::none(), Selection::with);
        match (self.skipped, question.accepts(selection)) {
            (true, _) => Answer::Skipped(selection),
            (false, true) => Answer::Given(selection),
            (false, false) => Answer::Unseen,
        }
    }
}

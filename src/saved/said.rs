//! What a visitor has said, at rest: answers, importances and own standings, by id.

use super::tree::{Fields, Tree, next, push_counter};
use crate::model::{
    Answer, Answers, CriterionId, GearId, Importance, Level, Question, QuestionId, Quiz, Ticks,
    TopicId,
};

/// Entries by id, in order of the ids.
type Entries = Vec<(String, SavedAnswer)>;

/// Everything said. Ids are kept as they were written, so that what the content has lost survives.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Said {
    answers: Entries,
    /// By topic; the chosen value is the importance: `0`, `1`, `2` or `4`.
    importance: Entries,
    /// By `type/criterion`; the chosen value is the level, and none is the content's own.
    own: Entries,
}

/// Of two with one counter, the greater choice wins: the fields are in the order of their weight.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
struct SavedAnswer {
    /// Rises with every change of this answer; 0 in an exported file.
    n: u32,
    /// Option ids, an importance, or a level.
    chose: Vec<String>,
    /// Not counted; the options are kept so that the skip can be taken back.
    skipped: bool,
}

impl Said {
    pub(super) fn read(fields: &mut Fields) -> Self {
        Self {
            answers: entries(fields, "answers"),
            importance: entries(fields, "importance"),
            own: entries(fields, "own"),
        }
    }

    /// Adds its fields to those of a record.
    pub(super) fn write(&self, fields: &mut Vec<(String, Tree)>) {
        for (name, entries) in
            [("answers", &self.answers), ("importance", &self.importance), ("own", &self.own)]
        {
            fields.push((name.to_owned(), tree(entries)));
        }
    }

    /// Takes in what another copy of the same document says: of each entry, what was changed more
    /// often.
    pub(super) fn merge(&mut self, other: Self) {
        merge(&mut self.answers, other.answers);
        merge(&mut self.importance, other.importance);
        merge(&mut self.own, other.own);
    }

    /// The same with every counter at `n`.
    pub(super) fn counted(mut self, n: u32) -> Self {
        for entries in [&mut self.answers, &mut self.importance, &mut self.own] {
            for (_, saved) in entries {
                saved.n = n;
            }
        }
        self
    }

    /// The answers as the engine takes them. What `quiz` does not know is left out.
    pub(super) fn answers(&self, quiz: &Quiz) -> Answers {
        let mut answers = Answers::empty(quiz);
        for (at, question) in quiz.questions() {
            if let Some(saved) = find(&self.answers, &question.id) {
                answers.set(at, saved.answer(question));
            }
        }
        for (at, topic) in quiz.topics() {
            let importance = number(&self.importance, &topic.id).and_then(|n| n.try_into().ok());
            if let Some(importance) = importance.and_then(Importance::new) {
                answers.set_importance(at, importance);
            }
        }
        for (gear, criterion) in quiz.cells().filter(|_| !self.own.is_empty()) {
            let level = number(&self.own, &quiz.cell_id(gear, criterion)).and_then(Level::new);
            if level.is_some() {
                answers.own_mut().set(gear, criterion, level);
            }
        }
        answers
    }

    pub(super) fn set_answer(&mut self, quiz: &Quiz, at: QuestionId, answer: Answer) {
        let question = quiz.question(at);
        let chose = question.ticked(answer.ticks()).map(|choice| choice.id.clone()).collect();
        let skipped = matches!(answer, Answer::Skipped(_));
        record(&mut self.answers, &question.id, chose, skipped);
    }

    pub(super) fn set_importance(&mut self, quiz: &Quiz, at: TopicId, importance: Importance) {
        let chose = vec![i32::from(importance.value()).to_string()];
        record(&mut self.importance, &quiz.topic(at).id, chose, false);
    }

    pub(super) fn set_own(
        &mut self,
        quiz: &Quiz,
        (gear, criterion): (GearId, CriterionId),
        level: Option<Level>,
    ) {
        let chose = level.map(|level| i32::from(level.value()).to_string()).into_iter().collect();
        record(&mut self.own, &quiz.cell_id(gear, criterion), chose, false);
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
            if now.importance(at) != answers.importance(at) {
                self.set_importance(quiz, at, answers.importance(at));
            }
        }
        for cell in quiz.cells() {
            let level = answers.own().get(cell.0, cell.1);
            if now.own().get(cell.0, cell.1) != level {
                self.set_own(quiz, cell, level);
            }
        }
    }

    /// Whether nothing was ever said.
    pub(super) const fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.importance.is_empty() && self.own.is_empty()
    }
}

fn find<'a>(entries: &'a Entries, id: &str) -> Option<&'a SavedAnswer> {
    entries.iter().find(|(key, _)| key == id).map(|(_, saved)| saved)
}

/// The chosen number of an entry: an importance or a level.
fn number(entries: &Entries, id: &str) -> Option<i8> {
    find(entries, id)?.chose.first()?.parse().ok()
}

/// Where an id stands, or would.
fn place(entries: &Entries, id: &str) -> usize {
    entries.iter().take_while(|(key, _)| key.as_str() < id).count()
}

/// Writes an entry over the last one, with the next counter.
fn record(entries: &mut Entries, id: &str, chose: Vec<String>, skipped: bool) {
    let n = find(entries, id).map_or(0, |saved| saved.n);
    entries.retain(|(key, _)| key != id);
    put(entries, (id.to_owned(), SavedAnswer { n: next(n), chose, skipped }));
}

/// Puts an entry in its place, over the last one of that id unless that one is greater.
fn put(entries: &mut Entries, entry: (String, SavedAnswer)) {
    let at = place(entries, &entry.0);
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
        let saved = SavedAnswer::read(tree);
        // No key is in a map twice, so this never meets another.
        put(&mut entries, (key, fields.or_damaged(saved)));
    }
    entries
}

fn tree(entries: &Entries) -> Tree {
    let mut map = Vec::new();
    for (key, saved) in entries {
        map.push((key.clone(), saved.tree()));
    }
    Tree::Map(map)
}

impl SavedAnswer {
    fn read(tree: Tree) -> Option<Self> {
        let mut fields = Fields::of(tree);
        let saved = Self {
            n: fields.counter("n"),
            chose: fields.texts("chose"),
            skipped: fields.flag("skipped"),
        };
        fields.end(saved)
    }

    fn tree(&self) -> Tree {
        let mut fields = Vec::new();
        push_counter(&mut fields, "n", self.n);
        fields.push(("chose".to_owned(), Tree::texts(&self.chose)));
        if self.skipped {
            fields.push(("skipped".to_owned(), Tree::Flag(true)));
        }
        Tree::Map(fields)
    }

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

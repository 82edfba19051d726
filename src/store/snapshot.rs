//! A stored snapshot: the visitor's inputs on one day, and the verdict recorded for them.

use super::inputs::Inputs;
use super::tree::{Fields, Tree};
use crate::model::{Quiz, RecordedVerdict, Snapshot};

/// A snapshot as it is stored, with ids in place of positions.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct StoredSnapshot {
    pub(super) date: String,
    pub(super) inputs: Inputs,
    pub(super) recorded: RecordedVerdict,
}

impl StoredSnapshot {
    /// The snapshot in terms of `quiz`. Ids that `quiz` does not know are left out of its answers.
    pub(super) fn snapshot(&self, quiz: &Quiz) -> Snapshot {
        let recorded = self.recorded.clone();
        Snapshot { date: self.date.clone(), answers: self.inputs.answers(quiz), recorded }
    }

    /// Reads a snapshot, or returns `None` if it is damaged.
    pub(super) fn read(tree: Tree) -> Option<Self> {
        let mut fields = Fields::of(tree);
        let lines = fields.take("lines").into_map();
        let mut recorded = RecordedVerdict {
            content: fields.number("content"),
            word: fields.text("word"),
            leader: fields.text("leader"),
            types: fields.texts("types"),
            points: fields.numbers("points"),
            lines: Vec::new(),
        };
        for (question, tree) in fields.or_damaged(lines) {
            let points = tree.into_numbers();
            recorded.lines.push((question, fields.or_damaged(points)));
        }
        let snapshot =
            Self { date: fields.text("date"), inputs: Inputs::read(&mut fields), recorded };
        fields.end(snapshot)
    }

    /// The JSON list of several snapshots.
    pub(super) fn list(snapshots: &[Self]) -> Tree {
        let mut all = Vec::new();
        for snapshot in snapshots {
            all.push(snapshot.tree());
        }
        Tree::List(all)
    }

    fn tree(&self) -> Tree {
        let RecordedVerdict { content, word, leader, types, points, lines } = &self.recorded;
        let mut all = Vec::new();
        for (question, points) in lines {
            all.push((question.clone(), Tree::numbers(points)));
        }
        let mut fields = vec![("date".to_owned(), Tree::Text(self.date.clone()))];
        self.inputs.write(&mut fields);
        for (name, tree) in [
            ("content", Tree::Number(i64::from(*content))),
            ("word", Tree::Text(word.clone())),
            ("leader", Tree::Text(leader.clone())),
            ("types", Tree::texts(types)),
            ("points", Tree::numbers(points)),
            ("lines", Tree::Map(all)),
        ] {
            fields.push((name.to_owned(), tree));
        }
        Tree::Map(fields)
    }
}

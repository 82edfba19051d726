//! A finished run at rest: what was said, and the receipt of its verdict.

use super::said::Said;
use super::tree::{Fields, Tree};
use crate::model::{Quiz, Receipt, Run};

/// A finished run.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct SavedRun {
    pub(super) date: String,
    pub(super) said: Said,
    pub(super) receipt: Receipt,
}

impl SavedRun {
    pub(super) fn run(&self, quiz: &Quiz) -> Run {
        let receipt = self.receipt.clone();
        Run { date: self.date.clone(), answers: self.said.answers(quiz), receipt }
    }

    pub(super) fn read(tree: Tree) -> Option<Self> {
        let mut fields = Fields::of(tree);
        let lines = fields.take("lines").into_map();
        let mut receipt = Receipt {
            content: fields.number("content"),
            word: fields.text("word"),
            leader: fields.text("leader"),
            types: fields.texts("types"),
            points: fields.numbers("points"),
            lines: Vec::new(),
        };
        for (question, tree) in fields.or_damaged(lines) {
            let points = tree.into_numbers();
            receipt.lines.push((question, fields.or_damaged(points)));
        }
        let run = Self { date: fields.text("date"), said: Said::read(&mut fields), receipt };
        fields.end(run)
    }

    /// Several, as they are written.
    pub(super) fn list(runs: &[Self]) -> Tree {
        let mut all = Vec::new();
        for run in runs {
            all.push(run.tree());
        }
        Tree::List(all)
    }

    fn tree(&self) -> Tree {
        let Receipt { content, word, leader, types, points, lines } = &self.receipt;
        let mut all = Vec::new();
        for (question, points) in lines {
            all.push((question.clone(), Tree::numbers(points)));
        }
        let mut fields = vec![("date".to_owned(), Tree::Text(self.date.clone()))];
        self.said.write(&mut fields);
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

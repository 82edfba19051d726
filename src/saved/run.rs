//! A finished run at rest: what was said, and the receipt of its verdict.

use super::said::Said;
use super::tree::Tree;
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
        let mut fields = tree.into_fields()?;
        let (date, said) = (fields.take("date")?.into_text()?, Said::read(&mut fields)?);
        let content = fields.take("content")?.number()?.try_into().ok()?;
        let word = fields.take("word")?.into_text()?;
        let leader = fields.take("leader")?.into_text()?;
        let types = fields.take("types")?.into_texts()?;
        let points = fields.take("points")?.into_numbers()?;
        let mut lines = Vec::new();
        for (question, tree) in fields.take("lines")?.into_map()? {
            lines.push((question, tree.into_numbers()?));
        }
        let receipt = Receipt { content, word, leader, types, points, lines };
        fields.end().map(|()| Self { date, said, receipt })
    }

    pub(super) fn tree(&self) -> Tree {
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

//! Snapshots: results that the visitor has kept, and how they differ from other answers.

use super::{Answer, Answers, CriterionId, DeviceTypeId, QuestionId, Quiz, TopicId, Verdict};

/// A result that is kept: the inputs and the verdict they led to at the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The day it was taken, in the form `2026-11-22`.
    pub date: String,
    /// The inputs of the visitor.
    pub answers: Answers,
    /// The verdict at the time.
    pub recorded: RecordedVerdict,
}

/// A verdict recorded by ids, so that it can still be shown after the content has changed. Points
/// are never computed from it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RecordedVerdict {
    /// The version of the content that it was computed with.
    pub content: u32,
    /// The word of the verdict, as in [`super::Word::id`].
    pub word: String,
    /// The id of the leader; empty if there was none.
    pub leader: String,
    /// The id of each type that was compared.
    pub types: Vec<String>,
    /// The points of each type, in the order of `types`.
    pub points: Vec<i32>,
    /// The id of each question that counted, with the points it added to each type in the order of
    /// `types`.
    pub lines: Vec<(String, Vec<i32>)>,
}

/// An input that differs between two sets of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Difference {
    /// The answer to a question.
    Answer(QuestionId),
    /// The weight of a topic that is answered in at least one of the two.
    Weight(TopicId),
    /// A rating that the visitor has set.
    OwnRating(DeviceTypeId, CriterionId),
}

impl RecordedVerdict {
    /// Records a verdict that was computed with this version of the content.
    pub fn of(quiz: &Quiz, content: u32, verdict: &Verdict) -> Self {
        let id = |device_type: DeviceTypeId| quiz.device_type(device_type).id.clone();
        let breakdown = &verdict.breakdown;
        let types = quiz.device_types().map(|(at, _)| id(at)).collect();
        let points = quiz.device_types().map(|(at, _)| breakdown.points(at).0).collect();
        let line = |line: &super::BreakdownLine| {
            let points = line.points.iter().map(|points| points.0).collect();
            (quiz.question(line.question).id.clone(), points)
        };
        Self {
            content,
            word: verdict.word.id().to_owned(),
            leader: verdict.leader.map(id).unwrap_or_default(),
            types,
            points,
            lines: breakdown.lines.iter().map(line).collect(),
        }
    }

    /// Whether both have the same word and the same leader. Points may differ.
    pub fn is_same_verdict(&self, other: &Self) -> bool {
        (&self.word, &self.leader) == (&other.word, &other.leader)
    }

    /// The ids of the questions whose breakdown lines differ, first those of this verdict in its
    /// order, then those that only the other has. Types are matched by id, not by position.
    pub fn changed_lines<'a>(&'a self, other: &'a Self) -> Vec<&'a str> {
        let ids = |of: &'a Self| of.lines.iter().map(|(id, _)| id.as_str());
        let all = ids(self).chain(ids(other).filter(|id| !ids(self).any(|mine| mine == *id)));
        all.filter(|id| self.line(id) != other.line(id)).collect()
    }

    /// The points that a question added to each type, sorted by the id of the type. Empty if the
    /// question did not count.
    fn line(&self, id: &str) -> Vec<(&str, i32)> {
        let Some((_, points)) = self.lines.iter().find(|line| line.0 == id) else {
            return Vec::new();
        };
        let each = self
            .types
            .iter()
            .zip(points)
            .map(|(device_type, points)| (device_type.as_str(), *points));
        let mut line: Vec<(&str, i32)> = each.collect();
        super::order::sort_descending_by_key(&mut line, |at| at.0);
        line
    }
}

/// The selection of an answer that is given; `None` if the question is unseen or skipped.
fn given(answer: Answer) -> Option<super::Selection> {
    match answer {
        Answer::Given(selection) => Some(selection),
        Answer::Unseen | Answer::Skipped(_) => None,
    }
}

impl Difference {
    /// Every difference: answers first, then weights, then own ratings.
    pub fn all(quiz: &Quiz, before: &Answers, after: &Answers) -> Vec<Self> {
        let is_new = |at: &QuestionId| given(before.get(*at)) != given(after.get(*at));
        let questions = quiz.questions().map(|(at, _)| at).filter(is_new).map(Self::Answer);
        let is_reweighted = |at: &TopicId| {
            before.weight(*at) != after.weight(*at)
                && (before.is_answered(*at) || after.is_answered(*at))
        };
        let topics = quiz.topics().map(|(at, _)| at).filter(is_reweighted).map(Self::Weight);
        let mut all: Vec<Self> = questions.chain(topics).collect();
        for (device_type, criterion) in quiz.cells() {
            if before.own_ratings().get(device_type, criterion)
                != after.own_ratings().get(device_type, criterion)
            {
                all.push(Self::OwnRating(device_type, criterion));
            }
        }
        all
    }

    /// `after` with this one difference reset to the value it has in `before`.
    #[must_use]
    pub fn undone(self, before: &Answers, after: &Answers) -> Answers {
        let mut undone = after.clone();
        match self {
            Self::Answer(at) => undone.set(at, before.get(at)),
            Self::Weight(at) => undone.set_weight(at, before.weight(at)),
            Self::OwnRating(device_type, criterion) => {
                undone.own_ratings_mut().set(
                    device_type,
                    criterion,
                    before.own_ratings().get(device_type, criterion),
                );
            }
        }
        undone
    }

    /// The differences that each, if undone alone, restore the former leader. Empty if the leader
    /// is the same, or if no single difference restores it.
    pub fn deciding(quiz: &Quiz, before: &Answers, after: &Answers) -> Vec<Self> {
        let old = Verdict::leader_of(quiz, before);
        if old == Verdict::leader_of(quiz, after) {
            return Vec::new();
        }
        let restores = |at: &Self| Verdict::leader_of(quiz, &at.undone(before, after)) == old;
        Self::all(quiz, before, after).into_iter().filter(restores).collect()
    }
}

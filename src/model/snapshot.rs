//! Finished runs: what was answered, what came of it, and what moved since.

use super::{Answer, Answers, CriterionId, DeviceTypeId, QuestionId, Quiz, TopicId, Verdict};

/// A finished run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The day it was kept, as `2026-11-22`.
    pub date: String,
    /// What was answered.
    pub answers: Answers,
    /// What came of it then.
    pub recorded: RecordedVerdict,
}

/// A verdict as it was, by ids, so that it can be read under newer content. Never scored from.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RecordedVerdict {
    /// The version of the content.
    pub content: u32,
    /// The word of the verdict.
    pub word: String,
    /// The id of the leader; empty if there was none.
    pub leader: String,
    /// The id of each type that was compared.
    pub types: Vec<String>,
    /// The points of each, in the same order.
    pub points: Vec<i32>,
    /// The id of each question that counted, with what it added to each type, in the same order.
    pub lines: Vec<(String, Vec<i32>)>,
}

/// One thing that differs between two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// An answer.
    Answer(QuestionId),
    /// The importance of a topic that is answered.
    Weight(TopicId),
    /// A standing that the visitor set.
    OwnRatings(DeviceTypeId, CriterionId),
}

impl RecordedVerdict {
    /// The receipt of a verdict under the content of that version.
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

    /// Whether two receipts name the same verdict, whatever the points.
    pub fn is_same_verdict(&self, other: &Self) -> bool {
        (&self.word, &self.leader) == (&other.word, &other.leader)
    }

    /// The ids of the questions whose lines differ between two receipts, in the order of this one,
    /// then those that only the other has. Types are met by id.
    pub fn moved<'a>(&'a self, other: &'a Self) -> Vec<&'a str> {
        let ids = |of: &'a Self| of.lines.iter().map(|(id, _)| id.as_str());
        let all = ids(self).chain(ids(other).filter(|id| !ids(self).any(|mine| mine == *id)));
        all.filter(|id| self.line(id) != other.line(id)).collect()
    }

    /// What a question added to each type, by id and in the order of the ids.
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
        super::order::falling(&mut line, |at| at.0);
        line
    }
}

/// The ticks of an answer that was given.
fn given(answer: Answer) -> Option<super::Selection> {
    match answer {
        Answer::Given(selection) => Some(selection),
        Answer::Unseen | Answer::Skipped(_) => None,
    }
}

impl Difference {
    /// Everything that differs, answers first, then importances, then own standings.
    pub fn all(quiz: &Quiz, before: &Answers, after: &Answers) -> Vec<Self> {
        let is_new = |at: &QuestionId| given(before.get(*at)) != given(after.get(*at));
        let questions = quiz.questions().map(|(at, _)| at).filter(is_new).map(Self::Answer);
        let is_weighed = |at: &TopicId| {
            before.weight(*at) != after.weight(*at)
                && (before.is_answered(*at) || after.is_answered(*at))
        };
        let topics = quiz.topics().map(|(at, _)| at).filter(is_weighed).map(Self::Weight);
        let mut all: Vec<Self> = questions.chain(topics).collect();
        for (device_type, criterion) in quiz.cells() {
            if before.own_ratings().get(device_type, criterion)
                != after.own_ratings().get(device_type, criterion)
            {
                all.push(Self::OwnRatings(device_type, criterion));
            }
        }
        all
    }

    /// `after` with this taken back to what it was `before`.
    #[must_use]
    pub fn undone(self, before: &Answers, after: &Answers) -> Answers {
        let mut undone = after.clone();
        match self {
            Self::Answer(at) => undone.set(at, before.get(at)),
            Self::Weight(at) => undone.set_weight(at, before.weight(at)),
            Self::OwnRatings(device_type, criterion) => {
                undone.own_ratings_mut().set(
                    device_type,
                    criterion,
                    before.own_ratings().get(device_type, criterion),
                );
            }
        }
        undone
    }

    /// The differences whose undoing alone makes the leader what it was; none if they moved it only
    /// together, or not at all.
    pub fn deciding(quiz: &Quiz, before: &Answers, after: &Answers) -> Vec<Self> {
        let old = Verdict::leader_of(quiz, before);
        if old == Verdict::leader_of(quiz, after) {
            return Vec::new();
        }
        let restores = |at: &Self| Verdict::leader_of(quiz, &at.undone(before, after)) == old;
        Self::all(quiz, before, after).into_iter().filter(restores).collect()
    }
}

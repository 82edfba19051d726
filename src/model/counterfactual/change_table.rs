//! The answers in numbers: what counts now, and what each change would add to each type.

use crate::model::{
    Answers, DeviceTypeId, DeviceTypeSet, Kind, Question, QuestionId, Quiz, Ratings,
    ScoreBreakdown, Selection,
};

/// One question answered in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The question.
    pub question: QuestionId,
    /// Its ticks then.
    pub selection: Selection,
}

/// A change in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoredChange {
    /// The change.
    pub change: Change,
    /// What it adds to each type, by position.
    pub gains: Vec<i32>,
    /// The types that the question rules out then.
    pub excludes: DeviceTypeSet,
}

/// Everything the search needs, without words.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ChangeTable {
    /// The points of each type, by position.
    pub points: Vec<i32>,
    /// The types that each question rules out now, by position.
    pub excluded: Vec<DeviceTypeSet>,
    /// The changes of each question, by position; none at importance 0.
    pub changes: Vec<Vec<ScoredChange>>,
}

impl ChangeTable {
    /// The stakes of `answers`.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let ratings = Ratings::of(quiz, answers);
        let mut change_table = Self { points: vec![0; quiz.device_types.len()], ..Self::default() };
        for (at, question) in quiz.questions() {
            let selection = answers.counted(at);
            let now = selection.unwrap_or_default();
            let weight = i32::from(answers.weight(question.topic).value());
            let worth = |selection| -> Vec<i32> {
                quiz.device_types()
                    .map(|(device_type, _)| {
                        weight * question.worth(selection, &ratings, device_type)
                    })
                    .collect()
            };
            let before = worth(now);
            for (points, worth) in change_table.points.iter_mut().zip(&before) {
                *points += worth;
            }
            let to_scored_change = |selection: Selection| {
                let mut gains = worth(selection);
                for (gain, now) in gains.iter_mut().zip(&before) {
                    *gain -= now;
                }
                let change = Change { question: at, selection };
                ScoredChange { change, gains, excludes: question.excluded(selection) }
            };
            let clicks = if weight == 0 { Vec::new() } else { clicks(question, now) };
            change_table.changes.push(clicks.into_iter().map(to_scored_change).collect());
            change_table.excluded.push(question.excluded(now));
        }
        change_table
    }

    /// The type alone in first place as the answers are.
    pub fn first(&self) -> Option<DeviceTypeId> {
        let out = self.excluded.iter().fold(DeviceTypeSet::default(), |set, out| set.union(*out));
        alone_first(self.points.iter().copied(), out)
    }

    /// Every change, in question order.
    pub fn changes(&self) -> impl Iterator<Item = &ScoredChange> {
        self.changes.iter().flatten()
    }

    /// How many answers rule a type out.
    pub fn exclusion_count(&self, device_type: DeviceTypeId) -> i32 {
        self.excluded.iter().map(|out| i32::from(out.has(device_type))).sum()
    }

    /// The type alone in first place after one change.
    pub fn first_after(&self, change: &ScoredChange) -> Option<DeviceTypeId> {
        let mut out = change.excludes;
        for (at, excluded) in self.excluded.iter().enumerate() {
            if at != change.change.question.index() {
                out = out.union(*excluded);
            }
        }
        let points = self.points.iter().zip(&change.gains).map(|(now, gain)| now + gain);
        alone_first(points, out)
    }
}

impl ScoreBreakdown {
    /// The type alone in first place, if one is.
    pub fn first(&self, quiz: &Quiz) -> Option<DeviceTypeId> {
        alone_first(
            quiz.device_types().map(|(device_type, _)| self.points(device_type).0),
            self.excluded(),
        )
    }
}

/// The position with the most points of those that are not `out`, if it is alone there.
pub fn alone_first(points: impl Iterator<Item = i32>, out: DeviceTypeSet) -> Option<DeviceTypeId> {
    let mut best: Option<(i32, DeviceTypeId)> = None;
    let mut is_shared = false;
    for (points, device_type) in points.zip((0..=u8::MAX).map(DeviceTypeId)) {
        let ahead = best.map_or(1, |(most, _)| points - most);
        if out.has(device_type) || ahead < 0 {
            continue;
        }
        is_shared = ahead == 0;
        if ahead > 0 {
            best = Some((points, device_type));
        }
    }
    best.filter(|_| !is_shared).map(|(_, device_type)| device_type)
}

/// What one click makes of an answer: each other option, or each box ticked or unticked.
fn clicks(question: &Question, now: Selection) -> Vec<Selection> {
    let each = question.options().map(|(option, _)| question.toggled(now, option));
    let is_untouched_context = question.kind == Kind::Context && now.is_empty();
    each.filter(|selection| *selection != now && question.accepts(*selection))
        // An untouched place reads as its first option, so that option is no change.
        .filter(|selection| !is_untouched_context || !selection.has(crate::model::OptionId(0)))
        .collect()
}

//! The change table: the present points and exclusions, and the effect of every possible change.

use crate::model::{
    Answers, DeviceTypeId, DeviceTypeSet, Kind, Question, QuestionId, Quiz, Ratings,
    ScoreBreakdown, Selection,
};

/// A different answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// The question.
    pub question: QuestionId,
    /// The options that are selected after the change.
    pub selection: Selection,
}

/// A change and its effect on points and exclusions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoredChange {
    /// The change.
    pub change: Change,
    /// The points it adds to each type, indexed by type; the weight is included.
    pub gains: Vec<i32>,
    /// The types that the question excludes after the change.
    pub excludes: DeviceTypeSet,
}

/// The present points and exclusions with every possible change: all that the search needs.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ChangeTable {
    /// The present points of each type, indexed by type.
    pub points: Vec<i32>,
    /// The types that each question excludes at present, indexed by question.
    pub excluded: Vec<DeviceTypeSet>,
    /// The possible changes of each question, indexed by question. A question in a topic of weight
    /// 0 has none.
    pub changes: Vec<Vec<ScoredChange>>,
}

impl ChangeTable {
    /// Builds the table for `answers`.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let ratings = Ratings::of(quiz, answers);
        let mut table = Self { points: vec![0; quiz.device_types.len()], ..Self::default() };
        for (at, question) in quiz.questions() {
            let selection = answers.counted(at);
            let now = selection.unwrap_or_default();
            let weight = i32::from(answers.weight(question.topic).value());
            let unweighted_points = |selection| -> Vec<i32> {
                quiz.device_types()
                    .map(|(device_type, _)| {
                        weight * question.unweighted_points(selection, &ratings, device_type)
                    })
                    .collect()
            };
            let before = unweighted_points(now);
            for (points, unweighted_points) in table.points.iter_mut().zip(&before) {
                *points += unweighted_points;
            }
            let to_scored_change = |selection: Selection| {
                let mut gains = unweighted_points(selection);
                for (gain, now) in gains.iter_mut().zip(&before) {
                    *gain -= now;
                }
                let change = Change { question: at, selection };
                ScoredChange { change, gains, excludes: question.excluded(selection) }
            };
            let clicks = if weight == 0 { Vec::new() } else { clicks(question, now) };
            table.changes.push(clicks.into_iter().map(to_scored_change).collect());
            table.excluded.push(question.excluded(now));
        }
        table
    }

    /// The type that is alone in first place at present, if there is one.
    pub fn first(&self) -> Option<DeviceTypeId> {
        let each = self.excluded.iter();
        let excluded = each.fold(DeviceTypeSet::default(), |all, types| all.union(*types));
        alone_first(self.points.iter().copied(), excluded)
    }

    /// Every possible change, in question order.
    pub fn changes(&self) -> impl Iterator<Item = &ScoredChange> {
        self.changes.iter().flatten()
    }

    /// The number of answers that exclude a type at present.
    pub fn exclusion_count(&self, device_type: DeviceTypeId) -> i32 {
        self.excluded.iter().map(|types| i32::from(types.has(device_type))).sum()
    }

    /// The type that is alone in first place after one change, if there is one.
    pub fn first_after(&self, change: &ScoredChange) -> Option<DeviceTypeId> {
        let mut excluded = change.excludes;
        for (question, types) in self.excluded.iter().enumerate() {
            if question != change.change.question.index() {
                excluded = excluded.union(*types);
            }
        }
        let points = self.points.iter().zip(&change.gains).map(|(now, gain)| now + gain);
        alone_first(points, excluded)
    }
}

impl ScoreBreakdown {
    /// The type that is alone in first place, if there is one.
    pub fn first(&self, quiz: &Quiz) -> Option<DeviceTypeId> {
        alone_first(
            quiz.device_types().map(|(device_type, _)| self.points(device_type).0),
            self.excluded(),
        )
    }
}

/// The type with the most points of those that are not excluded, or `None` if several share the
/// most points or none remains. `points` holds the points of each type, in table order.
pub fn alone_first(
    points: impl Iterator<Item = i32>,
    excluded: DeviceTypeSet,
) -> Option<DeviceTypeId> {
    let mut best: Option<(i32, DeviceTypeId)> = None;
    let mut is_shared = false;
    for (points, device_type) in points.zip((0..=u8::MAX).map(DeviceTypeId)) {
        let ahead = best.map_or(1, |(most, _)| points - most);
        if excluded.has(device_type) || ahead < 0 {
            continue;
        }
        is_shared = ahead == 0;
        if ahead > 0 {
            best = Some((points, device_type));
        }
    }
    best.filter(|_| !is_shared).map(|(_, device_type)| device_type)
}

/// The selections that one click on the question can lead to.
fn clicks(question: &Question, now: Selection) -> Vec<Selection> {
    let each = question.options().map(|(option, _)| question.toggled(now, option));
    let is_untouched_context = question.kind == Kind::Context && now.is_empty();
    each.filter(|selection| *selection != now && question.accepts(*selection))
        // An untouched context counts as `never`, its first option, so selecting that option
        // changes nothing.
        .filter(|selection| !is_untouched_context || !selection.has(crate::model::OptionId(0)))
        .collect()
}

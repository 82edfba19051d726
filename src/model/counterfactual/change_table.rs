//! The change table: the present points and exclusions, and the effect of every possible change.

use std::ops::{Add, Sub};

use crate::model::{
    AnswerOption, Answers, Budget, DeviceTypeId, DeviceTypeSet, Kind, Question, QuestionId, Quiz,
    Ratings, ScoreBreakdown, Selection,
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
    /// How much it asks of the visitor.
    pub cost: Cost,
}

/// How much a change asks of the visitor. Of several that reach the same, the one with the lowest
/// cost is proposed: the one with the fewest steps; of equals, the one that touches the fewest
/// questions about the visitor, such as the budget, since those cannot be changed at will; and then
/// the one that excludes types with the fewest answers. Costs add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Cost(u32);

impl Cost {
    /// The lowest cost of a change.
    pub const LEAST: Self = Self(1 << 16);

    /// The cost of going from `before` to `after`. On an ordered question, every option on the way
    /// is a step. An unanswered one is where its neutral option is, since both add nothing. Any other
    /// change is one step.
    fn of(question: &Question, before: Selection, after: Selection) -> Self {
        let position =
            |selection: Selection| question.options().position(|(at, _)| selection.has(at));
        let neutral = || question.options.iter().position(AnswerOption::is_neutral);
        let steps = match (position(before).or_else(neutral), position(after)) {
            (Some(from), Some(to)) if question.is_ordered => from.abs_diff(to).max(1),
            _ => 1,
        };
        let steps = u32::try_from(steps).unwrap_or(1);
        let excludes = !question.excluded(after).is_empty();
        Self(steps << 16 | u32::from(question.is_about_you) << 8 | u32::from(excludes))
    }

    /// The cost of `count` changes of the lowest cost.
    pub(super) fn least(count: usize) -> Self {
        Self(Self::LEAST.0 * u32::try_from(count).unwrap_or(u32::MAX >> 17))
    }
}

impl Add for Cost {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Cost {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
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
    /// The types that start above the answered budget.
    pub above_budget: DeviceTypeSet,
}

impl ChangeTable {
    /// Builds the table for `answers`.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let ratings = Ratings::of(quiz, answers);
        let budget = Budget::of(quiz, answers);
        let above = quiz.device_types().filter(|(_, device_type)| budget.is_below(device_type));
        let mut table = Self {
            points: vec![0; quiz.device_types.len()],
            above_budget: above.fold(DeviceTypeSet::default(), |all, (at, _)| all.with(at)),
            ..Self::default()
        };
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
                let cost = Cost::of(question, now, selection);
                ScoredChange { change, gains, excludes: question.excluded(selection), cost }
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
        alone_first(self.points.iter().copied(), excluded).map(|(first, _)| first)
    }

    /// Every possible change, in question order.
    pub fn changes(&self) -> impl Iterator<Item = &ScoredChange> {
        self.changes.iter().flatten()
    }

    /// The number of answers that exclude a type at present.
    pub fn exclusion_count(&self, device_type: DeviceTypeId) -> i32 {
        self.excluded.iter().map(|types| i32::from(types.has(device_type))).sum()
    }

    /// The type that is alone in first place after one change, and its lead in points.
    pub fn first_after(&self, change: &ScoredChange) -> Option<(DeviceTypeId, i32)> {
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
        let points = quiz.device_types().map(|(device_type, _)| self.points(device_type).0);
        alone_first(points, self.excluded()).map(|(first, _)| first)
    }
}

/// The type with the most points of those that are not excluded, and its lead over the next one in
/// points. `None` if several share the most points or none remains; the lead is `i32::MAX` if only one
/// remains. `points` holds the points of each type, in table order.
pub fn alone_first(
    points: impl Iterator<Item = i32>,
    excluded: DeviceTypeSet,
) -> Option<(DeviceTypeId, i32)> {
    let mut best: Option<(i32, DeviceTypeId)> = None;
    let mut second = None;
    for (points, device_type) in points.zip((0..=u8::MAX).map(DeviceTypeId)) {
        if excluded.has(device_type) {
            continue;
        }
        match best {
            Some((most, _)) if points <= most => second = second.max(Some(points)),
            _ => {
                second = best.map(|(most, _)| most).max(second);
                best = Some((points, device_type));
            }
        }
    }
    let (most, device_type) = best?;
    let lead = second.map_or(i32::MAX, |second| most - second);
    (lead > 0).then_some((device_type, lead))
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

//! The points of a type broken down by criterion, as reasons for and against it.

use super::order::sort_descending_by_key;
use super::{CriterionId, DeviceTypeId, Points, QuestionId, Quiz, ScoreBreakdown};

/// The points that one criterion adds to one type, over all answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The criterion.
    pub criterion: CriterionId,
    /// The sum of weight × effect × rating over the answers; never 0.
    pub points: Points,
    /// The questions that contribute, in descending order of the absolute points.
    pub questions: Vec<QuestionId>,
}

impl Reason {
    /// The reasons for a type in descending order of the absolute points; equals are in the order
    /// of the criteria. Their sum is the points of the type, because each breakdown line is divided
    /// among the criteria.
    pub fn all(quiz: &Quiz, breakdown: &ScoreBreakdown, device_type: DeviceTypeId) -> Vec<Self> {
        let mut reasons: Vec<Self> = quiz
            .criteria()
            .filter_map(|(at, _)| Self::of(quiz, breakdown, device_type, at))
            .collect();
        sort_descending_by_key(&mut reasons, |reason| reason.points.0.abs());
        reasons
    }

    fn of(
        quiz: &Quiz,
        breakdown: &ScoreBreakdown,
        device_type: DeviceTypeId,
        criterion: CriterionId,
    ) -> Option<Self> {
        let mut parts: Vec<(i32, QuestionId)> = Vec::new();
        for line in &breakdown.lines {
            let contributions = quiz.question(line.question).contributions(
                line.selection,
                &breakdown.ratings,
                device_type,
            );
            let contribution = contributions
                .iter()
                .find(|contribution| contribution.effect.criterion == criterion);
            let product = contribution
                .map_or(0, |contribution| contribution.product * i32::from(line.weight));
            if product != 0 {
                parts.push((product, line.question));
            }
        }
        sort_descending_by_key(&mut parts, |(product, _)| product.abs());
        let points = Points(parts.iter().map(|(product, _)| product).sum());
        let questions = parts.into_iter().map(|(_, question)| question).collect();
        (points.0 != 0).then_some(Self { criterion, points, questions })
    }
}

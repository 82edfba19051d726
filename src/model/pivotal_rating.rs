//! Pivotal ratings: uncertain ratings of which a single one could change the leader.

use super::counterfactual::alone_first;
use super::{Answers, CriterionId, DeviceTypeId, Grade, Quiz, Rating, ScoreBreakdown};

/// A rating that changes the leader if it alone is shifted within its evidence width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PivotalRating {
    /// The type.
    pub device_type: DeviceTypeId,
    /// The criterion.
    pub criterion: CriterionId,
    /// The shifted rating: of those that change the leader, the nearest to the present one.
    pub rating: Rating,
    /// The type that is alone in first place at the shifted rating.
    pub leader: DeviceTypeId,
}

impl Grade {
    /// The evidence width: how far a rating of this grade may be off to either side, in steps of
    /// the rating scale. The shifted rating is limited to −2 … +2.
    pub const fn evidence_width(self) -> i8 {
        match self {
            Self::Measured | Self::Reported => 0,
            Self::Consensus | Self::Estimate => 1,
            Self::Disputed => 2,
        }
    }
}

impl PivotalRating {
    /// Every pivotal rating: each puts a type other than `leader` alone in first place. They are in
    /// the order of the criteria and then of the types. A rating that the visitor has set counts as
    /// certain.
    pub fn all(
        quiz: &Quiz,
        answers: &Answers,
        breakdown: &ScoreBreakdown,
        leader: Option<DeviceTypeId>,
    ) -> Vec<Self> {
        let points: Vec<i32> =
            quiz.device_types().map(|(device_type, _)| breakdown.points(device_type).0).collect();
        let excluded = breakdown.excluded();
        let mut pivotal_ratings = Vec::new();
        for (criterion, _) in quiz.criteria() {
            let total_effect = breakdown.total_effect(quiz, criterion);
            for (device_type, about) in quiz
                .device_types()
                .filter(|(device_type, _)| total_effect != 0 && !excluded.has(*device_type))
            {
                let Some(graded) = about.ratings.get(usize::from(criterion.0)) else { continue };
                let is_own = answers.own_ratings().get(device_type, criterion).is_some();
                let width = if is_own { 0 } else { graded.grade.evidence_width() };
                let now = graded.rating.value();
                for rating in within(now, width) {
                    let mut shifted = points.clone();
                    shifted[device_type.index()] += total_effect * i32::from(rating.value() - now);
                    let first = alone_first(shifted.into_iter(), excluded).map(|(first, _)| first);
                    if let Some(first) = first.filter(|first| Some(*first) != leader) {
                        pivotal_ratings.push(Self {
                            device_type,
                            criterion,
                            rating,
                            leader: first,
                        });
                        break;
                    }
                }
            }
        }
        pivotal_ratings
    }
}

/// The ratings up to `width` steps away from `now`, nearest first, the lower before the higher.
fn within(now: i8, width: i8) -> impl Iterator<Item = Rating> {
    (1..=width).flat_map(move |by| [now - by, now + by]).filter_map(Rating::new)
}

impl ScoreBreakdown {
    /// The total effect of the answers on a criterion: the sum of weight × effect. Raising a type's
    /// rating by one step adds this many points.
    pub fn total_effect(&self, quiz: &Quiz, criterion: CriterionId) -> i32 {
        let line_effect = |line: &super::BreakdownLine| {
            let selected = quiz.question(line.question).selected(line.selection);
            let effects = selected.flat_map(|option| &option.effects);
            let on_criterion = effects.filter(|effect| effect.criterion == criterion);
            i32::from(line.weight) * on_criterion.map(|effect| i32::from(effect.value)).sum::<i32>()
        };
        self.lines.iter().map(line_effect).sum()
    }
}

//! How far a verdict hangs on a single standing that is not certain.

use super::counterfactual::alone_first;
use super::{Answers, CriterionId, DeviceTypeId, Grade, Quiz, Rating, ScoreBreakdown};

/// A standing whose shift within its range, alone, changes the leader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PivotalRating {
    /// The type.
    pub device_type: DeviceTypeId,
    /// The criterion.
    pub criterion: CriterionId,
    /// The nearest level at which the leader changes.
    pub rating: Rating,
    /// The type that is then alone in first place.
    pub leader: DeviceTypeId,
}

impl Grade {
    /// How far a standing of this grade may be off, in levels: its range is that far to either
    /// side, within −2 to +2.
    pub const fn half_width(self) -> i8 {
        match self {
            Self::Measured | Self::Reported => 0,
            Self::Consensus | Self::Estimate => 1,
            Self::Disputed => 2,
        }
    }
}

impl PivotalRating {
    /// Every standing that puts a type other than `leader` alone in first place, in table order. A
    /// standing that the visitor set is taken as certain.
    pub fn all(
        quiz: &Quiz,
        answers: &Answers,
        breakdown: &ScoreBreakdown,
        leader: Option<DeviceTypeId>,
    ) -> Vec<Self> {
        let points: Vec<i32> =
            quiz.device_types().map(|(device_type, _)| breakdown.points(device_type).0).collect();
        let out = breakdown.excluded();
        let mut pivotal_ratings = Vec::new();
        for (criterion, _) in quiz.criteria() {
            let total_effect = breakdown.total_effect(quiz, criterion);
            for (device_type, of) in quiz
                .device_types()
                .filter(|(device_type, _)| total_effect != 0 && !out.has(*device_type))
            {
                let Some(rating) = of.ratings.get(usize::from(criterion.0)) else { continue };
                let is_own = answers.own_ratings().get(device_type, criterion).is_some();
                let width = if is_own { 0 } else { rating.grade.half_width() };
                let now = rating.rating.value();
                for rating in within(now, width) {
                    let mut shifted = points.clone();
                    shifted[device_type.index()] += total_effect * i32::from(rating.value() - now);
                    let first = alone_first(shifted.into_iter(), out);
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

/// The other levels within a range, nearest first.
fn within(now: i8, width: i8) -> impl Iterator<Item = Rating> {
    (1..=width).flat_map(move |by| [now - by, now + by]).filter_map(Rating::new)
}

impl ScoreBreakdown {
    /// How much a criterion counts in all: importance × effect, added over the answers.
    pub fn total_effect(&self, quiz: &Quiz, criterion: CriterionId) -> i32 {
        let of = |line: &super::BreakdownLine| {
            let selected = quiz.question(line.question).selected(line.selection);
            let effects = selected.flat_map(|option| &option.effects);
            let mine = effects.filter(|effect| effect.criterion == criterion);
            i32::from(line.weight) * mine.map(|effect| i32::from(effect.value)).sum::<i32>()
        };
        self.lines.iter().map(of).sum()
    }
}

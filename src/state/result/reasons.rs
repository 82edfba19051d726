//! The reasons for and against the leader.

use crate::content::Content;
use crate::model::{
    Answers, CriterionId, DeviceTypeId, Effect, Points, Rating, Reason, ScoreBreakdown,
};

/// The reasons for a type and against it, the most important first.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reasons {
    /// What speaks for it.
    pub good: Vec<ReasonLine>,
    /// What speaks against it.
    pub bad: Vec<ReasonLine>,
}

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReasonLine {
    /// The type.
    pub device_type: DeviceTypeId,
    /// The criterion.
    pub criterion: CriterionId,
    /// The rating in force.
    pub rating: Rating,
    /// Whether that is the visitor's own rating.
    pub is_own: bool,
    /// The points that the criterion adds to the type.
    pub points: Points,
    /// Whether the answers speak against the criterion, so that a good rating counts against the
    /// type and a poor one for it.
    pub is_turned: bool,
    /// What the visitor said that makes the criterion count, the largest share first.
    pub because: Vec<&'static str>,
}

impl Reasons {
    /// The reasons for and against `device_type`.
    pub fn of(
        content: &'static Content,
        answers: &Answers,
        breakdown: &ScoreBreakdown,
        device_type: DeviceTypeId,
    ) -> Self {
        let mut reasons = Self::default();
        for reason in Reason::all(&content.quiz, breakdown, device_type) {
            let side = if reason.points.0 > 0 { &mut reasons.good } else { &mut reasons.bad };
            side.push(ReasonLine::of(content, answers, breakdown, device_type, &reason));
        }
        reasons
    }
}

impl ReasonLine {
    fn of(
        content: &'static Content,
        answers: &Answers,
        breakdown: &ScoreBreakdown,
        device_type: DeviceTypeId,
        reason: &Reason,
    ) -> Self {
        let rating = breakdown.ratings.get(device_type, reason.criterion);
        let is_turned = (reason.points.0 < 0) == (rating.value() > 0);
        Self {
            device_type,
            criterion: reason.criterion,
            rating,
            is_own: breakdown.ratings.is_own(device_type, reason.criterion),
            points: reason.points,
            is_turned,
            because: because(content, answers, reason, is_turned),
        }
    }

    /// The rating that it is about.
    pub const fn about(&self) -> (DeviceTypeId, CriterionId) {
        (self.device_type, self.criterion)
    }
}

/// What makes a criterion matter in the direction that prevails; no more than two sentences.
fn because(
    content: &'static Content,
    answers: &Answers,
    reason: &Reason,
    is_turned: bool,
) -> Vec<&'static str> {
    let is_behind =
        |effect: &Effect| effect.criterion == reason.criterion && (effect.value < 0) == is_turned;
    let mut said: Vec<&str> = Vec::new();
    for at in &reason.questions {
        let Some(selection) = answers.counted(*at) else { continue };
        let mut options = content.quiz.question(*at).options();
        let found = options
            .find(|(id, option)| selection.has(*id) && option.effects.iter().any(is_behind))
            .map(|(id, _)| content.details().meaning(*at, id));
        said.extend(found.filter(|meaning| said.len() < 2 && !said.contains(meaning)));
    }
    said
}

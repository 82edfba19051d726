//! What a shop needs, fitted to the answers; and the signposts beyond the seven types.

use super::{Answers, DeviceTypeId, DeviceTypeSet, Grade, OptionId, QuestionId};

/// True while `option` is an answer to `question` that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The question.
    pub question: QuestionId,
    /// The option that must be chosen.
    pub option: OptionId,
}

/// A line of advice for some types under some answers.
#[derive(Clone, Debug)]
pub struct ShopPart {
    /// The words.
    pub text: String,
    /// The types it is for.
    pub device_types: DeviceTypeSet,
    /// Any of these must hold; none means always.
    pub when: Vec<Condition>,
}

/// Advice tied to answers, for all types.
#[derive(Clone, Debug, Default)]
pub struct Shop {
    /// Where the prices of the types come from, with currency and year.
    pub price_label: String,
    /// How far the prices may be trusted.
    pub price_grade: Grade,
    /// Notes before the try-on test.
    pub notes: Vec<ShopPart>,
    /// Steps of the ten-minute try-on test.
    pub tests: Vec<ShopPart>,
    /// Specifications to filter by.
    pub filters: Vec<ShopPart>,
    /// Half-sentences for the assistant.
    pub say: Vec<ShopPart>,
}

/// Something outside the seven types: shown, never scored.
#[derive(Clone, Debug, Default)]
pub struct Signpost {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it is, and for whom.
    pub text: String,
    /// Shown on the result when any of these holds.
    pub when: Vec<Condition>,
    /// Shown when both families are refused.
    pub refuge: bool,
}

fn any_holds(when: &[Condition], answers: &Answers) -> bool {
    when.iter()
        .any(|at| answers.counted(at.question).is_some_and(|selection| selection.has(at.option)))
}

impl ShopPart {
    /// Whether this line is for `device_type` under `answers`.
    pub fn applies(&self, device_type: DeviceTypeId, answers: &Answers) -> bool {
        self.device_types.has(device_type)
            && (self.when.is_empty() || any_holds(&self.when, answers))
    }
}

impl Signpost {
    /// Whether `answers` call for this signpost; `refused` says that both families are refused.
    pub fn applies(&self, answers: &Answers, refused: bool) -> bool {
        (refused && self.refuge) || any_holds(&self.when, answers)
    }
}

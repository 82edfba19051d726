//! Shopping advice that depends on the answers, and signposts to products outside the types that are compared.

use serde::{Deserialize, Serialize};

use super::{Answers, DeviceTypeId, DeviceTypeSet, Grade, OptionId, QuestionId};

/// A condition that holds while `option` is selected in `question` and the answer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Condition {
    /// The question.
    pub question: QuestionId,
    /// The option that must be selected.
    pub option: OptionId,
}

/// A piece of advice for certain types and certain answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ShopAdvice {
    /// The text shown.
    pub text: String,
    /// The types that it applies to.
    pub device_types: DeviceTypeSet,
    /// At least one of these must hold. If empty, the advice always applies.
    pub when: Vec<Condition>,
}

/// A step of the ten-minute try-on test.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TryOnStep {
    /// Slug. What a visitor notes on a step is stored under it.
    pub id: String,
    /// What to do and to look for, and for whom.
    pub advice: ShopAdvice,
}

/// The advice that is added to that of each type, depending on the answers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Shop {
    /// Where the prices of the types come from, with currency and year.
    pub price_label: String,
    /// How far the prices may be trusted.
    pub price_grade: Grade,
    /// Notes before the try-on test.
    pub notes: Vec<ShopAdvice>,
    /// Steps of the ten-minute try-on test.
    pub tests: Vec<TryOnStep>,
    /// Specifications to filter by.
    pub filters: Vec<ShopAdvice>,
    /// Parts that complete the sentence to a shop assistant.
    pub say: Vec<ShopAdvice>,
}

/// A product outside the types that are compared, which is shown but never scored.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Signpost {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: String,
    /// A description, which also says who it suits.
    pub text: String,
    /// The result shows it if at least one of these holds.
    pub when: Vec<Condition>,
    /// Whether the result also shows it when the visitor has excluded both families.
    pub if_both_refused: bool,
}

/// Whether at least one of the conditions holds.
pub(super) fn any_holds(when: &[Condition], answers: &Answers) -> bool {
    when.iter()
        .any(|at| answers.counted(at.question).is_some_and(|selection| selection.has(at.option)))
}

impl ShopAdvice {
    /// Whether this advice applies to `device_type` given `answers`.
    pub fn applies(&self, device_type: DeviceTypeId, answers: &Answers) -> bool {
        self.device_types.has(device_type)
            && (self.when.is_empty() || any_holds(&self.when, answers))
    }
}

impl Signpost {
    /// Whether to show this signpost. `refused` tells whether the answers exclude both families.
    pub fn applies(&self, answers: &Answers, refused: bool) -> bool {
        (refused && self.if_both_refused) || any_holds(&self.when, answers)
    }
}

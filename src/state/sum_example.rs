//! One product of the sum, picked from the content to explain it.

use crate::model::{CriterionId, DeviceTypeId, OptionId, QuestionId, Quiz};

/// What one option adds to the points of one type through one criterion, at weight 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SumExample {
    /// The question.
    pub question: QuestionId,
    /// Its option.
    pub option: OptionId,
    /// The criterion that the option has an effect on.
    pub criterion: CriterionId,
    /// The type.
    pub device_type: DeviceTypeId,
    /// The value of the effect.
    pub effect: i8,
    /// The rating of the type on the criterion.
    pub rating: i8,
}

impl SumExample {
    /// The weight in the example.
    pub const WEIGHT: i8 = 2;

    /// The last question whose first effect is in favour of a type; the first such type.
    pub fn of(quiz: &Quiz) -> Option<Self> {
        quiz.questions().filter_map(|(question, _)| Self::of_question(quiz, question)).last()
    }

    fn of_question(quiz: &Quiz, question: QuestionId) -> Option<Self> {
        let mut options = quiz.question(question).options();
        let (option, of) = options.find(|(_, option)| !option.effects.is_empty())?;
        let effect = of.effects.first()?;
        let rated = quiz.device_types().map(|(at, of)| (at, of.rating(effect.criterion).value()));
        let (device_type, rating) =
            rated.into_iter().find(|(_, rating)| effect.value * rating > 0)?;
        let (criterion, effect) = (effect.criterion, effect.value);
        Some(Self { question, option, criterion, device_type, effect, rating })
    }

    /// The product.
    pub const fn points(self) -> i8 {
        Self::WEIGHT * self.effect * self.rating
    }
}

//! What speaks for a candidate and against it, and the criteria that the visitor's answers are about.

use super::Listed;
use crate::content::Content;
use crate::model::{Answers, CriterionId, Quiz, ScoreBreakdown};
use crate::state::result::reasons::Reasons;

/// The reasons for and against a candidate: those of its type, with the visitor's ratings of the
/// candidate. None if the content does not have its type.
pub fn reasons(content: &'static Content, answers: &Answers, listed: &Listed) -> Reasons {
    let Some(device_type) = listed.device_type else { return Reasons::default() };
    let answers = listed.candidate.answers(&content.quiz, answers, device_type);
    Reasons::of(content, &answers, &ScoreBreakdown::of(&content.quiz, &answers), device_type)
}

/// The criteria that an answer has an effect on, and the others.
pub fn criteria(quiz: &Quiz, answers: &Answers) -> (Vec<CriterionId>, Vec<CriterionId>) {
    let counts = |criterion: &CriterionId| {
        quiz.questions().any(|(at, question)| {
            answers.counted(at).is_some_and(|selection| {
                let mut effects =
                    question.selected(selection).flat_map(|option| option.effects.iter());
                effects.any(|effect| effect.criterion == *criterion)
            })
        })
    };
    quiz.criteria().map(|(at, _)| at).partition(counts)
}

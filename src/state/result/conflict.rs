//! A conflict: the answers that exclude every type, and the answers to skip.

use crate::model::{Answers, DeviceTypeId, OptionId, QuestionId, Quiz, Relaxation, ScoreBreakdown};

/// Why no type remains, and what would let one remain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The answers that exclude types, in the order of the quiz.
    pub excluding: Vec<ExcludingAnswer>,
    /// The smallest sets of answers to skip.
    pub relaxations: Vec<Relaxation>,
}

/// An answer that excludes types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ExcludingAnswer {
    /// The question.
    pub question: QuestionId,
    /// The option that is selected in it.
    pub option: OptionId,
    /// The types that the option excludes, in table order.
    pub device_types: Vec<DeviceTypeId>,
}

impl Conflict {
    /// The conflict between `answers`, whose breakdown is `breakdown`.
    pub fn of(quiz: &Quiz, answers: &Answers, breakdown: &ScoreBreakdown) -> Self {
        Self { excluding: excluding(breakdown), relaxations: Relaxation::all(quiz, answers) }
    }
}

fn excluding(breakdown: &ScoreBreakdown) -> Vec<ExcludingAnswer> {
    let mut all: Vec<ExcludingAnswer> = Vec::new();
    for at in &breakdown.exclusions {
        match all.last_mut() {
            Some(last) if (last.question, last.option) == (at.question, at.option) => {
                last.device_types.push(at.device_type);
            }
            _ => all.push(ExcludingAnswer {
                question: at.question,
                option: at.option,
                device_types: vec![at.device_type],
            }),
        }
    }
    all
}

//! The ways out of a conflict: the smallest sets of answers to skip, and what each allows.

use super::order::falling;
use super::{Answer, Answers, DeviceTypeId, QuestionId, Quiz, ScoreBreakdown, Verdict};

/// A way out of a conflict: skip these questions and types remain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// The questions to skip; skipping only some of them resolves nothing.
    pub skip: Vec<QuestionId>,
    /// The verdict once they are skipped.
    pub verdict: Verdict,
}

impl Relaxation {
    /// Every smallest way out, fewest questions first, then in the order of the types it frees;
    /// none if there is no conflict.
    ///
    /// A type comes back when every answer that rules it out is skipped, so each smallest set is
    /// the set of answers against some type.
    pub fn all(quiz: &Quiz, answers: &Answers) -> Vec<Self> {
        let breakdown = ScoreBreakdown::of(quiz, answers);
        let mut sets: Vec<Vec<QuestionId>> = Vec::new();
        for (device_type, _) in quiz.device_types() {
            let set = blockers(&breakdown, device_type);
            if set.is_empty() {
                return Vec::new();
            }
            if !sets.contains(&set) {
                sets.push(set);
            }
        }
        let is_least = |set: &&Vec<QuestionId>| {
            let within = |other: &Vec<QuestionId>| {
                other.len() < set.len() && other.iter().all(|at| set.contains(at))
            };
            !sets.iter().any(within)
        };
        let mut least: Vec<&Vec<QuestionId>> = sets.iter().filter(is_least).collect();
        falling(&mut least, |set| std::cmp::Reverse(set.len()));
        least.into_iter().map(|skip| Self::by(quiz, answers, skip)).collect()
    }

    fn by(quiz: &Quiz, answers: &Answers, skip: &[QuestionId]) -> Self {
        let verdict = Verdict::of(quiz, &skipped(answers, skip));
        Self { skip: skip.to_vec(), verdict }
    }

    /// `answers` with these questions skipped.
    pub fn relaxed(&self, answers: &Answers) -> Answers {
        skipped(answers, &self.skip)
    }
}

fn skipped(answers: &Answers, questions: &[QuestionId]) -> Answers {
    let mut relaxed = answers.clone();
    for at in questions {
        relaxed.set(*at, Answer::Skipped(answers.get(*at).selection()));
    }
    relaxed
}

/// The questions whose answers rule a type out, in question order, each once.
fn blockers(breakdown: &ScoreBreakdown, device_type: DeviceTypeId) -> Vec<QuestionId> {
    let mine = breakdown.exclusions.iter().filter(|exclusion| exclusion.device_type == device_type);
    let mut questions: Vec<QuestionId> = mine.map(|exclusion| exclusion.question).collect();
    questions.dedup();
    questions
}

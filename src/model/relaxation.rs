//! Relaxations: the smallest sets of answers to skip when the answers exclude every type.

use super::order::sort_descending_by_key;
use super::{Answer, Answers, DeviceTypeId, QuestionId, Quiz, ScoreBreakdown, Verdict};

/// A smallest set of questions to skip so that at least one type remains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// The questions to skip, in question order. Skipping only some of them leaves the conflict.
    pub skip: Vec<QuestionId>,
    /// The verdict after they are skipped.
    pub verdict: Verdict,
}

impl Relaxation {
    /// Every minimal relaxation, those with the fewest questions first and then in the order of the
    /// types that they allow again. Empty if there is no conflict.
    ///
    /// A type is allowed again once all answers that exclude it are skipped. So each minimal set
    /// consists of exactly the answers that exclude one of the types.
    pub fn all(quiz: &Quiz, answers: &Answers) -> Vec<Self> {
        let breakdown = ScoreBreakdown::of(quiz, answers);
        let mut sets: Vec<Vec<QuestionId>> = Vec::new();
        for (device_type, _) in quiz.device_types() {
            let set = excluding_questions(&breakdown, device_type);
            if set.is_empty() {
                return Vec::new();
            }
            if !sets.contains(&set) {
                sets.push(set);
            }
        }
        let is_minimal = |set: &&Vec<QuestionId>| {
            let is_proper_subset = |other: &Vec<QuestionId>| {
                other.len() < set.len() && other.iter().all(|at| set.contains(at))
            };
            !sets.iter().any(is_proper_subset)
        };
        let mut minimal: Vec<&Vec<QuestionId>> = sets.iter().filter(is_minimal).collect();
        sort_descending_by_key(&mut minimal, |set| std::cmp::Reverse(set.len()));
        minimal.into_iter().map(|skip| Self::by(quiz, answers, skip)).collect()
    }

    fn by(quiz: &Quiz, answers: &Answers, skip: &[QuestionId]) -> Self {
        let verdict = Verdict::of(quiz, &skipped(answers, skip));
        Self { skip: skip.to_vec(), verdict }
    }

    /// `answers` with the questions of this relaxation skipped.
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

/// The questions whose answers exclude a type, in question order and without duplicates.
fn excluding_questions(breakdown: &ScoreBreakdown, device_type: DeviceTypeId) -> Vec<QuestionId> {
    let mine = breakdown.exclusions.iter().filter(|exclusion| exclusion.device_type == device_type);
    let mut questions: Vec<QuestionId> = mine.map(|exclusion| exclusion.question).collect();
    questions.dedup();
    questions
}

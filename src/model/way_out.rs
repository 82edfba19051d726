//! The ways out of a conflict: the smallest sets of answers to skip, and what each allows.

use super::order::falling;
use super::{Answer, Answers, GearId, Ledger, QuestionId, Quiz, Verdict};

/// A way out of a conflict: skip these questions and types remain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// The questions to skip; skipping only some of them resolves nothing.
    pub skip: Vec<QuestionId>,
    /// The verdict once they are skipped.
    pub verdict: Verdict,
}

impl WayOut {
    /// Every smallest way out, fewest questions first, then in the order of the types it frees;
    /// none if there is no conflict.
    ///
    /// A type comes back when every answer that rules it out is skipped, so each smallest set is
    /// the set of answers against some type.
    pub fn all(quiz: &Quiz, answers: &Answers) -> Vec<Self> {
        let ledger = Ledger::of(quiz, answers);
        let mut sets: Vec<Vec<QuestionId>> = Vec::new();
        for (gear, _) in quiz.gears() {
            let set = blockers(&ledger, gear);
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
        relaxed.set(*at, Answer::Skipped(answers.get(*at).ticks()));
    }
    relaxed
}

/// The questions whose answers rule a type out, in question order, each once.
fn blockers(ledger: &Ledger, gear: GearId) -> Vec<QuestionId> {
    let mine = ledger.rulings.iter().filter(|ruling| ruling.gear == gear);
    let mut questions: Vec<QuestionId> = mine.map(|ruling| ruling.question).collect();
    questions.dedup();
    questions
}

//! Why a type has its points, criterion by criterion, and what stands in the way of each type.

use super::order::falling;
use super::{Answers, CriterionId, GearId, Ledger, Points, QuestionId, Quiz, Verdict, answers};

/// What one criterion adds to one type, over all answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The criterion.
    pub criterion: CriterionId,
    /// Importance × effect × level, added over the answers; never 0.
    pub points: Points,
    /// The questions behind it, largest share first.
    pub questions: Vec<QuestionId>,
}

/// A way out of a conflict: skip these questions and types remain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// The type that needs the fewest questions skipped; the first of equals in table order.
    pub gear: GearId,
    /// The questions whose answers rule it out.
    pub skip: Vec<QuestionId>,
    /// The verdict once they are skipped.
    pub verdict: Verdict,
}

impl Reason {
    /// The reasons of a type, largest first; equals in the order of the criteria. They sum to its
    /// points, since each is a part of a ledger line.
    pub fn all(quiz: &Quiz, ledger: &Ledger, gear: GearId) -> Vec<Self> {
        let mut reasons: Vec<Self> =
            quiz.criteria().filter_map(|(at, _)| Self::of(quiz, ledger, gear, at)).collect();
        falling(&mut reasons, |reason| reason.points.0.abs());
        reasons
    }

    fn of(quiz: &Quiz, ledger: &Ledger, gear: GearId, criterion: CriterionId) -> Option<Self> {
        let mut parts: Vec<(i32, QuestionId)> = Vec::new();
        for line in &ledger.lines {
            let shares = quiz.question(line.question).shares(line.ticks, quiz.gear(gear));
            let share = shares.iter().find(|share| share.effect.criterion == criterion);
            let product = share.map_or(0, |share| share.product * i32::from(line.importance));
            if product != 0 {
                parts.push((product, line.question));
            }
        }
        falling(&mut parts, |(product, _)| product.abs());
        let points = Points(parts.iter().map(|(product, _)| product).sum());
        let questions = parts.into_iter().map(|(_, question)| question).collect();
        (points.0 != 0).then_some(Self { criterion, points, questions })
    }
}

impl WayOut {
    /// The smallest way out of a conflict; `None` if there is no conflict.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Option<Self> {
        let ledger = Ledger::of(quiz, answers);
        let (gear, skip) = quiz
            .gears()
            .map(|(gear, _)| (gear, blockers(&ledger, gear)))
            .min_by_key(|(_, skip)| skip.len())
            .filter(|(_, skip)| !skip.is_empty())?;
        let mut relaxed = answers.clone();
        for at in &skip {
            relaxed.set(*at, answers::Answer::Skipped(answers.get(*at).ticks()));
        }
        Some(Self { gear, skip, verdict: Verdict::of(quiz, &relaxed) })
    }
}

/// The questions whose answers rule a type out, in question order, each once.
fn blockers(ledger: &Ledger, gear: GearId) -> Vec<QuestionId> {
    let mine = ledger.rulings.iter().filter(|ruling| ruling.gear == gear);
    let mut questions: Vec<QuestionId> = mine.map(|ruling| ruling.question).collect();
    questions.dedup();
    questions
}

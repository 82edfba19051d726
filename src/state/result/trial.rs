//! A change that is being tried out: the result before it and now.

use crate::model::{Answers, DeviceTypeId, Difference, Points, Quiz, Verdict, Word};

/// As many types as are named with their points.
const NAMED: usize = 3;

/// The answers before a change and now, with what they lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TriedChange {
    /// The answers before it.
    pub before: Answers,
    /// The answers now.
    pub now: Answers,
    /// What differs between the two.
    pub differences: Vec<Difference>,
    /// The result before it.
    pub result_before: BriefResult,
    /// The result now.
    pub result_now: BriefResult,
}

/// A result in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefResult {
    /// The type that leads.
    pub leader: Option<DeviceTypeId>,
    /// The word of the verdict.
    pub word: Word,
    /// The first types that remain, with their points.
    pub first: Vec<(DeviceTypeId, Points)>,
}

impl TriedChange {
    /// The change from `before` to `now`, each with the verdict on them.
    pub fn of(quiz: &Quiz, before: (Answers, &Verdict), now: (Answers, &Verdict)) -> Self {
        let ((before, verdict_before), (now, verdict_now)) = (before, now);
        Self {
            differences: Difference::all(quiz, &before, &now),
            result_before: BriefResult::of(verdict_before),
            result_now: BriefResult::of(verdict_now),
            before,
            now,
        }
    }
}

impl BriefResult {
    fn of(verdict: &Verdict) -> Self {
        let first = verdict.remaining().take(NAMED).map(|at| (at.device_type, at.points));
        Self { leader: verdict.leader, word: verdict.word, first: first.collect() }
    }
}

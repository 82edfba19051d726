//! The try-on test of a candidate: the steps for its type under the visitor's answers, with what the
//! visitor has noted on each.

use super::Listed;
use crate::content::Details;
use crate::model::candidate::{Check, LONGEST_LINE};
use crate::model::{Answers, Quiz, TryOnStep};

/// A step of the test for one candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// What to do; `None` if this version of the content no longer has the step.
    pub text: Option<&'static str>,
    /// What the visitor has noted on it.
    pub check: Check,
}

/// The steps for a candidate, in the order of the content. A type that the content does not know has
/// those that fit every type. What the visitor has noted is never hidden: a step with a note stays
/// although it no longer applies, and the steps that the content no longer has come last. The steps in
/// `kept` stay as well, so that none disappears under the hands of a visitor who takes a note back.
pub fn steps(
    quiz: &Quiz,
    details: &'static Details,
    answers: &Answers,
    listed: &Listed,
    kept: &[Step],
) -> Vec<Step> {
    let candidate = &listed.candidate;
    let noted = || candidate.checks.iter().map(|check| check.step.as_str());
    let stays =
        |id: &str| noted().chain(kept.iter().map(|step| step.id.as_str())).any(|at| at == id);
    let applies = |step: &TryOnStep| match listed.device_type {
        Some(device_type) => step.advice.applies(device_type, answers),
        None => quiz.device_types().all(|(at, _)| step.advice.applies(at, answers)),
    };
    let known = &details.shop.tests;
    let shown = known.iter().filter(|step| applies(step) || stays(&step.id));
    let shown = shown.map(|step| Step {
        id: step.id.clone(),
        text: Some(step.advice.text.as_str()),
        check: candidate.check(&step.id),
    });
    let is_known = |id: &str| known.iter().any(|step| step.id == id);
    let mut all: Vec<Step> = shown.collect();
    let unknown = kept.iter().map(|step| step.id.as_str()).chain(noted());
    for id in unknown.filter(|id| !is_known(id)) {
        if all.iter().all(|step| step.id != id) {
            all.push(Step { id: id.to_owned(), text: None, check: candidate.check(id) });
        }
    }
    all
}

/// How many of the steps have been tried.
pub fn tried(steps: &[Step]) -> usize {
    steps.iter().filter(|step| step.check.is_done).count()
}

/// What was typed about a step, as it is stored: on one line, without spaces at the ends, and at most
/// [`LONGEST_LINE`] characters.
///
/// ```
/// use headphones_or_iems::state::shortlist::line;
/// assert_eq!(line("  slips \n a little "), "slips a little");
/// assert_eq!(line(&"é".repeat(100)).chars().count(), 80);
/// ```
pub fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_LINE).collect()
}

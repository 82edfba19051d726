//! Which of two candidates the visitor prefers: what the page says about a comparison.

use crate::model::Comparison;
use crate::model::preference::{Finding, Outcome, Side};

/// The names of the two, told apart if they are the same.
///
/// ```
/// use headphones_or_iems::state::shortlist::told_apart;
/// let [a, b] = told_apart(["HD 600".to_owned(), "HD 600".to_owned()]);
/// assert!(a != b && a.contains("HD 600"));
/// ```
pub fn told_apart([a, b]: [String; 2]) -> [String; 2] {
    if a == b { [format!("{a} (first)"), format!("{b} (second)")] } else { [a, b] }
}

/// What the visitor can do about a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Toss for the round with this number.
    Toss(usize),
    /// Listen in the round with this number, to this side first, and say which they liked.
    Listen(usize, Side),
    /// Nothing but read about it: it has ended, it can tell nothing, or a candidate is gone.
    Read,
}

impl Phase {
    /// The phase of a comparison. `has_both` says whether both candidates are still there.
    pub fn of(comparison: &Comparison, has_both: bool) -> Self {
        let number = comparison.rounds.len() + 1;
        match comparison.first {
            _ if !has_both || !comparison.is_open() => Self::Read,
            Some(first) => Self::Listen(number, first),
            None => Self::Toss(number),
        }
    }
}

/// A chance as a share of cases: "7%", "0.8%", "fewer than 1 in 1,000".
///
/// ```
/// use headphones_or_iems::state::shortlist::cases;
/// let all = [18.0 / 256.0, 2.0 / 256.0, 2.0 / 4096.0].map(cases);
/// assert_eq!(all, ["7% of cases", "0.8% of cases", "fewer than 1 in 1,000 cases"]);
/// ```
pub fn cases(chance: f64) -> String {
    match chance * 100.0 {
        percent if percent < 0.1 => "fewer than 1 in 1,000 cases".to_owned(),
        percent if percent < 0.95 => format!("{percent:.1}% of cases"),
        percent => format!("{}% of cases", percent.round()),
    }
}

/// How far a comparison has come, in words. `names` are those of the two.
pub fn outcome_in_words(comparison: &Comparison, names: &[String; 2]) -> String {
    let planned = comparison.planned;
    match comparison.outcome() {
        Outcome::CannotTell { chance } => format!(
            "{planned} rounds cannot tell, however they end: without a preference, all of them go the \
             same way in {}.",
            cases(chance)
        ),
        Outcome::NotBegun => format!("No round counted yet, of {planned}."),
        Outcome::UnderWay { counted } => {
            format!("{counted} of {planned} rounds counted: too early to tell.")
        }
        Outcome::NoneShown { untold } => format!(
            "No preference shown. You could not tell in {untold} of {} rounds, which is where we stop.",
            comparison.last()
        ),
        Outcome::Done(finding) => {
            finding_in_words(&finding, names) + &untold_in_words(comparison.times(None))
        }
    }
}

/// "7 of 8 for HD 600", and how often that happens without a preference.
fn finding_in_words(finding: &Finding, names: &[String; 2]) -> String {
    let (most, of) = (finding.most, finding.of);
    let Some(side) = finding.side else {
        return format!("{most} of {of} for each: no preference shown.");
    };
    let more = if most < of { " or more" } else { "" };
    let verdict = if finding.is_rare() {
        "That is rare, so it points to a real preference."
    } else {
        "That is not rare enough to show a preference."
    };
    format!(
        "{most} of {of} for {}. With no real preference, {most}{more} of {of} the same way happens in \
         {}. {verdict}",
        name(names, side),
        cases(finding.chance)
    )
}

/// How many rounds were not counted; empty if all were.
fn untold_in_words(untold: u8) -> String {
    match untold {
        0 => String::new(),
        1 => " You could not tell in 1 more round, which is not counted.".to_owned(),
        untold => format!(" You could not tell in {untold} more rounds, which are not counted."),
    }
}

/// What the visitor does next, or what came out, in words.
pub fn status_in_words(comparison: &Comparison, names: &[String; 2], has_both: bool) -> String {
    let outcome = outcome_in_words(comparison, names);
    match Phase::of(comparison, has_both) {
        Phase::Listen(round, first) => {
            let [first, second] = [first, first.other()].map(|side| name(names, side));
            format!("Round {round}: listen to {first} first, then to {second}. {outcome}")
        }
        Phase::Read if comparison.is_open() => {
            format!("{outcome} It cannot go on, because a model was removed.")
        }
        Phase::Read | Phase::Toss(_) => outcome,
    }
}

/// The name of a side.
pub fn name(names: &[String; 2], side: Side) -> &str {
    let [a, b] = names;
    match side {
        Side::A => a,
        Side::B => b,
    }
}

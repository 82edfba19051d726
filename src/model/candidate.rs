//! Candidates: the models that the visitor considers, and what they have noted about each.

use std::ops::RangeInclusive;

use super::drive::Sensitivity;
use super::{Date, Rating};

/// The most candidates on a shortlist.
pub const MOST_CANDIDATES: usize = 1_000;
/// The most characters of a name, of a place to return it to, and of the words on a step of the
/// try-on test.
pub const LONGEST_LINE: usize = 80;
/// The most characters of a note.
pub const LONGEST_NOTE: usize = 1_000;
/// The prices that can be counted with, in the visitor's currency.
pub const PRICES: RangeInclusive<f64> = 0.0..=100_000.0;
/// The years for which a model can be expected to last.
pub const YEARS: RangeInclusive<f64> = 0.25..=50.0;

/// A model that the visitor considers. What is `None` has not been said.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Candidate {
    /// Its name; at least one character and at most [`LONGEST_LINE`].
    pub name: String,
    /// The id of its type, which a later version of the content may no longer have.
    pub device_type: String,
    /// Its position in the visitor's own order. Equal ones are in the order of their ids.
    pub order: i32,
    /// Whether the visitor has decided on it.
    pub is_chosen: bool,
    /// The price, one of [`PRICES`].
    pub price: Option<f64>,
    /// Anything else, at most [`LONGEST_NOTE`] characters.
    pub notes: String,
    /// Where it can be returned, at most [`LONGEST_LINE`] characters.
    pub shop: String,
    /// The last day on which it can be returned.
    pub return_by: Option<Date>,
    /// The impedance in ohms, one of [`IMPEDANCES`](super::drive::IMPEDANCES).
    pub impedance: Option<f64>,
    /// The sensitivity as printed on the box.
    pub sensitivity: Option<Sensitivity>,
    /// The years that it is expected to last, one of [`YEARS`].
    pub years: Option<f64>,
    /// What tips, pads, filters and cables cost a year, one of [`PRICES`].
    pub consumables: Option<f64>,
    /// What a new battery or its service costs, spread over the years, one of [`PRICES`].
    pub battery: Option<f64>,
    /// The visitor's ratings after listening, by the id of the criterion.
    pub ratings: Vec<(String, Rating)>,
    /// The steps of the try-on test that the visitor has ticked or noted something on.
    pub checks: Vec<Check>,
}

/// A step of the try-on test for one candidate.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Check {
    /// The id of the step.
    pub step: String,
    /// Whether it has been tried.
    pub is_done: bool,
    /// What the visitor noted, at most [`LONGEST_LINE`] characters.
    pub word: String,
}

impl Candidate {
    /// The visitor's rating on a criterion, if they have set one.
    pub fn rating(&self, criterion: &str) -> Option<Rating> {
        self.ratings.iter().find(|(id, _)| id == criterion).map(|(_, rating)| *rating)
    }

    /// Sets the visitor's rating on a criterion, or removes it if `rating` is `None`.
    pub fn rate(&mut self, criterion: &str, rating: Option<Rating>) {
        self.ratings.retain(|(id, _)| id != criterion);
        self.ratings.extend(rating.map(|rating| (criterion.to_owned(), rating)));
    }

    /// What has been noted on a step of the try-on test.
    pub fn check(&self, step: &str) -> Check {
        let known = self.checks.iter().find(|check| check.step == step);
        known.cloned().unwrap_or_else(|| Check { step: step.to_owned(), ..Check::default() })
    }

    /// Notes something on a step of the try-on test. A step with neither a tick nor a word is left
    /// out.
    pub fn set_check(&mut self, check: Check) {
        self.checks.retain(|known| known.step != check.step);
        if check.is_done || !check.word.is_empty() {
            self.checks.push(check);
        }
    }
}

/// What the visitor has said about themselves on the shortlist. What is `None` has not been said.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Habits {
    /// The hours of listening a week, above 0 and at most 168.
    pub hours_per_week: Option<f64>,
    /// The years over which costs are compared, one of [`YEARS`].
    pub horizon: Option<f64>,
    /// The id of what the candidates are plugged into; empty if it has not been chosen, and `own`
    /// for the visitor's own values below.
    pub source: String,
    /// The voltage of the visitor's own source without a load, in volts.
    pub volts: Option<f64>,
    /// The highest power of the visitor's own source into the candidate, in milliwatts.
    pub milliwatts: Option<f64>,
    /// The output impedance of the visitor's own source, in ohms.
    pub output_impedance: Option<f64>,
    /// The highest current of the visitor's own source, in milliamperes.
    pub milliamps: Option<f64>,
    /// The peak level that it must reach, in dB SPL.
    pub peak: Option<f64>,
}

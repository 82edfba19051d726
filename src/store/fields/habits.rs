//! The fields of what the visitor has said about themselves:
//!
//! - `hours` a week, `horizon` in years, `peak` in dB SPL: numbers.
//! - `source`: the id of what the candidates are plugged into.
//! - `volts`, `milliwatts`, `output-impedance` in ohms, `milliamps`: numbers of the visitor's own source.

use std::ops::RangeInclusive;

use super::{AsFields, Fields, number, put_number, put_text, text};
use crate::model::Habits;
use crate::model::candidate::{LONGEST_LINE, YEARS};
use crate::model::drive::{MILLIAMPS, MILLIWATTS, OUTPUT_IMPEDANCES, PEAKS, VOLTS};

/// Above 0, and at most the hours that a week has.
const HOURS: RangeInclusive<f64> = f64::MIN_POSITIVE..=168.0;
/// Reads or writes one number of the habits.
type Get = fn(&Habits) -> Option<f64>;
type Set = fn(&mut Habits, Option<f64>);

const NUMBERS: [(&str, RangeInclusive<f64>, Get, Set); 7] = [
    ("hours", HOURS, |at| at.hours_per_week, |at, to| at.hours_per_week = to),
    ("horizon", YEARS, |at| at.horizon, |at, to| at.horizon = to),
    ("volts", VOLTS, |at| at.volts, |at, to| at.volts = to),
    ("milliwatts", MILLIWATTS, |at| at.milliwatts, |at, to| at.milliwatts = to),
    (
        "output-impedance",
        OUTPUT_IMPEDANCES,
        |at| at.output_impedance,
        |at, to| at.output_impedance = to,
    ),
    ("milliamps", MILLIAMPS, |at| at.milliamps, |at, to| at.milliamps = to),
    ("peak", PEAKS, |at| at.peak, |at, to| at.peak = to),
];

impl AsFields for Habits {
    fn read(fields: &Fields) -> Self {
        let source = text(fields, "source", LONGEST_LINE);
        let mut habits = Self { source, ..Self::default() };
        for (name, range, _, set) in NUMBERS {
            set(&mut habits, number(fields, name, &range));
        }
        habits
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::default();
        put_text(&mut fields, "source", &self.source, LONGEST_LINE);
        for (name, range, get, _) in NUMBERS {
            put_number(&mut fields, name, get(self), &range);
        }
        fields
    }
}

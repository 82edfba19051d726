//! The numbers that visitors can enter: those of a candidate, and those about themselves.

use std::ops::RangeInclusive;

use super::HOURS;
use crate::model::candidate::{PRICES, YEARS};
use crate::model::drive::{IMPEDANCES, MILLIAMPS, MILLIWATTS, OUTPUT_IMPEDANCES, PEAKS, VOLTS};
use crate::model::{Candidate, Habits};

/// A number of `T`, which its field reads and writes.
#[derive(Debug)]
pub struct Quantity<T: 'static> {
    /// The name of the field.
    pub name: &'static str,
    /// The label of the field.
    pub label: &'static str,
    /// What it is counted in; empty if that goes without saying.
    pub unit: &'static str,
    /// The numbers that can be counted with.
    pub range: RangeInclusive<f64>,
    /// The number, if it has been said.
    pub get: fn(&T) -> Option<f64>,
    /// Sets the number, or takes it back.
    pub set: fn(&mut T, Option<f64>),
}

/// What a candidate costs to buy.
pub static PRICE: Quantity<Candidate> = Quantity {
    name: "price",
    label: "Price",
    unit: "",
    range: PRICES,
    get: |of| of.price,
    set: |of, number| of.price = number,
};

/// How long a candidate lasts.
pub static LASTS: Quantity<Candidate> = Quantity {
    name: "years",
    label: "How long it lasts",
    unit: "years",
    range: YEARS,
    get: |of| of.years,
    set: |of, number| of.years = number,
};

/// What the parts of a candidate that wear out cost a year.
pub static CONSUMABLES: Quantity<Candidate> = Quantity {
    name: "consumables",
    label: "Tips, pads, filters and cables",
    unit: "a year",
    range: PRICES,
    get: |of| of.consumables,
    set: |of, number| of.consumables = number,
};

/// What the batteries of a candidate cost a year.
pub static BATTERY: Quantity<Candidate> = Quantity {
    name: "battery",
    label: "New battery or its service",
    unit: "a year",
    range: PRICES,
    get: |of| of.battery,
    set: |of, number| of.battery = number,
};

/// The impedance of a candidate.
pub static IMPEDANCE: Quantity<Candidate> = Quantity {
    name: "impedance",
    label: "Impedance",
    unit: "Ω",
    range: IMPEDANCES,
    get: |of| of.impedance,
    set: |of, number| of.impedance = number,
};

/// Every number of a candidate that has a field for itself.
pub static OF_CANDIDATE: [&Quantity<Candidate>; 5] =
    [&PRICE, &LASTS, &CONSUMABLES, &BATTERY, &IMPEDANCE];

/// How long the visitor listens.
pub static HOURS_A_WEEK: Quantity<Habits> = Quantity {
    name: "hours",
    label: "Hours of listening a week",
    unit: "hours",
    range: HOURS,
    get: |of| of.hours_per_week,
    set: |of, number| of.hours_per_week = number,
};

/// The years over which costs are compared.
pub static COMPARED_OVER: Quantity<Habits> = Quantity {
    name: "horizon",
    label: "Compare over",
    unit: "years",
    range: YEARS,
    get: |of| of.horizon,
    set: |of, number| of.horizon = number,
};

/// The peak that candidates must reach.
pub static PEAK: Quantity<Habits> = Quantity {
    name: "peak",
    label: "Peak level it must reach",
    unit: "dB",
    range: PEAKS,
    get: |of| of.peak,
    set: |of, number| of.peak = number,
};

/// The numbers of the visitor's own source.
pub static OF_SOURCE: [Quantity<Habits>; 4] = [
    Quantity {
        name: "volts",
        label: "Voltage without a load",
        unit: "V",
        range: VOLTS,
        get: |of| of.volts,
        set: |of, number| of.volts = number,
    },
    Quantity {
        name: "output-impedance",
        label: "Output impedance",
        unit: "Ω",
        range: OUTPUT_IMPEDANCES,
        get: |of| of.output_impedance,
        set: |of, number| of.output_impedance = number,
    },
    Quantity {
        name: "milliwatts",
        label: "Highest power",
        unit: "mW",
        range: MILLIWATTS,
        get: |of| of.milliwatts,
        set: |of, number| of.milliwatts = number,
    },
    Quantity {
        name: "milliamps",
        label: "Highest current",
        unit: "mA",
        range: MILLIAMPS,
        get: |of| of.milliamps,
        set: |of, number| of.milliamps = number,
    },
];

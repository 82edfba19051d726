//! The fields of a candidate:
//!
//! - `name`, `type`, `notes`, `shop`: texts.
//! - `order`: a whole number; left out at 0. `chosen`: `yes`.
//! - `price`, `years`, `consumables`, `battery`, `impedance`: numbers.
//! - `sensitivity`: a number with its unit, `103 dB/mW` or `103 dB/V`.
//! - `return-by`: the last day on which it can be returned, such as `2026-12-24`.
//! - `rating.<criterion>`: `-2` to `2`.
//! - `check.<step>`: `done`. `word.<step>`: what was noted on it.

use std::ops::RangeInclusive;

use super::{AsFields, Fields, cut, decimal, number, put_number, put_text, text};
use crate::model::candidate::{Check, LONGEST_LINE, LONGEST_NOTE, PRICES, YEARS};
use crate::model::drive::{IMPEDANCES, SENSITIVITIES, Sensitivity};
use crate::model::order::sorted;
use crate::model::{Candidate, Date, Rating};

const PER_MILLIWATT: &str = " dB/mW";
const PER_VOLT: &str = " dB/V";

/// Reads or writes one number of a candidate.
type Get = fn(&Candidate) -> Option<f64>;
type Set = fn(&mut Candidate, Option<f64>);

/// The numbers without a unit of their own.
const NUMBERS: [(&str, RangeInclusive<f64>, Get, Set); 5] = [
    ("price", PRICES, |at| at.price, |at, to| at.price = to),
    ("years", YEARS, |at| at.years, |at, to| at.years = to),
    ("consumables", PRICES, |at| at.consumables, |at, to| at.consumables = to),
    ("battery", PRICES, |at| at.battery, |at, to| at.battery = to),
    ("impedance", IMPEDANCES, |at| at.impedance, |at, to| at.impedance = to),
];

impl AsFields for Candidate {
    fn read(fields: &Fields) -> Self {
        let said = |name: &str| fields.get(name).map(String::as_str);
        let mut candidate = Self {
            name: text(fields, "name", LONGEST_LINE),
            device_type: text(fields, "type", LONGEST_LINE),
            order: said("order").and_then(|order| order.parse().ok()).unwrap_or_default(),
            is_chosen: said("chosen") == Some("yes"),
            notes: text(fields, "notes", LONGEST_NOTE),
            shop: text(fields, "shop", LONGEST_LINE),
            return_by: said("return-by").and_then(Date::parse),
            sensitivity: said("sensitivity").and_then(sensitivity),
            ..Self::default()
        };
        for (name, range, _, set) in NUMBERS {
            set(&mut candidate, number(fields, name, &range));
        }
        for (name, text) in &fields.0 {
            read_part(&mut candidate, name, text);
        }
        candidate.checks = sorted(candidate.checks, |one, other| one.step.cmp(&other.step));
        candidate
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::default();
        put_text(&mut fields, "name", self.name.trim(), LONGEST_LINE);
        put_text(&mut fields, "type", &self.device_type, LONGEST_LINE);
        put_text(&mut fields, "notes", &self.notes, LONGEST_NOTE);
        put_text(&mut fields, "shop", &self.shop, LONGEST_LINE);
        if self.order != 0 {
            fields.set("order", self.order.to_string());
        }
        if self.is_chosen {
            fields.set("chosen", "yes".to_owned());
        }
        if let Some(day) = self.return_by {
            fields.set("return-by", day.to_string());
        }
        for (name, range, get, _) in NUMBERS {
            put_number(&mut fields, name, get(self), &range);
        }
        self.write_sensitivity(&mut fields);
        self.write_parts(&mut fields);
        fields
    }
}

impl Candidate {
    fn write_sensitivity(&self, fields: &mut Fields) {
        let (number, unit) = match self.sensitivity {
            Some(Sensitivity::PerMilliwatt(number)) => (number, PER_MILLIWATT),
            Some(Sensitivity::PerVolt(number)) => (number, PER_VOLT),
            None => return,
        };
        if SENSITIVITIES.contains(&number) {
            fields.set("sensitivity", format!("{number}{unit}"));
        }
    }

    fn write_parts(&self, fields: &mut Fields) {
        for (criterion, rating) in &self.ratings {
            fields.set(&format!("rating.{criterion}"), rating.value().to_string());
        }
        for check in &self.checks {
            if check.is_done {
                fields.set(&format!("check.{}", check.step), "done".to_owned());
            }
            put_text(fields, &format!("word.{}", check.step), &check.word, LONGEST_LINE);
        }
    }
}

/// Reads a rating, or one half of a step of the try-on test.
fn read_part(candidate: &mut Candidate, name: &str, text: &str) {
    match name.split_once('.') {
        Some(("rating", criterion)) => {
            let rating = text.parse().ok().and_then(Rating::new);
            candidate.ratings.extend(rating.map(|rating| (criterion.to_owned(), rating)));
        }
        Some(("check", step)) if text == "done" => {
            candidate.set_check(Check { is_done: true, ..candidate.check(step) });
        }
        Some(("word", step)) => {
            let word = cut(text, LONGEST_LINE);
            candidate.set_check(Check { word, ..candidate.check(step) });
        }
        _ => {}
    }
}

fn sensitivity(text: &str) -> Option<Sensitivity> {
    let number = |unit| decimal(text.strip_suffix(unit)?, &SENSITIVITIES);
    let per_milliwatt = number(PER_MILLIWATT).map(Sensitivity::PerMilliwatt);
    per_milliwatt.or_else(|| number(PER_VOLT).map(Sensitivity::PerVolt))
}

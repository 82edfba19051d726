//! What candidates cost, and when the dearer of two has paid for itself.

use std::ops::RangeInclusive;

use super::Listed;
use crate::model::cost::{Ownership, Payback};
use crate::model::shortlist::{Defaults, TypeDefaults};
use crate::model::{Habits, Ranged};

/// The years over which two candidates are compared unless the visitor says otherwise.
pub const HORIZON: f64 = 10.0;
/// The most rows of the table, besides the first and the last.
const ROWS: f64 = 9.0;

/// What is known about the cost of a candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Costing {
    /// It can be counted.
    Counted(Ownership),
    /// It has no price.
    NoPrice,
    /// Its type is not known, and the visitor has not said how long it lasts.
    NoYears,
}

impl Costing {
    /// What a candidate costs. The visitor's own numbers are exact; those of the type have a range.
    pub fn of(defaults: &Defaults, listed: &Listed) -> Self {
        let candidate = &listed.candidate;
        let ours = listed.device_type.map(|device_type| defaults.of(device_type));
        let Some(price) = candidate.price else { return Self::NoPrice };
        let years = candidate.years.map(Ranged::exactly).or(ours.map(|of| of.years.range));
        let Some(years) = years else { return Self::NoYears };
        let amount = |own: Option<f64>, ours: Option<Ranged<f64>>| {
            own.map(Ranged::exactly).or(ours).unwrap_or_default()
        };
        let upkeep = amount(candidate.consumables, ours.map(|of| of.consumables.range));
        let battery = amount(candidate.battery, ours.and_then(battery));
        let yearly = Ranged {
            usual: upkeep.usual + battery.usual,
            low: upkeep.low + battery.low,
            high: upkeep.high + battery.high,
        };
        Self::Counted(Ownership { price, years, yearly })
    }

    /// The cost of a year and of an hour in words, or what to enter.
    pub fn words(&self, hours_a_week: f64) -> String {
        match self {
            Self::Counted(cost) => {
                let (year, hour) = (cost.a_year(), cost.an_hour(hours_a_week));
                let hour = format!("{} an hour{}", hour_amount(hour.usual), hour_range(hour));
                format!("About {} a year{}, {hour}.", amount(year.usual), range(year))
            }
            Self::NoPrice => "Enter a price to see what it costs a year and an hour.".to_owned(),
            Self::NoYears => {
                "Enter the years that it lasts to see what it costs a year and an hour.".to_owned()
            }
        }
    }
}

/// What the batteries of a type cost a year.
fn battery(of: &TypeDefaults) -> Option<Ranged<f64>> {
    of.battery.as_ref().map(|estimate| estimate.range)
}

/// The hours a week that can be counted with.
pub const HOURS: RangeInclusive<f64> = 0.1..=168.0;

/// The hours a week that count. A document from elsewhere may hold any number.
pub fn hours(defaults: &Defaults, habits: &Habits) -> f64 {
    let own = habits.hours_per_week.filter(|hours| HOURS.contains(hours));
    own.unwrap_or(defaults.hours.range.usual)
}

/// The years over which costs are compared.
pub fn horizon(habits: &Habits) -> f64 {
    habits.horizon.unwrap_or(HORIZON)
}

/// Two candidates over a common time.
#[derive(Clone, Debug, PartialEq)]
pub struct Versus {
    /// Their names.
    pub names: [String; 2],
    /// What they cost.
    pub costs: [Ownership; 2],
    /// The years.
    pub horizon: f64,
}

impl Versus {
    /// Whether, and when, the dearer one has paid for itself.
    pub fn payback(&self) -> Option<Payback> {
        let [one, other] = &self.costs;
        Payback::of([one, other], self.horizon)
    }

    /// When the dearer one has paid for itself, in a sentence.
    pub fn sentence(&self) -> String {
        let [one, other] = &self.names;
        let [first, second] = self.costs.map(|cost| cost.paid(self.horizon));
        let horizon = years(self.horizon);
        let Some(Payback { dearer, after }) = self.payback() else {
            let (first, second) = (amount(first.usual), amount(second.usual));
            return format!(
                "Both have the same price. After {horizon}, “{one}” has cost {first} and “{other}” {second}."
            );
        };
        let name = &self.names[dearer];
        let more = amount((self.costs[0].price - self.costs[1].price).abs());
        let start = format!("“{name}” costs {more} more to buy.");
        match after {
            Some(after) => {
                let after = months(after);
                format!(
                    "{start} It has paid for itself after {after}, and costs no more than the other from then until the end of the {horizon}."
                )
            }
            None => format!("{start} It never pays for itself within {horizon}."),
        }
    }

    /// The times at which the table and the plot give the costs: the start, whole steps of years,
    /// and the end.
    pub fn times(&self) -> Vec<f64> {
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().find(|step| self.horizon / step <= ROWS + 1.0);
        let step = step.unwrap_or(10.0);
        let between = std::iter::successors(Some(step), |at| Some(at + step));
        let between = between.take_while(|at| *at < self.horizon);
        std::iter::once(0.0).chain(between).chain([self.horizon]).collect()
    }

    /// The steps of what one has cost, as points of years and amounts: a rise for each purchase.
    pub fn points(&self, at: usize) -> Vec<(f64, f64)> {
        let Some(cost) = self.costs.get(at) else { return Vec::new() };
        let starts: Vec<f64> =
            std::iter::once(0.0).chain(cost.bought_again(self.horizon)).collect();
        let ends = starts.iter().skip(1).copied().chain([self.horizon]);
        let piece = |(start, end): (&f64, f64)| {
            let paid = cost.paid(end).usual;
            [(*start, paid - cost.yearly.usual * (end - start)), (end, paid)]
        };
        starts.iter().zip(ends).flat_map(piece).collect()
    }
}

/// An amount: whole from 10, and with a decimal below.
///
/// ```
/// use headphones_or_iems::state::shortlist::amount;
/// assert_eq!([0.0, 7.25, 9.96, 61.4].map(amount), ["0", "7.3", "10", "61"]);
/// ```
pub fn amount(amount: f64) -> String {
    let tenths = (amount * 10.0).round() / 10.0;
    if tenths >= 10.0 { amount.round().to_string() } else { tenths.to_string() }
}

/// "61 (45–98)", or without a range where both ends round to the same.
pub fn spread(amounts: Ranged<f64>) -> String {
    format!("{}{}", amount(amounts.usual), range(amounts))
}

/// " (45–98)", or nothing where both ends round to the same.
fn range(amounts: Ranged<f64>) -> String {
    let (low, high) = (amount(amounts.low), amount(amounts.high));
    if low == high { String::new() } else { format!(" ({low}–{high})") }
}

/// The cost of an hour: in hundredths below 1.
///
/// ```
/// use headphones_or_iems::state::shortlist::hour_amount;
/// let words = [0.004, 0.01, 0.084, 0.996, 1.5].map(hour_amount);
/// assert_eq!(words, ["less than 1 cent", "1 cent", "8 cents", "1", "1.5"]);
/// ```
pub fn hour_amount(cost: f64) -> String {
    match (cost * 100.0).round() {
        cents if cents < 1.0 && cost > 0.0 => "less than 1 cent".to_owned(),
        cents if cents < 100.0 => count(cents, "cent"),
        _ => amount(cost),
    }
}

/// " (7–12)", with units where they differ, or nothing where both ends round to the same.
fn hour_range(hour: Ranged<f64>) -> String {
    let [low, usual, high] = [hour.low, hour.usual, hour.high].map(hour_amount);
    if low == high {
        return String::new();
    }
    let unit = |words: &str| words.trim_end_matches('s').ends_with("cent");
    let figure = |words: &str| words.split(' ').next().map(str::to_owned).unwrap_or_default();
    let is_alike = [&low, &high].iter().all(|words| unit(words) == unit(&usual));
    if is_alike && !low.starts_with("less") {
        return format!(" ({}–{})", figure(&low), figure(&high));
    }
    format!(" ({low} to {high})")
}

/// "1 year" or "2.5 years".
pub fn years(years: f64) -> String {
    count((years * 100.0).round() / 100.0, "year")
}

/// "1 year" or "2.5 years".
fn count(number: f64, unit: &str) -> String {
    let number = number.to_string();
    let plural = if number == "1" { "" } else { "s" };
    format!("{number} {unit}{plural}")
}

/// A time in years and months, such as "4 years and 3 months".
///
/// ```
/// use headphones_or_iems::state::shortlist::months;
/// let words = [0.01, 0.25, 1.0, 2.08, 4.26].map(months);
/// assert_eq!(words, ["less than a month", "3 months", "1 year", "2 years and 1 month", "4 years and 3 months"]);
/// ```
pub fn months(time: f64) -> String {
    let all = (time * 12.0).round();
    let (whole, rest) = ((all / 12.0).floor(), all % 12.0);
    let rest = count(rest, "month");
    match (whole > 0.0, all % 12.0 > 0.0) {
        (false, false) => "less than a month".to_owned(),
        (false, true) => rest,
        (true, false) => years(whole),
        (true, true) => format!("{} and {rest}", years(whole)),
    }
}

//! What headphones cost to own.
//!
//! Counted are the price, what wears out (tips, pads, filters, cables) and the battery. Left out are
//! resale, because used in-ears hardly sell, inflation, because both candidates of a comparison have
//! it, and energy, because charging costs less than a quarter of a dollar a year.

use super::Ranged;
use super::order::sorted;

/// The weeks of a year: 365 days of 7.
const WEEKS: f64 = 365.0 / 7.0;
/// A fraction of a life that is less than a rounding error of a float, and much less than a day.
const ROUNDING: f64 = 1e-9;

/// What one model costs. Amounts are in the visitor's currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ownership {
    /// The price, to be paid again whenever the years are over; not negative.
    pub price: f64,
    /// The years that it lasts, above 0.
    pub years: Ranged<f64>,
    /// What it costs a year besides; not negative.
    pub yearly: Ranged<f64>,
}

impl Ownership {
    /// The cost of a year: price ÷ years + yearly. The low end is that of the longest life and the
    /// cheapest upkeep.
    ///
    /// Source: our model, `docs/model.md`.
    ///
    /// ```
    /// use headphones_or_iems::model::{Ranged, cost::Ownership};
    /// let years = Ranged { usual: 5.0, low: 4.0, high: 8.0 };
    /// let pair = Ownership { price: 200.0, years, yearly: Ranged::exactly(10.0) };
    /// assert_eq!(pair.a_year(), Ranged { usual: 50.0, low: 35.0, high: 60.0 });
    /// ```
    pub fn a_year(&self) -> Ranged<f64> {
        Ranged {
            usual: self.price / self.years.usual + self.yearly.usual,
            low: self.price / self.years.high + self.yearly.low,
            high: self.price / self.years.low + self.yearly.high,
        }
    }

    /// The cost of an hour of listening, for hours a week above 0.
    ///
    /// Source: our model, `docs/model.md`.
    ///
    /// ```
    /// use headphones_or_iems::model::{Ranged, cost::Ownership};
    /// let pair = Ownership {
    ///     price: 730.0,
    ///     years: Ranged::exactly(2.0),
    ///     yearly: Ranged::exactly(0.0),
    /// };
    /// // An hour on each of 730 days.
    /// assert!((pair.an_hour(7.0).usual - 1.0).abs() < 1e-9);
    /// ```
    pub fn an_hour(&self, hours_a_week: f64) -> Ranged<f64> {
        let (year, hours) = (self.a_year(), hours_a_week * WEEKS);
        Ranged { usual: year.usual / hours, low: year.low / hours, high: year.high / hours }
    }

    /// What has been paid in the first `time` years: price × purchases + yearly × time.
    ///
    /// A pair is bought again when its years are over, so nothing is bought at the very end of the
    /// time.
    ///
    /// ```
    /// use headphones_or_iems::model::{Ranged, cost::Ownership};
    /// let pair = Ownership {
    ///     price: 100.0,
    ///     years: Ranged::exactly(3.0),
    ///     yearly: Ranged::exactly(10.0),
    /// };
    /// assert_eq!([0.0, 3.0, 6.5].map(|time| pair.paid(time).usual), [100.0, 130.0, 365.0]);
    /// ```
    pub fn paid(&self, time: f64) -> Ranged<f64> {
        let of = |years, yearly| self.price * purchases(years, time) + yearly * time;
        Ranged {
            usual: of(self.years.usual, self.yearly.usual),
            low: of(self.years.high, self.yearly.low),
            high: of(self.years.low, self.yearly.high),
        }
    }

    /// When it is bought again within the first `horizon` years, if it lasts its usual years.
    pub fn bought_again(&self, horizon: f64) -> impl Iterator<Item = f64> + use<> {
        let years = self.years.usual;
        std::iter::successors(Some(1.0), |count| Some(count + 1.0))
            .map(move |count| count * years)
            .take_while(move |time| *time < horizon * (1.0 - ROUNDING))
    }
}

/// How many pairs are needed for a time, at least one.
fn purchases(years: f64, time: f64) -> f64 {
    (time / years * (1.0 - ROUNDING)).ceil().max(1.0)
}

/// When the dearer of two has paid for itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Payback {
    /// The position of the one with the higher price: 0 or 1.
    pub dearer: usize,
    /// The years after which it has cost no more than the other, and stays so until the horizon;
    /// `None` if it does not within the horizon.
    pub after: Option<f64>,
}

impl Payback {
    /// Compares the usual costs of two over `horizon` years, each bought again when its years are
    /// over. `None` if both have the same price, because then neither has anything to pay back.
    ///
    /// ```
    /// use headphones_or_iems::model::{Ranged, cost::{Ownership, Payback}};
    /// let of = |price, years| Ownership {
    ///     price,
    ///     years: Ranged::exactly(years),
    ///     yearly: Ranged::exactly(0.0),
    /// };
    /// // 250 once, or 100 every two years: the third purchase, after four years, costs more.
    /// let payback = Payback::of([&of(100.0, 2.0), &of(250.0, 10.0)], 10.0).unwrap();
    /// assert_eq!(payback, Payback { dearer: 1, after: Some(4.0) });
    /// ```
    pub fn of(pair: [&Ownership; 2], horizon: f64) -> Option<Self> {
        let [one, other] = pair;
        let dearer = usize::from(one.price < other.price);
        let (dear, cheap) = if dearer == 0 { (one, other) } else { (other, one) };
        (dear.price > cheap.price).then(|| Self { dearer, after: settled(dear, cheap, horizon) })
    }
}

/// The moment from which `dear` has cost no more than `cheap` until the horizon.
///
/// Between two purchases the difference is a straight line, so going backwards from the horizon, the
/// answer is where such a line crosses zero, or a purchase of `cheap`.
fn settled(dear: &Ownership, cheap: &Ownership, horizon: f64) -> Option<f64> {
    let starts: Vec<f64> = std::iter::once(0.0)
        .chain(dear.bought_again(horizon))
        .chain(cheap.bought_again(horizon))
        .collect();
    let more = |time| dear.paid(time).usual - cheap.paid(time).usual;
    let is_more = |by: f64| by > ROUNDING * dear.price;
    let slope = dear.yearly.usual - cheap.yearly.usual;
    let mut end = horizon;
    let mut since = None;
    for start in sorted(starts, |one, other| other.total_cmp(one)) {
        let (at_end, at_start) = (more(end), more(end) - slope * (end - start));
        if is_more(at_end) {
            return since;
        }
        if is_more(at_start) {
            return Some(end - at_end / slope);
        }
        (since, end) = (Some(start), start);
    }
    since
}

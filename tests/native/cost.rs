//! What headphones cost to own: examples worked by hand, and what holds for all costs.

mod properties;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::Ranged;
use headphones_or_iems::model::cost::{Ownership, Payback};

/// A cost without ranges.
fn plain(price: f64, years: f64, yearly: f64) -> Ownership {
    Ownership { price, years: Ranged::exactly(years), yearly: Ranged::exactly(yearly) }
}

/// A number from `from` up to `to`, in 64ths, which floats hold exactly.
fn number(random: &mut Random, from: u16, to: u16) -> f64 {
    let steps = u64::from(to - from) * 64;
    f64::from(from) + f64::from(u16::try_from(random.bits() % steps).unwrap()) / 64.0
}

/// Something that a visitor could enter.
fn some(random: &mut Random) -> Ownership {
    let price = number(random, 0, 900);
    let years = 0.25 + number(random, 0, 15);
    plain(price, years, number(random, 0, 90))
}

#[track_caller]
fn assert_near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-6, "{found}, not {expected}");
}

#[test]
fn a_pair_with_pads_costs_what_the_sum_on_paper_says() {
    // 169 for 12 years, and a set of pads for 40 every 18 months: 7 sets, since the first is in the
    // box, are 280. (169 + 280) ÷ 12 = 37.42 a year, and at 14 hours a week 730 hours a year.
    let pair = plain(169.0, 12.0, 280.0 / 12.0);
    assert_near(pair.a_year().usual, 37.416_666_666_7);
    assert_near(pair.an_hour(14.0).usual, 0.051_255_707_8);
    assert_near(pair.paid(12.0).usual, 449.0);
}

#[test]
fn the_range_is_from_long_and_cheap_to_short_and_dear() {
    let years = Ranged { usual: 2.5, low: 2.0, high: 4.0 };
    let yearly = Ranged { usual: 8.0, low: 0.0, high: 20.0 };
    let buds = Ownership { price: 200.0, years, yearly };
    let year = buds.a_year();
    for (found, expected) in [(year.usual, 88.0), (year.low, 50.0), (year.high, 120.0)] {
        assert_near(found, expected);
    }
    // 14 hours a week are 730 a year.
    let hour = buds.an_hour(14.0);
    for (found, expected) in
        [(hour.usual, 88.0 / 730.0), (hour.low, 50.0 / 730.0), (hour.high, 120.0 / 730.0)]
    {
        assert_near(found, expected);
    }
    // Over ten years: 4 pairs, 3 at least and 5 at most.
    let paid = buds.paid(10.0);
    for (found, expected) in [(paid.usual, 880.0), (paid.low, 600.0), (paid.high, 1200.0)] {
        assert_near(found, expected);
    }
}

#[test]
fn nothing_is_bought_again_at_the_very_end() {
    let again = |horizon| plain(100.0, 3.0, 0.0).bought_again(horizon).collect::<Vec<_>>();
    assert_eq!(again(3.0), [0.0; 0]);
    assert_eq!(again(6.0), [3.0]);
    assert_eq!(again(6.5), [3.0, 6.0]);
}

#[test]
fn upkeep_alone_can_pay_back() {
    // 100 more to buy and 20 less a year: five years.
    let pair = [&plain(200.0, 50.0, 10.0), &plain(100.0, 50.0, 30.0)];
    let payback = Payback::of(pair, 10.0).unwrap();
    assert_eq!(payback.dearer, 0);
    assert_near(payback.after.unwrap(), 5.0);
    assert_eq!(Payback::of(pair, 4.9).unwrap().after, None);
}

#[test]
fn a_later_purchase_can_undo_a_payback() {
    // After 2 years, 2 × 100 against 150; but after 5 years 2 × 150 against 3 × 100, then even.
    let dear = plain(150.0, 5.0, 0.0);
    let cheap = plain(100.0, 2.0, 0.0);
    assert_near(Payback::of([&dear, &cheap], 5.0).unwrap().after.unwrap(), 2.0);
    assert_near(Payback::of([&dear, &cheap], 6.0).unwrap().after.unwrap(), 2.0);
    // With 160, 320 after 5 years is more than 300, until the fourth cheap one after 6 years.
    let dearer = plain(160.0, 5.0, 0.0);
    assert_near(Payback::of([&dearer, &cheap], 5.0).unwrap().after.unwrap(), 2.0);
    assert_eq!(Payback::of([&dearer, &cheap], 6.0).unwrap().after, None);
    assert_near(Payback::of([&dearer, &cheap], 8.0).unwrap().after.unwrap(), 6.0);
}

#[test]
fn one_that_is_dearer_in_every_way_never_pays_back_and_equal_prices_have_nothing_to_pay_back() {
    let pair = [&plain(300.0, 3.0, 20.0), &plain(100.0, 3.0, 10.0)];
    assert_eq!(Payback::of(pair, 50.0), Some(Payback { dearer: 0, after: None }));
    assert_eq!(Payback::of([&plain(100.0, 3.0, 0.0), &plain(100.0, 5.0, 0.0)], 10.0), None);
}

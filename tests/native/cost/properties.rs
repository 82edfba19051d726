//! What holds for all costs.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::cost::{Ownership, Payback};

use super::{number, plain, some};

/// The usual cost after `time`, counted purchase by purchase.
fn counted(cost: &Ownership, time: f64) -> f64 {
    let (mut paid, mut bought) = (cost.price, cost.years.usual);
    while bought < time - 1e-9 {
        paid += cost.price;
        bought += cost.years.usual;
    }
    paid + cost.yearly.usual * time
}

#[test]
fn a_higher_price_never_costs_less_and_a_longer_life_never_costs_more() {
    let mut random = Random::new(181);
    for _ in 0..2_000 {
        let one = some(&mut random);
        let (more, time) = (number(&mut random, 0, 90), number(&mut random, 0, 40));
        let dearer = Ownership { price: one.price + more, ..one };
        let longer = plain(one.price, one.years.usual + more, one.yearly.usual);
        let hours = 0.1 + number(&mut random, 0, 100);
        assert!(dearer.an_hour(hours).usual >= one.an_hour(hours).usual);
        assert!(dearer.paid(time).usual >= one.paid(time).usual);
        assert!(longer.an_hour(hours).usual <= one.an_hour(hours).usual);
        assert!(longer.paid(time).usual <= one.paid(time).usual);
        assert!(one.an_hour(hours).usual >= one.an_hour(hours + more).usual);
    }
}

#[test]
fn what_has_been_paid_agrees_with_counting_and_never_falls() {
    let mut random = Random::new(182);
    for _ in 0..2_000 {
        let cost = some(&mut random);
        let (time, later) = (number(&mut random, 0, 50), number(&mut random, 0, 10));
        let paid = cost.paid(time).usual;
        assert!((paid - counted(&cost, time)).abs() < 1e-6, "{cost:?} after {time}");
        assert!(cost.paid(time + later).usual >= paid);
        // Whole lives cost what the cost of a year says.
        let lives = f64::from(1 + random.below(5)) * cost.years.usual;
        assert!((cost.paid(lives).usual - cost.a_year().usual * lives).abs() < 1e-6);
    }
}

#[test]
fn a_payback_is_the_same_in_either_order() {
    let mut random = Random::new(183);
    let mut met = [0; 3];
    for _ in 0..2_000 {
        let (one, other) = (some(&mut random), some(&mut random));
        let horizon = 0.25 + number(&mut random, 0, 20);
        let there = Payback::of([&one, &other], horizon);
        let back = Payback::of([&other, &one], horizon);
        assert_eq!(there.map(|at| at.after), back.map(|at| at.after));
        assert_eq!(there.map(|at| at.dearer), back.map(|at| 1 - at.dearer));
        met[there.map_or(0, |at| 1 + usize::from(at.after.is_some()))] += 1;
    }
    assert!(met[1] > 100 && met[2] > 100, "never and ever both occur: {met:?}");
}

/// Many moments decide the same, without the lines between purchases.
#[test]
fn from_the_payback_on_the_dearer_one_has_cost_no_more() {
    let mut random = Random::new(184);
    for _ in 0..1_000 {
        let (one, other) = (some(&mut random), some(&mut random));
        let horizon = 0.25 + number(&mut random, 0, 20);
        let Some(payback) = Payback::of([&one, &other], horizon) else { continue };
        let pair = if payback.dearer == 0 { [one, other] } else { [other, one] };
        let more = |time: f64| counted(&pair[0], time) - counted(&pair[1], time);
        let Some(after) = payback.after else {
            assert!(more(horizon) > 0.0, "{pair:?} over {horizon}");
            continue;
        };
        assert!(after > 0.0 && after <= horizon);
        for step in 1..=50 {
            let time = after + (horizon - after) * f64::from(step) / 50.0;
            assert!(more(time) < 1e-6, "{pair:?} after {time} of {horizon}, from {after}");
        }
        // Just before, it has still cost more, or as much if the other is bought again just then.
        assert!(more(after * (1.0 - 1e-7)) > -1e-3, "{pair:?} before {after} of {horizon}");
    }
}

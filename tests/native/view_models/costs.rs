//! What the shortlist shows about costs.

use headphones_or_iems::model::cost::Ownership;
use headphones_or_iems::model::shortlist::Defaults;
use headphones_or_iems::model::{Candidate, Habits, Ranged};
use headphones_or_iems::state::shortlist::{
    Costing, HORIZON, Listed, Versus, horizon, hours, is_other_unit, number, pair,
};

use crate::support::{content, quiz};

pub(super) fn defaults() -> &'static Defaults {
    &content().details().shortlist
}

/// A candidate of a type, which need not exist.
pub(super) fn listed(name: &str, device_type: &str, candidate: Candidate) -> Listed {
    Listed {
        id: name.to_lowercase(),
        device_type: quiz().find_device_type(device_type),
        candidate: Candidate {
            name: name.to_owned(),
            device_type: device_type.to_owned(),
            ..candidate
        },
    }
}

fn counted(listed: &Listed) -> Ownership {
    match Costing::of(defaults(), listed) {
        Costing::Counted(cost) => cost,
        other => panic!("{other:?}"),
    }
}

const PRICED: Candidate = Candidate {
    name: String::new(),
    device_type: String::new(),
    order: 0,
    is_chosen: false,
    price: Some(200.0),
    notes: String::new(),
    shop: String::new(),
    return_by: None,
    impedance: None,
    sensitivity: None,
    years: None,
    consumables: None,
    battery: None,
    ratings: Vec::new(),
    checks: Vec::new(),
};

#[test]
fn every_type_counts_with_its_own_numbers_until_the_visitor_gives_theirs() {
    for (at, of) in quiz().device_types() {
        let ours = defaults().of(at);
        let battery = ours.battery.as_ref().map(|battery| battery.range).unwrap_or_default();
        let cost = counted(&listed("A", &of.id, PRICED));
        assert_eq!(cost.years, ours.years.range);
        let yearly = ours.consumables.range;
        assert!((cost.yearly.usual - yearly.usual - battery.usual).abs() < 1e-9);
        assert!((cost.yearly.low - yearly.low - battery.low).abs() < 1e-9);
        assert!((cost.yearly.high - yearly.high - battery.high).abs() < 1e-9);
        let own =
            Candidate { years: Some(4.0), consumables: Some(7.0), battery: Some(3.0), ..PRICED };
        let cost = counted(&listed("A", &of.id, own));
        assert_eq!(cost.years, Ranged::exactly(4.0));
        assert_eq!(cost.yearly, Ranged::exactly(10.0));
    }
}

#[test]
fn what_cannot_be_counted_says_what_to_enter() {
    let free = Candidate { price: None, ..PRICED };
    let cost = Costing::of(defaults(), &listed("A", "iem", free));
    assert_eq!(cost, Costing::NoPrice);
    assert!(cost.words(14.0).contains("price"));
    // A type that a later version of the content does not have.
    let cost = Costing::of(defaults(), &listed("A", "smell-o-phone", PRICED));
    assert_eq!(cost, Costing::NoYears);
    assert!(cost.words(14.0).contains("years"));
    let known = Candidate { years: Some(2.0), ..PRICED };
    assert_eq!(counted(&listed("A", "smell-o-phone", known)).yearly, Ranged::exactly(0.0));
}

#[test]
fn a_year_and_an_hour_are_told_with_their_range() {
    let years = Ranged { usual: 4.0, low: 2.5, high: 5.0 };
    let cost = Costing::Counted(Ownership { price: 200.0, years, yearly: Ranged::exactly(11.0) });
    assert_eq!(cost.words(14.0), "About 61 a year (51–91), 8 cents an hour (7–12).");
    let exact =
        Ownership { price: 200.0, years: Ranged::exactly(4.0), yearly: Ranged::exactly(2.0) };
    assert_eq!(Costing::Counted(exact).words(1.0), "About 52 a year, 1 an hour.");
    // A range over the end of the cents tells each end with its unit.
    assert!(cost.words(1.5).ends_with(" 78 cents an hour (65 cents to 1.2)."));
    assert!(cost.words(1.0).ends_with(" 1.2 an hour (98 cents to 1.7)."));
    assert!(cost.words(168.0).ends_with(" 1 cent an hour."));
}

#[test]
fn defaults_hold_until_the_visitor_says_otherwise() {
    let habits = Habits { hours_per_week: Some(3.0), horizon: Some(4.0), ..Habits::default() };
    assert_eq!((hours(defaults(), &habits), horizon(&habits)).0.to_bits(), 3_f64.to_bits());
    assert_eq!(horizon(&habits).to_bits(), 4_f64.to_bits());
    assert_eq!(horizon(&Habits::default()).to_bits(), HORIZON.to_bits());
    let usual = defaults().hours.range.usual;
    let tiny = Habits { hours_per_week: Some(f64::MIN_POSITIVE), ..Habits::default() };
    assert_eq!(hours(defaults(), &tiny).to_bits(), usual.to_bits());
    assert_eq!(hours(defaults(), &Habits::default()).to_bits(), usual.to_bits());
}

fn versus(pair: [(f64, f64, f64); 2], horizon: f64) -> Versus {
    let costs = pair.map(|(price, years, yearly)| Ownership {
        price,
        years: Ranged::exactly(years),
        yearly: Ranged::exactly(yearly),
    });
    Versus { names: ["A".to_owned(), "B".to_owned()], costs, horizon }
}

#[test]
fn the_sentence_says_when_the_dearer_one_has_paid_for_itself() {
    let words = |pair, horizon| versus(pair, horizon).sentence();
    let late = words([(100.0, 2.0, 0.0), (250.0, 10.0, 0.0)], 10.0);
    assert!(late.starts_with("“B” costs 150 more to buy.") && late.contains("4 years,"), "{late}");
    let never = words([(250.0, 10.0, 0.0), (100.0, 9.0, 0.0)], 5.0);
    assert!(never.contains("“A” costs 150") && never.contains("never"), "{never}");
    let same = words([(100.0, 2.0, 0.0), (100.0, 5.0, 3.0)], 10.0);
    assert!(same.contains("“A” has cost 500 and “B” 230"), "{same}");
}

#[test]
fn the_steps_are_what_has_been_paid() {
    for horizon in [0.25, 1.0, 7.5, 10.0, 12.0, 50.0] {
        let versus = versus([(100.0, 3.0, 10.0), (250.0, 0.5, 0.0)], horizon);
        let times = versus.times();
        assert!(times.len() <= 11 && times.is_sorted(), "{times:?}");
        assert_eq!(times.last().map(|at| at.to_bits()), Some(horizon.to_bits()));
        for at in [0, 1] {
            let (points, cost) = (versus.points(at), versus.costs[at]);
            assert!(points.is_sorted_by(|one, other| one.0 <= other.0 && one.1 <= other.1 + 1e-9));
            for ends in points.chunks(2) {
                let (end, paid) = ends[1];
                assert!((cost.paid(end).usual - paid).abs() < 1e-9);
                assert!((paid - ends[0].1 - cost.yearly.usual * (end - ends[0].0)).abs() < 1e-9);
            }
            let bought = points.chunks(2).count();
            assert!(
                (cost.paid(horizon).usual
                    - cost.yearly.usual * horizon
                    - cost.price * f64::from(u16::try_from(bought).unwrap()))
                .abs()
                    < 1e-6
            );
        }
        assert!(versus.points(2).is_empty());
    }
}

#[test]
fn two_are_compared_whatever_was_chosen() {
    let ids = ["a", "b", "c"];
    let cases = [
        (["", ""], [0, 1]),
        (["c", ""], [2, 0]),
        (["a", ""], [0, 1]),
        (["", "a"], [1, 0]),
        (["", "c"], [0, 2]),
        (["b", "removed"], [1, 0]),
        (["removed", "c"], [0, 2]),
        (["removed", "also removed"], [0, 1]),
        (["c", "b"], [2, 1]),
        (["b", "b"], [1, 1]),
    ];
    for (chosen, expected) in cases {
        assert_eq!(pair(&ids, chosen), Some(expected), "{chosen:?}");
    }
    assert_eq!(pair(&["a"], ["a", ""]), None);
    assert_eq!(pair(&[], ["", ""]), None);
}

/// What the fields of this page must refuse, whichever check does it.
#[test]
fn absurd_numbers_are_refused() {
    use headphones_or_iems::model::candidate::{PRICES, YEARS};
    use headphones_or_iems::model::drive::{IMPEDANCES, SENSITIVITIES};
    let fields = [
        (IMPEDANCES, "Ω", vec!["0", "0 Ω", "10 kΩ", "10k", "-32", "thirty", "1e12", "2001"]),
        (SENSITIVITIES, "dB", vec!["97 dB/mW", "5", "-97", "loud"]),
        (YEARS, "years", vec!["0", "36 months", "-1", "for ever", "1e12"]),
        (PRICES, "a year", vec!["1e12", "-5", "twenty"]),
    ];
    for (range, unit, texts) in fields {
        for text in texts {
            let is_read = matches!(number(text, &range), Ok(Some(_)));
            assert!(!is_read || is_other_unit(text, unit), "`{text}` in {unit}");
        }
    }
}

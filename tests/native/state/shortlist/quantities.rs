//! The numbers that have fields.

use std::collections::BTreeSet;
use std::fmt::Debug;

use headphones_or_iems::model::{Candidate, Habits};
use headphones_or_iems::state::shortlist::{
    COMPARED_OVER, HOURS_A_WEEK, OF_CANDIDATE, OF_SOURCE, PEAK, Quantity,
};

/// Every number is one of its own, and can be said and taken back.
fn check<T: Default + PartialEq + Debug>(all: &[&Quantity<T>]) {
    let names: BTreeSet<&str> = all.iter().map(|of| of.name).collect();
    assert_eq!(names.len(), all.len());
    for of in all {
        let mut now = T::default();
        let number = Some(*of.range.end());
        (of.set)(&mut now, number);
        for other in all {
            let expected = number.filter(|_| other.name == of.name);
            assert_eq!((other.get)(&now), expected, "{} after {}", other.name, of.name);
        }
        (of.set)(&mut now, None);
        assert_eq!(now, T::default(), "{}", of.name);
    }
}

#[test]
fn every_field_has_a_number_of_its_own() {
    check::<Candidate>(&OF_CANDIDATE);
    let habits = [&HOURS_A_WEEK, &COMPARED_OVER, &PEAK];
    check::<Habits>(&habits.into_iter().chain(&OF_SOURCE).collect::<Vec<_>>());
}

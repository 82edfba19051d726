//! The chance without a preference, against every outcome that there is.

use headphones_or_iems::model::preference::{RARE, ROUNDS, chance_of, needed};

/// The outcomes of `n` rounds in which `k` or more go the same way, found one by one.
fn outcomes(n: u8, k: u8) -> u32 {
    let is_one = |outcome: &u32| {
        let ones = outcome.count_ones();
        ones.max(u32::from(n) - ones) >= u32::from(k)
    };
    u32::try_from((0..1_u32 << n).filter(is_one).count()).unwrap()
}

#[track_caller]
fn assert_exact(found: f64, ways: u32, n: u8) {
    let expected = f64::from(ways) / f64::from(1_u32 << n);
    assert_eq!(found.to_bits(), expected.to_bits(), "{ways} of {n} rounds: {found}");
}

#[test]
fn the_chance_is_that_of_every_outcome_counted() {
    for n in 0..=12 {
        for k in 0..=n + 1 {
            assert_exact(chance_of(n, k), outcomes(n, k), n);
        }
    }
}

#[test]
fn known_chances_are_exact() {
    for (n, k, ways) in [
        (5, 5, 2),
        (6, 6, 2),
        (8, 7, 18),
        (8, 8, 2),
        (10, 9, 22),
        (20, 15, 43_400),
        (30, 20, 106_018_204),
    ] {
        assert_exact(chance_of(n, k), ways, n);
    }
}

#[test]
fn the_chance_falls_from_certain_to_impossible() {
    for n in 0..=40 {
        assert_exact(chance_of(n, n / 2), 1, 0);
        assert_exact(chance_of(n, n + 1), 0, 0);
        for k in n / 2 + 1..=n {
            assert!(chance_of(n, k + 1) < chance_of(n, k), "{k} of {n}");
        }
    }
}

#[test]
fn the_fewest_that_are_needed_are_rare_and_one_fewer_is_not() {
    for n in 0..=30 {
        let Some(k) = needed(n) else {
            assert!(chance_of(n, n) > RARE, "{n}");
            continue;
        };
        assert!(chance_of(n, k) <= RARE && chance_of(n, k - 1) > RARE, "{k} of {n}");
    }
}

#[test]
fn every_plan_can_show_a_preference_and_a_smaller_one_cannot() {
    assert!(ROUNDS.into_iter().all(|n| needed(n).is_some()));
    assert!((0..*ROUNDS.start()).all(|n| needed(n).is_none()));
}

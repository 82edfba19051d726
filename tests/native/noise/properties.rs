//! What holds for every attenuation, noise and level.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::Basis;
use headphones_or_iems::model::noise::{
    BANDS_HZ, Bands, Dba, Decibels, LEVELS_DBA, Leak, Signal, a_weighted_sum, need, reduction,
    residual, total,
};

use super::{assert_near, bands, number};
use crate::support::content;

fn at_most(low: &Bands, high: &Bands) -> bool {
    low.0.iter().zip(high.0).all(|(low, high)| *low <= high)
}

#[test]
fn an_attenuation_never_raises_a_band_unless_it_amplifies() {
    let mut random = Random::new(250);
    for _ in 0..2_000 {
        let noise = bands(&mut random, -20.0, 110.0);
        let left = residual(&noise, &bands(&mut random, 0.0, 60.0));
        assert!(at_most(&left.bands, &noise), "{noise:?}");
        assert!(left.level <= a_weighted_sum(&noise));
        // Amplification is data: it raises its band, and the others stay.
        let mut amplifier = Bands::default();
        let band = usize::from(random.below(8));
        amplifier.0[band] = -number(&mut random, 0.1, 10.0);
        let raised = residual(&noise, &amplifier);
        for at in 0..8 {
            assert_eq!(raised.bands.0[at] > noise.0[at], at == band, "{noise:?}, {at}");
        }
        assert!(reduction(&noise, &amplifier).0 <= 0.0);
    }
}

#[test]
fn more_attenuation_leaves_less() {
    let mut random = Random::new(500);
    for _ in 0..2_000 {
        let noise = bands(&mut random, 0.0, 100.0);
        let attenuation = bands(&mut random, -10.0, 50.0);
        let extra = bands(&mut random, 0.0, 10.0);
        let more = attenuation.zip_with(&extra, |held, extra| held + extra);
        let (left, less) = (residual(&noise, &attenuation), residual(&noise, &more));
        assert!(at_most(&less.bands, &left.bands) && less.level <= left.level);
        // The same number in each band is taken off the sum.
        let flat = number(&mut random, -10.0, 50.0);
        assert_near(reduction(&noise, &Bands::flat(flat)).0, flat, 1e-9, "a flat attenuation");
    }
}

#[test]
fn a_sum_is_at_least_its_strongest_band_and_moves_with_the_level() {
    let mut random = Random::new(1000);
    let weighting = [-26.2, -16.1, -8.6, -3.2, 0.0, 1.2, 1.0, -1.1];
    for _ in 0..2_000 {
        let noise = bands(&mut random, 0.0, 100.0);
        let weighted = noise.0.iter().zip(weighting).map(|(band, weight)| band + weight);
        let strongest = weighted.fold(f64::MIN, f64::max);
        let sum = a_weighted_sum(&noise).0;
        assert!(sum >= strongest && sum <= strongest + 9.04, "{noise:?}");
        let up = number(&mut random, -30.0, 30.0);
        assert_near(a_weighted_sum(&noise.raised(up)).0, sum + up, 1e-9, "a level");
    }
}

/// The weighting that IEC 61672-1 defines by a formula, at the exact centre of each octave.
#[test]
fn the_weighting_is_that_of_the_formula() {
    for (at, hz) in BANDS_HZ.into_iter().enumerate() {
        let octave = f64::from(u8::try_from(at).unwrap()) - 4.0;
        let exact = 1000.0 * 10_f64.powf(0.3 * octave);
        assert_near(exact, f64::from(hz), 0.01 * exact, "the centre");
        let square = exact * exact;
        let high = 12_194_f64.powi(2);
        let poles = (square + 107.7_f64.powi(2)) * (square + 737.9_f64.powi(2));
        let gain =
            high * square * square / ((square + 20.6_f64.powi(2)) * poles.sqrt() * (square + high));
        let mut alone = Bands::flat(-1000.0);
        alone.0[at] = 0.0;
        assert_near(a_weighted_sum(&alone).0, 20.0 * gain.log10() + 2.0, 0.06, "the weighting");
    }
}

#[test]
fn a_leak_leaves_no_more_than_before_and_does_not_amplify() {
    let mut random = Random::new(2000);
    for _ in 0..2_000 {
        let fits = bands(&mut random, -10.0, 60.0);
        let loss = bands(&mut random, 0.0, 60.0);
        let left = Leak { loss, basis: Basis::default() }.leave(&fits);
        for at in 0..8 {
            let (fits, loss, left) = (fits.0[at], loss.0[at], left.0[at]);
            let expected = if fits < 0.0 {
                fits
            } else if loss > fits {
                0.0
            } else {
                fits - loss
            };
            assert_near(left, expected, 1e-9, "after a leak");
        }
    }
}

#[test]
fn the_level_needed_is_that_in_quiet_or_the_margin_above_what_remains() {
    let mut random = Random::new(4000);
    for _ in 0..2_000 {
        let (left, quiet) = (number(&mut random, 0.0, 120.0), number(&mut random, 30.0, 120.0));
        let margin = number(&mut random, 0.0, 40.0);
        let needed = need(Dba(left), Dba(quiet), Decibels(margin)).0;
        let above = left + margin;
        assert_near(needed, if above > quiet { above } else { quiet }, 1e-9, "the need");
        let sum = total(Dba(needed), Dba(left)).0;
        assert!(sum > needed && sum <= needed.max(left) + 3.02, "{needed} and {left}");
        assert_near(sum, total(Dba(left), Dba(needed)).0, 1e-9, "the order");
    }
}

#[test]
fn the_range_of_a_need_takes_the_ends_of_both_ranges() {
    let listening = &content().details().noise.listening;
    for signal in Signal::ALL {
        let margin = listening.margin(signal).range;
        for left in [0.0, 62.0, 90.0] {
            let found = listening.need(Dba(left), signal, None);
            let by_hand = |quiet: Dba, margin: Decibels| quiet.0.max(left + margin.0);
            assert_near(found.usual.0, by_hand(listening.quiet.usual, margin.usual), 1e-9, "usual");
            assert_near(found.low.0, by_hand(listening.quiet.low, margin.low), 1e-9, "low");
            assert_near(found.high.0, by_hand(listening.quiet.high, margin.high), 1e-9, "high");
            let own = listening.need(Dba(left), signal, Some(Dba(66.0)));
            assert_near(own.low.0, 66_f64.max(left + margin.low.0), 1e-9, "own, low");
            assert_near(own.high.0, 66_f64.max(left + margin.high.0), 1e-9, "own, high");
        }
    }
    let margins = Signal::ALL.map(|signal| listening.margin(signal).range.usual.0);
    assert!(margins.is_sorted_by(|one, next| one > next), "{margins:?}");
    assert!(LEVELS_DBA.contains(&listening.quiet.usual.0));
}

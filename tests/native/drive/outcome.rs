//! What is said about a candidate on an output.

use headphones_or_iems::model::drive::outcome::TOLERANCE;
use headphones_or_iems::model::drive::{Drive, Limit, Missing, Output, Sensitivity};

use super::{assert_near, per_milliwatt, per_volt, volts};

const SENSITIVITY: Sensitivity = Sensitivity::PerVolt(110.0);

/// 32 Ω with 110 dB at 1 V, on an output of which everything is said.
fn drive(output: Output, wanted: f64) -> Drive {
    Drive::of(Some(32.0), Some(SENSITIVITY), Some(output), wanted)
}

#[test]
fn the_smallest_limit_binds() {
    let load = per_volt(32.0, 110.0);
    let full = Output {
        volts: Some(2.0),
        impedance: Some(32.0),
        milliamps: Some(20.0),
        milliwatts: Some(8.0),
    };
    // 2 V halved by the output impedance, 20 mA × 32 Ω = 0.64 V, √(8 mW × 32 Ω) = 0.506 V.
    let cases = [
        (full, Limit::Power, 0.506),
        (Output { milliwatts: None, ..full }, Limit::Current, 0.64),
        (Output { milliwatts: None, milliamps: None, ..full }, Limit::Voltage, 1.0),
        (Output { volts: None, milliamps: None, ..full }, Limit::Power, 0.506),
    ];
    for (output, limit, volts) in cases {
        let reach = output.reach(load).unwrap();
        assert_eq!(reach.limit, limit);
        assert_near(reach.peak, 110.0 + 20.0 * f64::log10(volts), 0.005);
    }
    assert_eq!(Output { impedance: Some(1.0), ..Output::default() }.reach(load), None);
}

#[test]
fn within_the_tolerance_of_the_figures_it_depends_on_the_pair() {
    let at = |headroom: f64| drive(volts(1.0), 110.0 - headroom);
    assert!(matches!(at(TOLERANCE), Drive::Enough(_)));
    assert!(matches!(at(TOLERANCE - 0.01), Drive::Barely(_)));
    assert!(matches!(at(0.0), Drive::Barely(_)));
    assert!(matches!(at(0.01 - TOLERANCE), Drive::Barely(_)));
    assert!(matches!(at(-TOLERANCE), Drive::TooQuiet(_)));
    let Drive::TooQuiet(driven) = at(-10.0) else { panic!("{:?}", at(-10.0)) };
    assert_near(driven.headroom, -10.0, 1e-9);
    assert_near(driven.needs.volts, 10_f64.sqrt(), 1e-9);
}

#[test]
fn a_mismatch_is_told_from_a_match_and_from_what_is_not_known() {
    let mismatch = |impedance| drive(Output { impedance, ..volts(1.0) }, 100.0);
    let driven = |impedance: Option<f64>| *mismatch(impedance).driven().unwrap();
    assert_eq!(driven(Some(4.0)).mismatch, None);
    assert_near(driven(Some(32.0)).mismatch.unwrap(), 6.02, 0.005);
    assert!(driven(None).is_unmatched && !driven(Some(4.0)).is_unmatched);
}

#[test]
fn what_is_missing_is_named() {
    let output = Some(volts(1.0));
    let empty = Some(Output { impedance: Some(1.0), ..Output::default() });
    let missing = |impedance, sensitivity, output| Missing { impedance, sensitivity, output };
    let cases = [
        ((None, None, None), missing(true, true, true)),
        ((Some(32.0), None, output), missing(false, true, false)),
        ((None, Some(SENSITIVITY), empty), missing(true, false, true)),
        ((Some(32.0), Some(SENSITIVITY), None), missing(false, false, true)),
        ((Some(32.0), Some(SENSITIVITY), empty), missing(false, false, true)),
    ];
    for ((impedance, sensitivity, output), expected) in cases {
        let found = Drive::of(impedance, sensitivity, output, 110.0);
        assert_eq!(found, Drive::NotEnoughSaid(expected));
    }
}

/// A hard and an easy one of the fact base, on a dongle of 1 V and 1 Ω.
#[test]
fn a_planar_is_too_quiet_on_a_dongle_and_an_in_ear_is_not() {
    let dongle = Output { impedance: Some(1.0), ..volts(1.0) };
    let of = |load: headphones_or_iems::model::drive::Load| {
        Drive::of(Some(load.impedance), Some(load.sensitivity), Some(dongle), 110.0)
    };
    assert!(matches!(of(per_milliwatt(50.0, 83.5)), Drive::TooQuiet(_)));
    assert!(matches!(of(per_volt(22.0, 117.0)), Drive::Enough(_)));
}

//! Whether an output can drive headphones: the vectors and tables of the fact base, the two traps of
//! public calculators, and what holds for all headphones.

mod outcome;
mod properties;
mod tables;

use headphones_or_iems::model::drive::{
    Load, Output, Sensitivity, at_volts, is_well_matched, level_loss, output_impedance,
    response_change, worst_change,
};

const fn per_milliwatt(impedance: f64, level: f64) -> Load {
    Load { impedance, sensitivity: Sensitivity::PerMilliwatt(level) }
}

const fn per_volt(impedance: f64, level: f64) -> Load {
    Load { impedance, sensitivity: Sensitivity::PerVolt(level) }
}

/// An output of which only the voltage is known.
fn volts(volts: f64) -> Output {
    Output { volts: Some(volts), ..Output::default() }
}

#[track_caller]
fn assert_near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found}, not {expected} ± {within}");
}

#[test]
fn vectors_1_2_and_10_the_unit_of_a_sensitivity() {
    assert_near(per_milliwatt(420.0, 100.0).per_volt(), 103.77, 0.005);
    assert_near(volts(5.2).reach(per_volt(420.0, 105.7)).unwrap().peak, 120.02, 0.005);
    assert_near(per_milliwatt(80.0, 96.0).per_volt(), 106.97, 0.005);
}

#[test]
fn vectors_3_and_4_the_change_of_the_response() {
    assert_near(response_change(397.0, 817.0, 10.0), 0.110, 0.0005);
    assert_near(response_change(397.0, 817.0, 30.0), 0.320, 0.0005);
    assert_near(response_change(300.0, 600.0, 30.0), 0.404, 0.0005);
}

#[test]
fn vectors_5_and_6_power() {
    let load = per_milliwatt(32.0, 95.0);
    let peak = volts(1.15).reach(load).unwrap().peak;
    assert_near(load.per_volt(), 109.95, 0.005);
    assert_near(peak, 111.16, 0.005);
    assert_near(load.needs(peak).milliwatts, 41.33, 0.005);
    let table = [(85.0, [100.0, 316.2, 1000.0]), (97.0, [6.31, 19.95, 63.1])];
    for (level, needed) in table {
        for (peak, milliwatts) in [105.0, 110.0, 115.0].into_iter().zip(needed) {
            let found = per_milliwatt(50.0, level).needs(peak).milliwatts;
            assert_near(found, milliwatts, milliwatts * 0.001);
        }
    }
}

#[test]
fn vectors_7_8_and_23_impedances_from_measurements() {
    // 110.5 dB at 5 mA and 101.3 dB at 1 V: the impedance at which 5 mA makes that voltage.
    let volts_at = per_volt(600.0, 101.3).needs(110.5).volts;
    assert_near(volts_at / 0.005, 577.0, 0.5);
    assert_near(output_impedance(0.286, 0.261, 35.9), 3.44, 0.005);
    // 48 mW into 30 Ω are 1.2 V.
    assert_near(output_impedance(1.25, (0.048_f64 * 30.0).sqrt(), 30.0), 1.25, 0.005);
    for (impedance, milliwatts) in [(30.0, 52.1), (15.0, 104.2)] {
        let load = per_volt(impedance, 100.0);
        let peak = volts(1.25).reach(load).unwrap().peak;
        assert_near(load.needs(peak).milliwatts, milliwatts, 0.05);
    }
}

#[test]
fn vector_9_a_level_at_another_voltage() {
    assert_eq!(at_volts(90.0, 0.1), Sensitivity::PerVolt(110.0));
    assert_eq!(at_volts(130.0, 10.0), Sensitivity::PerVolt(110.0));
    // Half the voltage is 6.02 dB less.
    let Sensitivity::PerVolt(level) = at_volts(100.0, 0.5) else { panic!("it is at 1 V") };
    assert_near(level, 106.02, 0.005);
}

#[test]
fn vector_19_one_eighth() {
    for impedance in [8.0, 16.0, 32.0, 300.0] {
        assert_near(level_loss(impedance, impedance / 8.0), -1.02, 0.005);
        assert_near(worst_change(impedance, impedance / 8.0), 1.02, 0.005);
        assert_near(response_change(impedance, 1e12, impedance / 8.0), 1.02, 0.005);
        assert!(is_well_matched(impedance, impedance / 8.0));
        assert!(!is_well_matched(impedance, impedance / 7.9));
    }
}

#[test]
fn vectors_20_to_22_what_110_db_needs() {
    for (level, volts, milliamps, milliwatts) in
        [(105.0, 1.778, 27.358, 48.65), (106.0, 1.585, 24.383, 38.644)]
    {
        let needs = per_volt(65.0, level).needs(110.0);
        assert_near(needs.volts, volts, 0.0005);
        assert_near(needs.milliamps, milliamps, 0.001);
        assert_near(needs.milliwatts, milliwatts, 0.005);
    }
    assert_near(per_milliwatt(50.0, 83.5).needs(110.0).milliwatts, 446.7, 0.05);
    assert_near(per_volt(300.0, 102.0).needs(110.0).volts, 2.512, 0.0005);
}

/// Trap T1: a public calculator subtracts where it must add.
#[test]
fn trap_of_the_sign_300_ohms_have_more_db_per_volt_than_per_milliwatt() {
    let load = per_milliwatt(300.0, 97.0);
    let wrong = 97.0 + 10.0 * (300.0_f64 / 1000.0).log10();
    assert_near(load.per_volt() - 97.0, 5.23, 0.005);
    assert_near(load.per_volt() - wrong, 10.46, 0.005);
}

/// The other half of trap T1: the natural logarithm gives 12 dB where there are 5.2.
#[test]
fn trap_of_the_natural_logarithm() {
    let natural = 10.0 * (1000.0_f64 / 300.0).ln();
    assert_near(natural, 12.04, 0.005);
    assert_near(per_milliwatt(300.0, 97.0).per_volt(), 102.23, 0.005);
}

/// Trap T2: "97 dB" per volt taken for per milliwatt asks for half the voltage that it needs.
#[test]
fn trap_of_the_unit_97_db_per_volt_are_not_97_db_per_milliwatt() {
    let (milliwatt, volt) = (per_milliwatt(300.0, 97.0), per_volt(300.0, 97.0));
    assert_near(milliwatt.needs(110.0).volts, 2.447, 0.0005);
    assert_near(volt.needs(110.0).volts, 4.467, 0.0005);
    assert_near(volt.per_milliwatt(), 91.77, 0.005);
}

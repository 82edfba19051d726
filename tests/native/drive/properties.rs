//! What holds for all headphones and outputs.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::drive::{Output, level_loss, response_change, worst_change};

use super::{assert_near, per_milliwatt, per_volt, volts};

/// A number from `from` up to `to`.
fn number(random: &mut Random, from: f64, to: f64) -> f64 {
    let part = u16::try_from(random.bits() % 10_000).unwrap();
    from + (to - from) * f64::from(part) / 10_000.0
}

#[test]
fn the_two_units_agree_at_1_kilohm_and_convert_back() {
    let mut random = Random::new(191);
    for _ in 0..1_000 {
        let (ohms, level) = (number(&mut random, 1.0, 2000.0), number(&mut random, 60.0, 150.0));
        let volt = per_milliwatt(ohms, level).per_volt();
        assert_near(per_volt(ohms, volt).per_milliwatt(), level, 1e-9);
        assert!((volt >= level) == (ohms <= 1000.0), "{ohms} Ω");
        // The level at 1 mW needs 1 mW, and the level at 1 V needs 1 V.
        assert_near(per_milliwatt(ohms, level).needs(level).milliwatts, 1.0, 1e-9);
        assert_near(per_milliwatt(ohms, level).needs(volt).volts, 1.0, 1e-9);
    }
}

#[test]
fn an_output_reaches_what_its_voltage_allows() {
    let mut random = Random::new(192);
    for _ in 0..1_000 {
        let load = per_volt(number(&mut random, 1.0, 2000.0), number(&mut random, 60.0, 150.0));
        let open = number(&mut random, 0.01, 20.0);
        let peak = volts(open).reach(load).unwrap().peak;
        assert_near(load.needs(peak).volts, open, 1e-6);
        // Every limit that is added lowers the peak or leaves it.
        let mut output = Output { impedance: Some(number(&mut random, 0.0, 100.0)), ..volts(open) };
        let with_impedance = output.reach(load).unwrap().peak;
        assert!(with_impedance <= peak);
        output.milliamps = Some(number(&mut random, 0.1, 500.0));
        output.milliwatts = Some(number(&mut random, 0.1, 500.0));
        let with_all = output.reach(load).unwrap().peak;
        let needs = load.needs(with_all);
        assert!(with_all <= with_impedance);
        assert!(needs.milliamps <= output.milliamps.unwrap() + 1e-6);
        assert!(needs.milliwatts <= output.milliwatts.unwrap() + 1e-6);
    }
}

#[test]
fn the_worst_change_bounds_every_change() {
    let mut random = Random::new(193);
    for _ in 0..1_000 {
        let (low, output) = (number(&mut random, 1.0, 600.0), number(&mut random, 0.0, 120.0));
        let high = low + number(&mut random, 0.0, 5000.0);
        let change = response_change(low, high, output);
        assert!(change >= 0.0 && change <= worst_change(low, output));
        assert_near(response_change(low, low, output), 0.0, 1e-9);
        assert!(
            level_loss(low, output) <= 0.0 && level_loss(high, output) >= level_loss(low, output)
        );
    }
}

//! Tables 5.2 and 5.4 of the fact base.

use headphones_or_iems::model::drive::{Load, level_loss};

use super::{assert_near, per_milliwatt, per_volt};

/// Headphones, their sensitivity in both units, and volts, milliamperes and milliwatts for 110 dB and
/// for 115 dB.
type Row = (Load, f64, f64, [f64; 3], [f64; 3]);

const HEADPHONES: [Row; 8] = [
    (per_milliwatt(300.0, 97.0), 102.23, 97.0, [2.447, 8.16, 20.0], [4.351, 14.5, 63.1]),
    (per_volt(62.0, 105.0), 105.0, 92.92, [1.778, 28.7, 51.0], [3.162, 51.0, 161.0]),
    (per_milliwatt(80.0, 96.0), 106.97, 96.0, [1.418, 17.7, 25.1], [2.521, 31.5, 79.4]),
    (per_milliwatt(250.0, 104.0), 110.02, 104.0, [0.998, 3.99, 3.98], [1.774, 7.10, 12.6]),
    (per_milliwatt(70.0, 101.0), 112.55, 101.0, [0.746, 10.7, 7.94], [1.326, 18.9, 25.1]),
    (per_volt(22.0, 117.0), 117.0, 100.42, [0.447, 20.3, 9.07], [0.794, 36.1, 28.7]),
    (per_milliwatt(12.6, 108.0), 127.0, 108.0, [0.141, 11.2, 1.58], [0.251, 19.9, 5.01]),
    (per_milliwatt(50.0, 83.5), 96.51, 83.5, [4.73, 94.5, 447.0], [8.40, 168.0, 1410.0]),
];

#[test]
fn headphones_need_what_the_fact_base_says() {
    for (load, volt, milliwatt, needs_110, needs_115) in HEADPHONES {
        assert_near(load.per_volt(), volt, 0.006);
        assert_near(load.per_milliwatt(), milliwatt, 0.006);
        for (peak, expected) in [(110.0, needs_110), (115.0, needs_115)] {
            let needs = load.needs(peak);
            let found = [needs.volts, needs.milliamps, needs.milliwatts];
            for (found, expected) in found.into_iter().zip(expected) {
                assert_near(found, expected, expected * 0.005);
            }
        }
    }
}

const OUTPUTS: [f64; 9] = [0.33, 1.0, 2.0, 5.1, 10.0, 30.0, 50.0, 75.0, 120.0];
const LOSSES: [(f64, [f64; 9]); 4] = [
    (16.0, [-0.18, -0.53, -1.02, -2.40, -4.22, -9.17, -12.31, -15.10, -18.59]),
    (32.0, [-0.09, -0.27, -0.53, -1.28, -2.36, -5.74, -8.17, -10.48, -13.53]),
    (80.0, [-0.04, -0.11, -0.21, -0.54, -1.02, -2.77, -4.22, -5.74, -7.96]),
    (300.0, [-0.01, -0.03, -0.06, -0.15, -0.28, -0.83, -1.34, -1.94, -2.92]),
];

#[test]
fn output_impedances_cost_the_level_that_the_fact_base_says() {
    for (impedance, losses) in LOSSES {
        for (output, loss) in OUTPUTS.into_iter().zip(losses) {
            assert_near(level_loss(impedance, output), loss, 0.006);
        }
    }
}

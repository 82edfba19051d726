//! Listening times and doses.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::Exposure;
use headphones_or_iems::model::exposure::{Hours, Mode, niosh_dose, weekly_dose};
use headphones_or_iems::model::noise::Dba;

use super::{assert_near, number};

/// A level in dBA, and the hours to the daily reference and to the weekly ones of adults and of
/// sensitive people, each with half a unit of the last digit in the fact base. There, 0.1265 is
/// rounded up.
const TIMES: [(f64, [(f64, f64); 3]); 10] = [
    (75.0, [(80.6, 0.05), (126.5, 0.05), (40.0, 0.05)]),
    (80.0, [(25.4, 0.05), (40.0, 0.05), (12.65, 0.005)]),
    (85.0, [(8.0, 0.05), (12.65, 0.005), (4.0, 0.005)]),
    (88.0, [(4.0, 0.05), (6.34, 0.005), (2.005, 0.0005)]),
    (91.0, [(2.0, 0.05), (3.18, 0.005), (1.005, 0.0005)]),
    (94.0, [(1.0, 0.05), (1.59, 0.005), (0.504, 0.0005)]),
    (97.0, [(0.5, 0.01), (0.798, 0.0005), (0.252, 0.0005)]),
    (100.0, [(0.25, 0.01), (0.4, 0.005), (0.1265, 0.0005)]),
    (105.0, [(4.7 / 60.0, 0.001), (0.1265, 0.0005), (0.040, 0.0005)]),
    (110.0, [(1.5 / 60.0, 0.001), (0.040, 0.0005), (0.013, 0.0005)]),
];

#[test]
fn the_times_are_those_of_the_fact_base() {
    for (level, expected) in TIMES {
        let level = Dba(level);
        let found = [
            Exposure::niosh_daily(level),
            Exposure::weekly(level, Mode::Adult),
            Exposure::weekly(level, Mode::Sensitive),
        ];
        for (found, (hours, within)) in found.into_iter().zip(expected) {
            assert_near(found.0, hours, within, &format!("{level:?}"));
        }
    }
}

/// The parts that a visitor can break a day or a week into.
fn exposures(random: &mut Random) -> Vec<Exposure> {
    let count = 1 + random.below(5);
    let one = |_| Exposure {
        level: Dba(number(random, 30.0, 120.0)),
        hours: Hours(number(random, 0.01, 24.0)),
    };
    (0..count).map(one).collect()
}

fn doses(exposures: &[Exposure]) -> [f64; 3] {
    let weekly = Mode::ALL.map(|mode| weekly_dose(exposures, mode).0);
    [niosh_dose(exposures).0, weekly[0], weekly[1]]
}

fn times(level: Dba) -> [f64; 3] {
    let weekly = Mode::ALL.map(|mode| Exposure::weekly(level, mode).0);
    [Exposure::niosh_daily(level).0, weekly[0], weekly[1]]
}

#[test]
fn a_dose_is_the_sum_of_its_parts_and_grows_with_time_and_level() {
    let mut random = Random::new(63);
    for _ in 0..2_000 {
        let all = exposures(&mut random);
        let total = doses(&all);
        let parts = all.iter().map(|at| doses(std::slice::from_ref(at)));
        let sum = parts.reduce(|sum, part| std::array::from_fn(|i| sum[i] + part[i])).unwrap();
        let (mut longer, mut louder) = (all.clone(), all.clone());
        longer[0].hours.0 += number(&mut random, 0.01, 5.0);
        louder[0].level.0 += number(&mut random, 0.01, 5.0);
        for i in 0..3 {
            assert_near(sum[i], total[i], total[i] * 1e-9, "the sum");
            assert!(doses(&longer)[i] > total[i], "{longer:?} after {all:?}");
            assert!(doses(&louder)[i] > total[i], "{louder:?} after {all:?}");
        }
    }
}

#[test]
fn a_higher_level_never_has_more_time_and_its_time_fills_the_reference() {
    let mut random = Random::new(125);
    for _ in 0..2_000 {
        let level = Dba(number(&mut random, 30.0, 120.0));
        let higher = Dba(level.0 + number(&mut random, 0.01, 20.0));
        let (time, less) = (times(level), times(higher));
        for i in 0..3 {
            assert!(less[i] < time[i], "{higher:?} after {level:?}");
            let full = Exposure { level, hours: Hours(time[i]) };
            assert_near(doses(&[full])[i], 100.0, 1e-6, "the dose of the whole time");
        }
        let strict = Exposure::weekly(level, Mode::Sensitive).0;
        assert!(strict < Exposure::weekly(level, Mode::Adult).0, "{level:?}");
    }
    assert!(doses(&[]).iter().all(|dose| dose.abs() < f64::EPSILON));
}

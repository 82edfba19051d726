//! The lines on which gains move.

use headphones_or_iems::platform::audio::Line;

#[test]
fn a_line_that_leaves_another_makes_no_step() {
    let first = Line { from: 1.0, to: 0.0, start: 1.0, end: 2.0 };
    for start in [0.0, 1.0, 1.25, 1.999, 2.0, 5.0] {
        let next = first.then(0.5, start, 0.06);
        assert_eq!(next.at(start).to_bits(), first.at(start).to_bits(), "at {start}");
        assert_eq!(next.at(start + 0.06).to_bits(), 0.5_f32.to_bits(), "at {start}");
        let steps = (0..600_u16).map(|at| start + f64::from(at) / 10_000.0);
        let values: Vec<f32> = steps.map(|time| next.at(time)).collect();
        let largest = values.windows(2).map(|two| (two[1] - two[0]).abs()).fold(0.0, f32::max);
        assert!(largest <= 0.5 / 600.0 + 1e-6, "{largest} at {start}");
    }
}

#[test]
fn a_flat_line_has_one_value() {
    let found = [-1.0, 0.0, 9.0].map(|time| Line::flat(0.25).at(time));
    assert_eq!(found.to_vec(), vec![0.25; 3]);
}

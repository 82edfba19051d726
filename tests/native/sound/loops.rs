//! The tracks by themselves: level, band, seam, and the same for everybody.

use headphones_or_iems::sound::noise::{octave_noise, period};
use headphones_or_iems::sound::{SEED, TRACKS, music, tracks};

use super::RATES;
use super::spectrum::{A_WEIGHTS, BANDS, Spectrum};

/// The largest step from one sample to the next, and the step from the last sample to the first.
fn steps(samples: &[f32]) -> (f32, f32) {
    let inside = samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
    (inside, (samples[0] - samples[samples.len() - 1]).abs())
}

#[test]
fn each_band_has_all_of_its_power_inside_the_band() {
    for rate in RATES {
        for (samples, midband) in octave_noise(1, rate, period(rate)).iter().zip(BANDS) {
            let edges = [midband / 2_f64.sqrt(), midband * 2_f64.sqrt()];
            let spectrum = Spectrum::of(samples, rate);
            let outside = [(0.0, edges[0]), (edges[1], f64::from(rate))];
            for (from, to) in outside {
                let level = spectrum.level(from, to);
                assert!(level < -90.0, "{midband} Hz at {rate} Hz has {level} dB outside");
            }
            let level = spectrum.level(edges[0], edges[1]);
            if edges[0] < f64::from(rate) / 2.0 {
                assert!(level.abs() < 0.01, "{midband} Hz at {rate} Hz has {level} dB");
            } else {
                assert!(
                    samples.iter().all(|sample| sample.abs() < 1e-5),
                    "{midband} Hz at {rate} Hz"
                );
            }
        }
    }
}

/// So that the A-weighted level of a mix is the one that the page computes from its bands.
#[test]
fn each_band_has_the_a_weighted_level_of_its_midband_frequency() {
    let noise = octave_noise(SEED, 48_000.0, period(48_000.0));
    for (samples, weight) in noise.iter().zip(A_WEIGHTS) {
        let level = Spectrum::of(samples, 48_000.0).a_weighted();
        assert!((level - weight).abs() < 0.35, "{level} dB instead of {weight} dB");
    }
}

#[test]
fn noise_is_spread_over_its_band() {
    let noise = octave_noise(SEED, 48_000.0, period(48_000.0));
    for (samples, midband) in noise.iter().zip(BANDS) {
        let spectrum = Spectrum::of(samples, 48_000.0);
        let thirds = [-0.5, -1.0 / 6.0, 1.0 / 6.0].map(|from: f64| {
            spectrum.level(midband * from.exp2(), midband * (from + 1.0 / 3.0).exp2())
        });
        // 6 dB per octave less power per hertz leaves 3 dB per octave less in each third.
        for (level, below) in thirds[1..].iter().zip(thirds) {
            assert!((level - below + 1.0).abs() < 0.3, "{midband} Hz: {thirds:?}");
        }
    }
}

#[test]
fn a_loop_has_no_seam() {
    for rate in [44_100.0, 48_000.0] {
        for (at, samples) in tracks(rate).iter().enumerate() {
            let (inside, seam) = steps(samples);
            assert!(
                seam <= inside && inside > 0.0,
                "track {at}: {seam} at the seam, else {inside}"
            );
        }
    }
}

#[test]
fn a_period_is_long_enough_not_to_be_heard_as_a_rhythm() {
    for rate in RATES {
        let length = f64::from(u32::try_from(period(rate)).unwrap());
        let seconds = length / f64::from(rate);
        assert!((2.5..=5.0).contains(&seconds), "{seconds} s at {rate} Hz");
    }
    assert_eq!(period(3_000_000.0), 1 << 19);
}

#[test]
fn the_same_seed_gives_the_same_samples() {
    let noise = |seed| octave_noise(seed, 48_000.0, 1 << 12);
    assert!(noise(5) == noise(5));
    for (at, (one, other)) in noise(5).iter().zip(&noise(6)).enumerate() {
        assert!(one != other, "band {at} is the same with another seed");
    }
    let rate = 48_000.0;
    let all = tracks(rate);
    assert_eq!(all.len(), TRACKS);
    assert!(all == tracks(rate));
    assert!(all[..8] == octave_noise(SEED, rate, period(rate)) && all[8] == music::music(rate));
}

#[test]
fn bands_are_independent() {
    let noise = octave_noise(SEED, 48_000.0, period(48_000.0));
    let all: Vec<f32> =
        (0..noise[0].len()).map(|at| noise.iter().map(|band| band[at]).sum()).collect();
    let level = Spectrum::of(&all, 48_000.0).level(0.0, 24_000.0);
    assert!((level - 9.03).abs() < 0.01, "eight bands have {level} dB together");
}

#[test]
fn music_has_its_level_and_its_peak_at_every_sample_rate() {
    for rate in RATES {
        let samples = music::music(rate);
        let level = Spectrum::of(&samples, rate).a_weighted();
        assert!((level - music::LEVEL).abs() < 0.1, "{level} dB at {rate} Hz");
        let peak = samples.iter().map(|sample| f64::from(sample.abs())).fold(0.0, f64::max);
        assert!(peak <= music::PEAK && peak > 0.9 * music::PEAK, "{peak} at {rate} Hz");
        let seconds = f64::from(u32::try_from(samples.len()).unwrap()) / f64::from(rate);
        assert!((6.0..=10.0).contains(&seconds), "{seconds} s at {rate} Hz");
    }
}

/// Music that is in one band alone would be masked by noise in that band.
#[test]
fn music_is_in_several_bands() {
    let spectrum = Spectrum::of(&music::music(48_000.0), 48_000.0);
    let loud = spectrum.octaves().into_iter().zip(A_WEIGHTS);
    let loud = loud.filter(|(level, weight)| level + weight > music::LEVEL - 15.0).count();
    assert!(loud >= 4, "{:?}", spectrum.octaves());
}

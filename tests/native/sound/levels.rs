//! The mixes of scenes: bands, A-weighted level, music, and peaks, measured from the mixed samples.

use std::sync::OnceLock;

use headphones_or_iems::sound::level::{FLOOR_DBA, PEAK, REFERENCE_DBFS};
use headphones_or_iems::sound::{Mix, Scene, tracks};

use super::spectrum::{A_WEIGHTS, Spectrum, decibels};
use super::{ATTENUATIONS, MUSIC, PLACES, RATES, scenes};

const RATE: f32 = 48_000.0;

fn all_tracks() -> &'static [Vec<f32>] {
    static TRACKS: OnceLock<Vec<Vec<f32>>> = OnceLock::new();
    TRACKS.get_or_init(|| tracks(RATE))
}

/// A period of the noise of a mix.
fn noise(tracks: &[Vec<f32>], mix: &Mix) -> Vec<f32> {
    let mut sum = vec![0.0; tracks[0].len()];
    for (samples, gain) in tracks[..8].iter().zip(mix.gains) {
        for (sum, sample) in sum.iter_mut().zip(samples) {
            *sum += gain * sample;
        }
    }
    sum
}

fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |peak, sample| peak.max(sample.abs()))
}

/// What a place has in dBA after a type, computed from its bands.
fn dba(scene: &Scene) -> f64 {
    let bands = scene.place.iter().zip(scene.attenuation).zip(A_WEIGHTS);
    decibels(bands.map(|((level, blocked), a)| 10_f64.powf((level - blocked + a) / 10.0)).sum())
}

#[test]
fn the_places_of_these_tests_have_the_levels_that_they_claim() {
    for (place, place_dba) in PLACES {
        let scene = Scene { place, place_dba, attenuation: [0.0; 8], music_dba: None };
        assert!((dba(&scene) - place_dba).abs() < 0.2, "{} instead of {place_dba}", dba(&scene));
    }
}

#[test]
fn every_band_plays_at_its_level() {
    for scene in scenes().filter(|scene| scene.music_dba.is_none()) {
        let found = Spectrum::of(&noise(all_tracks(), &scene.mix()), RATE);
        let shift = REFERENCE_DBFS - scene.place_dba.max(FLOOR_DBA);
        for (at, level) in found.octaves().into_iter().enumerate() {
            let wanted = scene.place[at] - scene.attenuation[at] + shift;
            assert!((level - wanted).abs() < 0.1, "band {at}: {level} for {wanted} in {scene:?}");
        }
        let (level, wanted) = (found.a_weighted(), dba(&scene) + shift);
        assert!((level - wanted).abs() < 0.35, "{level} for {wanted} dBA in {scene:?}");
    }
}

#[test]
fn no_sample_comes_near_full_scale() {
    let limit = 10_f32.powf(-3.0 / 20.0);
    for rate in RATES {
        let tracks = tracks(rate);
        let music_peak = peak(&tracks[8]);
        for scene in scenes().filter(|scene| scene.music_dba.is_none()) {
            let quiet = scene.mix();
            let noise_peak = peak(&noise(&tracks, &quiet));
            for music_dba in MUSIC {
                let mix = Scene { music_dba, ..scene }.mix();
                assert_eq!(mix.gains[..8].to_vec(), quiet.gains[..8].to_vec());
                // The loops have different lengths, so any two samples meet sooner or later.
                let highest = noise_peak + music_peak * mix.gains[8];
                assert!(highest <= limit, "{highest} at {rate} Hz in {scene:?} with {music_dba:?}");
            }
        }
    }
}

/// The gains are on straight lines between those of two scenes while one changes to the other.
#[test]
fn no_sample_comes_near_full_scale_on_the_way_to_another_scene() {
    let tracks = all_tracks();
    let all: Vec<Mix> = scenes().map(|scene| scene.mix()).collect();
    for (mix, next) in all.iter().zip(all.iter().skip(7)) {
        let mut between = *mix;
        for (gain, to) in between.gains.iter_mut().zip(next.gains) {
            *gain = f32::midpoint(*gain, to);
        }
        let highest = peak(&noise(tracks, &between)) + peak(&tracks[8]) * between.gains[8];
        assert!(f64::from(highest) <= PEAK, "{highest} between {mix:?} and {next:?}");
    }
}

/// The level at which the music of a mix plays, in dB relative to full scale.
fn music_level(mix: &Mix) -> f64 {
    let samples: Vec<f32> = all_tracks()[8].iter().map(|sample| sample * mix.gains[8]).collect();
    Spectrum::of(&samples, RATE).a_weighted()
}

#[test]
fn music_is_as_much_louder_than_the_noise_as_it_should_be() {
    for (place, place_dba) in PLACES.into_iter().take(5) {
        // People who want to hear music clearly choose about 13 dB more than the noise.
        for music in [place_dba - 10.0, place_dba, place_dba + 13.0] {
            let scene = Scene { place, place_dba, attenuation: [0.0; 8], music_dba: Some(music) };
            let mix = scene.mix();
            let more =
                music_level(&mix) - Spectrum::of(&noise(all_tracks(), &mix), RATE).a_weighted();
            assert!(!mix.is_clamped, "{scene:?}");
            assert!((more - (music - place_dba)).abs() < 0.5, "{more} dB more in {scene:?}");
        }
    }
}

#[test]
fn music_does_not_change_with_the_type() {
    for (place, place_dba) in PLACES {
        for music_dba in [Some(70.0), Some(120.0)] {
            let gain =
                |attenuation| Scene { place, place_dba, attenuation, music_dba }.mix().gains[8];
            let gains: Vec<f32> = ATTENUATIONS[..4].iter().map(|blocked| gain(*blocked)).collect();
            assert!(
                gains.windows(2).all(|two| two[0].to_bits() == two[1].to_bits()),
                "{gains:?} in {place:?}"
            );
        }
    }
}

#[test]
fn music_that_cannot_be_as_loud_as_it_should_be_is_reported() {
    let (place, place_dba) = PLACES[0];
    let mix =
        |music| Scene { place, place_dba, attenuation: [0.0; 8], music_dba: Some(music) }.mix();
    let loudest = mix(120.0);
    assert!(loudest.is_clamped);
    // Up to the limit each level has a gain of its own, and above it all have the same.
    let free = (60..=120).map(|dba| mix(f64::from(dba))).filter(|mix| !mix.is_clamped);
    let gains: Vec<f32> = free.map(|mix| mix.gains[8]).collect();
    assert!(gains.len() > 20 && gains.is_sorted_by(|one, next| one < next), "{gains:?}");
    assert!(gains.iter().all(|gain| *gain < loudest.gains[8]));
    assert_eq!(mix(119.0).gains.to_vec(), loudest.gains.to_vec());
}

#[test]
fn noise_that_would_be_too_loud_is_turned_down_in_all_bands_alike() {
    let scene = |amplified: f64| Scene {
        place: PLACES[0].0,
        place_dba: PLACES[0].1,
        attenuation: [-amplified; 8],
        music_dba: Some(70.0),
    };
    let (plain, loud) = (scene(0.0).mix(), scene(40.0).mix());
    assert!(!plain.is_clamped && loud.is_clamped);
    let ratios: Vec<f32> =
        loud.gains.iter().zip(plain.gains).take(8).map(|(loud, plain)| loud / plain).collect();
    assert!(ratios.iter().all(|ratio| (ratio - ratios[0]).abs() < 1e-4), "{ratios:?}");
    assert!(ratios[0] > 1.0 && loud.gains[8] > 0.0, "{loud:?}");
}

#[test]
fn levels_that_are_no_numbers_are_silent() {
    for level in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e9] {
        let scene = Scene {
            place: [level; 8],
            place_dba: 70.0,
            attenuation: [0.0; 8],
            music_dba: Some(level),
        };
        let gains = scene.mix().gains;
        assert!(gains.iter().take(8).all(|gain| *gain == 0.0), "{level}: {gains:?}");
        assert!(gains[8].is_finite(), "{level}: {gains:?}");
    }
}

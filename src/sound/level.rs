//! How loud the tracks play.
//!
//! A page cannot know how loud a visitor's loudspeakers are, so levels in dBA become levels relative
//! to full scale: places louder than [`FLOOR_DBA`] all play at [`REFERENCE_DBFS`], and everything that
//! is heard in them, and every quieter place, is as much quieter as it is in reality.

use super::number::single;
use super::{BANDS, TRACKS, music};

/// The A-weighted RMS of a loud place at bare ears, in dB relative to full scale.
///
/// The noise of an aircraft has 13 dB more than its A-weighted level, nearly all of it in the bass.
/// This is the highest level at which its peaks leave room for music 13 dB above it, which is what
/// people choose who want to hear music clearly.
pub const REFERENCE_DBFS: f64 = -36.0;

/// The level in dBA from which on all places play equally loudly. With a much higher one, the noise of
/// an office would be too quiet to hear.
pub const FLOOR_DBA: f64 = 65.0;

/// No sample may be further from 0 than this, which is 3 dB below full scale.
pub const PEAK: f64 = 0.707;

/// The most that noise may use of [`PEAK`], so that music can always be heard.
const NOISE_PEAK: f64 = 0.6;

/// How much each band counts in [`NOISE_CREST`]. The noise of places is mostly bass, so the bound is
/// tight for bass.
const NOISE_WEIGHTS: [f64; BANDS] = [1.0, 1.0, 0.7, 0.5, 0.35, 0.25, 0.15, 0.1];

/// The length of the vector of the eight samples that play at the same time, each multiplied by its
/// weight, never exceeds this.
///
/// By the inequality of Cauchy and Schwarz, no mix of the bands then has a peak above this times the
/// length of the vector of gains, each divided by its weight.
const NOISE_CREST: f64 = 3.95;

/// What is heard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scene {
    /// The level of the place at bare ears in dB SPL, by octave band from 63 Hz to 8 kHz.
    pub place: [f64; BANDS],
    /// The A-weighted sum of `place` in dBA.
    pub place_dba: f64,
    /// What a type blocks in each band, in dB; negative if it amplifies, and 0 at bare ears.
    pub attenuation: [f64; BANDS],
    /// The level of the music at the ear in dBA, or `None` if there is no music.
    pub music_dba: Option<f64>,
}

/// The gains at which a scene plays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix {
    /// The factor for each of the [`tracks`](super::tracks).
    pub gains: [f32; TRACKS],
    /// Whether something plays quieter than it should, because its peaks would be too high.
    pub is_clamped: bool,
}

/// The digital level, in dB relative to full scale, of something that has `dba` in a place.
///
/// ```
/// use headphones_or_iems::sound::level::{FLOOR_DBA, REFERENCE_DBFS, digital};
/// assert_eq!(digital(80.0, 80.0), REFERENCE_DBFS);
/// assert_eq!(digital(70.0, 80.0), REFERENCE_DBFS - 10.0);
/// assert_eq!(digital(35.0, 35.0), REFERENCE_DBFS + 35.0 - FLOOR_DBA);
/// ```
pub fn digital(dba: f64, place_dba: f64) -> f64 {
    REFERENCE_DBFS + dba - place_dba.max(FLOOR_DBA)
}

impl Scene {
    /// The gains for this scene.
    ///
    /// The room for music is what the noise leaves at bare ears, so the music does not change when
    /// the type does. Between the gains of two scenes with the same place and music, every mix on the
    /// way keeps within [`PEAK`] too.
    pub fn mix(&self) -> Mix {
        let factors = |blocked: [f64; BANDS]| {
            let mut factors = self.place;
            for (level, blocked) in factors.iter_mut().zip(blocked) {
                *level = factor(digital(*level - blocked, self.place_dba));
            }
            factors
        };
        let bare = factors([0.0; BANDS]);
        let bands = factors(self.attenuation);
        let peak = highest_peak(&bare).max(highest_peak(&bands));
        let fits = if peak > NOISE_PEAK { NOISE_PEAK / peak } else { 1.0 };
        let music =
            self.music_dba.map_or(0.0, |dba| factor(digital(dba, self.place_dba) - music::LEVEL));
        let room = (PEAK - peak * fits) / music::PEAK;
        let mut gains = [0.0; TRACKS];
        let all = bands.iter().map(|gain| gain * fits).chain([music.min(room)]);
        for (gain, value) in gains.iter_mut().zip(all) {
            *gain = single(value);
        }
        Mix { gains, is_clamped: fits < 1.0 || music > room }
    }
}

/// The factor for a level in dB; 0 if the level is not a number.
fn factor(decibels: f64) -> f64 {
    let factor = 10_f64.powf(decibels / 20.0);
    if factor.is_finite() { factor } else { 0.0 }
}

/// A bound on the peaks of the noise with these gains.
fn highest_peak(gains: &[f64; BANDS]) -> f64 {
    let squares = gains.iter().zip(NOISE_WEIGHTS).map(|(gain, weight)| (gain / weight).powi(2));
    NOISE_CREST * squares.sum::<f64>().sqrt()
}

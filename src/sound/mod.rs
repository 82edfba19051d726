//! The sound of the noise view: the noise of a place in octave bands, a piece of music, and how loud
//! each of them plays.
//!
//! Everything is computed here and nothing is played: `platform::audio` loops the tracks and sets
//! their gains.

pub mod level;
pub mod music;
pub mod noise;
mod number;

pub use level::{Mix, Scene};

/// The number of octave bands, 63 Hz to 8 kHz.
pub const BANDS: usize = 8;
/// The number of tracks: one for each octave band, then the music.
pub const TRACKS: usize = BANDS + 1;

/// Every visitor hears the same noise. With this seed, its peaks are low at all usual sample rates.
pub const SEED: u64 = 263;

/// All tracks for a sample rate in Hz, in the order of [`Mix::gains`]: the octave bands from low to
/// high, each with an RMS of 1, and the music. Each track is one period of a loop without a seam.
pub fn tracks(sample_rate: f32) -> Vec<Vec<f32>> {
    let bands = noise::octave_noise(SEED, sample_rate, noise::period(sample_rate));
    bands.into_iter().chain([music::music(sample_rate)]).collect()
}

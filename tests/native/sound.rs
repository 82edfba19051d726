//! What the noise view plays: measured from the samples, by a Fourier transform of the tests' own.

mod gains;
mod levels;
mod loops;
mod memory;
mod player;
mod spectrum;

use headphones_or_iems::sound::Scene;

/// The sample rates of usual devices, in Hz.
pub(crate) const RATES: [f32; 10] = [
    8_000.0, 11_025.0, 16_000.0, 22_050.0, 24_000.0, 32_000.0, 44_100.0, 48_000.0, 96_000.0,
    192_000.0,
];

/// Band levels of noises that are as different as places are, each with its level in dBA. The last is
/// no place: most of it is treble.
pub(crate) const PLACES: [([f64; 8], f64); 6] = [
    ([85.9, 83.9, 78.9, 72.4, 65.9, 59.9, 51.9, 42.9], 75.0),
    ([47.6, 42.6, 37.6, 32.6, 27.6, 22.6, 17.6, 12.6], 35.0),
    ([56.3, 62.3, 68.3, 70.3, 64.3, 58.3, 52.3, 45.3], 70.0),
    ([99.1, 99.1, 97.1, 96.1, 95.1, 93.1, 89.1, 83.1], 100.0),
    ([80.8, 74.7, 71.2, 68.8, 68.6, 65.4, 60.6, 57.7], 73.0),
    ([30.0, 35.0, 40.0, 45.0, 55.0, 62.0, 65.0, 64.0], 69.2),
];

/// What types block: nothing, bass by noise cancelling, treble, everything, and less than nothing.
pub(crate) const ATTENUATIONS: [[f64; 8]; 5] = [
    [0.0; 8],
    [16.0, 22.0, 24.0, 22.0, 20.0, 27.0, 33.0, 34.0],
    [2.0, 4.0, 7.0, 12.0, 20.0, 26.0, 32.0, 32.0],
    [30.0, 33.5, 34.5, 34.5, 35.0, 33.0, 39.5, 43.5],
    [10.0, 12.0, 8.0, 2.0, -4.0, -6.0, -3.0, 0.0],
];

/// Levels of music in dBA, up to the loudest that the view accepts; `None` is no music.
pub(crate) const MUSIC: [Option<f64>; 5] = [None, Some(30.0), Some(70.0), Some(88.0), Some(120.0)];

/// Every combination of the above.
pub(crate) fn scenes() -> impl Iterator<Item = Scene> {
    PLACES.into_iter().flat_map(|(place, place_dba)| {
        ATTENUATIONS.into_iter().flat_map(move |attenuation| {
            MUSIC.map(|music_dba| Scene { place, place_dba, attenuation, music_dba })
        })
    })
}

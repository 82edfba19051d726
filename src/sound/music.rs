//! A quiet piece of music, made for this site: four chords and a slow melody, as one period of a loop.
//!
//! It is a sum of decaying partials. A note that is still heard at the end of the period continues at
//! its start, so the loop has no seam.

use std::f64::consts::TAU;

use super::number::{real, single, whole};

/// The length of a beat in seconds.
const BEAT: f64 = 0.5;
/// The number of beats in the period.
const BEATS: usize = 16;

/// A-weighted RMS of [`music`] in dB relative to full scale.
pub const LEVEL: f64 = -22.0;
/// No sample of [`music`] is further from 0.
pub const PEAK: f64 = 0.41;
/// Brings the notes below to [`LEVEL`].
const VOLUME: f64 = 0.1732;

/// How the notes of a voice sound.
struct Voice {
    /// The volume of the first partial.
    volume: f64,
    /// The number of partials; each is weaker than the one below it by the power `slope` of its number.
    partials: u8,
    slope: i32,
    /// The times in seconds in which a note rises, decays to 1/e, and ends after its beats.
    attack: f64,
    decay: f64,
    release: f64,
}

const CHORDS: Voice =
    Voice { volume: 0.25, partials: 4, slope: 2, attack: 0.3, decay: 4.0, release: 0.6 };
const MELODY: Voice =
    Voice { volume: 1.0, partials: 7, slope: 1, attack: 0.03, decay: 0.6, release: 0.5 };

/// The notes of each chord as MIDI numbers (69 is A4, 440 Hz). Each lasts four beats.
const CHORD_NOTES: [[u8; 4]; 4] =
    [[57, 60, 64, 71], [53, 60, 64, 69], [55, 60, 64, 67], [55, 59, 62, 64]];

/// The melody: each note with its length in beats.
const MELODY_NOTES: [(u8, usize); 12] = [
    (76, 2),
    (72, 1),
    (74, 1),
    (69, 2),
    (72, 1),
    (76, 1),
    (79, 2),
    (76, 1),
    (74, 1),
    (71, 2),
    (74, 1),
    (69, 1),
];

/// One period of the music at a sample rate in Hz: 8 seconds, with the A-weighted RMS [`LEVEL`] and
/// no sample beyond [`PEAK`].
pub fn music(sample_rate: f32) -> Vec<f32> {
    let rate = f64::from(sample_rate);
    let mut samples = vec![0.0; whole(BEAT * real(BEATS) * rate)];
    for (bar, chord) in CHORD_NOTES.iter().enumerate() {
        for key in chord {
            CHORDS.note(&mut samples, rate, *key, 4 * bar, 4);
        }
    }
    let mut start = 0;
    for (key, beats) in MELODY_NOTES {
        MELODY.note(&mut samples, rate, key, start, beats);
        start += beats;
    }
    samples.into_iter().map(|sample| single(VOLUME * sample)).collect()
}

impl Voice {
    /// Adds a note, which starts and lasts whole beats.
    fn note(&self, samples: &mut [f64], rate: f64, key: u8, start: usize, beats: usize) {
        let frequency = 440.0 * ((f64::from(key) - 69.0) / 12.0).exp2();
        let audible = (1..=self.partials).filter(|n| f64::from(*n) * frequency < rate / 2.0);
        let mut partials: Vec<Partial> =
            audible.map(|n| Partial::new(self, f64::from(n), frequency, rate)).collect();
        let lasts = real(beats) * BEAT + self.release;
        let start = whole(real(start) * BEAT * rate);
        let end = start + whole(lasts * rate);
        let period = samples.len();
        for at in start..end {
            let time = real(at - start) / rate;
            let envelope = (time / self.attack).min((lasts - time) / self.release).min(1.0);
            let sum: f64 = partials.iter_mut().map(Partial::next).sum();
            if let Some(sample) = samples.get_mut(at % period) {
                *sample += sum * envelope;
            }
        }
    }
}

/// A decaying sine: the height of a pointer that turns and shrinks by the same amounts with every
/// sample.
struct Partial {
    pointer: (f64, f64),
    turn: (f64, f64),
}

impl Partial {
    fn new(voice: &Voice, number: f64, frequency: f64, rate: f64) -> Self {
        let shrink = (-number.sqrt() / (voice.decay * rate)).exp();
        let (sin, cos) = (TAU * number * frequency / rate).sin_cos();
        Self {
            pointer: (voice.volume / number.powi(voice.slope), 0.0),
            turn: (shrink * cos, shrink * sin),
        }
    }

    fn next(&mut self) -> f64 {
        let ((x, y), (turn_x, turn_y)) = (self.pointer, self.turn);
        self.pointer = (x * turn_x - y * turn_y, x * turn_y + y * turn_x);
        y
    }
}

//! Noise in octave bands, as one period of a loop.
//!
//! Each band is a sum of sines that fit into the period a whole number of times, so the loop has no
//! seam. The phases are random. The power falls by 6 dB per octave inside a band, which is close to
//! the slope of most places, and gives each band the A-weighted level of its midband frequency within
//! 0.35 dB. (With equal power at all frequencies, the 63 Hz band would have 1.5 dB more.)

use rustfft::algorithm::Radix4;
use rustfft::num_complex::Complex32;
use rustfft::{Fft, FftDirection};

use super::BANDS;
use super::number::{real, single};

/// The exact midband frequencies in Hz: 1 kHz times powers of two. The nominal ones, 63 Hz and so on,
/// would leave gaps and overlaps between bands. A band reaches from its midband frequency divided by
/// √2 to the same times √2.
pub const MIDBANDS: [f64; BANDS] = [62.5, 125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0];

/// The shortest period in seconds. A shorter one is heard as a rhythm.
const SHORTEST: f64 = 2.5;
/// The longest period in samples, which limits the memory at very high sample rates.
const LONGEST: usize = 1 << 19;

/// The number of samples in a period at a sample rate in Hz: a power of two that lasts 2.5 to 5
/// seconds, or less above 210 kHz.
///
/// ```
/// use headphones_or_iems::sound::noise::period;
/// assert_eq!(period(44_100.0), 1 << 17);
/// assert_eq!(period(48_000.0), 1 << 17);
/// ```
pub fn period(sample_rate: f32) -> usize {
    let mut length = 1;
    while real(length) < SHORTEST * f64::from(sample_rate) && length < LONGEST {
        length *= 2;
    }
    length
}

/// One period of noise for each octave band, with an RMS of 1. `length` must be a power of two and at
/// least 2. The part of a band above half the sample rate is left out; a band that is all above it is
/// silent. The same arguments give the same samples.
pub fn octave_noise(seed: u64, sample_rate: f32, length: usize) -> [Vec<f32>; BANDS] {
    let transform = Radix4::new(length, FftDirection::Inverse);
    let step = f64::from(sample_rate) / real(length);
    let mut random = Random(seed);
    let mut bands: [Vec<f32>; BANDS] = Default::default();
    // One complex transform makes two real signals: what becomes the imaginary part is turned by 90°.
    for (pair, two) in bands.chunks_exact_mut(2).zip(MIDBANDS.chunks_exact(2)) {
        let mut samples = vec![Complex32::ZERO; length];
        for (midband, turn) in two.iter().zip([Complex32::ONE, Complex32::I]) {
            fill(&mut samples, *midband, step, turn, &mut random);
        }
        transform.process(&mut samples);
        if let [real, imaginary] = pair {
            *real = samples.iter().map(|sample| sample.re).collect();
            *imaginary = samples.iter().map(|sample| sample.im).collect();
        }
    }
    bands
}

/// Writes a band into a spectrum whose bins are `step` Hz apart.
fn fill(spectrum: &mut [Complex32], midband: f64, step: f64, turn: Complex32, random: &mut Random) {
    let length = spectrum.len();
    let band = midband / 2_f64.sqrt()..midband * 2_f64.sqrt();
    let bins: Vec<usize> =
        (1..length / 2).filter(|bin| band.contains(&(real(*bin) * step))).collect();
    // Each bin is there twice, at its frequency and at its negative.
    let power: f64 = bins.iter().map(|bin| 2.0 / real(*bin).powi(2)).sum();
    for bin in bins {
        let magnitude = single(1.0 / (real(bin) * power.sqrt()));
        let value = Complex32::from_polar(magnitude, random.angle());
        for (at, value) in [(bin, value), (length - bin, value.conj())] {
            if let Some(found) = spectrum.get_mut(at) {
                *found = turn * value;
            }
        }
    }
}

/// A small pseudo-random generator (splitmix64).
struct Random(u64);

impl Random {
    /// An angle in radians, from 0 to 2π.
    fn angle(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let [high, low, ..] = (mixed ^ (mixed >> 31)).to_be_bytes();
        f32::from(u16::from_be_bytes([high, low])) / 65_536.0 * std::f32::consts::TAU
    }
}

//! The power of samples by frequency.

use rustfft::FftPlanner;
use rustfft::num_complex::Complex64;

/// The power of a period of a loop, by frequency in Hz. A constant has the frequency 0.
pub(crate) struct Spectrum(Vec<(f64, f64)>);

impl Spectrum {
    pub(crate) fn of(samples: &[f32], sample_rate: f32) -> Self {
        let length = samples.len();
        let mut bins: Vec<Complex64> =
            samples.iter().map(|sample| Complex64::from(f64::from(*sample))).collect();
        FftPlanner::new().plan_fft_forward(length).process(&mut bins);
        let length = f64::from(u32::try_from(length).unwrap());
        let half = bins.iter().zip(0_u32..).take(bins.len() / 2);
        let powers = half.map(|(bin, at)| {
            let both = if at == 0 { 1.0 } else { 2.0 };
            let frequency = f64::from(at) * f64::from(sample_rate) / length;
            (frequency, both * bin.norm_sqr() / (length * length))
        });
        Self(powers.collect())
    }

    /// The level between two frequencies, in dB relative to an RMS of 1.
    pub(crate) fn level(&self, from: f64, to: f64) -> f64 {
        let inside = self.0.iter().filter(|(frequency, _)| (from..to).contains(frequency));
        decibels(inside.map(|(_, power)| power).sum())
    }

    /// The level in each octave band from 63 Hz to 8 kHz.
    pub(crate) fn octaves(&self) -> [f64; 8] {
        BANDS.map(|midband| self.level(midband / 2_f64.sqrt(), midband * 2_f64.sqrt()))
    }

    /// The A-weighted level, by the curve of IEC 61672-1.
    pub(crate) fn a_weighted(&self) -> f64 {
        let audible = self.0.iter().skip(1);
        decibels(audible.map(|(frequency, power)| power * a_curve(*frequency)).sum())
    }
}

/// Exact midband frequencies in Hz.
pub(crate) const BANDS: [f64; 8] = [62.5, 125.0, 250.0, 500.0, 1e3, 2e3, 4e3, 8e3];

/// A-weighting of the nominal midband frequencies in dB, from IEC 61672-1.
pub(crate) const A_WEIGHTS: [f64; 8] = [-26.2, -16.1, -8.6, -3.2, 0.0, 1.2, 1.0, -1.1];

fn a_curve(frequency: f64) -> f64 {
    let square = frequency * frequency;
    let [low, second, third, high] =
        [20.6, 107.7, 737.9, 12_194.0].map(|pole: f64| square + pole * pole);
    let gain = 12_194_f64.powi(2) * square * square / (low * (second * third).sqrt() * high);
    // 2 dB make it 0 dB at 1 kHz.
    gain * gain * 10_f64.powf(0.2)
}

/// A power in dB.
pub(crate) fn decibels(power: f64) -> f64 {
    10.0 * power.log10()
}

#[test]
fn a_sine_has_its_level_in_its_band_alone() {
    let sine: Vec<f32> = (0..4800_u16)
        .map(|at| (std::f32::consts::TAU * f32::from(at % 48) / 48.0).sin() * 0.5)
        .collect();
    let spectrum = Spectrum::of(&sine, 48_000.0);
    for (at, level) in spectrum.octaves().into_iter().enumerate() {
        let is_right = if at == 4 { (level + 9.03).abs() < 0.01 } else { level < -100.0 };
        assert!(is_right, "{:?}", spectrum.octaves());
    }
    assert!((spectrum.a_weighted() + 9.03).abs() < 0.01, "{}", spectrum.a_weighted());
}

#[test]
fn the_a_curve_has_the_values_of_the_standard() {
    for (frequency, weight) in
        [63.1, 125.9, 251.2, 501.2, 1e3, 1995.0, 3981.0, 7943.0].into_iter().zip(A_WEIGHTS)
    {
        let found = decibels(a_curve(frequency));
        assert!((found - weight).abs() < 0.1, "{frequency} Hz: {found}");
    }
}

//! The model of noise: what types hold back, what remains, and how long a level can be heard.
//!
//! The tables of the fact base check content and formulas together, because both were typed apart
//! from it.

mod exposure;
mod places;
mod properties;
mod tables;
mod worn;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::noise::{Bands, Wearing};

use crate::support::{content, quiz};

/// The way of wearing that `name` stands for: the id of a type, and that of a wearing after a slash
/// if it is not the usual one.
fn wearing(name: &str) -> &'static Wearing {
    let (device_type, wearing) = name.split_once('/').unwrap_or((name, ""));
    let device_type = quiz().find_device_type(device_type).unwrap_or_else(|| panic!("`{name}`"));
    let attenuation = content().details().noise.attenuation(device_type);
    let usual = wearing.is_empty().then_some(&attenuation.usual);
    usual.or_else(|| attenuation.wearing(wearing)).unwrap_or_else(|| panic!("`{name}`"))
}

/// A number from `from` up to `to`.
fn number(random: &mut Random, from: f64, to: f64) -> f64 {
    let thousandth = u16::try_from(random.bits() % 1000).unwrap();
    from + (to - from) * f64::from(thousandth) / 1000.0
}

/// Eight numbers from `from` up to `to`.
fn bands(random: &mut Random, from: f64, to: f64) -> Bands {
    Bands(std::array::from_fn(|_| number(random, from, to)))
}

#[track_caller]
fn assert_near(found: f64, expected: f64, within: f64, what: &str) {
    assert!((found - expected).abs() <= within, "{what}: {found}, not {expected} ± {within}");
}

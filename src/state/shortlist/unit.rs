//! Units that visitors type behind numbers.

/// For each unit that a field can count in, in lower case, what may be typed for it.
const UNITS: [(&str, &[&str]); 7] = [
    ("Ω", &["ohms", "ω"]),
    ("V", &["volts", "vrms", "v rms"]),
    ("mA", &["ma", "milliamperes", "milliamps"]),
    ("mW", &["mw", "milliwatts"]),
    ("dB", &["db", "db spl"]),
    ("years", &["years", "yrs"]),
    ("hours", &["hours", "hrs"]),
];

/// Whether a number was typed with another unit than that of its field, so that it means something
/// else. A field for an amount of money takes any currency, and a number alone is always fine.
///
/// ```
/// use headphones_or_iems::state::shortlist::is_other_unit;
/// assert!(["10 kΩ", "10k", "32 mΩ"].iter().all(|text| is_other_unit(text, "Ω")));
/// assert!(is_other_unit("1 W", "mW") && is_other_unit("36 months", "years"));
/// assert!(["32", "32 Ω", "32 ohm", "32Ohms"].iter().all(|text| !is_other_unit(text, "Ω")));
/// assert!(!is_other_unit("200 kr", "a year"));
/// ```
pub fn is_other_unit(text: &str, unit: &str) -> bool {
    let Some((_, names)) = UNITS.iter().find(|(known, _)| *known == unit) else { return false };
    let after = text.trim().rsplit(|at: char| at.is_ascii_digit()).next().unwrap_or_default();
    let typed = after.trim_matches([' ', '.', ',']).to_lowercase();
    !typed.is_empty() && !names.iter().any(|name| name.starts_with(&typed))
}

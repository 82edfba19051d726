//! Numbers that visitors type.

use headphones_or_iems::audit::Random;
use headphones_or_iems::state::shortlist::{NotCounted, number, shown};

#[test]
fn a_number_with_its_unit_is_read_and_rounded_to_two_decimals() {
    for (text, expected) in [
        ("32", 32.0),
        ("32 Ω", 32.0),
        ("$49", 49.0),
        ("49,90 €", 49.9),
        ("0.005", 0.01),
        ("103 dB/mW", 103.0),
        ("36 months", 36.0),
        ("1234.5678", 1234.57),
        ("0,125", 0.13),
    ] {
        assert_eq!(number(text, &(0.0..=10_000.0)), Ok(Some(expected)), "{text}");
    }
}

#[test]
fn what_cannot_be_counted_with_says_why() {
    let range = 1.0..=2_000.0;
    for text in ["forty", "1 2", "1e3", "12..5", "--3", "NaN", "inf", "1.2.3", "32 ohms nominal"] {
        assert_eq!(number(text, &range), Err(NotCounted::NotANumber), "{text}");
    }
    for text in ["0", "0.9", "-32", "−1", "2000.01", "10000", "1000000000000"] {
        assert_eq!(number(text, &range), Err(NotCounted::OutOfRange), "{text}");
    }
    for text in
        ["1,500", "1.500", "12,000", "1 500", "£1,234.50", "1.234,50 €", "1’500", "1 234 567"]
    {
        assert_eq!(number(text, &range), Err(NotCounted::Ambiguous), "{text}");
    }
    for text in ["", "  ", "\t"] {
        assert_eq!(number(text, &range), Ok(None), "{text:?}");
    }
}

#[test]
fn what_a_field_shows_is_read_as_the_same_number() {
    let mut random = Random::new(18);
    for _ in 0..2_000 {
        let cents = f64::from(random.below(250)) * 9_973.0 + f64::from(random.below(100));
        let value = Some(cents / 100.0);
        assert_eq!(number(&shown(value), &(0.0..=1e7)), Ok(value));
    }
    assert_eq!(shown(None), "");
}

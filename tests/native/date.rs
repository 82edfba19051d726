//! Calendar days: three hundred years, day by day.

use headphones_or_iems::model::Date;

/// The days from 1900 to 2199: 365 a year, and 73 leap days, since neither 1900 nor 2100 has one.
const DAYS: i32 = 300 * 365 + 73;

#[test]
fn every_day_is_one_after_the_day_before_and_no_other_day_is_read() {
    let mut days: Vec<Date> = Vec::new();
    for year in 1899..=2200 {
        for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
            let text = format!("{year}-{month:02}-{day:02}");
            let Some(date) = Date::parse(&text) else { continue };
            assert_eq!(date.to_string(), text);
            if let Some(before) = days.last() {
                assert_eq!(date.days_since(*before), 1, "{text}");
                assert!(date > *before, "{text}");
            }
            days.push(date);
        }
    }
    let (first, last) = (days[0], days[days.len() - 1]);
    assert_eq!([first.to_string(), last.to_string()], ["1900-01-01", "2199-12-31"]);
    assert_eq!(last.days_since(first), DAYS - 1);
    assert_eq!(first.days_since(last), 1 - DAYS);
}

#[test]
fn a_day_is_written_in_one_way() {
    for text in [
        "2026-1-1",
        "02026-01-01",
        "2026-001-01",
        "2026-01-001",
        "2026-01-01-01",
        "2026-01",
        " 2026-01-01",
        "2026-01-0a",
    ] {
        assert_eq!(Date::parse(text), None, "{text}");
    }
}

//! Levels and times in words.

use crate::model::Ranged;
use crate::model::exposure::Hours;
use crate::model::noise::{Dba, Decibels};

/// The hours of a day. At a level that takes longer, the reference is not reached.
pub const DAY: f64 = 24.0;
/// The hours of a week.
pub const WEEK: f64 = 168.0;

/// "64 dBA (57–74)", or without a range where both ends round to the same.
pub fn loudness(level: Ranged<Dba>) -> String {
    let [usual, low, high] = [level.usual, level.low, level.high].map(|at| format!("{:.0}", at.0));
    if low == high { format!("{usual} dBA") } else { format!("{usual} dBA ({low}–{high})") }
}

/// A time of at most `most` hours, or that it is longer. Times under an hour are in minutes.
///
/// ```
/// use headphones_or_iems::model::exposure::Hours;
/// use headphones_or_iems::state::noise::hours;
/// assert_eq!(hours(Hours(26.0), 24.0), "over 24 h");
/// assert_eq!(hours(Hours(5.66), 24.0), "5.7 h");
/// assert_eq!(hours(Hours(9.97), 24.0), "10 h");
/// assert_eq!(hours(Hours(0.995), 24.0), "1.0 h");
/// assert_eq!(hours(Hours(0.25), 24.0), "15 min");
/// assert_eq!(hours(Hours(0.001), 24.0), "under 1 min");
/// ```
pub fn hours(time: Hours, most: f64) -> String {
    match time.0 {
        time if time > most => format!("over {most} h"),
        time if time >= 9.95 => format!("{time:.0} h"),
        time if time * 60.0 >= 59.5 => format!("{time:.1} h"),
        time if time * 60.0 >= 1.0 => format!("{:.0} min", time * 60.0),
        _ => "under 1 min".to_owned(),
    }
}

/// A time a day with its range.
pub fn daily(time: Ranged<Hours>) -> String {
    spread(time, DAY)
}

/// A time a week with its range.
pub fn weekly(time: Ranged<Hours>) -> String {
    spread(time, WEEK)
}

fn spread(time: Ranged<Hours>, most: f64) -> String {
    let [usual, low, high] = [time.usual, time.low, time.high].map(|at| hours(at, most));
    if low == high { usual } else { format!("{usual} ({low} to {high})") }
}

/// How loud what remains is beside the noise at bare ears. A fall of 10 dB is heard as half as loud.
pub const fn compared(reduction: Decibels) -> &'static str {
    match reduction.0 {
        by if by < 0.0 => "louder",
        by if by < 2.0 => "about as loud",
        by if by < 6.0 => "a little quieter",
        by if by < 14.0 => "about half as loud",
        by if by < 18.0 => "about a third as loud",
        by if by < 24.0 => "about a quarter as loud",
        _ => "less than a fifth as loud",
    }
}

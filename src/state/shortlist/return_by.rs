//! How long a candidate can still be returned.

use crate::model::Date;

/// Where a day stands to the last day for a return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnTime {
    /// So many days are left, at least 2.
    Left(u32),
    /// The next day is the last.
    Tomorrow,
    /// This day is the last.
    Today,
    /// It ended so many days ago, at least 1.
    Ended(u32),
}

impl ReturnTime {
    /// What `today` leaves until `last`, the last day for the return.
    ///
    /// ```
    /// use headphones_or_iems::model::Date;
    /// use headphones_or_iems::state::shortlist::ReturnTime;
    /// let day = |text| Date::parse(text).unwrap();
    /// assert_eq!(ReturnTime::until(day("2026-12-07"), day("2026-11-28")), ReturnTime::Left(9));
    /// ```
    pub fn until(last: Date, today: Date) -> Self {
        match last.days_since(today) {
            0 => Self::Today,
            1 => Self::Tomorrow,
            days if days < 0 => Self::Ended(days.unsigned_abs()),
            days => Self::Left(days.unsigned_abs()),
        }
    }
}

/// The time that is left for a return, in words without a capital letter.
///
/// ```
/// use headphones_or_iems::model::Date;
/// use headphones_or_iems::state::shortlist::return_in_words;
/// let (last, today) = (Date::parse("2026-12-07").unwrap(), Date::parse("2026-11-28").unwrap());
/// assert_eq!(return_in_words(last, today), "9 days left to return it (until 7 December 2026)");
/// ```
pub fn return_in_words(last: Date, today: Date) -> String {
    match ReturnTime::until(last, today) {
        ReturnTime::Left(days) => {
            format!("{days} days left to return it (until {})", date_in_words(last))
        }
        ReturnTime::Tomorrow => "tomorrow is the last day to return it".to_owned(),
        ReturnTime::Today => "today is the last day to return it".to_owned(),
        ReturnTime::Ended(1) => "the time to return it ended yesterday".to_owned(),
        ReturnTime::Ended(days) => format!("the time to return it ended {days} days ago"),
    }
}

/// The names of the months.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day such as "7 December 2026".
pub fn date_in_words(date: Date) -> String {
    let (year, month, day) = date.parts();
    let name = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    format!("{day} {name} {year}")
}

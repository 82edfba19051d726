//! Calendar days.

/// A day of the Gregorian calendar, from 1 January 1900 to 31 December 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads a day such as `2026-11-28`; `None` if there is no such day.
    ///
    /// ```
    /// use headphones_or_iems::model::Date;
    /// assert!(Date::parse("2028-02-29").is_some());
    /// assert!(["2027-02-29", "2026-13-01", "28.11.2026", "+026-1--1"].iter().all(|text| Date::parse(text).is_none()));
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let is_plain = [year, month, day].concat().bytes().all(|at| at.is_ascii_digit());
        if parts.next().is_some() || !is_plain || (year.len(), month.len(), day.len()) != (4, 2, 2)
        {
            return None;
        }
        let date =
            Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        let is_day =
            (1..=12).contains(&date.month) && (1..=date.days_in_month()).contains(&date.day);
        ((1900..2200).contains(&date.year) && is_day).then_some(date)
    }

    /// The year, the month from 1, and the day of the month from 1.
    pub const fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    const fn is_leap_year(self) -> bool {
        self.year.is_multiple_of(4)
            && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400))
    }

    const fn days_in_month(self) -> u8 {
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if self.is_leap_year() => 29,
            2 => 28,
            _ => 31,
        }
    }

    /// The days from another day to this one; negative if this one is earlier.
    ///
    /// ```
    /// use headphones_or_iems::model::Date;
    /// let day = |text| Date::parse(text).unwrap();
    /// assert_eq!(day("2028-03-01").days_since(day("2028-02-28")), 2);
    /// assert_eq!(day("2026-12-31").days_since(day("2027-01-01")), -1);
    /// ```
    pub fn days_since(self, other: Self) -> i32 {
        self.day_number() - other.day_number()
    }

    /// The days since a fixed day. The year begins in March, so that the leap day is its last.
    fn day_number(self) -> i32 {
        let (month, day) = (i32::from(self.month), i32::from(self.day));
        let year = i32::from(self.year) - i32::from(month < 3);
        let months = (month + 9) % 12;
        365 * year + year / 4 - year / 100 + year / 400 + (153 * months + 2) / 5 + day
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

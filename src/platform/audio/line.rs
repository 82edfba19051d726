//! A gain that changes in a straight line.

/// A gain over time: `from` before `start`, `to` after `end`, and a straight line between. Times are
/// in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// The gain before the line.
    pub from: f32,
    /// The gain after the line.
    pub to: f32,
    /// When the line starts.
    pub start: f64,
    /// When the line ends.
    pub end: f64,
}

impl Line {
    /// A gain that does not change.
    pub const fn flat(gain: f32) -> Self {
        Self { from: gain, to: gain, start: 0.0, end: 0.0 }
    }

    /// The gain at a time.
    ///
    /// ```
    /// use headphones_or_iems::platform::audio::Line;
    /// let line = Line { from: 1.0, to: 0.5, start: 10.0, end: 12.0 };
    /// assert_eq!([9.0, 10.5, 12.0].map(|time| line.at(time)), [1.0, 0.875, 0.5]);
    /// ```
    pub fn at(&self, time: f64) -> f32 {
        if time >= self.end {
            return self.to;
        }
        let part = ((time - self.start) / (self.end - self.start)).max(0.0);
        #[expect(clippy::cast_possible_truncation, reason = "gains need no more precision")]
        let part = part as f32;
        self.from + (self.to - self.from) * part
    }

    /// A line that starts at a time where this one is then, so that the gain makes no step.
    #[must_use]
    pub fn then(&self, to: f32, start: f64, lasts: f64) -> Self {
        Self { from: self.at(start), to, start, end: start + lasts }
    }
}

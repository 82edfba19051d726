//! The end of a day, and the return to the page.

use std::time::Duration;

use leptos::ev::Event;
use leptos::prelude::{set_timeout, window_event_listener_untyped};
use leptos::web_sys::js_sys::Date;

use super::Browser;

/// Takes a listener away.
pub type Stop = Box<dyn FnOnce() + Send + Sync>;

/// What changes the day that a page shows.
pub trait Days: Sync {
    /// The time until the next day begins in the visitor's time zone. On a day on which the clocks are
    /// changed, it is right once they have been.
    fn left(&self) -> Duration;
    /// Runs `then` after a time, or later if the device slept.
    fn after(&self, time: Duration, then: Box<dyn FnOnce() + Send>);
    /// Runs `then` whenever the page comes back into view, and also when it is left.
    fn on_return(&self, then: Box<dyn Fn() + Send>) -> Stop;
}

/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;
/// A minute in milliseconds.
pub(super) const MINUTE: f64 = 60_000.0;

/// The time from a time in milliseconds since 1 January 1970 until the next day begins.
///
/// ```
/// use std::time::Duration;
/// use headphones_or_iems::platform::day::until_midnight;
/// assert_eq!(until_midnight(0.0), Duration::from_hours(24));
/// assert_eq!(until_midnight(1.5 * 86_400_000.0 + 250.0), Duration::from_millis(43_199_750));
/// assert_eq!(until_midnight(-1.0), Duration::from_millis(1));
/// ```
pub fn until_midnight(time: f64) -> Duration {
    Duration::try_from_secs_f64((DAY - time.rem_euclid(DAY)) / 1_000.0).unwrap_or_default()
}

impl Days for Browser {
    fn left(&self) -> Duration {
        let now = Date::new_0();
        until_midnight(now.get_time() - now.get_timezone_offset() * MINUTE)
    }

    fn after(&self, time: Duration, then: Box<dyn FnOnce() + Send>) {
        // Each type that is passed to the browser adds its own glue code; this one is there already.
        let then: Box<dyn FnOnce()> = then;
        set_timeout(then, time);
    }

    fn on_return(&self, then: Box<dyn Fn() + Send>) -> Stop {
        let listener: Box<dyn Fn(Event)> = Box::new(move |_| then());
        let listening = window_event_listener_untyped("visibilitychange", listener);
        Box::new(move || listening.remove())
    }
}

//! The day from which the time for a return is counted.

use std::time::Duration;

use leptos::prelude::*;

use super::Shortlist;
use crate::platform::day::Days;

/// The longest time after which the clock is looked at again. A timer stands still while a device
/// sleeps, so one until midnight could be hours late, and clocks are changed.
pub const LONGEST_WAIT: Duration = Duration::from_secs(3_600);

impl Shortlist {
    /// Keeps [`Shortlist::today`] at the day that the clock shows: whenever the page comes back into
    /// view, and soon after a day has ended. This ends with the owner that is current now.
    pub fn follow(self, days: &'static dyn Days) {
        let returned = days.on_return(Box::new(move || {
            self.look_at_clock();
        }));
        on_cleanup(returned);
        self.wait(days);
    }

    /// Looks at the clock when the day is over, and goes on waiting while the page is there.
    fn wait(self, days: &'static dyn Days) {
        let then = move || {
            if self.look_at_clock() {
                self.wait(days);
            }
        };
        days.after(days.left().min(LONGEST_WAIT), Box::new(then));
    }

    /// Returns whether the page is still there.
    fn look_at_clock(self) -> bool {
        let now = self.session.today();
        let changes = self.today.try_with_untracked(|today| *today != now);
        if changes == Some(true) {
            self.today.set(now);
        }
        changes.is_some()
    }
}

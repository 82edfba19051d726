//! The day that the shortlist counts from, while days end and the page is left and comes back.

use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use headphones_or_iems::model::Date;
use headphones_or_iems::platform::day::{Days, Stop};
use headphones_or_iems::state::shortlist::{LONGEST_WAIT, Shortlist};
use leptos::prelude::*;

use super::{Tab, browser};

type Wait = (Duration, Box<dyn FnOnce() + Send>);

/// A clock that a test moves.
#[derive(Default)]
struct Clock(Mutex<State>);

#[derive(Default)]
struct State {
    left: Duration,
    waits: Vec<Wait>,
    on_return: Option<Box<dyn Fn() + Send>>,
    stopped: usize,
}

impl Clock {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Runs the only wait, and returns how long it was.
    fn pass(&self) -> Duration {
        let mut waits = std::mem::take(&mut self.state().waits);
        assert_eq!(waits.len(), 1);
        let (time, then) = waits.remove(0);
        then();
        time
    }

    fn come_back(&self) {
        let listener = self.state().on_return.take().unwrap();
        listener();
        self.state().on_return = Some(listener);
    }
}

impl Days for &'static Clock {
    fn left(&self) -> Duration {
        self.state().left
    }

    fn after(&self, time: Duration, then: Box<dyn FnOnce() + Send>) {
        self.state().waits.push((time, then));
    }

    fn on_return(&self, then: Box<dyn Fn() + Send>) -> Stop {
        self.state().on_return = Some(then);
        let clock: &'static Clock = self;
        Box::new(move || clock.state().stopped += 1)
    }
}

/// A shortlist that follows a clock, with the owner that it lives in.
fn followed(tab: Tab) -> (Owner, Shortlist, &'static Clock) {
    let clock: &'static Clock = Box::leak(Box::default());
    clock.state().left = Duration::from_secs(60);
    let owner = Owner::new();
    let shortlist = owner.with(|| {
        let shortlist = Shortlist::new(tab.session);
        shortlist.follow(Box::leak(Box::new(clock)));
        shortlist
    });
    (owner, shortlist, clock)
}

#[test]
fn the_day_changes_when_it_ends_and_when_the_page_comes_back() {
    let tab = Tab::open(browser());
    let (_owner, shortlist, clock) = followed(tab);
    let today = || shortlist.today.get_untracked();
    let day = Date::parse;
    assert_eq!(today(), day("2026-11-22"));
    tab.window.set_today("2026-11-23");
    assert_eq!((today(), clock.pass()), (day("2026-11-22"), Duration::from_secs(60)));
    assert_eq!(today(), day("2026-11-23"));
    tab.window.set_today("2026-11-27");
    clock.come_back();
    assert_eq!(today(), day("2026-11-27"));
    assert_eq!(clock.state().waits.len(), 1, "one wait goes on, and no second one");
}

#[test]
fn a_long_wait_is_cut_so_that_a_device_that_slept_is_not_hours_late() {
    let (_owner, _, clock) = followed(Tab::open(browser()));
    clock.state().left = 20 * LONGEST_WAIT;
    clock.pass();
    assert_eq!(clock.pass(), LONGEST_WAIT);
}

#[test]
fn nothing_is_waited_for_after_the_page_was_left() {
    let (owner, shortlist, clock) = followed(Tab::open(browser()));
    owner.cleanup();
    drop(owner);
    clock.pass();
    assert!(shortlist.today.try_get_untracked().is_none());
    let state = clock.state();
    assert_eq!((state.waits.len(), state.stopped), (0, 1));
}

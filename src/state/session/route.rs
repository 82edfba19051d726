//! The current route, and moving focus within the document.

use leptos::prelude::*;

use super::Session;
use crate::model::TopicId;
use crate::route::{NOISE_SECTIONS, RESULT_SECTIONS, Route, SHORTLIST_SECTIONS, Step};
use crate::state::is_method_section;

/// How much of the view at the route is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Loaded {
    /// Nothing: its code is on its way.
    Nothing,
    /// The part that is shown first.
    FirstPart,
    /// All of it, or words that it did not come.
    All,
}

impl Session {
    /// The current route; tracked.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The current route without its section anchor; tracked.
    pub fn page(self) -> Route {
        self.page.get()
    }

    /// The name of the current view; not tracked.
    pub fn view(self) -> &'static str {
        self.route.read_untracked().view()
    }

    /// Updates the route from the URL. A topic or section that does not exist leads to "not found".
    pub fn follow(self) {
        let mut route = Route::from_hash(&self.platform.page.hash());
        let is_known = match &route {
            Route::Guide(Some(section)) => {
                self.platform.page.has(&Route::anchor(route.view(), section))
            }
            Route::Method(Some(section)) => is_method_section(self.content, section),
            Route::Noise(Some(section)) => NOISE_SECTIONS.contains(&section.as_str()),
            Route::Result(Some(section)) => RESULT_SECTIONS.contains(&section.as_str()),
            Route::Shortlist(Some(id)) => {
                SHORTLIST_SECTIONS.contains(&id.as_str())
                    || self.quiz().find_device_type(id).is_some()
            }
            Route::Quiz(Step::Topic(id)) => self.quiz().find_topic(id).is_some(),
            _ => true,
        };
        if !is_known {
            route = Route::NotFound;
        }
        if !matches!(route, Route::Shared(_)) {
            self.leave_shared();
        }
        self.lead_to(route);
    }

    /// Makes this the route.
    pub(super) fn lead_to(self, route: Route) {
        let page = route.clone().without_section();
        if *self.page.read_untracked() != page {
            self.page.set(page);
        }
        self.route.set(route);
    }

    /// Whether the view at the route, or a part of it, is still on its way; tracked.
    pub fn is_loading(self) -> bool {
        self.loaded.get() != Loaded::All
    }

    /// The name of the view that is shown; tracked. `None` while nothing is there of the view at the route.
    pub fn shown_view(self) -> Option<&'static str> {
        (self.loaded.get() != Loaded::Nothing).then(|| self.route().view())
    }

    /// Notes whether the code of the view at the route is still on its way.
    pub fn set_loading(self, is_loading: bool) {
        self.set_loaded(if is_loading { Loaded::Nothing } else { Loaded::All });
    }

    /// Shows what is there of the view, the rest of which is still on its way.
    pub fn show_first_part(self) {
        self.set_loaded(Loaded::FirstPart);
        self.edit_root("data-boot", "shown");
    }

    fn set_loaded(self, loaded: Loaded) {
        if self.loaded.get_untracked() != loaded {
            self.loaded.set(loaded);
        }
    }

    /// Navigates to a route, as a link would.
    pub fn go(self, route: &Route) {
        self.platform.page.go(&route.href());
    }

    /// Moves focus to the element with this id after the views have been updated.
    pub fn focus(self, id: &str) {
        self.platform.page.focus_later(id);
    }

    /// Moves focus to the heading of the view after the views have been updated.
    pub fn focus_heading(self) {
        self.platform.page.focus_heading_later();
    }

    /// Clicks the control with this id and leaves focus on it.
    pub fn click(self, id: &str) {
        self.platform.page.click(id);
    }

    /// The name of a step: "Question 3 of 13".
    pub fn step_name(self, topic: TopicId) -> String {
        match topic.index() {
            0 => "First: your places".to_owned(),
            at => format!("Question {at} of {}", self.quiz().topics.len() - 1),
        }
    }

    /// Opens the browser's print dialog.
    pub fn print(self) {
        self.platform.page.print();
    }
}

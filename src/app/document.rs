//! The document around the views: title, focus and the name of the view follow the session.

use leptos::prelude::*;

use crate::platform::dom;
use crate::route::{Route, Step};
use crate::state::Session;

/// The site name, which ends every document title.
const NAME: &str = "Headphones or IEMs";

/// Listens to the window.
pub(super) fn listen(session: Session) {
    dom::on_hash_change(move || session.follow());
    dom::on_storage_or_pageshow(move || session.merge_stored());
    dom::on_clicks();
}

/// Updates title, focus and the name of the view from the session.
pub(super) fn follow(session: Session) {
    Effect::new(move || dom::set_main_attribute("data-view", session.shown_view()));
    Effect::new(move |before: Option<Option<Route>>| {
        let (route, before) = (session.route(), before.flatten());
        dom::set_title(&title(session, &route));
        if session.is_loading() {
            return before;
        }
        settle_focus(&route, before.as_ref());
        Some(route)
    });
}

/// The document title, such as "Question 3 of 13 – Headphones or IEMs".
fn title(session: Session, route: &Route) -> String {
    let step = match route {
        Route::Quiz(Step::Topic(id)) => {
            session.quiz().find_topic(id).map(|topic| session.step_name(topic))
        }
        Route::Quiz(Step::Weights) => Some("What counts most".to_owned()),
        Route::Quiz(Step::All) => Some("All questions".to_owned()),
        _ => None,
    };
    format!("{} – {NAME}", step.unwrap_or_else(|| route.title().to_owned()))
}

/// Moves focus after a route change: to the section that the URL names, or else to the heading of
/// the view. On page load, only a section or the message about an unreadable link gets focus.
fn settle_focus(route: &Route, before: Option<&Route>) {
    match (route.section(), before) {
        (Some(section), _) => dom::lead_to_later(Route::anchor(route.view(), section)),
        (None, Some(before)) if before != route => dom::focus_heading_later(),
        (None, None) if *route == Route::Unreadable => dom::focus_heading_later(),
        _ => {}
    }
}

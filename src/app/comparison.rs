//! Makes the prerendered comparison live.
//!
//! It is the largest view, and nobody touches it before they have scrolled to it. So its code is loaded
//! after the start, and the live one takes its place after the first sign of a visitor, or at once if
//! a pointer or the focus reaches the comparison before.

use std::cell::Cell;

use leptos::prelude::*;

use super::or_fail;
use crate::platform::dom;
use crate::state::Session;
use crate::views::chunk::{self, Make};

/// The element of the guide with the comparison.
const PLACE: &str = "compare";

/// Loads the code of the comparison when the guide is shown. Mounts the live one after the first sign
/// of a visitor, or when there are own ratings, which the prerendered one does not show.
pub(super) fn follow(session: Session, owner: &'static Owner) {
    let is_begun: &Cell<bool> = Box::leak(Box::default());
    let mount_once = move || {
        if is_begun.replace(true) {
            return;
        }
        chunk::bring(session, chunk::comparison, move |make| match make {
            Some(make) => or_fail(owner.with(|| mount(make))),
            // The prerendered one stays, and the next touch tries again.
            None => is_begun.set(false),
        });
    };
    dom::on_reach(PLACE, mount_once);
    let is_visited = RwSignal::new(false);
    dom::on_first_input(move || is_visited.set(true));
    Effect::new(move || {
        let is_needed = is_visited.get() || !session.answers().read().own_ratings().is_empty();
        if session.route().view() == "guide" {
            dom::later(move || if is_needed { mount_once() } else { load(session) });
        }
    });
}

fn mount(make: Make) -> Option<()> {
    let restore = dom::remember_state_of(PLACE);
    super::mount_in(PLACE, make)?;
    dom::mark_live(PLACE);
    restore();
    Some(())
}

/// Loads the code of the comparison in advance.
fn load(session: Session) {
    chunk::bring(session, chunk::comparison, drop);
}

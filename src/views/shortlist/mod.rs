//! The shortlist: the visitor's own candidates, tried on, compared, paid for and driven.

mod about;
mod add;
pub mod cost;
pub mod cost_section;
pub mod drive;
pub mod field;
mod list;
pub mod prefer;
mod prefer_item;
mod prefer_start;
mod ratings;
mod removed;
pub mod return_line;
mod row;
mod sheets;
mod side_by_side;
pub mod specs;
pub mod try_on;

use leptos::prelude::*;

use crate::state::shortlist::{Arrangement, Shortlist};
use crate::state::{Browser, Session};
use add::AddForm;
use cost_section::CostSection;
use drive::DriveSection;
use list::List;
use prefer::PreferSection;
use sheets::Sheets;
use side_by_side::SideBySide;

/// The whole page.
#[component]
pub fn ShortlistPage() -> impl IntoView {
    let shortlist = Shortlist::new(Session::get());
    let arrangement = Arrangement::new(shortlist);
    // There are days in a browser only.
    Effect::new(move |_| shortlist.follow(&Browser));
    view! {
        <h1 tabindex="-1">"Shortlist"</h1>
        <p class="lede">
            "Keep the models you are considering together: try them, compare them, and see what they \
             cost and whether your phone can drive them."
        </p>
        <AddForm shortlist />
        <List shortlist arrangement />
        <SideBySide shortlist />
        <PreferSection shortlist />
        <CostSection shortlist />
        <DriveSection shortlist />
        <Sheets shortlist arrangement />
    }
}

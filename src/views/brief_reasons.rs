//! Reasons in brief: what a type is like, and the answer that makes it count.

use leptos::prelude::*;

use crate::state::Session;
use crate::state::result::brief::{Brief, BriefReason};

/// The reasons on one side.
pub type Side = fn(&Brief) -> &Vec<BriefReason>;

/// The reasons on one side, in a list of this class.
#[component]
pub fn BriefReasons(brief: Memo<Brief>, class: &'static str, of: Side) -> impl IntoView {
    let details = Session::get().details();
    let row = move |reason: BriefReason| {
        let claim = details.criterion(reason.criterion).claim(reason.rating);
        view! {
            <li>
                <b>{claim.unwrap_or_default()}</b>
                " "
                <span class="small">{reason.because}</span>
            </li>
        }
    };
    view! {
        <ul class=class>
            <For each=move || of(&brief.read()).clone() key=|reason| *reason children=row />
        </ul>
    }
}

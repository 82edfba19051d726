//! How long a candidate can still be returned, on a line.

use leptos::prelude::*;

use crate::components::reactive::{flag, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::state::shortlist::{Listed, Shortlist, return_in_words};

/// "Shop: 9 days left to return it (until 7 December 2026)"; nothing without a last day. The days are
/// counted again when the day ends.
#[component]
pub fn ReturnLine(
    shortlist: Shortlist,
    #[prop(into)] candidate: Signal<Option<Listed>>,
) -> impl IntoView {
    let words = string(move || {
        candidate.read().as_ref().map_or_else(String::new, |listed| words(shortlist, listed))
    });
    view! {
        <When condition=flag(move || !words.read().is_empty())>
            <span class="return-line">
                <Text words />
            </span>
        </When>
    }
}

/// The line; empty if there is nothing to say. Tracked.
fn words(shortlist: Shortlist, listed: &Listed) -> String {
    let candidate = &listed.candidate;
    let (Some(last), Some(today)) = (candidate.return_by, shortlist.today.get()) else {
        return String::new();
    };
    let words = return_in_words(last, today);
    if candidate.shop.is_empty() {
        capitalised(&words)
    } else {
        format!("{}: {words}", candidate.shop)
    }
}

/// With a capital letter.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

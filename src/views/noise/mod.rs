//! Noise: what each type lets through at the visitor's places, how loud music must then be, for how
//! long, and how it sounds.

mod choose;
pub mod curves;
mod exposure;
mod heard;
mod limits;
mod listen;
mod place;

use leptos::prelude::*;

use crate::components::reactive::flag;
use crate::components::section::Section;
use crate::components::when::When;
use crate::state::Session;
use crate::state::noise::Choices;
use choose::Choose;
use exposure::Times;
use limits::{Assumptions, Limits};
use listen::Listen;
use place::PlaceRows;

/// The whole page.
#[component]
pub fn NoisePage() -> impl IntoView {
    let session = Session::get();
    let noise = session.noise();
    let choices = {
        let (answers, verdict) = (session.answers(), session.verdict());
        let (answers, verdict) = (answers.read_untracked(), verdict.read_untracked());
        Choices::new(noise, &answers, &verdict)
    };
    let has_places = flag(move || !choices.places().is_empty());
    view! {
        <h1 tabindex="-1">"Noise"</h1>
        <p class="lede">
            "Will you still hear the train, and how loud must the music be? See and hear what each \
             type lets through where you listen."
        </p>
        <Choose choices />
        <Section view="noise" anchor="places" title="What remains">
            <When
                condition=has_places
                fallback=|| view! { <p>"Tick a place above to see what remains of its noise."</p> }
            >
                <PlaceRows choices />
            </When>
        </Section>
        <Listen choices />
        <Times choices />
        <Limits />
        <Assumptions choices />
    }
}

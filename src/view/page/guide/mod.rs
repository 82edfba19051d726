//! The guide: what each type is, how they compare, and what is known.

pub mod compare;
mod sections;
mod types;

use leptos::prelude::*;

use crate::model::Guide;
use crate::route::{Route, Step};
use crate::state::Session;
use crate::view::part::drawing::{DrawingLegend, EarDrawing};
use crate::view::part::section::Section;

/// The whole guide; rendered at build time only. The comparison is live in a browser.
#[component]
pub fn GuidePage(guide: &'static Guide) -> impl IntoView {
    view! {
        <Top guide />
        <types::Types />
        <Section view="guide" place="compare" title="Compare the types">
            <div id="compare">
                <compare::Compare />
            </div>
        </Section>
        <sections::Sections guide />
        <sections::Beyond />
        <sections::Glossary />
    }
}

#[component]
fn Top(guide: &'static Guide) -> impl IntoView {
    let topics = Session::get().quiz().topics.len().saturating_sub(1);
    let promise = format!("Your places, then {topics} short questions. Skip any. Nothing leaves your device.");
    view! {
        <div class="top">
            <div class="top-words">
                <h1 tabindex="-1">{guide.title.as_str()}</h1>
                <p class="lede">{guide.lede.as_str()}</p>
                <p class="actions">
                    <a class="button" href=Route::Quiz(Step::Resume).href()>
                        "Find your type"
                    </a>
                    <a href=Route::Guide(Some("compare".to_owned())).href()>
                        "Compare the seven types"
                    </a>
                </p>
                <p class="small">{promise}</p>
            </div>
            <figure class="figure">
                <EarDrawing gear="closed-back" labelled=true />
                <figcaption>
                    <b>"Over the ear."</b>
                    " The cup sits around the ear and its pad seals against the head. Speech is held \
                      back in part, low rumble much less. An open-back cup has a grille instead, and \
                      lets sound out and noise in."
                </figcaption>
            </figure>
            <figure class="figure">
                <EarDrawing gear="iem" labelled=true />
                <figcaption>
                    <b>"In the ear."</b>
                    " The tip seals the canal itself. With a good seal it blocks noise as an earplug \
                      does; with a poor one the bass goes and the noise comes in. It cancels nothing \
                      unless it has noise-cancelling electronics."
                </figcaption>
            </figure>
            <DrawingLegend />
        </div>
    }
}

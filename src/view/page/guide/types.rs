//! What each of the types is.

use leptos::prelude::*;

use crate::model::gear::Variant;
use crate::model::{Family, Gear};
use crate::state::Session;
use crate::view::part::drawing::EarDrawing;
use crate::view::part::mark::GearMark;
use crate::view::part::prose::{Paragraph, Words, words};
use crate::view::part::section::Section;

/// The types by family, each with its section drawing and variants behind a summary.
#[component]
pub fn Types() -> impl IntoView {
    let quiz = Session::get().quiz();
    let family = |family: Family| {
        let members = quiz.gears.iter().filter(move |gear| gear.family == family);
        view! {
            <div>
                <h3>{family.place()}</h3>
                <ul class="family">{members.map(gear_item).collect_view()}</ul>
            </div>
        }
    };
    view! {
        <Section view="guide" place="types" title="The seven types">
            <div class="types">{Family::ALL.map(family).collect_view()}</div>
        </Section>
    }
}

fn gear_item(gear: &'static Gear) -> impl IntoView {
    let variants = gear.variants.iter().map(move |variant| variant_item(gear, variant));
    view! {
        <li class="type" id=crate::route::Route::anchor("guide", &gear.id) tabindex="-1">
            <GearMark gear=gear.id.as_str() />
            <h4>{gear.title.as_str()}</h4>
            <p>{gear.summary.as_str()}</p>
            <details class="more">
                <summary>
                    "What it is and comes as"
                    <span class="said">": " {gear.title.as_str()}</span>
                </summary>
                <EarDrawing gear=gear.id.as_str() labelled=true />
                <Paragraph prose=&gear.what scope=gear.id.clone() />
                <p>{gear.comes.as_str()}</p>
                <ul class="rows">{variants.collect_view()}</ul>
            </details>
        </li>
    }
}

fn variant_item(gear: &'static Gear, variant: &'static Variant) -> impl IntoView {
    let slug = variant.name.to_lowercase().replace(' ', "-");
    let Words { inline, notes } = words(&variant.text, &format!("{}-{slug}", gear.id));
    view! {
        <li>
            <b>{variant.name.as_str()}</b>
            ". "
            <span class="muted">{inline}</span>
            {notes}
        </li>
    }
}

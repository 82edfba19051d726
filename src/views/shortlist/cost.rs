//! What a candidate costs to own.

use leptos::prelude::*;

use super::field::CandidateNumber;
use crate::components::reactive::string;
use crate::components::text::Text;
use crate::model::shortlist::{Estimate, TypeDefaults};
use crate::model::{Candidate, Ranged};
use crate::state::Session;
use crate::state::shortlist::{
    BATTERY, CONSUMABLES, Costing, LASTS, Listed, Quantity, Shortlist, hours, spread, years,
};
use crate::views::basis::BasisLine;

/// A number of a candidate that we have a default for.
#[derive(Clone, Copy)]
struct Kept {
    of: &'static Quantity<Candidate>,
    ours: fn(&TypeDefaults) -> Option<&Estimate>,
}

static KEPT: [Kept; 3] = [
    Kept { of: &LASTS, ours: |of| Some(&of.years) },
    Kept { of: &CONSUMABLES, ours: |of| Some(&of.consumables) },
    Kept { of: &BATTERY, ours: |of| of.battery.as_ref() },
];

/// How long a candidate lasts, what it costs a year besides, and what that makes.
#[component]
pub fn CandidateCost(shortlist: Shortlist, candidate: Memo<Option<Listed>>) -> impl IntoView {
    let defaults = &shortlist.session.details().shortlist;
    let words = string(move || {
        let hours = hours(defaults, &shortlist.habits.read());
        let candidate = candidate.read();
        let costing = candidate.as_ref().map(|listed| Costing::of(defaults, listed));
        costing.map(|costing| costing.words(hours)).unwrap_or_default()
    });
    let extra = string(move || {
        let candidate = candidate.read();
        let device_type = candidate.as_ref().and_then(|listed| listed.device_type);
        let extra = device_type.and_then(|at| defaults.of(at).extra.as_ref());
        extra.map(|extra| extra_words(extra.range)).unwrap_or_default()
    });
    view! {
        <div class="cost-candidate">
            {KEPT.map(|kept| view! { <KeptNumber shortlist candidate kept /> })}
            <p class="small">
                <Text words=extra />
            </p>
            <p>
                <Text words />
            </p>
        </div>
    }
}

/// What the price should include.
fn extra_words(range: Ranged<f64>) -> String {
    format!("Add ear impressions to the price: we would allow {}.", spread(range))
}

#[component]
fn KeptNumber(shortlist: Shortlist, candidate: Memo<Option<Listed>>, kept: Kept) -> impl IntoView {
    let defaults = &shortlist.session.details().shortlist;
    let id = candidate.with_untracked(|listed| listed.as_ref().map(|listed| listed.id.clone()));
    let id = id.unwrap_or_default();
    let about = format!("{}-{id}-default", kept.of.name);
    let ours = string(move || {
        let device_type = candidate.read().as_ref().and_then(|listed| listed.device_type);
        let Some(device_type) = device_type else { return String::new() };
        let range = (kept.ours)(defaults.of(device_type)).map(|ours| ours.range);
        ours(range, kept.of.unit)
    });
    view! {
        <div>
            <CandidateNumber shortlist candidate id of=kept.of about=about.clone() />
            <p class="small" id=about>
                <Text words=ours />
            </p>
        </div>
    }
}

/// What counts while the field is empty.
fn ours(range: Option<Ranged<f64>>, unit: &str) -> String {
    match range {
        None => "If empty: none, because the type has no battery.".to_owned(),
        Some(range) if unit == "years" && range.low < range.high => {
            format!(
                "If empty: {} ({}–{}), our default for the type.",
                years(range.usual),
                range.low,
                range.high
            )
        }
        Some(range) => format!("If empty: {}, our default for the type.", spread(range)),
    }
}

/// Every default of the types with its basis.
#[component]
pub fn CostDefaults() -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let defaults = &session.details().shortlist;
    let line = |name: &str, what: &str, of: &'static Estimate| {
        let label = format!("{name}, {what}: {}", spread(of.range));
        view! { <BasisLine label basis=&of.basis /> }
    };
    let of_type = |of: &'static TypeDefaults| {
        let name = &quiz.device_type(of.device_type).column;
        view! {
            {line(name, "years", &of.years)}
            {line(name, "tips and pads a year", &of.consumables)}
            {of.battery.as_ref().map(|battery| line(name, "battery a year", battery))}
            {of.extra.as_ref().map(|extra| line(name, "ear impressions", extra))}
        }
    };
    let hours = &defaults.hours;
    view! {
        <BasisLine label=format!("Hours a week: {}", spread(hours.range)) basis=&hours.basis />
        {defaults.types.iter().map(of_type).collect_view()}
    }
}

//! A field for a number of a candidate or of the visitor.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use crate::components::number_field::NumberField;
use crate::components::reactive::string;
use crate::model::{Candidate, Habits};
use crate::state::shortlist::{Listed, NotCounted, Quantity, Shortlist, counted, shown};

/// A number of a candidate, in a field that is named after both.
#[component]
pub fn CandidateNumber(
    shortlist: Shortlist,
    candidate: Memo<Option<Listed>>,
    id: String,
    of: &'static Quantity<Candidate>,
    #[prop(optional, into)] about: String,
) -> impl IntoView {
    let value = Signal::derive(move || {
        candidate.read().as_ref().and_then(|listed| (of.get)(&listed.candidate))
    });
    view! {
        <Number
            id=format!("{}-{id}", of.name)
            name=of.name
            label=of.label
            unit=of.unit
            range=of.range.clone()
            about
            value
            on_value=move |number| shortlist.change(&id, |candidate| (of.set)(candidate, number))
        />
    }
}

/// A number about the visitor, in a field with its name.
#[component]
pub fn HabitNumber(
    shortlist: Shortlist,
    of: &'static Quantity<Habits>,
    #[prop(optional, into)] about: String,
) -> impl IntoView {
    let session = shortlist.session;
    view! {
        <Number
            id=of.name
            name=of.name
            label=of.label
            unit=of.unit
            range=of.range.clone()
            about
            value=Signal::derive(move || (of.get)(&shortlist.habits.read()))
            on_value=move |number| session.change_habits(&mut |habits| (of.set)(habits, number))
        />
    }
}

/// A field that holds a number or nothing. What cannot be counted with stays in the field with what to type instead, and is not stored.
#[component]
fn Number(
    #[prop(into)] id: String,
    name: &'static str,
    #[prop(into)] label: String,
    unit: &'static str,
    range: RangeInclusive<f64>,
    #[prop(into)] value: Signal<Option<f64>>,
    #[prop(into)] on_value: Callback<Option<f64>>,
    #[prop(optional, into)] about: String,
) -> impl IntoView {
    let wrong = RwSignal::new(None);
    let counts = range.clone();
    let enter = move |text: String| match counted(&text, &counts, unit) {
        Ok(value) => {
            wrong.set(None);
            on_value.run(value);
        }
        Err(problem) => wrong.set(Some((text, problem))),
    };
    view! { <Checked id name label unit range value wrong on_enter=enter about /> }
}

/// A field for a number that the caller reads. `wrong` is what was typed last and why it cannot be
/// counted with, while it cannot.
#[component]
pub fn Checked(
    #[prop(into)] id: String,
    name: &'static str,
    #[prop(into)] label: String,
    unit: &'static str,
    range: RangeInclusive<f64>,
    #[prop(into)] value: Signal<Option<f64>>,
    wrong: RwSignal<Option<(String, NotCounted)>>,
    #[prop(into)] on_enter: Callback<String>,
    #[prop(optional, into)] about: String,
) -> impl IntoView {
    let text = string(move || wrong.get().map_or_else(|| shown(value.get()), |(text, _)| text));
    let problem = string(move || {
        wrong.get().map(|(_, problem)| instead(problem, &range, unit)).unwrap_or_default()
    });
    view! { <NumberField id name label unit text problem on_enter about /> }
}

/// What to type instead of what cannot be counted with.
pub fn instead(problem: NotCounted, range: &RangeInclusive<f64>, unit: &str) -> String {
    let (low, high) = (range.start(), range.end());
    match problem {
        NotCounted::NotANumber => "Enter a number, such as 25 or 2.5.".to_owned(),
        NotCounted::Ambiguous => {
            "Is that a thousand or a decimal? Write 1500 or 1.5, without a separator for thousands."
                .to_owned()
        }
        NotCounted::OtherUnit => {
            format!("This field counts in {unit}. Convert it, and enter the number alone.")
        }
        NotCounted::OutOfRange => {
            format!("This page counts from {low} to {high} {unit}.").replace(" .", ".")
        }
    }
}

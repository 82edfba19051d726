//! A field for a number, with its unit and what is wrong with it.

use leptos::prelude::*;

use super::reactive::{attribute, flag, handler};
use super::text::Text;
use super::when::When;

/// A field whose text the caller keeps; what is typed counts when the field is left, or with Enter. `problem` says what to type instead; empty if all is well. `about` is the id of what else describes the field, if anything does.
#[component]
pub fn NumberField(
    #[prop(into)] id: String,
    name: &'static str,
    #[prop(into)] label: String,
    unit: &'static str,
    #[prop(into)] text: Signal<String>,
    #[prop(into)] problem: Signal<String>,
    #[prop(into)] on_enter: Callback<String>,
    #[prop(optional, into)] about: String,
) -> impl IntoView {
    let wrong = format!("{id}-problem");
    let is_wrong = flag(move || !problem.read().is_empty());
    let described_by = described_by(about, wrong.clone(), is_wrong);
    view! {
        <span class="number-field">
            <Named id=id.clone() label unit />
            <span>
                <input
                    id=id
                    name=name
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    size="4"
                    prop:value=text
                    aria-invalid=attribute(move || is_wrong.get().then(|| "true".to_owned()))
                    aria-describedby=described_by
                    on:change=handler(move |event| on_enter.run(event_target_value(&event)))
                />
                " " {unit}
            </span>
            <span class="number-problem" id=wrong role="status">
                <When condition=is_wrong>
                    <Text words=problem />
                </When>
            </span>
        </span>
    }
}

/// The name of the field. The unit stands behind the field, so here it is for the ear.
#[component]
fn Named(id: String, label: String, unit: &'static str) -> impl IntoView {
    let heard = heard_unit(&label, unit);
    view! {
        <label for=id>
            {label} {heard.map(|unit| view! { <span class="visually-hidden">", " {unit}</span> })}
        </label>
    }
}

/// The unit, if the name of the field has to be told with it.
fn heard_unit(label: &str, unit: &'static str) -> Option<&'static str> {
    let mut words = label.split(|at: char| !at.is_alphanumeric());
    (!unit.is_empty() && !words.any(|word| word.eq_ignore_ascii_case(unit))).then_some(unit)
}

/// The ids of what describes the field, and of what is wrong with it while something is.
fn described_by(about: String, problem: String, is_wrong: Signal<bool>) -> Signal<Option<String>> {
    attribute(move || {
        let problem = if is_wrong.get() { problem.as_str() } else { "" };
        let ids = format!("{about} {problem}").trim().to_owned();
        (!ids.is_empty()).then_some(ids)
    })
}

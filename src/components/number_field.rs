//! A field for a number, with its unit and what is wrong with it.

use leptos::prelude::*;

use super::reactive::{attribute, flag, handler, string};
use super::text::Text;
use super::when::When;

/// A field whose text the caller keeps; what is typed counts when the field is left, or with Enter. `problem` says what to type instead; empty if all is well.
#[component]
pub fn NumberField(
    #[prop(into)] id: String,
    name: &'static str,
    #[prop(into)] label: String,
    unit: &'static str,
    #[prop(into)] text: Signal<String>,
    #[prop(into)] problem: Signal<String>,
    #[prop(into)] on_enter: Callback<String>,
) -> impl IntoView {
    let about = format!("{id}-problem");
    let described_by = about.clone();
    let is_wrong = flag(move || !problem.read().is_empty());
    view! {
        <span class="number-field">
            <label for=id.clone()>{label}</label>
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
                    aria-describedby=attribute(move || is_wrong.get().then(|| described_by.clone()))
                    on:change=handler(move |event| on_enter.run(event_target_value(&event)))
                />
                " "
                {unit}
            </span>
            <span class="number-problem" id=about role="status">
                <When condition=is_wrong>
                    <Text words=string(move || problem.get()) />
                </When>
            </span>
        </span>
    }
}

//! A field for a number, with its unit and what is wrong with it.

use leptos::prelude::*;

use super::field::{Field, Told};
use super::reactive::{entered, handler};

/// A field whose text the caller keeps; what is typed counts when the field is left, or with Enter. `problem` says what to type instead; empty if all is well. `about` is the id of what else describes the field, if anything does.
#[component]
pub fn NumberField(
    #[prop(into)] id: String,
    name: &'static str,
    #[prop(into)] label: String,
    unit: &'static str,
    #[prop(optional)] is_label_hidden: bool,
    #[prop(into)] text: Signal<String>,
    #[prop(into)] problem: Signal<String>,
    #[prop(into)] on_enter: Callback<String>,
    #[prop(optional, into)] about: String,
) -> impl IntoView {
    let problem = Some(problem);
    let told = Told::of(&id, about, problem);
    view! {
        <Field id=id.clone() class="number-field" label unit is_label_hidden problem>
            <span>
                <input
                    id=id
                    name=name
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    size="4"
                    prop:value=text
                    aria-invalid=told.invalid
                    aria-describedby=told.described_by
                    on:change=handler(move |event| entered(on_enter, &event))
                />
                " " {unit}
            </span>
        </Field>
    }
}

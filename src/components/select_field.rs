//! A field for one of several options.

use leptos::prelude::*;

use super::field::{Field, Told};
use super::reactive::{entered, handler};

/// A field with its label. The options are its children, such as [`Choice`]. `told` says what is wrong
/// with it if another element does, and not `problem`.
#[component]
pub fn SelectField(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional)] is_label_hidden: bool,
    #[prop(optional, into)] problem: Option<Signal<String>>,
    #[prop(optional)] told: Option<Told>,
    #[prop(into)] on_choose: Callback<String>,
    children: Children,
) -> impl IntoView {
    let told = told.unwrap_or_else(|| Told::of(&id, String::new(), problem));
    view! {
        <Field id=id.clone() class="field" label is_label_hidden problem>
            <select
                id=id
                name=name
                autocomplete="off"
                aria-invalid=told.invalid
                aria-describedby=told.described_by
                on:change=handler(move |event| entered(on_choose, &event))
            >
                {children()}
            </select>
        </Field>
    }
}

/// An option with its value and its name.
#[component]
pub fn Choice(
    #[prop(into)] value: String,
    #[prop(into)] name: String,
    #[prop(into)] is_chosen: Signal<bool>,
) -> impl IntoView {
    view! {
        <option value=value prop:selected=is_chosen>
            {name}
        </option>
    }
}

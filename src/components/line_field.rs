//! A field for a line of text.

use leptos::prelude::*;

use super::field::{Field, Told};
use super::reactive::{entered, handler};

/// A field with its label. What is typed counts when the field is left, or with Enter; if it `is_live`,
/// at once. `longest` is the most characters, and 0 if any number is fine.
#[component]
pub fn LineField(
    #[prop(into)] id: String,
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional)] longest: usize,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] is_number: bool,
    #[prop(optional)] is_live: bool,
    #[prop(optional)] is_label_hidden: bool,
    #[prop(into)] text: Signal<String>,
    #[prop(optional, into)] problem: Option<Signal<String>>,
    #[prop(into)] on_enter: Callback<String>,
) -> impl IntoView {
    let told = Told::of(&id, String::new(), problem);
    let enter = move |is_now: bool| {
        handler(move |event| {
            if is_now {
                entered(on_enter, &event);
            }
        })
    };
    view! {
        <Field id=id.clone() class="field" label is_label_hidden problem>
            <input
                id=id
                name=name
                type=kind
                inputmode=is_number.then_some("decimal")
                maxlength=(longest > 0).then(|| longest.to_string())
                autocomplete="off"
                prop:value=text
                aria-invalid=told.invalid
                aria-describedby=told.described_by
                on:input=enter(is_live)
                on:change=enter(!is_live)
            />
        </Field>
    }
}

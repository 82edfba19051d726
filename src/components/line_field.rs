//! A field for a line of text.

use leptos::prelude::*;

use super::reactive::handler;

/// A field for at most `longest` characters, with its label; what is typed counts when the field is left, or with Enter.
#[component]
pub fn LineField(
    #[prop(into)] id: String,
    name: &'static str,
    #[prop(into)] label: String,
    longest: usize,
    #[prop(into)] text: Signal<String>,
    #[prop(into)] on_enter: Callback<String>,
) -> impl IntoView {
    view! {
        <span class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                name=name
                type="text"
                maxlength=longest.to_string()
                autocomplete="off"
                prop:value=text
                on:change=handler(move |event| on_enter.run(event_target_value(&event)))
            />
        </span>
    }
}

//! The options of a question, as real radios and checkboxes.

use leptos::prelude::*;

use crate::model::{Choice, ChoiceId, Kind, Question, Ticks};

/// Every option of a question in rows, an exclusive one after "or".
#[component]
pub fn Options(
    question: &'static Question,
    ticks: Signal<Ticks>,
    on_choose: Callback<ChoiceId>,
) -> impl IntoView {
    let row = |(at, choice)| option_row(question, at, choice, ticks, on_choose);
    view! { <div class="options">{question.choices().map(row).collect_view()}</div> }
}

/// The id of an option's control.
pub fn control_id(question: &str, choice: &str) -> String {
    format!("{question}-{choice}")
}

/// The digit that chooses an option: 1 to 9, then 0.
fn digit(at: ChoiceId) -> u8 {
    (at.0 + 1) % 10
}

fn option_row(
    question: &'static Question,
    at: ChoiceId,
    choice: &'static Choice,
    ticks: Signal<Ticks>,
    on_choose: Callback<ChoiceId>,
) -> impl IntoView {
    let many = question.kind == Kind::Many;
    let kind = if many { "checkbox" } else { "radio" };
    let after_or = (many && choice.exclusive && at.0 > 0).then(|| view! { <p class="or">"or"</p> });
    let note = choice.note.as_deref().map(|note| view! { <span class="option-note">{note}</span> });
    let is_ticked = move || ticks.get().has(at);
    view! {
        {after_or}
        <label class="option">
            <input
                type=kind
                id=control_id(&question.id, &choice.id)
                name=question.id.as_str()
                value=choice.id.as_str()
                prop:checked=is_ticked
                on:change=move |_| on_choose.run(at)
            />
            <span class="option-text">{choice.label.as_str()} {note}</span>
            <kbd class="option-key" aria-hidden="true">
                {digit(at)}
            </kbd>
        </label>
    }
}

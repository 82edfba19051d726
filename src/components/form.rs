//! The options of a question, as real radios and checkboxes.

use leptos::prelude::*;

use super::reactive::{flag, handler};
use crate::model::{AnswerOption, Kind, OptionId, Question, Selection};

/// Every option of a question in rows, an exclusive one after "or".
#[component]
pub fn Options(
    question: &'static Question,
    #[prop(into)] selection: Signal<Selection>,
    #[prop(into)] on_select: Callback<OptionId>,
) -> impl IntoView {
    let row = |(at, option)| view! { <OptionRow question at option selection on_select /> };
    view! { <div class="options">{question.options().map(row).collect_view()}</div> }
}

/// The id of an option's control.
pub fn control_id(question: &str, option: &str) -> String {
    format!("{question}-{option}")
}

/// The digit that selects an option: 1 to 9, then 0.
///
/// ```
/// use headphones_or_iems::components::form::{digit, option_of};
/// use headphones_or_iems::model::OptionId;
/// let digits: Vec<u8> = (0..10).map(|at| digit(OptionId(at))).collect();
/// assert_eq!(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
/// assert!(digits.into_iter().zip(0..).all(|(digit, at)| option_of(digit) == OptionId(at)));
/// ```
pub const fn digit(at: OptionId) -> u8 {
    (at.0 + 1) % 10
}

/// The option that a digit selects, whether or not the question has it: the inverse of [`digit`].
pub const fn option_of(digit: u8) -> OptionId {
    OptionId(if digit == 0 { 9 } else { digit - 1 })
}

#[component]
fn OptionRow(
    question: &'static Question,
    at: OptionId,
    option: &'static AnswerOption,
    selection: Signal<Selection>,
    on_select: Callback<OptionId>,
) -> impl IntoView {
    let many = question.kind == Kind::Many;
    let after_or = many && option.exclusive && at.0 > 0;
    let note = option.note.as_deref().map(|note| view! { <span class="option-note">{note}</span> });
    view! {
        {after_or.then(|| view! { <p class="or">"or"</p> })}
        <label class="option">
            <input
                type=if many { "checkbox" } else { "radio" }
                id=control_id(&question.id, &option.id)
                name=question.id.as_str()
                value=option.id.as_str()
                prop:checked=flag(move || selection.get().has(at))
                on:change=handler(move |_| on_select.run(at))
            />
            <span class="option-text">{option.label.as_str()} {note}</span>
            <kbd class="option-key" aria-hidden="true">
                {digit(at)}
            </kbd>
        </label>
    }
}

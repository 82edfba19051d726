//! The options of a question, as real radios and checkboxes.

use crate::markup::{Markup, el};
use crate::model::{AnswerOption, Kind, OptionId, Question, Selection};
use crate::nodes;

/// Every option of a question in rows, an exclusive one after "or".
pub fn options(
    question: &'static Question,
    selection: impl Fn() -> Selection + Copy + 'static,
    on_select: impl Fn(OptionId) + Copy + 'static,
) -> Markup {
    let row = |(at, option)| option_row(question, at, option, selection, on_select);
    el("div").class("options").with_all(question.options().map(row)).into()
}

/// The id of an option's control.
pub fn control_id(question: &str, option: &str) -> String {
    format!("{question}-{option}")
}

/// The digit that chooses an option: 1 to 9, then 0.
fn digit(at: OptionId) -> u8 {
    (at.0 + 1) % 10
}

fn option_row(
    question: &'static Question,
    at: OptionId,
    option: &'static AnswerOption,
    selection: impl Fn() -> Selection + Copy + 'static,
    on_select: impl Fn(OptionId) + Copy + 'static,
) -> Markup {
    let many = question.kind == Kind::Many;
    let after_or = many && option.exclusive && at.0 > 0;
    let note = option.note.as_deref().map(|note| el("span").class("option-note").with(note));
    let input = el("input")
        .attr("type", if many { "checkbox" } else { "radio" })
        .id(control_id(&question.id, &option.id))
        .attr("name", &question.id)
        .attr("value", &option.id)
        .checked(move || selection().has(at))
        .on("change", move |_| on_select(at));
    let key = el("kbd").class("option-key").attr("aria-hidden", "true").with(digit(at).to_string());
    let option = el("label")
        .class("option")
        .with(input)
        .with(el("span").class("option-text").with(&option.label).with(note))
        .with(key);
    nodes![after_or.then(|| el("p").class("or").with("or")), option]
}

//! The options of a question, as real radios and checkboxes.

use crate::model::{Choice, ChoiceId, Kind, Question, Ticks};
use crate::nodes;
use crate::view::markup::{Markup, el};

/// Every option of a question in rows, an exclusive one after "or".
pub fn options(
    question: &'static Question,
    ticks: impl Fn() -> Ticks + Copy + 'static,
    on_choose: impl Fn(ChoiceId) + Copy + 'static,
) -> Markup {
    let row = |(at, choice)| option_row(question, at, choice, ticks, on_choose);
    el("div").class("options").with_all(question.choices().map(row)).into()
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
    ticks: impl Fn() -> Ticks + Copy + 'static,
    on_choose: impl Fn(ChoiceId) + Copy + 'static,
) -> Markup {
    let many = question.kind == Kind::Many;
    let after_or = many && choice.exclusive && at.0 > 0;
    let note = choice.note.as_deref().map(|note| el("span").class("option-note").with(note));
    let input = el("input")
        .attr("type", if many { "checkbox" } else { "radio" })
        .id(control_id(&question.id, &choice.id))
        .attr("name", &question.id)
        .attr("value", &choice.id)
        .checked(move || ticks().has(at))
        .on("change", move |_| on_choose(at));
    let key = el("kbd").class("option-key").attr("aria-hidden", "true").with(digit(at).to_string());
    let option = el("label")
        .class("option")
        .with(input)
        .with(el("span").class("option-text").with(&choice.label).with(note))
        .with(key);
    nodes![after_or.then(|| el("p").class("or").with("or")), option]
}

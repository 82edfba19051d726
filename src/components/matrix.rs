//! Rows of radios under shared column heads: the contexts, and what counts most.

use crate::markup::{El, Markup, el, live_text};
use crate::model::{OptionId, Question, Selection, Weight};

/// The heads of a matrix around its rows.
pub fn matrix(heads: &[&'static str], body: impl Into<Markup>) -> Markup {
    let head = |head: &&'static str| el("span").with(*head);
    el("div")
        .class("matrix")
        .attr("data-columns", heads.len())
        .with(
            el("div")
                .class("matrix-head")
                .attr("aria-hidden", "true")
                .with_all(heads.iter().map(head)),
        )
        .with(body)
        .into()
}

fn cell(
    name: String,
    value: String,
    label: &'static str,
    is_chosen: impl Fn() -> bool + 'static,
    on_select: impl Fn() + 'static,
) -> El {
    let input = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("value", value)
        .checked(is_chosen)
        .on("change", move |_| on_select());
    el("label").with(input).with(el("span").class("visually-hidden").with(label))
}

fn row(legend: El, cells: Vec<Markup>) -> Markup {
    el("fieldset").class("matrix-row").with(legend).with(cells).into()
}

/// A place: never, sometimes or often; never until touched.
pub fn context_row(
    question: &'static Question,
    selection: impl Fn() -> Selection + Copy + 'static,
    on_select: impl Fn(OptionId) + Copy + 'static,
) -> Markup {
    let mut cells: Vec<Markup> = Vec::new();
    for (at, option) in question.options() {
        let is_first = at.0 == 0;
        let is_chosen = move || selection().has(at) || (is_first && selection().is_empty());
        let select = move || on_select(at);
        let (name, value) = (question.id.clone(), option.id.clone());
        cells.push(cell(name, value, &option.label, is_chosen, select).into());
    }
    row(el("legend").with(&question.title), cells)
}

/// How much a topic counts: 0, 1, 2 or 4 times. The note is the answer, in a few words.
pub fn weight_row(
    topic: &'static str,
    title: &'static str,
    note: impl Fn() -> String + 'static,
    weight: impl Fn() -> Weight + Copy + 'static,
    on_set_weight: impl Fn(Weight) + Copy + 'static,
) -> Markup {
    let mut cells: Vec<Markup> = Vec::new();
    for at in Weight::ALL {
        let cell = cell(
            format!("importance-{topic}"),
            i32::from(at.value()).to_string(),
            at.name(),
            move || weight() == at,
            move || on_set_weight(at),
        );
        cells.push(cell.into());
    }
    let note = el("span").class("option-note").with(live_text(note));
    row(el("legend").with(title).with(note), cells)
}

/// The heads of the weight matrix.
pub fn weight_heads() -> [&'static str; 4] {
    Weight::ALL.map(Weight::name)
}

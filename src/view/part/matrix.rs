//! Rows of radios under shared column heads: the scenes, and what counts most.

use crate::model::{ChoiceId, Importance, Question, Ticks};
use crate::view::markup::{El, Markup, el, live_text};

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
    on_choose: impl Fn() + 'static,
) -> El {
    let input = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("value", value)
        .checked(is_chosen)
        .on("change", move |_| on_choose());
    el("label").with(input).with(el("span").class("said").with(label))
}

fn row(legend: El, cells: Vec<Markup>) -> Markup {
    el("fieldset").class("matrix-row").with(legend).with(cells).into()
}

/// A place: never, sometimes or often; never until touched.
pub fn scene_row(
    question: &'static Question,
    ticks: impl Fn() -> Ticks + Copy + 'static,
    on_choose: impl Fn(ChoiceId) + Copy + 'static,
) -> Markup {
    let mut cells: Vec<Markup> = Vec::new();
    for (at, choice) in question.choices() {
        let is_first = at.0 == 0;
        let is_chosen = move || ticks().has(at) || (is_first && ticks().is_empty());
        let choose = move || on_choose(at);
        let (name, value) = (question.id.clone(), choice.id.clone());
        cells.push(cell(name, value, &choice.label, is_chosen, choose).into());
    }
    row(el("legend").with(&question.title), cells)
}

/// How much a topic counts: 0, 1, 2 or 4 times. The note is the answer, in a few words.
pub fn importance_row(
    topic: &'static str,
    title: &'static str,
    note: impl Fn() -> String + 'static,
    importance: impl Fn() -> Importance + Copy + 'static,
    on_weigh: impl Fn(Importance) + Copy + 'static,
) -> Markup {
    let mut cells: Vec<Markup> = Vec::new();
    for at in Importance::ALL {
        let cell = cell(
            format!("importance-{topic}"),
            i32::from(at.value()).to_string(),
            at.name(),
            move || importance() == at,
            move || on_weigh(at),
        );
        cells.push(cell.into());
    }
    let note = el("span").class("option-note").with(live_text(note));
    row(el("legend").with(title).with(note), cells)
}

/// The heads of the importance matrix.
pub fn importance_heads() -> [&'static str; 4] {
    Importance::ALL.map(Importance::name)
}

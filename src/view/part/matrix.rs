//! Rows of radios under shared column heads: the scenes, and what counts most.

use leptos::prelude::*;

use crate::model::{ChoiceId, Importance, Question, Ticks};

/// The heads of a matrix around its rows.
#[component]
pub fn Matrix(heads: Vec<&'static str>, children: Children) -> impl IntoView {
    let columns = heads.len().to_string();
    let head = |head| view! { <span>{head}</span> };
    view! {
        <div class="matrix" data-columns=columns>
            <div class="matrix-head" aria-hidden="true">
                {heads.into_iter().map(head).collect_view()}
            </div>
            {children()}
        </div>
    }
}

fn cell(
    name: String,
    value: String,
    label: &'static str,
    at_first: bool,
    is_chosen: Signal<bool>,
    on_choose: Callback<()>,
) -> impl IntoView {
    view! {
        <label>
            <input
                type="radio"
                name=name
                value=value
                checked=at_first
                prop:checked=is_chosen
                on:change=move |_| on_choose.run(())
            />
            <span class="said">{label}</span>
        </label>
    }
}

/// A place: never, sometimes or often; never until touched.
#[component]
pub fn SceneRow(
    question: &'static Question,
    ticks: Signal<Ticks>,
    on_choose: Callback<ChoiceId>,
) -> impl IntoView {
    let cells = question.choices().map(|(at, choice)| {
        let is_first = at.0 == 0;
        let is_chosen = move || ticks.get().has(at) || (is_first && ticks.get().is_empty());
        cell(
            question.id.clone(),
            choice.id.clone(),
            &choice.label,
            is_first,
            Signal::derive(is_chosen),
            Callback::new(move |()| on_choose.run(at)),
        )
    });
    view! {
        <fieldset class="matrix-row">
            <legend>{question.title.as_str()}</legend>
            {cells.collect_view()}
        </fieldset>
    }
}

/// How much a topic counts: 0, 1, 2 or 4 times.
#[component]
pub fn ImportanceRow(
    topic: &'static str,
    title: &'static str,
    /// The answer, in a few words.
    #[prop(into)]
    note: String,
    importance: Signal<Importance>,
    on_weigh: Callback<Importance>,
) -> impl IntoView {
    let cells = Importance::ALL.map(|at| {
        cell(
            format!("importance-{topic}"),
            at.value().to_string(),
            at.name(),
            at == Importance::default(),
            Signal::derive(move || importance.get() == at),
            Callback::new(move |()| on_weigh.run(at)),
        )
    });
    view! {
        <fieldset class="matrix-row">
            <legend>{title} <span class="option-note">{note}</span></legend>
            {cells.collect_view()}
        </fieldset>
    }
}

/// The heads of the importance matrix.
pub fn importance_heads() -> Vec<&'static str> {
    Importance::ALL.map(Importance::name).to_vec()
}

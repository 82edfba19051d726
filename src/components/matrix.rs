//! Rows of radios under shared column heads: the listening contexts, and what counts most.

use leptos::prelude::*;

use super::reactive::{flag, handler};
use super::text::Text;
use crate::model::{AnswerOption, OptionId, Question, Selection, Weight};

/// The heads of a matrix around its rows.
#[component]
pub fn Matrix(#[prop(into)] heads: Vec<&'static str>, children: Children) -> impl IntoView {
    let columns = heads.len();
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

#[component]
fn Cell(
    name: String,
    value: String,
    label: &'static str,
    is_selected: Signal<bool>,
    on_select: Callback<()>,
) -> impl IntoView {
    view! {
        <label>
            // The prerendered quiz has attributes only.
            <input
                type="radio"
                name=name
                value=value
                checked=is_selected.get_untracked()
                prop:checked=is_selected
                on:change=handler(move |_| on_select.run(()))
            />
            <span class="visually-hidden">{label}</span>
        </label>
    }
}

/// A listening context: never, sometimes or often; never until touched.
#[component]
pub fn ContextRow(
    question: &'static Question,
    #[prop(into)] selection: Signal<Selection>,
    #[prop(into)] on_select: Callback<OptionId>,
) -> impl IntoView {
    let cell = |(at, option): (OptionId, &'static AnswerOption)| {
        let is_first = at.0 == 0;
        let is_selected = flag(move || {
            let selection = selection.get();
            selection.has(at) || (is_first && selection.is_empty())
        });
        let on_select = Callback::new(move |()| on_select.run(at));
        view! {
            <Cell
                name=question.id.clone()
                value=option.id.clone()
                label=&option.label
                is_selected
                on_select
            />
        }
    };
    view! {
        <fieldset class="matrix-row">
            <legend>{question.title.as_str()}</legend>
            {question.options().map(cell).collect_view()}
        </fieldset>
    }
}

/// How much a topic counts: 0, 1, 2 or 4 times. The note is the answer, in a few words.
#[component]
pub fn WeightRow(
    topic: &'static str,
    title: &'static str,
    #[prop(into)] note: Signal<String>,
    #[prop(into)] weight: Signal<Weight>,
    #[prop(into)] on_set_weight: Callback<Weight>,
) -> impl IntoView {
    let cell = |at: Weight| {
        let is_selected = flag(move || weight.get() == at);
        let on_select = Callback::new(move |()| on_set_weight.run(at));
        view! {
            <Cell
                name=format!("importance-{topic}")
                value=at.value().to_string()
                label=at.name()
                is_selected
                on_select
            />
        }
    };
    view! {
        <fieldset class="matrix-row">
            <legend>{title} <span class="option-note"><Text words=note /></span></legend>
            {Weight::ALL.map(cell)}
        </fieldset>
    }
}

/// The heads of a matrix of weights.
pub fn weight_heads() -> [&'static str; 4] {
    Weight::ALL.map(Weight::name)
}

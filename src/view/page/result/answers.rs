//! The answers with their weights, editable in place.

use leptos::prelude::*;

use crate::model::TopicId;
use crate::state::Session;
use crate::view::page::quiz::importance::TopicImportance;
use crate::view::page::quiz::{Controls, StartAgain, in_words};
use crate::view::part::matrix::{Matrix, importance_heads};
use crate::view::part::section::Section;

/// A row for each topic; "Change" opens its question and weight under it.
#[component]
pub fn Answers() -> impl IntoView {
    let session = Session::get();
    let editing = RwSignal::new(None::<TopicId>);
    let rows = session.quiz().topics().map(move |(topic, _)| view! { <Row topic editing /> });
    let print = move |_| session.print();
    view! {
        <Section view="result" place="answers" title="Your answers" quiet=true>
            <table class="answers">
                <caption class="said">"Your answers"</caption>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            <p class="actions">
                <button class="button second" type="button" on:click=print>
                    "Print"
                </button>
            </p>
            <StartAgain />
        </Section>
    }
}

#[component]
fn Row(topic: TopicId, editing: RwSignal<Option<TopicId>>) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let text = quiz.topic(topic);
    let edit = format!("edit-{}", text.id);
    let words = move || {
        let answers = session.answers().read();
        let words = match in_words(quiz, &answers, topic) {
            none if none.is_empty() => "not answered".to_owned(),
            words => words,
        };
        match answers.importance(topic).value() {
            1 => words,
            0 => format!("{words} (ignored)"),
            times => format!("{words} (× {times})"),
        }
    };
    let is_open = move || editing.get() == Some(topic);
    let toggle = move |_| {
        let next = (editing.get() != Some(topic)).then_some(topic);
        editing.set(next);
    };
    let edit_id = edit.clone();
    view! {
        <tr>
            <th scope="row">{text.short.as_str()}</th>
            <td>{words}</td>
            <td>
                <button
                    class="link"
                    type="button"
                    aria-expanded=move || is_open().to_string()
                    aria-controls=edit
                    on:click=toggle
                >
                    "Change"
                    <span class="said">": " {text.short.as_str()}</span>
                </button>
            </td>
        </tr>
        {move || is_open().then(|| editor(session, topic, editing, edit_id.clone()))}
    }
}

fn editor(
    session: Session,
    topic: TopicId,
    editing: RwSignal<Option<TopicId>>,
    id: String,
) -> impl IntoView {
    let skip = move |_| session.skip(topic);
    view! {
        <tr class="edit" id=id>
            <td colspan="3">
                <fieldset class="question">
                    <legend>{session.quiz().topic(topic).title.as_str()}</legend>
                    <Controls topic />
                </fieldset>
                <Matrix heads=importance_heads()>
                    <TopicImportance topic />
                </Matrix>
                <p class="actions">
                    <button class="button second" type="button" on:click=move |_| editing.set(None)>
                        "Done"
                    </button>
                    <button class="link" type="button" on:click=skip>
                        "Skip this question"
                    </button>
                </p>
            </td>
        </tr>
    }
}

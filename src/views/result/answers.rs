//! The answers with their weights, editable in place.

use leptos::prelude::*;

use super::own_ratings::{Editing, OwnViewSection};
use crate::components::fold::Fold;
use crate::components::matrix::{Matrix, weight_heads};
use crate::components::reactive::{handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::TopicId;
use crate::state::Session;
use crate::views::quiz::controls::Controls;
use crate::views::quiz::in_words;
use crate::views::quiz::so_far::StartAgain;
use crate::views::quiz::weights::TopicWeight;

/// A row for each topic; "Change" opens its question and weight under it. Then the visitor's own
/// ratings.
#[component]
pub fn AnswersFold(editing: Editing) -> impl IntoView {
    let session = Session::get();
    let row = |(topic, _)| view! { <Row topic /> };
    let figure = string(move || {
        let answers = session.answers().read();
        let topics = || session.quiz().topics().map(|(at, _)| at);
        let answered = topics().filter(|at| answers.is_answered(*at)).count();
        format!("{answered} of {} answered", topics().count())
    });
    view! {
        <Fold view="result" anchor="answers" title="Your answers" figure is_wide=true>
            <div class="halves">
                <div>
                    <table class="answers">
                        <caption class="visually-hidden">"Your answers"</caption>
                        <tbody>{session.quiz().topics().map(row).collect_view()}</tbody>
                    </table>
                </div>
                <div>
                    <OwnViewSection editing />
                    <StartAgain />
                </div>
            </div>
        </Fold>
    }
}

#[component]
fn Row(topic: TopicId) -> impl IntoView {
    let session = Session::get();
    let text = session.quiz().topic(topic);
    let is_open = RwSignal::new(false);
    view! {
        <tr>
            <th scope="row">{text.short.as_str()}</th>
            <td><Text words=string(move || answer(session, topic)) /></td>
            <td>
                <button
                    class="link"
                    type="button"
                    id=change_id(session, topic)
                    aria-expanded=string(move || is_open.get().to_string())
                    aria-controls=format!("edit-{}", text.id)
                    on:click=handler(move |_| is_open.set(!is_open.get_untracked()))
                >
                    "Change"
                    <span class="visually-hidden">": " {text.short.as_str()}</span>
                </button>
            </td>
        </tr>
        <When condition=is_open>
            <Editor topic is_open />
        </When>
    }
}

fn change_id(session: Session, topic: TopicId) -> String {
    format!("change-{}", session.quiz().topic(topic).id)
}

/// The answer in a few words, with its weight unless that is 1; tracked.
fn answer(session: Session, topic: TopicId) -> String {
    let answers = session.answers().read();
    let mut words = in_words(session.quiz(), &answers, topic);
    if words.is_empty() {
        words.push_str("not answered");
    }
    match answers.weight(topic).value() {
        1 => words,
        0 => format!("{words} (ignored)"),
        times => format!("{words} (× {times})"),
    }
}

#[component]
fn Editor(topic: TopicId, is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::get();
    let text = session.quiz().topic(topic);
    let close = move || {
        is_open.set(false);
        session.focus(&change_id(session, topic));
    };
    let skip = handler(move |_| {
        session.skip(topic);
        close();
    });
    view! {
        <tr class="edit" id=format!("edit-{}", text.id)>
            <td colspan="3">
                <fieldset class="question">
                    <legend>{text.title.as_str()}</legend>
                    <Controls topic />
                </fieldset>
                <Matrix heads=weight_heads()>
                    <TopicWeight topic />
                </Matrix>
                <p class="actions">
                    <button class="button second" type="button" on:click=handler(move |_| close())>
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

//! The controls of a topic, for its step, for all questions on one page, and beside the result.

use leptos::prelude::*;

use crate::components::form::Options;
use crate::components::matrix::{ContextRow, Matrix};
use crate::model::{Kind, OptionId, QuestionId, TopicId};
use crate::state::Session;

/// A matrix of listening contexts, or the options of the topic's question.
#[component]
pub fn Controls(topic: TopicId) -> impl IntoView {
    let quiz = Session::get().quiz();
    let text = quiz.topic(topic);
    let control = |at| view! { <Control at /> };
    let is_matrix = text.questions().any(|at| quiz.question(at).kind == Kind::Context);
    if !is_matrix {
        return text.questions().map(control).collect_view().into_any();
    }
    let group = move |(name, members): &'static (String, Vec<QuestionId>)| {
        view! {
            <h2 class="matrix-group">{name.as_str()}</h2>
            {members.iter().map(|at| control(*at)).collect_view()}
        }
    };
    view! {
        <Matrix heads=["Never", "Sometimes", "Often"]>
            {text.groups.iter().map(group).collect_view()}
        </Matrix>
    }
    .into_any()
}

#[component]
fn Control(at: QuestionId) -> impl IntoView {
    let session = Session::get();
    let question = session.quiz().question(at);
    let selection = Memo::new(move |_| session.answers().read().get(at).selection());
    let on_select = move |option: OptionId| session.select(at, option);
    match question.kind {
        Kind::Context => view! { <ContextRow question selection on_select /> }.into_any(),
        Kind::One | Kind::Many => view! { <Options question selection on_select /> }.into_any(),
    }
}

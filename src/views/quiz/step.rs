//! One step: a topic with its question, or the listening contexts.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::controls::Controls;
use super::remaining::RemainingLine;
use super::so_far::SoFar;
use super::{after, before, progress};
use crate::components::form::{control_id, option_of};
use crate::components::notice::Problem;
use crate::components::progress::ProgressBar;
use crate::components::prose::{Notes, Words};
use crate::components::reactive::{flag, handler};
use crate::components::when::When;
use crate::model::{Kind, TopicId};
use crate::state::Session;
use crate::views::not_found::NotFound;
use crate::views::retired::RetiredNotice;

/// What is missing when a visitor goes on without an answer.
const UNANSWERED: &str = "Choose an answer, or skip this question";

/// The step of the topic with this id.
#[component]
pub fn TopicStep(id: String) -> impl IntoView {
    match Session::get().quiz().find_topic(&id) {
        Some(topic) => view! {
            <div class="quiz">
                <StepForm topic />
                <SoFar />
            </div>
        }
        .into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

#[component]
fn StepForm(topic: TopicId) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let is_unanswered = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let is_answered = session.complete_topic(topic);
        is_unanswered.set(!is_answered);
        if is_answered {
            session.go(&after(quiz, topic));
        } else {
            session.focus("problem");
        }
    };
    view! {
        <form
            class="step"
            novalidate
            on:submit=handler(submit)
            on:keydown=handler(move |event| select_by_digit(session, topic, &event))
        >
            <p class="back">
                <a href=before(quiz, topic).href()>"Back"</a>
            </p>
            <ProgressBar
                count=quiz.topics.len() + 1
                progress=move |at| progress(quiz, &session.answers().read(), at, topic.index())
            />
            <p class="status">{session.step_name(topic)}</p>
            <RetiredNotice />
            <When condition=flag(move || is_unanswered.get())>
                <Problem text=UNANSWERED on_follow=move |()| focus_first_option(session, topic) />
            </When>
            <Asked topic is_unanswered />
            <Actions topic />
            <RemainingLine topic />
        </form>
    }
}

#[component]
fn Asked(topic: TopicId, #[prop(into)] is_unanswered: Signal<bool>) -> impl IntoView {
    let text = Session::get().quiz().topic(topic);
    let hint_id = (!text.hint.0.is_empty()).then(|| format!("hint-{}", text.id));
    let hint = hint_id.clone().map(|id| {
        view! {
            <p class="hint" id=id>
                <Words prose=&text.hint scope=text.id.as_str() />
            </p>
        }
    });
    view! {
        <fieldset class="question" aria-describedby=hint_id>
            <legend>
                <h1 tabindex="-1">{text.title.as_str()}</h1>
            </legend>
            {hint}
            <Notes prose=&text.hint scope=text.id.as_str() />
            <When condition=flag(move || is_unanswered.get())>
                <p class="problem">{UNANSWERED}</p>
            </When>
            <Controls topic />
        </fieldset>
    }
}

#[component]
fn Actions(topic: TopicId) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let is_contexts = quiz.topic(topic).questions().count() > 1;
    let words = if is_contexts { "Skip this step" } else { "Skip: it doesn’t matter to me" };
    let skip = move |_| {
        session.skip(topic);
        session.go(&after(quiz, topic));
    };
    view! {
        <p class="actions">
            <button class="button" type="submit">
                "Continue"
            </button>
            <button class="link" type="button" on:click=handler(skip)>
                {words}
            </button>
        </p>
    }
}

/// The error summary leads to the first option.
fn focus_first_option(session: Session, topic: TopicId) {
    let quiz = session.quiz();
    let first = quiz.topic(topic).questions().next().map(|at| quiz.question(at));
    if let Some((question, option)) = first.and_then(|q| Some((q, q.options.first()?))) {
        session.focus(&control_id(&question.id, &option.id));
    }
}

/// A digit selects the option with that number.
fn select_by_digit(session: Session, topic: TopicId, event: &KeyboardEvent) {
    let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
    let is_plain = !has_modifier && !event.repeat();
    let Some(digit) = event.key().parse::<u8>().ok().filter(|_| is_plain) else { return };
    let quiz = session.quiz();
    let question = quiz.topic(topic).questions().next().map(|at| quiz.question(at));
    let Some(question) = question.filter(|question| question.kind != Kind::Context) else { return };
    if let Some(option) = question.options.get(usize::from(option_of(digit).0)) {
        event.prevent_default();
        session.click(&control_id(&question.id, &option.id));
    }
}

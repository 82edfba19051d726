//! One step: a topic with its question, or the contexts.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, KeyboardEvent};

use super::remaining::remaining;
use super::so_far::so_far;
use super::{after, before, progress};
use crate::components::form::{control_id, options};
use crate::components::matrix::{context_row, matrix};
use crate::components::notice::problem;
use crate::components::progress::progress_bar;
use crate::components::prose::prose_parts;
use crate::components::remembered::Remembered;
use crate::markup::{El, Markup, el, live};
use crate::model::{Kind, QuestionId, Topic, TopicId};
use crate::state::Session;
use crate::views::not_found::not_found;

/// What is missing when a visitor goes on without an answer.
const UNANSWERED: &str = "Choose an answer, or skip this question";

/// The step of the topic with this id.
pub fn topic_step(id: &str) -> Markup {
    match Session::get().quiz().find_topic(id) {
        Some(topic) => el("div").class("quiz").with(form(topic)).with(so_far()).into(),
        None => not_found(),
    }
}

fn form(topic: TopicId) -> El {
    let session = Session::get();
    let quiz = session.quiz();
    let unanswered = Remembered::new(false);
    let submit = move |event: Event| {
        event.prevent_default();
        let is_answered = session.complete_topic(topic);
        unanswered.set(!is_answered);
        if is_answered {
            session.go(&after(quiz, topic));
        } else {
            session.focus("problem");
        }
    };
    let steps = move || progress(quiz, &session.answers().read(), topic.index());
    let back = el("a").attr("href", before(quiz, topic).href()).with("Back");
    el("form")
        .class("step")
        .flag("novalidate")
        .on("submit", submit)
        .on("keydown", move |event| select_by_digit(session, topic, &event))
        .with(el("p").class("back").with(back))
        .with(progress_bar(steps))
        .with(el("p").class("status").with(session.step_name(topic)))
        .with(live(move || unanswered.get().then(|| summary(session, topic))))
        .with(asked(quiz.topic(topic), topic, unanswered))
        .with(actions(session, topic))
        .with(remaining(topic))
}

fn actions(session: Session, topic: TopicId) -> El {
    let quiz = session.quiz();
    let is_contexts = quiz.topic(topic).questions().count() > 1;
    let words = if is_contexts { "Skip this step" } else { "Skip: it doesn’t matter to me" };
    let skip = move |_| {
        session.skip(topic);
        session.go(&after(quiz, topic));
    };
    el("p")
        .class("actions")
        .with(el("button").class("button").attr("type", "submit").with("Continue"))
        .with(el("button").class("link").attr("type", "button").on("click", skip).with(words))
}

/// A digit chooses the option with that number.
fn select_by_digit(session: Session, topic: TopicId, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let is_plain = !key.ctrl_key() && !key.alt_key() && !key.meta_key();
    let Some(digit) = key.key().parse::<usize>().ok().filter(|_| is_plain) else { return };
    let quiz = session.quiz();
    let question = quiz.topic(topic).questions().next().map(|at| quiz.question(at));
    let Some(question) = question.filter(|question| question.kind != Kind::Context) else { return };
    let index = if digit == 0 { 9 } else { digit - 1 };
    if let Some(option) = question.options.get(index) {
        event.prevent_default();
        session.click(&control_id(&question.id, &option.id));
    }
}

/// The error summary; it takes focus and leads to the first option.
fn summary(session: Session, topic: TopicId) -> Markup {
    let follow = move || {
        let quiz = session.quiz();
        let first = quiz.topic(topic).questions().next().map(|at| quiz.question(at));
        if let Some((question, option)) = first.and_then(|q| Some((q, q.options.first()?))) {
            session.focus(&control_id(&question.id, &option.id));
        }
    };
    problem(UNANSWERED, follow)
}

fn asked(text: &'static Topic, topic: TopicId, unanswered: Remembered<bool>) -> El {
    let hint = prose_parts(&text.hint, &text.id);
    let hint_id = format!("hint-{}", text.id);
    let has_hint = !text.hint.0.is_empty();
    let problem = move || {
        let words = || el("p").class("problem").with(UNANSWERED);
        unanswered.get().then(words)
    };
    el("fieldset")
        .class("question")
        .attr_if("aria-describedby", has_hint.then(|| hint_id.clone()))
        .with(el("legend").with(el("h1").attr("tabindex", "-1").with(&text.title)))
        .with(has_hint.then(|| el("p").class("hint").id(hint_id).with(hint.inline)))
        .with(hint.notes)
        .with(live(problem))
        .with(controls(topic))
}

/// The controls of a topic: a matrix of contexts, or the options of its question.
pub fn controls(topic: TopicId) -> Markup {
    let quiz = Session::get().quiz();
    let text = quiz.topic(topic);
    let is_matrix = text.questions().any(|at| quiz.question(at).kind == Kind::Context);
    if !is_matrix {
        return Markup::all(text.questions().map(control));
    }
    let mut rows: Vec<Markup> = Vec::new();
    for (name, members) in &text.groups {
        rows.push(el("h2").class("matrix-group").with(name).into());
        rows.extend(members.iter().map(|at| control(*at)));
    }
    matrix(&["Never", "Sometimes", "Often"], rows)
}

fn control(at: QuestionId) -> Markup {
    let session = Session::get();
    let question = session.quiz().question(at);
    let selection = move || session.answers().read().get(at).selection();
    let on_select = move |option| session.select(at, option);
    match question.kind {
        Kind::Context => context_row(question, selection, on_select),
        Kind::One | Kind::Many => options(question, selection, on_select),
    }
}

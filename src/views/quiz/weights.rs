//! The last step: how much each answer counts.

use leptos::prelude::*;
use leptos::web_sys::Event;

use super::so_far::so_far;
use super::{in_words, progress};
use crate::components::matrix::{matrix, weight_heads, weight_row};
use crate::components::progress::progress_bar;
use crate::components::remembered::Followed;
use crate::markup::{El, Markup, el, live};
use crate::model::{TopicId, Weight};
use crate::route::{Route, Step};
use crate::state::Session;

/// One overview of every answer and its weight, then the result.
pub fn weights_step() -> Markup {
    el("div").class("quiz").with(form()).with(so_far()).into()
}

fn form() -> El {
    let session = Session::get();
    let quiz = session.quiz();
    let submit = move |event: Event| {
        event.prevent_default();
        session.go(&Route::Result(None));
    };
    let last = quiz.topics.last().map_or(Step::Resume, |topic| Step::Topic(topic.id.clone()));
    let steps = move || progress(quiz, &session.answers().read(), quiz.topics.len());
    let hint = "Every answer counts once unless you change it here.";
    let question = el("fieldset")
        .class("question")
        .with(el("legend").with(el("h1").attr("tabindex", "-1").with("What counts most?")))
        .with(el("p").class("hint").with(hint))
        .with(rows(session));
    let go = el("button").class("button").attr("type", "submit").with("See the result");
    el("form")
        .class("step")
        .flag("novalidate")
        .on("submit", submit)
        .with(
            el("p").class("back").with(el("a").attr("href", Route::Quiz(last).href()).with("Back")),
        )
        .with(progress_bar(steps))
        .with(el("p").class("status").with("Last: what counts"))
        .with(question)
        .with(el("p").class("actions").with(go))
}

/// A row for each answered topic.
fn rows(session: Session) -> Markup {
    // On this step only "start again" changes what is answered; the rows must not be made again
    // while the visitor weighs them.
    let is_untouched = Followed::new(move || session.is_untouched());
    live(move || {
        let answers = session.answers().read_untracked();
        let topics = session.quiz().topics().map(|(at, _)| at);
        let mut answered = topics.filter(|at| answers.is_answered(*at)).peekable();
        if is_untouched.get() || answered.peek().is_none() {
            let words = "You have not answered anything yet, so nothing counts.";
            return el("p").with(words).into();
        }
        matrix(&weight_heads(), Markup::all(answered.map(topic_weight)))
    })
}

/// The weight of one topic, with its answer in a few words.
pub fn topic_weight(topic: TopicId) -> Markup {
    let session = Session::get();
    let quiz = session.quiz();
    let text = quiz.topic(topic);
    let note = move || in_words(quiz, &session.answers().read(), topic);
    let weight = move || session.answers().read().weight(topic);
    let on_set_weight = move |at: Weight| session.set_weight(topic, at);
    weight_row(&text.id, &text.short, note, weight, on_set_weight)
}

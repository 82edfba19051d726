//! What the visitor has said so far, and how to start again.

use leptos::prelude::*;

use super::in_words;
use crate::components::remembered::{Followed, Remembered};
use crate::markup::{El, Markup, el, live};
use crate::model::{Quiz, TopicId};
use crate::nodes;
use crate::route::{Route, Step};
use crate::state::Session;

/// The answers given, with links to change them; nothing before the first.
pub fn so_far() -> Markup {
    let session = Session::get();
    let is_untouched = Followed::new(move || session.is_untouched());
    live(move || (!is_untouched.get()).then(|| aside(session)))
}

fn aside(session: Session) -> El {
    let quiz = session.quiz();
    let rows = move || {
        let answers = session.answers().read();
        let topics = quiz.topics().map(|(at, _)| at);
        let said = topics.filter(|at| answers.is_answered(*at) || answers.is_skipped(*at));
        Markup::all(said.map(|at| row(quiz, at, in_words(quiz, &answers, at))))
    };
    let all = el("a").attr("href", Route::Quiz(Step::All).href()).with("All questions on one page");
    el("aside")
        .class("section quiet so-far")
        .attr("aria-labelledby", "so-far")
        .with(el("h2").id("so-far").with("So far"))
        .with(el("table").class("answers").with(el("tbody").with(live(rows))))
        .with(el("p").class("small").with(all))
        .with(start_again())
}

fn row(quiz: &'static Quiz, at: TopicId, words: String) -> El {
    let topic = quiz.topic(at);
    let change = el("a")
        .attr("href", Route::Quiz(Step::Topic(topic.id.clone())).href())
        .with("Change")
        .with(el("span").class("visually-hidden").with(": ").with(&topic.short));
    el("tr")
        .with(el("th").attr("scope", "row").with(&topic.short))
        .with(el("td").with(words))
        .with(el("td").with(change))
}

/// The id of the button that starts again.
const START_AGAIN: &str = "start-again";

/// Clears everything, after asking.
pub fn start_again() -> Markup {
    let session = Session::get();
    let asking = Remembered::new(false);
    let ask = el("button")
        .class("link")
        .id(START_AGAIN)
        .attr("type", "button")
        .live_state("aria-expanded", move || asking.get())
        .on("click", move |_| asking.set(!asking.get()))
        .with("Start again");
    let clear = move |_| {
        asking.set(false);
        session.start_again();
        session.focus_heading();
    };
    let keep_them = move |_| {
        asking.set(false);
        session.focus(START_AGAIN);
    };
    let remove = el("button")
        .class("button second")
        .attr("type", "button")
        .on("click", clear)
        .with("Remove my answers");
    let keep =
        el("button").class("link").attr("type", "button").on("click", keep_them).with("Keep them");
    let warning = "This clears every answer, weight and view of your own. A finished result is kept \
                   under “Earlier results”, where you can remove it.";
    nodes![
        el("p").class("small screen").with(ask),
        el("div")
            .class("notice screen")
            .attr("role", "alert")
            .shown(move || asking.get())
            .with(el("p").with(warning))
            .with(el("p").class("actions").with(remove).with(keep)),
    ]
}

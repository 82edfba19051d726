//! A change that is being tried out: the new result beside the old, to keep or to take back.

use leptos::prelude::Read;

use super::words;
use crate::components::list::joined;
use crate::markup::{El, el};
use crate::model::{Answers, Difference, Verdict};
use crate::nodes;
use crate::state::Session;

/// The notice while a change is tried out.
pub fn trial(session: Session) -> Option<El> {
    let before = session.before()?;
    let quiz = session.quiz();
    let old = Verdict::of(quiz, &before);
    let after = session.answers().read();
    let differences = Difference::all(quiz, &before, &after).into_iter();
    let changed = differences.map(|at| words::difference(quiz, at, &before, &after));
    let end = move |act: fn(Session)| {
        move |_| {
            act(session);
            session.focus("verdict");
        }
    };
    let keep = el("button").class("button").attr("type", "button");
    let undo = el("button").class("button second").attr("type", "button");
    let result = session.verdict().read();
    let notice = el("section")
        .class("notice")
        .id("trial")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "trial-title")
        .with(el("h2").id("trial-title").with("You are trying a change"))
        .with(el("ul").class("rows").with_all(changed.map(|words| el("li").with(words))))
        .with(result_of("Before: ", words::verdict(quiz, &old), &before, session))
        .with(result_of("Now: ", words::verdict(quiz, &result), &after, session))
        .with(
            el("p")
                .class("actions")
                .with(keep.on("click", end(Session::keep_change)).with("Keep it"))
                .with(undo.on("click", end(Session::undo)).with("Undo it")),
        );
    Some(notice)
}

/// One of the two results, with the points of its first three types.
fn result_of(name: &'static str, verdict: String, answers: &Answers, session: Session) -> El {
    let quiz = session.quiz();
    let ranking = Verdict::of(quiz, answers).ranking;
    let first = ranking.iter().filter(|ranked| ranked.rank.is_some()).take(3);
    let points: Vec<String> = first
        .map(|at| format!("{} {}", quiz.device_type(at.device_type).column, at.points))
        .collect();
    el("p").with(nodes![name, el("b").with(verdict), ". ", joined(&points, ", ")])
}

//! The result: the verdict and its reasons in words, then the numbers behind them.

mod answers;
mod head;
mod numbers;
mod shop;
mod why;

use leptos::prelude::*;

use crate::model::{Verdict, Word};
use crate::nodes;
use crate::state::Session;
use crate::view::markup::{Markup, el, live};

/// The result for the answers as they are; every part follows a change at once, and the table of
/// answers stays, so that an open editor keeps its place.
pub fn result_page() -> Markup {
    let session = Session::get();
    let verdict = session.verdict();
    let side = el("div")
        .class("result-side")
        .with(live(move || numbers::ranking(session, &verdict.read())))
        .with(answers::answers());
    let body = live(move || sections(session, &verdict.read()));
    nodes![
        live(move || head::head(session, &verdict.read())),
        el("div").class("result").with(body).with(side),
    ]
}

/// What the middle column shows, by the word of the verdict.
fn sections(session: Session, verdict: &Verdict) -> Markup {
    let main = el("div").class("result-main");
    let Some(leader) = verdict.leader else {
        return match verdict.word {
            Word::Conflict => main.with(why::conflict(session, verdict)).into(),
            _ => main.with(why::undecided()).into(),
        };
    };
    let apart = (verdict.word == Word::Close).then(|| why::apart(session, verdict));
    nodes![
        main.with(apart).with(why::why(session, verdict, leader)).with(shop::shop(session, leader)),
        el("div").class("result-sum").with(numbers::ledger(session, verdict, leader)),
    ]
}

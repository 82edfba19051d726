//! The result: the verdict and its reasons in words, then the numbers behind them.

mod answers;
mod change;
mod conflict;
mod growth;
mod head;
mod numbers;
mod own_ratings;
mod pair;
mod robustness;
mod share;
mod shop;
pub(super) mod snapshots;
mod trial;
mod versus;
mod why;
pub(super) mod words;

use leptos::prelude::*;

use crate::components::remembered::Remembered;
use crate::markup::{Markup, el, live};
use crate::model::{DeviceTypeId, Verdict, Word};
use crate::nodes;
use crate::state::Session;

/// The result for the answers as they are; every part follows a change at once, and the table of
/// answers stays, so that an open editor keeps its place.
pub fn result_page() -> Markup {
    let session = Session::get();
    let verdict = session.verdict();
    let kept = Kept { editing: Remembered::new(None), rival: Remembered::new(None) };
    let side = el("div")
        .class("result-side")
        .with(live(move || numbers::ranking(session, &verdict.read())))
        .with(answers::answers())
        .with(share::share())
        .with(own_ratings::own(kept.editing))
        .with(snapshots::snapshots());
    let body = live(move || sections(session, &verdict.read(), kept));
    nodes![
        live(move || share::shared(session)),
        live(move || trial::trial(session)),
        live(move || head::head(session, &verdict.read())),
        el("div").class("result").with(body).with(side),
    ]
}

/// What stays as it is when the result is made again.
#[derive(Clone, Copy)]
struct Kept {
    editing: own_ratings::Editing,
    /// The type that the leader is shown against.
    rival: Remembered<Option<DeviceTypeId>>,
}

/// What the middle column shows, by the word of the verdict.
fn sections(session: Session, verdict: &Verdict, kept: Kept) -> Markup {
    let main = el("div").class("result-main");
    let Some(leader) = verdict.leader else {
        return match verdict.word {
            Word::Conflict => main.with(conflict::conflict(session, verdict)).into(),
            _ => main.with(why::undecided()).into(),
        };
    };
    let apart = (verdict.word == Word::Close).then(|| why::apart(session, verdict));
    nodes![
        main.with(apart)
            .with(why::why(session, verdict, leader, kept.editing))
            .with(change::change(session, verdict, leader))
            .with(pair::pair(session))
            .with(shop::shop(session, leader)),
        el("div")
            .class("result-sum")
            .with(numbers::breakdown(session, verdict, leader))
            .with(versus::versus(session, verdict, leader, kept.rival)),
    ]
}

//! The result: the verdict and its reasons in words, then the numbers behind them.

mod answers;
mod head;
mod numbers;
mod shop;
mod why;

use leptos::prelude::*;

use crate::model::{Verdict, Word};
use crate::state::Session;

/// The result for the answers as they are; every part follows a change at once.
#[component]
pub fn ResultPage() -> impl IntoView {
    let session = Session::get();
    let verdict = session.verdict();
    let body = move || sections(session, &verdict.read());
    view! {
        {move || head::head(session, &verdict.read())}
        <div class="result">
            {body}
            <div class="result-side">
                {move || numbers::ranking(session, &verdict.read())}
                <answers::Answers />
            </div>
        </div>
    }
}

/// What the middle column shows, by the word of the verdict.
fn sections(session: Session, verdict: &Verdict) -> AnyView {
    let Some(leader) = verdict.leader else {
        return match verdict.word {
            Word::Conflict => view! {
                <div class="result-main">{why::conflict(session, verdict)}</div>
            }
            .into_any(),
            _ => view! { <div class="result-main">{why::undecided()}</div> }.into_any(),
        };
    };
    let apart = (verdict.word == Word::Close).then(|| why::apart(session, verdict));
    view! {
        <div class="result-main">
            {apart} {why::why(session, verdict, leader)}
            {shop::shop(session, verdict, leader)}
        </div>
        <div class="result-sum">{numbers::ledger(session, verdict, leader)}</div>
    }
    .into_any()
}

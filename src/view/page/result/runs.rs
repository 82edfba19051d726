//! Finished runs, and what moved between them and now.

use leptos::prelude::Read;

use super::words;
use crate::model::{Difference, Receipt, Run, Verdict};
use crate::nodes;
use crate::route::Route;
use crate::state::Session;
use crate::view::markup::{El, Markup, el, live};
use crate::view::part::list::joined;
use crate::view::part::section::quiet_section;

/// The runs, and a button that keeps the present one.
pub fn runs() -> Markup {
    let session = Session::get();
    let keep = el("button")
        .class("button second")
        .attr("type", "button")
        .on("click", move |_| session.keep_run())
        .with("Keep this result");
    let body = nodes![rows(), el("p").class("actions screen").with(keep)];
    quiet_section("result", "runs", "Earlier results", "section quiet own-only", body)
}

/// The runs, the newest first.
pub fn rows() -> Markup {
    let session = Session::get();
    live::<Markup>(move || {
        let runs = session.runs();
        if runs.is_empty() {
            return el("p")
                .class("small")
                .with("Kept results appear here, with what changed.")
                .into();
        }
        let items: Vec<Markup> =
            runs.iter().enumerate().rev().map(|(at, run)| row(session, at, run).into()).collect();
        el("ul").class("rows").with(items).into()
    })
}

fn row(session: Session, at: usize, run: &Run) -> El {
    let outcome = outcome(session, &run.receipt);
    let on_remove = move |_| {
        session.forget_run(at);
        session.focus(&Route::anchor(session.view(), "runs"));
    };
    let remove = el("button")
        .class("link")
        .attr("type", "button")
        .on("click", on_remove)
        .with("Remove")
        .with(el("span").class("said").with(format!(": {}, {outcome}", run.date)));
    el("li")
        .attr("data-run", run.receipt.leader.clone())
        .with(el("b").with(run.date.clone()))
        .with(format!(": {outcome}. "))
        .with(compared(session, run))
        .with(under_newer_content(session, run))
        .with(remove)
}

fn outcome(session: Session, receipt: &Receipt) -> String {
    let quiz = session.quiz();
    let leader = match quiz.find_gear(&receipt.leader) {
        Some(gear) => Some(quiz.gear(gear).short.as_str()),
        None => Some(receipt.leader.as_str()).filter(|id| !id.is_empty()),
    };
    words::outcome(leader, &receipt.word)
}

/// What differs between the run and now, and which of it moved the leader.
fn compared(session: Session, run: &Run) -> String {
    if session.is_untouched() {
        return "You have started again since. ".to_owned();
    }
    let quiz = session.quiz();
    let now = session.answers().read();
    let all = Difference::all(quiz, &run.answers, &now);
    if all.is_empty() {
        return "The answers are the same as now. ".to_owned();
    }
    let in_words = |all: &[Difference]| -> String {
        let each = all.iter().map(|at| words::difference(quiz, *at, &run.answers, &now));
        joined(&each.collect::<Vec<_>>(), "; ")
    };
    let deciding = Difference::deciding(quiz, &run.answers, &now);
    let is_moved = session.verdict().read().leader != Verdict::leader_of(quiz, &run.answers);
    let moved = match (is_moved, deciding.is_empty()) {
        (false, _) => "The first place did not move.".to_owned(),
        (true, false) => format!("What moved the first place: {}.", in_words(&deciding)),
        (true, true) => "Together they moved the first place.".to_owned(),
    };
    format!("Since then: {}. {moved} ", in_words(&all))
}

/// For a run under older content: whether its verdict is another now, and which lines moved.
fn under_newer_content(session: Session, run: &Run) -> Option<String> {
    let version = session.content().version;
    if run.receipt.content == version {
        return None;
    }
    let quiz = session.quiz();
    let again = Receipt::of(quiz, version, &Verdict::of(quiz, &run.answers));
    let short = |id: &str| match quiz.find_question(id) {
        Some(at) => quiz.question(at).short.clone(),
        None => id.to_owned(),
    };
    let lines: Vec<String> = run.receipt.moved(&again).into_iter().map(short).collect();
    let verdict = if run.receipt.is_same_verdict(&again) {
        "the same answers still lead there".to_owned()
    } else {
        format!("the same answers now lead to {}", outcome(session, &again))
    };
    let moved = if lines.is_empty() {
        "no line moved".to_owned()
    } else {
        format!("these lines moved: {}", words::list(&lines))
    };
    Some(format!("Our content has changed since: {verdict}; {moved}. "))
}

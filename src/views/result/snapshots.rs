//! Finished runs, and what moved between them and now.

use leptos::prelude::Read;

use super::words;
use crate::components::list::joined;
use crate::components::section::quiet_section;
use crate::markup::{El, Markup, el, live};
use crate::model::{Difference, RecordedVerdict, Snapshot, Verdict};
use crate::nodes;
use crate::route::Route;
use crate::state::Session;

/// The runs, and a button that keeps the present one.
pub fn snapshots() -> Markup {
    let session = Session::get();
    let keep = el("button")
        .class("button second")
        .attr("type", "button")
        .on("click", move |_| session.keep_snapshot())
        .with("Keep this result");
    let body = nodes![rows(), el("p").class("actions screen").with(keep)];
    quiet_section("result", "runs", "Earlier results", "section quiet own-only", body)
}

/// The runs, the newest first.
pub fn rows() -> Markup {
    let session = Session::get();
    live::<Markup>(move || {
        let snapshots = session.snapshots();
        if snapshots.is_empty() {
            return el("p")
                .class("small")
                .with("Kept results appear here, with what changed.")
                .into();
        }
        let items: Vec<Markup> = snapshots
            .iter()
            .enumerate()
            .rev()
            .map(|(at, snapshot)| row(session, at, snapshot).into())
            .collect();
        el("ul").class("rows").with(items).into()
    })
}

fn row(session: Session, at: usize, snapshot: &Snapshot) -> El {
    let outcome = outcome(session, &snapshot.recorded);
    let on_remove = move |_| {
        session.remove_snapshot(at);
        session.focus(&Route::anchor(session.view(), "runs"));
    };
    let remove = el("button")
        .class("link")
        .attr("type", "button")
        .on("click", on_remove)
        .with("Remove")
        .with(el("span").class("visually-hidden").with(format!(": {}, {outcome}", snapshot.date)));
    el("li")
        .attr("data-run", snapshot.recorded.leader.clone())
        .with(el("b").with(snapshot.date.clone()))
        .with(format!(": {outcome}. "))
        .with(compared(session, snapshot))
        .with(under_newer_content(session, snapshot))
        .with(remove)
}

fn outcome(session: Session, recorded: &RecordedVerdict) -> String {
    let quiz = session.quiz();
    let leader = match quiz.find_device_type(&recorded.leader) {
        Some(device_type) => Some(quiz.device_type(device_type).short.as_str()),
        None => Some(recorded.leader.as_str()).filter(|id| !id.is_empty()),
    };
    words::outcome(leader, &recorded.word)
}

/// What differs between the run and now, and which of it moved the leader.
fn compared(session: Session, snapshot: &Snapshot) -> String {
    if session.is_untouched() {
        return "You have started again since. ".to_owned();
    }
    let quiz = session.quiz();
    let now = session.answers().read();
    let all = Difference::all(quiz, &snapshot.answers, &now);
    if all.is_empty() {
        return "The answers are the same as now. ".to_owned();
    }
    let in_words = |all: &[Difference]| -> String {
        let each = all.iter().map(|at| words::difference(quiz, *at, &snapshot.answers, &now));
        joined(&each.collect::<Vec<_>>(), "; ")
    };
    let deciding = Difference::deciding(quiz, &snapshot.answers, &now);
    let is_moved = session.verdict().read().leader != Verdict::leader_of(quiz, &snapshot.answers);
    let changed_lines = match (is_moved, deciding.is_empty()) {
        (false, _) => "The first place did not move.".to_owned(),
        (true, false) => format!("What moved the first place: {}.", in_words(&deciding)),
        (true, true) => "Together they moved the first place.".to_owned(),
    };
    format!("Since then: {}. {changed_lines} ", in_words(&all))
}

/// For a run under older content: whether its verdict is another now, and which lines moved.
fn under_newer_content(session: Session, snapshot: &Snapshot) -> Option<String> {
    let version = session.content().version;
    if snapshot.recorded.content == version {
        return None;
    }
    let quiz = session.quiz();
    let again = RecordedVerdict::of(quiz, version, &Verdict::of(quiz, &snapshot.answers));
    let short = |id: &str| match quiz.find_question(id) {
        Some(at) => quiz.question(at).short.clone(),
        None => id.to_owned(),
    };
    let lines: Vec<String> =
        snapshot.recorded.changed_lines(&again).into_iter().map(short).collect();
    let verdict = if snapshot.recorded.is_same_verdict(&again) {
        "the same answers still lead there".to_owned()
    } else {
        format!("the same answers now lead to {}", outcome(session, &again))
    };
    let changed_lines = if lines.is_empty() {
        "no line moved".to_owned()
    } else {
        format!("these lines moved: {}", words::list(&lines))
    };
    Some(format!("Our content has changed since: {verdict}; {changed_lines}. "))
}

//! Paper: a page for each candidate, with boxes to tick.

use leptos::ev;
use leptos::prelude::*;

use super::row::{about, stands};
use crate::components::reactive::dynamic;
use crate::model::CandidateScore;
use crate::state::result::brief::{Brief, BriefReason};
use crate::state::shortlist::{
    Arrangement, Listed, Shortlist, Step, date_in_words, reasons, steps,
};

/// The pages of the candidates that the list shows. They are made when the page is about to be printed.
#[component]
pub fn Sheets(shortlist: Shortlist, arrangement: Arrangement) -> impl IntoView {
    let is_printing = RwSignal::new(false);
    let before = window_event_listener(ev::beforeprint, move |_| is_printing.set(true));
    let after = window_event_listener(ev::afterprint, move |_| is_printing.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    dynamic(move || {
        is_printing.get().then(|| {
            let all = shortlist.all.read_untracked();
            let shown = untrack(move || arrangement.shown());
            let listed = |id: &String| all.iter().find(|listed| listed.id == *id).cloned();
            let sheet = |listed| view! { <Sheet shortlist listed /> };
            let sheets = shown.iter().filter_map(listed).map(sheet).collect_view();
            view! { <div class="print-only">{sheets}</div> }
        })
    })
}

/// What is known of a candidate, and what to try.
#[component]
fn Sheet(shortlist: Shortlist, listed: Listed) -> impl IntoView {
    let session = shortlist.session;
    let (quiz, details) = (session.quiz(), session.details());
    let answers = session.answers().read_untracked();
    let brief = Brief::of(&reasons(session.content(), &answers, &listed));
    let steps = steps(quiz, details, &answers, &listed, &[]);
    let score = untrack(|| shortlist.score(listed.id.clone()).get());
    let stands = score.as_ref().map(|at: &CandidateScore| stands(quiz, at)).unwrap_or_default();
    let claim = |reason: &BriefReason| {
        let claim = details.criterion(reason.criterion).claim(reason.rating).unwrap_or_default();
        view! { <li>{claim.to_owned()}</li> }
    };
    let of = &listed.candidate;
    view! {
        <section class="candidate-sheet" data-sheet=listed.id.clone()>
            <h2>{of.name.clone()}</h2>
            {of.is_chosen.then(|| view! { <p><b>"This is your choice."</b></p> })}
            <p>{about(quiz, &listed)} " " {stands}</p>
            <p>{returning(&listed)}</p>
            <ul class="brief-for">{brief.good.iter().map(claim).collect_view()}</ul>
            <ul class="brief-for brief-against">{brief.bad.iter().map(claim).collect_view()}</ul>
            <h3>"Ten minutes with them on"</h3>
            <ul class="ticks">{steps.iter().map(step).collect_view()}</ul>
            <h3>"Notes"</h3>
            <p class="candidate-paper">{of.notes.clone()}</p>
        </section>
    }
}

/// A box, what to try, and the word that was noted.
fn step(step: &Step) -> impl IntoView + use<> {
    let word = match step.check.word.as_str() {
        "" => String::new(),
        word => format!(" – {word}"),
    };
    view! {
        <li>
            <label class="tick">
                <input type="checkbox" checked=step.check.is_done disabled />
                <span>
                    {step.text.unwrap_or("A step that this version no longer has")} <b>{word}</b>
                </span>
            </label>
        </li>
    }
}

/// Where and until when it can be returned; lines to fill in for what is not known.
fn returning(listed: &Listed) -> String {
    let of = &listed.candidate;
    let until = of.return_by.map_or_else(|| "____________".to_owned(), date_in_words);
    let shop = if of.shop.is_empty() { "____________________" } else { &of.shop };
    format!("Return it by {until} to {shop}.")
}

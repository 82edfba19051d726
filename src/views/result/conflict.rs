//! A conflict: the answers that exclude every type, the relaxations, and the signposts beside them.

use leptos::prelude::*;

use super::shop::SignpostList;
use crate::components::notice::Notice;
use crate::components::reactive::{flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{DeviceTypeId, QuestionId, Quiz, Relaxation};
use crate::route::{Route, Step};
use crate::state::Session;
use crate::state::result::conflict::{Conflict, ExcludingAnswer};
use crate::state::result::headline::ResultKind;
use crate::views::words;

/// Which answers rule everything out, and what to skip.
#[component]
pub fn ConflictSections() -> impl IntoView {
    let session = Session::get();
    let conflict = Memo::new(move |_| {
        let breakdown = &session.verdict().read().breakdown;
        Conflict::of(session.quiz(), &session.answers().read(), breakdown)
    });
    let excluding = move || conflict.read().excluding.clone();
    view! {
        <section class="section">
            <h2>"Which answers do it"</h2>
            <ul class="rows">
                <For each=excluding key=ExcludingAnswer::clone let:answer>
                    <Excluding answer />
                </For>
            </ul>
            <WaysOut conflict />
        </section>
    }
}

/// What lies outside the types that the answers exclude; nothing unless they exclude all.
#[component]
pub fn OutsideAll(kind: Memo<ResultKind>) -> impl IntoView {
    view! {
        <When condition=flag(move || kind.get() == ResultKind::Conflict)>
            <section class="section quiet apart" aria-labelledby="outside">
                <h2 id="outside">"Outside these types"</h2>
                <SignpostList refused=true />
            </section>
        </When>
    }
}

/// An answer that excludes types, with the types.
#[component]
fn Excluding(answer: ExcludingAnswer) -> impl IntoView {
    let quiz = Session::get().quiz();
    let question = quiz.question(answer.question);
    let excluded = short_names(quiz, answer.device_types.into_iter()).join(", ");
    view! {
        <li>
            {question.short.as_str()}
            ": "
            <b>{question.options[usize::from(answer.option.0)].short.as_str()}</b>
            {format!(" rules out {excluded}. ")}
            <a
                aria-label=format!("Change: {}", question.short)
                href=Route::Quiz(Step::Topic(question.id.clone())).href()
            >
                "Change"
            </a>
        </li>
    }
}

fn short_names(quiz: &Quiz, device_types: impl Iterator<Item = DeviceTypeId>) -> Vec<String> {
    device_types.map(|device_type| quiz.device_type(device_type).short.clone()).collect()
}

/// The smallest sets of answers to skip, each with what it allows.
#[component]
fn WaysOut(conflict: Memo<Conflict>) -> impl IntoView {
    let relaxations = move || conflict.read().relaxations.clone();
    view! {
        <Notice id="way-out" title="Skip, and you have an answer">
            <ul class="rows">
                <For each=relaxations key=|relaxation| relaxation.skip.clone() let:relaxation>
                    <WayOut relaxation conflict />
                </For>
            </ul>
        </Notice>
    }
}

#[component]
fn WayOut(relaxation: Relaxation, conflict: Memo<Conflict>) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let skip = relaxation.skip.clone();
    let ids: Vec<&str> = skip.iter().map(|at| quiz.question(*at).id.as_str()).collect();
    let said = format!(": {}", quoted(quiz, &skip));
    // What the same set allows may change with other answers.
    let allowed = string(move || {
        let conflict = conflict.read();
        let same = conflict.relaxations.iter().find(|at| at.skip == skip);
        same.map_or_else(String::new, |at| allowed(quiz, at))
    });
    let try_out = handler(move |_| {
        session.try_out(&relaxation.relaxed(&session.answers().get_untracked()));
        session.focus("trial");
    });
    view! {
        <li data-skip=ids.join(" ")>
            <p><Text words=allowed /></p>
            <p class="actions">
                <button class="button second" type="button" on:click=try_out>
                    "Skip and see that result"
                    <span class="visually-hidden">{said}</span>
                </button>
            </p>
        </li>
    }
}

/// "“Calls” and “Budget”".
fn quoted(quiz: &Quiz, questions: &[QuestionId]) -> String {
    let each: Vec<String> =
        questions.iter().map(|at| format!("“{}”", quiz.question(*at).short)).collect();
    words::list(&each)
}

fn allowed(quiz: &'static Quiz, relaxation: &Relaxation) -> String {
    let remaining = relaxation.verdict.remaining().map(|ranked| ranked.device_type);
    let remaining = words::list(&short_names(quiz, remaining));
    let leads = match relaxation.verdict.leader {
        Some(leader) => format!("{} would lead.", words::title(quiz, leader)),
        None => "Nothing separates them yet.".to_owned(),
    };
    format!("Skip {}: {remaining} remain. {leads}", quoted(quiz, &relaxation.skip))
}

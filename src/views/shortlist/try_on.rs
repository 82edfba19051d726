//! The ten-minute test of a candidate: a box to tick and a word for each step.

use leptos::prelude::*;

use crate::components::line_field::LineField;
use crate::components::reactive::{flag, handler, string};
use crate::components::text::Text;
use crate::model::candidate::{Check, LONGEST_LINE};
use crate::state::Session;
use crate::state::shortlist::{Listed, Shortlist, Step, line, steps, tried};

/// The steps of a candidate, by its id.
type Steps = Memo<(String, Vec<Step>)>;

/// The test for the type of the candidate under the visitor's answers.
#[component]
pub fn TryOn(shortlist: Shortlist, candidate: Memo<Option<Listed>>) -> impl IntoView {
    let session = shortlist.session;
    let (quiz, details, answers) = (session.quiz(), session.details(), session.answers());
    let all: Steps = Memo::new(move |last: Option<&(String, Vec<Step>)>| {
        let candidate = candidate.read();
        let Some(listed) = candidate.as_ref() else { return Default::default() };
        let kept = last.filter(|(id, _)| *id == listed.id).map_or(&[][..], |(_, steps)| steps);
        (listed.id.clone(), steps(quiz, details, &answers.read(), listed, kept))
    });
    let shown = move || {
        let (candidate, steps) = all.get();
        steps.into_iter().map(|step| (candidate.clone(), step.id, step.text)).collect::<Vec<_>>()
    };
    let count = string(move || {
        let all = all.read();
        format!("{} of {} tried", tried(&all.1), all.1.len())
    });
    view! {
        <fieldset class="try-on">
            <legend>"Ten minutes with them on"</legend>
            <p class="small">"Tick what you have tried, and note a word on it."</p>
            <ul class="ticks">
                <For each=shown key=Clone::clone let:step>
                    <StepRow session all step />
                </For>
            </ul>
            <p role="status">
                <Text words=count />
            </p>
        </fieldset>
    }
}

/// A step of a candidate, and how to note something on it.
#[derive(Clone, Copy)]
struct Noted {
    check: Memo<Check>,
    note: Callback<Check>,
}

impl Noted {
    fn new(session: Session, all: Steps, candidate: String, id: String) -> Self {
        let unnoted = Check { step: id, ..Check::default() };
        let check = Memo::new(move |_| {
            let all = all.read();
            let found = all.1.iter().find(|step| step.id == unnoted.step);
            found.map_or_else(|| unnoted.clone(), |step| step.check.clone())
        });
        let note = Callback::new(move |noted: Check| {
            session.change_candidate(&candidate, &mut |candidate| {
                candidate.set_check(noted.clone());
            });
        });
        Self { check, note }
    }
}

/// A step, given the candidate, its id, and what to do.
#[component]
fn StepRow(
    session: Session,
    all: Steps,
    step: (String, String, Option<&'static str>),
) -> impl IntoView {
    let (candidate, id, text) = step;
    let text = text.unwrap_or("A step that this version no longer has");
    let field = format!("word-{candidate}-{id}");
    let noted = Noted::new(session, all, candidate, id.clone());
    let tick = move |_| {
        let before = noted.check.get_untracked();
        noted.note.run(Check { is_done: !before.is_done, ..before });
    };
    view! {
        <li class="try-on-step">
            <label class="tick">
                <input
                    type="checkbox"
                    name="check"
                    autocomplete="off"
                    value=id
                    prop:checked=flag(move || noted.check.read().is_done)
                    on:change=handler(tick)
                />
                <span>{text}</span>
            </label>
            <Word noted field text />
        </li>
    }
}

/// The field for a word on a step.
#[component]
fn Word(noted: Noted, field: String, text: &'static str) -> impl IntoView {
    let write = move |text: String| {
        noted.note.run(Check { word: line(&text), ..noted.check.get_untracked() });
    };
    view! {
        <LineField
            id=field
            name="word"
            label=format!("A word on: {text}")
            is_label_hidden=true
            longest=LONGEST_LINE
            text=string(move || noted.check.read().word.clone())
            on_enter=write
        />
    }
}

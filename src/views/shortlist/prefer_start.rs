//! The form that starts a comparison. What it asks is fixed with the first toss.

use leptos::prelude::*;

use super::prefer::status_id;
use crate::components::reactive::{attribute, flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::Comparison;
use crate::model::candidate::LONGEST_LINE;
use crate::model::preference::{ROUNDS, USUAL_ROUNDS, chance_of, needed};
use crate::state::shortlist::{Shortlist, cases, line, pair};

/// The id of what is wrong with the pair.
const PROBLEM: &str = "prefer-problem";

/// What the form holds.
#[derive(Clone, Copy)]
struct Form {
    shortlist: Shortlist,
    /// What the visitor has chosen in the two fields.
    chosen: RwSignal<[Option<String>; 2]>,
    /// The two that the fields show; `None` without two candidates.
    pair: Memo<Option<[String; 2]>>,
    rounds: RwSignal<u8>,
    question: RwSignal<String>,
}

impl Form {
    fn new(shortlist: Shortlist) -> Self {
        let chosen = RwSignal::new([None, None]);
        Self {
            shortlist,
            chosen,
            pair: Memo::new(move |_| pair(&shortlist.all.read(), &chosen.read())),
            rounds: RwSignal::new(USUAL_ROUNDS),
            question: RwSignal::new(String::new()),
        }
    }

    /// Whether both fields show the same candidate; tracked.
    fn is_same(self) -> bool {
        self.pair.read().as_ref().is_some_and(|[a, b]| a == b)
    }

    /// Starts the comparison with its first toss.
    fn start(self) {
        let session = self.shortlist.session;
        let Some(candidates) = self.pair.get_untracked() else { return };
        let [a, b] = &candidates;
        if a == b {
            session.focus(&control(1));
            return;
        }
        let names = candidates.each_ref().map(|id| untrack(move || self.shortlist.name(id)));
        let id = session.start_comparison(&Comparison {
            names: names.map(Option::unwrap_or_default),
            candidates,
            planned: self.rounds.get_untracked(),
            question: line(&self.question.get_untracked()),
            rounds: Vec::new(),
            first: Some(session.toss()),
        });
        self.question.set(String::new());
        session.focus(&status_id(&id));
    }
}

/// The id and the name of the control that chooses a side.
fn control(side: usize) -> String {
    format!("prefer-{}", if side == 0 { "a" } else { "b" })
}

/// The form, once there are two candidates.
#[component]
pub(super) fn Start(shortlist: Shortlist) -> impl IntoView {
    let form = Form::new(shortlist);
    // The second press of a double click does not start another comparison.
    let press = move |event: leptos::ev::MouseEvent| {
        if event.detail() < 2 {
            form.start();
        }
    };
    let too_few = || view! { <p>"Add two candidates to compare them."</p> };
    view! {
        <When condition=flag(move || form.pair.read().is_some()) fallback=too_few>
            <fieldset class="prefer-form">
                <legend>"Compare two"</legend>
                <SideField form side=0 label="First" />
                <SideField form side=1 label="Second" />
                <Rounds form />
                <Question form />
                <Fixed form />
                <p class="actions">
                    <button class="button second" type="button" on:click=handler(press)>
                        "Toss for the first round"
                    </button>
                </p>
            </fieldset>
        </When>
    }
}

#[component]
fn SideField(form: Form, side: usize, label: &'static str) -> impl IntoView {
    let id = control(side);
    let all = move || {
        let all = form.shortlist.all.read();
        all.iter().map(|at| (at.id.clone(), at.candidate.name.clone())).collect::<Vec<_>>()
    };
    let chosen = Memo::new(move |_| form.pair.read().as_ref().map(|pair| pair[side].clone()));
    let choose = move |event| {
        let id = event_target_value(&event);
        form.chosen.update(|chosen| chosen[side] = Some(id));
    };
    let is_wrong = flag(move || side == 1 && form.is_same());
    view! {
        <div class="prefer-field">
            <label for=id.clone()>{label}</label>
            <select
                id=id.clone()
                name=id
                autocomplete="off"
                aria-invalid=attribute(move || is_wrong.get().then(|| "true".to_owned()))
                aria-describedby=attribute(move || is_wrong.get().then(|| PROBLEM.to_owned()))
                on:change=handler(choose)
            >
                <For each=all key=Clone::clone let:candidate>
                    <Choice candidate chosen />
                </For>
            </select>
            {(side == 1)
                .then(|| {
                    view! {
                        <span class="number-problem" id=PROBLEM role="status">
                            <When condition=is_wrong>
                                <span>"Choose two different candidates."</span>
                            </When>
                        </span>
                    }
                })}
        </div>
    }
}

/// A candidate to choose, given its id and name.
#[component]
fn Choice(candidate: (String, String), chosen: Memo<Option<String>>) -> impl IntoView {
    let (id, name) = candidate;
    let value = id.clone();
    view! {
        <option value=value prop:selected=flag(move || chosen.read().as_ref() == Some(&id))>
            {name}
        </option>
    }
}

#[component]
fn Rounds(form: Form) -> impl IntoView {
    let choose = move |event| {
        if let Ok(rounds) = event_target_value(&event).parse() {
            form.rounds.set(rounds);
        }
    };
    let option = |rounds: u8| {
        view! {
            <option value=rounds.to_string() prop:selected=flag(move || form.rounds.get() == rounds)>
                {rounds.to_string()}
            </option>
        }
    };
    view! {
        <div class="prefer-field">
            <label for="prefer-rounds">"Rounds"</label>
            <select
                id="prefer-rounds"
                name="prefer-rounds"
                autocomplete="off"
                on:change=handler(choose)
            >
                {ROUNDS.map(option).collect_view()}
            </select>
        </div>
    }
}

#[component]
fn Question(form: Form) -> impl IntoView {
    let write = move |event| form.question.set(event_target_value(&event));
    view! {
        <div class="prefer-field">
            <label for="prefer-question">"What you listen for, if you like"</label>
            <input
                id="prefer-question"
                name="prefer-question"
                type="text"
                autocomplete="off"
                maxlength=LONGEST_LINE.to_string()
                prop:value=string(move || form.question.get())
                on:input=handler(write)
            />
        </div>
    }
}

/// What is counted, and what the number of rounds can show.
#[component]
fn Fixed(form: Form) -> impl IntoView {
    let enough = string(move || {
        let rounds = form.rounds.get();
        needed(rounds).map_or_else(String::new, |most| {
            let chance = cases(chance_of(rounds, most));
            let more = if most < rounds { " or more" } else { "" };
            format!(
                "You must like the same one better in {most}{more} of {rounds} rounds for that to \
                 point to a preference. Without a preference, it happens in {chance}."
            )
        })
    });
    view! {
        <div class="prefer-fixed small">
            <p>
                <Text words=enough />
            </p>
            <p>
                "All of this is fixed with the first toss. Only rounds with a preference are counted. \
                 “Could not tell” is noted, but not counted, and if it is the answer too often, we \
                 stop after twice as many rounds. There is no result before the last round, so that \
                 nobody stops when it suits them. For the same reason, do not start again until a \
                 comparison goes your way."
            </p>
        </div>
    }
}

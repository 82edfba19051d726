//! The form that starts a comparison. What it asks is fixed with the first toss.

use leptos::prelude::*;

use super::prefer::status_id;
use crate::components::line_field::LineField;
use crate::components::reactive::{flag, handler, string};
use crate::components::select_field::{Choice, SelectField};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::Comparison;
use crate::model::candidate::LONGEST_LINE;
use crate::model::preference::{ROUNDS, USUAL_ROUNDS, chance_of, needed};
use crate::state::shortlist::{Shortlist, cases, line, pair};

/// What the form holds.
#[derive(Clone, Copy)]
struct Form {
    shortlist: Shortlist,
    /// What the visitor has chosen in the two fields.
    chosen: RwSignal<[String; 2]>,
    /// The two that the fields show; `None` without two candidates.
    pair: Memo<Option<[String; 2]>>,
    rounds: RwSignal<u8>,
    question: RwSignal<String>,
}

impl Form {
    fn new(shortlist: Shortlist) -> Self {
        let chosen = RwSignal::new([String::new(), String::new()]);
        Self {
            shortlist,
            chosen,
            pair: Memo::new(move |_| {
                let (all, chosen) = (shortlist.all.read(), chosen.read());
                let ids: Vec<&str> = all.iter().map(|listed| listed.id.as_str()).collect();
                let at = pair(&ids, [&chosen[0], &chosen[1]])?;
                Some(at.map(|at| ids[at].to_owned()))
            }),
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
    let too_few = || view! { <p>"Add two models to compare them."</p> };
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
    let choose = move |id| form.chosen.update(|chosen| chosen[side] = id);
    let problem = string(move || {
        let is_wrong = side == 1 && form.is_same();
        if is_wrong { "Choose two different models." } else { "" }.to_owned()
    });
    let option = move |(id, name): (String, String)| {
        let value = id.clone();
        let is_chosen = flag(move || chosen.read().as_ref() == Some(&id));
        view! { <Choice value name is_chosen /> }
    };
    view! {
        <SelectField id=id.clone() name=id label problem on_choose=choose>
            <For each=all key=Clone::clone children=option />
        </SelectField>
    }
}

#[component]
fn Rounds(form: Form) -> impl IntoView {
    let choose = move |rounds: String| {
        if let Ok(rounds) = rounds.parse() {
            form.rounds.set(rounds);
        }
    };
    let option = move |rounds: u8| {
        let is_chosen = flag(move || form.rounds.get() == rounds);
        view! { <Choice value=rounds.to_string() name=rounds.to_string() is_chosen /> }
    };
    view! {
        <SelectField id="prefer-rounds" name="prefer-rounds" label="Rounds" on_choose=choose>
            {ROUNDS.map(option).collect_view()}
        </SelectField>
    }
}

#[component]
fn Question(form: Form) -> impl IntoView {
    view! {
        <LineField
            id="prefer-question"
            name="prefer-question"
            label="What you listen for, if you like"
            longest=LONGEST_LINE
            is_live=true
            text=form.question
            on_enter=move |text| form.question.set(text)
        />
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

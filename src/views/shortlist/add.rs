//! The form that adds a candidate.

use leptos::prelude::*;

use super::field::instead;
use crate::components::reactive::{attribute, flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::Candidate;
use crate::model::candidate::{LONGEST_LINE, MOST_CANDIDATES, PRICES};
use crate::route::Route;
use crate::state::Session;
use crate::state::shortlist::{Shortlist, number};

/// The id of the field with the name, where the form begins.
pub const NAME_FIELD: &str = "add-name";
/// The id of the field with the price.
const PRICE_FIELD: &str = "add-price";

/// What is typed and not yet added, and what is wrong with it.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    device_type: RwSignal<String>,
    price: RwSignal<String>,
    /// The field that is wrong, and what to type instead.
    problem: RwSignal<Option<(&'static str, String)>>,
    /// The id of what has just been added.
    added: RwSignal<Option<String>>,
}

impl Draft {
    /// An empty form with the type that the address names, or else the leader.
    fn new(session: Session) -> Self {
        let named = match session.route() {
            Route::Shortlist(Some(id)) => session.quiz().find_device_type(&id).map(|_| id),
            _ => None,
        };
        let leader = move || untrack(move || session.leader_id()).to_owned();
        Self {
            name: RwSignal::new(String::new()),
            device_type: RwSignal::new(named.unwrap_or_else(leader)),
            price: RwSignal::new(String::new()),
            problem: RwSignal::new(None),
            added: RwSignal::new(None),
        }
    }

    /// The candidate, or the field that is wrong and what to do there.
    fn candidate(self) -> Result<Candidate, (&'static str, String)> {
        let name = self.name.get_untracked().trim().to_owned();
        if name.is_empty() {
            return Err((NAME_FIELD, "Enter a name, such as the model.".to_owned()));
        }
        let device_type = self.device_type.get_untracked();
        if device_type.is_empty() {
            return Err((TYPE_FIELD, "Choose a type.".to_owned()));
        }
        let price = number(&self.price.get_untracked(), &PRICES);
        let price = price.map_err(|problem| (PRICE_FIELD, instead(problem, &PRICES, "")))?;
        Ok(Candidate { name, device_type, price, ..Candidate::default() })
    }

    /// Adds the candidate, or says what is wrong. The next one can be typed at once.
    fn add(self, shortlist: Shortlist) {
        let added = self.candidate().and_then(|candidate| {
            let full = format!("The list is full: {MOST_CANDIDATES} models. Remove one first.");
            let done = shortlist.session.add_candidate(&candidate);
            done.map_err(|_| (NAME_FIELD, full))
        });
        let field = match added {
            Ok(id) => {
                self.problem.set(None);
                self.name.set(String::new());
                self.price.set(String::new());
                self.added.set(Some(id));
                NAME_FIELD
            }
            Err((field, problem)) => {
                self.problem.set(Some((field, problem)));
                self.added.set(None);
                field
            }
        };
        shortlist.session.focus(field);
    }

    /// What is wrong with a field; empty if nothing is. Tracked.
    fn problem_of(self, field: &str) -> String {
        let problem = self.problem.read();
        let found = problem.as_ref().filter(|(wrong, _)| *wrong == field);
        found.map(|(_, words)| words.clone()).unwrap_or_default()
    }
}

/// The id of the control with the type.
const TYPE_FIELD: &str = "add-type";

/// Name, type and price. Enter in any field adds the candidate, and the next can be typed.
#[component]
pub fn AddForm(shortlist: Shortlist) -> impl IntoView {
    let draft = Draft::new(shortlist.session);
    let added = string(move || {
        let name = draft.added.get().and_then(|id| shortlist.name(&id));
        name.map(|name| format!("{name} is on the list.")).unwrap_or_default()
    });
    let submit = handler(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        draft.add(shortlist);
    });
    view! {
        <form autocomplete="off" novalidate on:submit=submit>
            <fieldset class="candidate-form">
                <legend>"Add a model"</legend>
                <Line draft field=NAME_FIELD name="name" label="Model" text=draft.name />
                <TypeLine draft />
                <Line
                    draft
                    field=PRICE_FIELD
                    name="price"
                    label="Price, if you know it"
                    text=draft.price
                />
                <button class="button" type="submit">
                    "Add to the list"
                </button>
                <p class="small" role="status">
                    <Text words=added />
                </p>
            </fieldset>
        </form>
    }
}

/// A field, and below it what is wrong.
#[component]
fn Line(
    draft: Draft,
    field: &'static str,
    name: &'static str,
    label: &'static str,
    text: RwSignal<String>,
) -> impl IntoView {
    view! {
        <span class="field">
            <label for=field>{label}</label>
            <input
                id=field
                name=name
                type="text"
                inputmode=(field == PRICE_FIELD).then_some("decimal")
                maxlength=LONGEST_LINE.to_string()
                autocomplete="off"
                prop:value=text
                aria-invalid=invalid(draft, field)
                aria-describedby=described_by(draft, field)
                on:input=handler(move |event| text.set(event_target_value(&event)))
            />
            <ProblemLine draft field />
        </span>
    }
}

#[component]
fn TypeLine(draft: Draft) -> impl IntoView {
    let quiz = Session::get().quiz();
    let chosen = draft.device_type;
    let option = move |(value, name): (&'static str, &'static str)| {
        let is_chosen = flag(move || *chosen.read() == value);
        view! {
            <option value=value prop:selected=is_chosen>
                {name}
            </option>
        }
    };
    let types = quiz.device_types().map(|(_, of)| (of.id.as_str(), of.column.as_str()));
    let none = std::iter::once(("", "Choose a type"));
    view! {
        <span class="field">
            <label for=TYPE_FIELD>"Type"</label>
            <select
                id=TYPE_FIELD
                name="type"
                autocomplete="off"
                aria-invalid=invalid(draft, TYPE_FIELD)
                aria-describedby=described_by(draft, TYPE_FIELD)
                on:change=handler(move |event| chosen.set(event_target_value(&event)))
            >
                {none.chain(types).map(option).collect_view()}
            </select>
            <ProblemLine draft field=TYPE_FIELD />
        </span>
    }
}

#[component]
fn ProblemLine(draft: Draft, field: &'static str) -> impl IntoView {
    let words = string(move || draft.problem_of(field));
    view! {
        <When condition=flag(move || !words.read().is_empty())>
            <span class="field-problem" id=format!("{field}-problem")>
                <Text words />
            </span>
        </When>
    }
}

fn invalid(draft: Draft, field: &'static str) -> Signal<Option<String>> {
    attribute(move || (!draft.problem_of(field).is_empty()).then(|| "true".to_owned()))
}

fn described_by(draft: Draft, field: &'static str) -> Signal<Option<String>> {
    attribute(move || (!draft.problem_of(field).is_empty()).then(|| format!("{field}-problem")))
}

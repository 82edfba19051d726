//! The form that adds a candidate.

use leptos::prelude::*;

use super::field::instead;
use crate::components::line_field::LineField;
use crate::components::reactive::{flag, handler, string};
use crate::components::select_field::{Choice, SelectField};
use crate::components::text::Text;
use crate::model::Candidate;
use crate::model::candidate::{LONGEST_LINE, MOST_CANDIDATES, PRICES};
use crate::route::Route;
use crate::state::Session;
use crate::state::shortlist::{Shortlist, number};

/// The id of the field with the name, where the form begins.
pub const NAME_FIELD: &str = "add-name";
/// The id of the field with the price.
const PRICE_FIELD: &str = "add-price";

/// A field that is wrong, and what to do there.
type Problem = (&'static str, String);

/// What is typed and not yet added, and what is wrong with it.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    device_type: RwSignal<String>,
    price: RwSignal<String>,
    /// The fields that are wrong, and what to type instead.
    problems: RwSignal<Vec<Problem>>,
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
            problems: RwSignal::new(Vec::new()),
            added: RwSignal::new(None),
        }
    }

    /// The candidate, or every field that is wrong.
    fn candidate(self) -> Result<Candidate, Vec<Problem>> {
        let name = self.name.get_untracked().trim().to_owned();
        let device_type = self.device_type.get_untracked();
        let price = number(&self.price.get_untracked(), &PRICES);
        let mut problems = Vec::new();
        if name.is_empty() {
            problems.push((NAME_FIELD, "Enter a name, such as the model.".to_owned()));
        }
        if device_type.is_empty() {
            problems.push((TYPE_FIELD, "Choose a type.".to_owned()));
        }
        if let Err(problem) = price {
            problems.push((PRICE_FIELD, instead(problem, &PRICES, "")));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let price = price.unwrap_or_default();
        Ok(Candidate { name, device_type, price, ..Candidate::default() })
    }

    /// Adds the candidate, or says what is wrong. The next one can be typed at once.
    fn add(self, shortlist: Shortlist) {
        let added = self.candidate().and_then(|candidate| {
            let full = format!("The list is full: {MOST_CANDIDATES} models. Remove one first.");
            let done = shortlist.session.add_candidate(&candidate);
            done.map_err(|_| vec![(NAME_FIELD, full)])
        });
        let (added, problems) = match added {
            Ok(id) => {
                self.name.set(String::new());
                self.price.set(String::new());
                (Some(id), Vec::new())
            }
            Err(problems) => (None, problems),
        };
        shortlist.session.focus(problems.first().map_or(NAME_FIELD, |(field, _)| field));
        self.added.set(added);
        self.problems.set(problems);
    }

    /// What is wrong with a field; empty if nothing is.
    fn problem_of(self, field: &'static str) -> Signal<String> {
        string(move || {
            let problems = self.problems.read();
            let found = problems.iter().find(|(wrong, _)| *wrong == field);
            found.map(|(_, words)| words.clone()).unwrap_or_default()
        })
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
                <LineField
                    id=NAME_FIELD
                    name="name"
                    label="Model"
                    longest=LONGEST_LINE
                    is_live=true
                    text=draft.name
                    problem=draft.problem_of(NAME_FIELD)
                    on_enter=move |text| draft.name.set(text)
                />
                <TypeLine draft />
                <PriceLine draft />
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

#[component]
fn PriceLine(draft: Draft) -> impl IntoView {
    view! {
        <LineField
            id=PRICE_FIELD
            name="price"
            label="Price, if you know it"
            longest=LONGEST_LINE
            is_number=true
            is_live=true
            text=draft.price
            problem=draft.problem_of(PRICE_FIELD)
            on_enter=move |text| draft.price.set(text)
        />
    }
}

#[component]
fn TypeLine(draft: Draft) -> impl IntoView {
    let quiz = Session::get().quiz();
    let chosen = draft.device_type;
    let option = move |(value, name): (&'static str, &'static str)| {
        view! { <Choice value name is_chosen=flag(move || *chosen.read() == value) /> }
    };
    let types = quiz.device_types().map(|(_, of)| (of.id.as_str(), of.column.as_str()));
    let none = std::iter::once(("", "Choose a type"));
    view! {
        <SelectField
            id=TYPE_FIELD
            name="type"
            label="Type"
            problem=draft.problem_of(TYPE_FIELD)
            on_choose=move |id| chosen.set(id)
        >
            {none.chain(types).map(option).collect_view()}
        </SelectField>
    }
}

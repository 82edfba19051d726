//! Name, type, price, notes, and until when and where a candidate can be returned.

use leptos::ev::FocusEvent;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;

use super::field::CandidateNumber;
use super::row::named;
use crate::components::field::{Field, Told};
use crate::components::line_field::LineField;
use crate::components::reactive::{flag, handler, string};
use crate::components::select_field::{Choice, SelectField};
use crate::model::candidate::{LONGEST_LINE, LONGEST_NOTE};
use crate::model::{Candidate, Date};
use crate::state::shortlist::{Listed, PRICE, Shortlist};

/// What a candidate says in a field; tracked.
fn text_of(candidate: Memo<Option<Listed>>, of: fn(&Candidate) -> String) -> Signal<String> {
    string(move || candidate.read().as_ref().map(|at| of(&at.candidate)).unwrap_or_default())
}

/// Changes the candidate of the fields.
#[derive(Clone)]
struct Change {
    shortlist: Shortlist,
    id: String,
}

impl Change {
    fn make(&self, edit: impl FnMut(&mut Candidate)) {
        self.shortlist.change(&self.id, edit);
    }
}

/// The fields.
#[component]
pub fn About(shortlist: Shortlist, id: String, candidate: Memo<Option<Listed>>) -> impl IntoView {
    let change = Change { shortlist, id: id.clone() };
    view! {
        <div class="candidate-fields">
            <NameField shortlist id=id.clone() candidate />
            <TypeField shortlist id=id.clone() candidate />
            <CandidateNumber shortlist candidate id of=&PRICE />
            <ReturnFields change=change.clone() candidate />
            <NotesField change candidate />
        </div>
    }
}

/// Until when and where it can be returned.
#[component]
fn ReturnFields(change: Change, candidate: Memo<Option<Listed>>) -> impl IntoView {
    let id = change.id.clone();
    let shop = change.clone();
    view! {
        <DateField change candidate />
        <LineField
            id=format!("shop-{id}")
            name="shop"
            label="Where to return it"
            longest=LONGEST_LINE
            text=text_of(candidate, |of| of.shop.clone())
            on_enter=move |text: String| shop.make(|of| text.trim().clone_into(&mut of.shop))
        />
    }
}

/// The last day. A browser says that the field is empty while a day is being typed, so an empty field
/// counts only once it has been left.
#[component]
fn DateField(change: Change, candidate: Memo<Option<Listed>>) -> impl IntoView {
    let field = format!("return-by-{}", change.id);
    let is_wrong = RwSignal::new(false);
    let problem = Some(string(move || if is_wrong.get() { NO_DAY } else { "" }.to_owned()));
    let told = Told::of(&field, String::new(), problem);
    let cleared = change.clone();
    let enter = move |event| {
        let text = event_target_value(&event);
        let day = Date::parse(&text);
        is_wrong.set(day.is_none() && !text.is_empty());
        if day.is_some() {
            change.make(|of| of.return_by = day);
        }
    };
    let leave = move |event| {
        if is_emptied(&event) {
            cleared.make(|of| of.return_by = None);
        }
    };
    view! {
        <Field id=field.clone() class="field" label="Last day to return it" problem>
            <input
                id=field
                name="return-by"
                type="date"
                autocomplete="off"
                prop:value=text_of(candidate, |of| of.return_by.map(|at| at.to_string()).unwrap_or_default())
                aria-invalid=told.invalid
                aria-describedby=told.described_by
                on:change=handler(enter)
                on:blur=handler(leave)
            />
        </Field>
    }
}

/// What is said of a day that cannot be counted from.
const NO_DAY: &str = "Choose a day from 1900 to 2199. Until then the day before counts.";

/// Whether a field for a day was left without one. What was typed in part is empty too, but not valid.
fn is_emptied(event: &FocusEvent) -> bool {
    let input = event_target::<HtmlInputElement>(event);
    input.value().is_empty() && input.check_validity()
}

#[component]
fn NotesField(change: Change, candidate: Memo<Option<Listed>>) -> impl IntoView {
    let field = format!("notes-{}", change.id);
    let enter = move |event| {
        let text = event_target_value(&event);
        change.make(|of| of.notes.clone_from(&text));
    };
    view! {
        <Field id=field.clone() class="field candidate-notes" label="Notes" problem=None>
            <textarea
                id=field
                name="notes"
                rows="3"
                maxlength=LONGEST_NOTE.to_string()
                autocomplete="off"
                prop:value=text_of(candidate, |of| of.notes.clone())
                on:input=handler(enter)
            ></textarea>
        </Field>
    }
}

/// The name. An empty one is not taken.
#[component]
fn NameField(shortlist: Shortlist, id: String, candidate: Memo<Option<Listed>>) -> impl IntoView {
    let is_empty = RwSignal::new(false);
    let field = format!("name-{id}");
    let enter = move |text: String| {
        let name = text.trim();
        is_empty.set(name.is_empty());
        if !name.is_empty() {
            shortlist.change(&id, |of| name.clone_into(&mut of.name));
        }
    };
    let problem = string(move || {
        if !is_empty.get() {
            return String::new();
        }
        format!("Enter a name. Until then it stays {}.", named(candidate))
    });
    view! {
        <LineField
            id=field
            name="name"
            label="Model"
            longest=LONGEST_LINE
            text=string(move || if is_empty.get() { String::new() } else { named(candidate) })
            problem
            on_enter=enter
        />
    }
}

#[component]
fn TypeField(shortlist: Shortlist, id: String, candidate: Memo<Option<Listed>>) -> impl IntoView {
    let quiz = shortlist.session.quiz();
    let now = text_of(candidate, |of| of.device_type.clone());
    let option = move |value: String, name: String| {
        let of = value.clone();
        view! { <Choice value name is_chosen=flag(move || now.get() == of) /> }
    };
    let known = quiz.device_types().map(move |(_, of)| option(of.id.clone(), of.column.clone()));
    // A type of a later version can be kept, or changed to one that this version has.
    let first = now.get_untracked();
    let unknown = quiz.find_device_type(&first).is_none();
    let kept = unknown.then(|| option(first.clone(), first.clone()));
    let field = format!("type-{id}");
    let choose = move |chosen: String| {
        shortlist.change(&id, |of| of.device_type.clone_from(&chosen));
    };
    view! {
        <SelectField id=field name="type" label="Type" on_choose=choose>
            {kept}
            {known.collect_view()}
        </SelectField>
    }
}

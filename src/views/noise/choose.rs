//! The places with their levels, the types, and what is listened to.

use leptos::prelude::*;

use crate::components::number_field::NumberField;
use crate::components::reactive::{dynamic, flag, handler, string};
use crate::components::select_field::{Choice, SelectField};
use crate::model::DeviceTypeId;
use crate::model::noise::{LEVELS_DBA, Place, Signal as Listened};
use crate::state::Session;
use crate::state::noise::{Choices, Entry, LevelProblem, Worn};

/// The whole form.
#[component]
pub fn Choose(choices: Choices) -> impl IntoView {
    let place = |(at, place): (usize, &'static Place)| view! { <PlaceRow choices at place /> };
    let kind = |listened: Listened| view! { <Kind choices listened /> };
    view! {
        <div class="noise-form">
            <fieldset class="noise-places">
                <legend>"Where do you listen?"</legend>
                {choices.noise().places.iter().enumerate().map(place).collect_view()}
            </fieldset>
            <fieldset>
                <legend>"With what?"</legend>
                <TypeField choices field=0 label="Type" />
                <TypeField choices field=1 label="Compare with" />
            </fieldset>
            <fieldset>
                <legend>"What do you want to hear?"</legend>
                {Listened::ALL.map(kind)}
            </fieldset>
        </div>
    }
}

#[component]
fn PlaceRow(choices: Choices, at: usize, place: &'static Place) -> impl IntoView {
    let entry = Memo::new(move |_| choices.level(at));
    view! {
        <div class="noise-place">
            <label class="tick">
                <input
                    type="checkbox"
                    name="place"
                    autocomplete="off"
                    value=place.id.as_str()
                    prop:checked=flag(move || choices.is_ticked(at))
                    on:change=handler(move |_| choices.toggle(at))
                />
                <span>{place.name.as_str()}</span>
            </label>
            <NumberField
                id=format!("level-{}", place.id)
                name="level"
                label=format!("Level in dBA, {}", place.name)
                unit="dBA"
                is_label_hidden=true
                text=string(move || entry.read().text.clone())
                problem=string(move || problem(&entry.read()))
                on_enter=move |text| choices.enter_level(at, text)
            />
        </div>
    }
}

/// What to type instead; empty if the level can be used.
pub fn problem(entry: &Entry) -> String {
    let (low, high) = (LEVELS_DBA.start(), LEVELS_DBA.end());
    let problem = match entry.problem {
        None => return String::new(),
        Some(LevelProblem::NotANumber) => "Enter the level as a number, such as 74.",
        Some(LevelProblem::OutOfRange) => {
            return format!(
                "This page works with levels from {low} to {high} dBA. Until you change it, we use {} dBA.",
                entry.level.0
            );
        }
    };
    format!("{problem} Until you change it, we use {} dBA.", entry.level.0)
}

/// The id of the control that chooses a type.
fn type_control(field: usize) -> String {
    format!("noise-type-{field}")
}

#[component]
fn TypeField(choices: Choices, field: usize, label: &'static str) -> impl IntoView {
    let quiz = Session::get().quiz();
    let chosen = Memo::new(move |_| choices.worn_at(field).map(|worn| worn.device_type));
    let choose = move |id: String| {
        let at = quiz.device_types().find(|(_, device_type)| device_type.id == id);
        choices.wear(field, at.map(|(at, _)| Worn::usual(at)));
    };
    let option = move |(at, name, value): (Option<DeviceTypeId>, &'static str, &'static str)| {
        view! { <Choice value name is_chosen=flag(move || chosen.get() == at) /> }
    };
    let none = (field > 0).then_some((None, "Nothing", ""));
    let types = quiz.device_types().map(|(at, of)| (Some(at), of.column.as_str(), of.id.as_str()));
    view! {
        <div class="noise-type">
            <SelectField id=type_control(field) name="type" label on_choose=choose>
                {none.into_iter().chain(types).map(option).collect_view()}
            </SelectField>
            {dynamic(move || {
                chosen.get().map(|device_type| view! { <WearingField choices field device_type /> })
            })}
        </div>
    }
}

/// How the type is worn, if there is more than one way.
#[component]
fn WearingField(choices: Choices, field: usize, device_type: DeviceTypeId) -> impl IntoView {
    let wearings: Vec<_> = choices.noise().attenuation(device_type).wearings().collect();
    (wearings.len() > 1).then(|| {
        let name = &Session::get().quiz().device_type(device_type).column;
        let option = |(at, name): (usize, &'static str)| {
            let worn = Some(Worn { device_type, wearing: at });
            view! {
                <label class="tick">
                    <input
                        type="radio"
                        name=format!("wearing-{field}")
                        autocomplete="off"
                        value=at.to_string()
                        prop:checked=flag(move || choices.worn_at(field) == worn)
                        on:change=handler(move |_| choices.wear(field, worn))
                    />
                    <span>{name}</span>
                </label>
            }
        };
        let options = wearings.iter().map(|wearing| wearing.name.as_str()).enumerate();
        let number = if field == 0 { "first" } else { "second" };
        let label = format!("{name}, {number} type");
        view! {
            <span class="noise-wearing" role="radiogroup" aria-label=label>
                {options.map(option).collect_view()}
            </span>
        }
    })
}

#[component]
fn Kind(choices: Choices, listened: Listened) -> impl IntoView {
    let name = match listened {
        Listened::Music => "Music, clearly",
        Listened::Speech => "A voice, such as a podcast",
        Listened::Background => "Something in the background",
    };
    view! {
        <label class="tick">
            <input
                type="radio"
                name="listened"
                autocomplete="off"
                value=listened.id()
                prop:checked=flag(move || choices.listened.get() == listened)
                on:change=handler(move |_| choices.listened.set(listened))
            />
            <span>{name}</span>
        </label>
    }
}

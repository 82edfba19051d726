//! What the box of a candidate says about how loud it plays.

use leptos::prelude::*;

use super::field::{CandidateNumber, Checked};
use crate::components::reactive::{flag, string};
use crate::components::select_field::{Choice, SelectField};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::drive::SENSITIVITIES;
use crate::state::shortlist::{
    IMPEDANCE, Listed, Per, SensitivityEntry, SensitivityForm, Shortlist,
};

/// The impedance and the sensitivity of a candidate.
#[component]
pub fn CandidateSpecs(shortlist: Shortlist, candidate: Memo<Option<Listed>>) -> impl IntoView {
    let id = candidate.with_untracked(|listed| listed.as_ref().map(|listed| listed.id.clone()));
    let id = id.unwrap_or_default();
    let form = SensitivityForm::new(shortlist.session, candidate, id.clone());
    view! {
        <div class="drive-specs">
            <CandidateNumber shortlist candidate id=id.clone() of=&IMPEDANCE />
            <SensitivityFields form id />
            <p class="small">
                "Both are on the box or the maker’s page under “specifications”. Take the figures of \
                 this very model: those of a sibling can differ."
            </p>
        </div>
    }
}

/// The two fields of a sensitivity.
#[component]
fn SensitivityFields(form: SensitivityForm, id: String) -> impl IntoView {
    let unit = format!("sensitivity-unit-{id}");
    let words = string(move || bare_words(form.entry.get()).to_owned());
    view! {
        <div class="drive-sensitivity">
            <Checked
                id=format!("sensitivity-{id}")
                name="sensitivity"
                label="Sensitivity"
                unit="dB"
                range=SENSITIVITIES
                value=Signal::derive(move || form.entry.get().level)
                wrong=form.wrong
                on_enter=move |text| form.enter(text)
            />
            <UnitField form id=unit />
            <p class="problem" role="status">
                <When condition=flag(move || !words.read().is_empty())>
                    <Text words />
                </When>
            </p>
        </div>
    }
}

#[component]
fn UnitField(form: SensitivityForm, id: String) -> impl IntoView {
    let option = move |(value, name, per): (&'static str, &'static str, Option<Per>)| {
        view! { <Choice value name is_chosen=flag(move || form.entry.get().per == per) /> }
    };
    let options = Per::ALL.map(|per| (per.id(), unit_name(per), Some(per)));
    view! {
        <SelectField
            id
            name="sensitivity-unit"
            label="Unit of the sensitivity"
            is_label_hidden=true
            on_choose=move |id: String| form.choose(Per::find(&id))
        >
            {option(("", "Choose the unit", None))}
            {options.map(option)}
        </SelectField>
    }
}

const fn unit_name(per: Per) -> &'static str {
    match per {
        Per::Milliwatt => "per milliwatt (dB/mW)",
        Per::Volt => "per volt (dB/V)",
        Per::NotSaid => "the box says only dB",
    }
}

/// Why a number without a unit is not taken.
fn bare_words(entry: SensitivityEntry) -> &'static str {
    match entry.per {
        _ if !entry.is_bare() => "",
        Some(Per::NotSaid) => {
            "A bare “dB” can be per milliwatt or per volt, and at 300 Ω that is a difference of 5 dB. We do \
             not guess: look for the unit on the maker’s page. This number is not kept."
        }
        _ => "Choose the unit: without it the number says nothing and is not kept.",
    }
}

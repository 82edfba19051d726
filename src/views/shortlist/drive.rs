//! Whether what the visitor plugs candidates into can drive them.

use leptos::prelude::*;

use super::field::HabitNumber;
use crate::components::fold::Further;
use crate::components::reactive::{dynamic, flag, string};
use crate::components::section::Section;
use crate::components::select_field::{Choice, SelectField};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::drive::Output;
use crate::model::shortlist::OutputPreset;
use crate::state::shortlist::{
    DriveReport, Driving, OF_SOURCE, OWN, PEAK, Shortlist, change_source, spread,
};
use crate::views::basis::BasisLine;

/// The whole section.
#[component]
pub fn DriveSection(shortlist: Shortlist) -> impl IntoView {
    let session = shortlist.session;
    let report = Memo::new(move |_| {
        let (habits, answers) = (shortlist.habits.read(), session.answers().read());
        let (defaults, noise) = (&session.details().shortlist, session.noise());
        let driving = Driving { defaults, noise, answers: &answers, habits: &habits };
        driving.report(&shortlist.all.read())
    });
    let is_empty = flag(move || shortlist.all.read().is_empty());
    view! {
        <Section view="shortlist" anchor="loud" title="Will it play loud enough?">
            <fieldset>
                <legend class="visually-hidden">"Your source, and the level"</legend>
                <Source shortlist />
                <Peak shortlist />
            </fieldset>
            <When condition=is_empty>
                <p>"Add a model to see whether your source can drive it."</p>
            </When>
            <Rows report />
            <Bases />
        </Section>
    }
}

/// What the candidates are plugged into.
#[component]
fn Source(shortlist: Shortlist) -> impl IntoView {
    let session = shortlist.session;
    let defaults = &session.details().shortlist;
    let source = Memo::new(move |_| shortlist.habits.read().source.clone());
    let option = move |(id, name): (&'static str, &'static str)| {
        view! { <Choice value=id name is_chosen=flag(move || *source.read() == id) /> }
    };
    let choose = move |id: String| {
        session.change_habits(&mut |habits| change_source(defaults, habits, &id));
    };
    let presets = defaults.outputs.iter().map(|preset| (&*preset.id, &*preset.name));
    let is_own = flag(move || *source.read() == OWN);
    view! {
        <SelectField
            id="source"
            name="source"
            label="What do you plug them into?"
            on_choose=choose
        >
            {option(("", "Choose"))}
            {presets.map(option).collect_view()}
            {option((OWN, "My own values"))}
        </SelectField>
        {dynamic(move || defaults.output(&source.read()).map(|preset| view! { <Preset preset /> }))}
        <When condition=is_own>
            <div class="drive-own">
                {OF_SOURCE.iter().map(|of| view! { <HabitNumber shortlist of /> }).collect_view()}
                <p class="small">
                    "Enter at least the voltage or the power; reviews that measure list them."
                </p>
            </div>
        </When>
    }
}

/// What a preset counts with.
#[component]
fn Preset(preset: &'static OutputPreset) -> impl IntoView {
    view! {
        <BasisLine label=preset_words(preset) basis=&preset.basis />
        {preset.note.as_ref().map(|note| view! { <p class="small">{note.as_str()}</p> })}
        <p class="small">"To change these numbers, choose “My own values”."</p>
    }
}

/// "1.25 V, from 150 Ω 3 V; output impedance 1.6 Ω".
fn preset_words(preset: &OutputPreset) -> String {
    let Output { volts, impedance, milliamps, milliwatts } = preset.output;
    let part = |value: Option<f64>, unit| value.map(|value| format!("{value} {unit}"));
    let raised = preset.raised.map(|raised| format!("{} V from {} Ω", raised.volts, raised.from));
    let output = impedance.map(|ohms| format!("output impedance {ohms} Ω"));
    let parts = [part(volts, "V"), raised, output, part(milliamps, "mA"), part(milliwatts, "mW")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The peak that is wanted.
#[component]
fn Peak(shortlist: Shortlist) -> impl IntoView {
    let defaults = &shortlist.session.details().shortlist;
    let usual = defaults.peak.range;
    view! {
        <div>
            <HabitNumber shortlist of=&PEAK about="peak-default" />
            <p class="small" id="peak-default">
                {format!(
                    "If empty: the level of music that your loudest place in the quiz asks for, plus {} dB \
                     for peaks, but at least {} and at most {} dB. Without places, {} dB.",
                    defaults.crest.range.usual,
                    usual.low,
                    usual.high,
                    usual.usual,
                )}
            </p>
            <p class="small">
                "A peak lasts an instant. It is room to spare and not a level to listen at: the \
                 average is far lower."
            </p>
        </div>
    }
}

#[component]
fn Rows(report: Memo<DriveReport>) -> impl IntoView {
    let ids =
        Memo::new(move |_| report.read().rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>());
    let has_wireless = flag(move || !report.read().wireless.is_empty());
    let wireless = string(move || report.read().wireless.join(", "));
    let has_more = flag(move || report.read().more > 0);
    let more = string(move || report.read().more_words());
    view! {
        <ul class="rows drive-rows">
            <For each=move || ids.get() key=String::clone children=move |id| view! { <Row report id /> } />
        </ul>
        <When condition=has_more>
            <p>
                <Text words=more />
            </p>
        </When>
        <When condition=has_wireless>
            <p>
                "Wireless, with amplifiers of their own, so that no source has to drive them: "
                <Text words=wireless /> "."
            </p>
        </When>
    }
}

/// Whether one candidate is driven.
#[component]
fn Row(report: Memo<DriveReport>, id: String) -> impl IntoView {
    let row = Memo::new(move |_| {
        let report = report.read();
        report.rows.iter().find(|row| row.id == id).cloned().unwrap_or_default()
    });
    let notes = Memo::new(move |_| row.read().notes.clone());
    let note = |note: String| view! { <p class="small">{note}</p> };
    view! {
        <li data-drive=string(move || row.read().kind.to_owned())>
            <h3>
                <Text words=string(move || row.read().name.clone()) />
            </h3>
            <p>
                <Text words=string(move || row.read().words.clone()) />
            </p>
            {dynamic(move || notes.get().into_iter().map(note).collect_view())}
        </li>
    }
}

/// Where the numbers come from.
#[component]
fn Bases() -> impl IntoView {
    let defaults = &crate::state::Session::get().details().shortlist;
    let line = |preset: &'static OutputPreset| {
        let label = format!("{}: {}", preset.name, preset_words(preset));
        view! { <BasisLine label basis=&preset.basis /> }
    };
    let (peak, crest) = (&defaults.peak, &defaults.crest);
    view! {
        <Further words="Where our defaults come from" about="loudness">
            <BasisLine label=format!("Peak in dB: {}", spread(peak.range)) basis=&peak.basis />
            <BasisLine
                label=format!("From average to peak in dB: {}", spread(crest.range))
                basis=&crest.basis
            />
            {defaults.outputs.iter().map(line).collect_view()}
        </Further>
    }
}

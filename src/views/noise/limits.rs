//! What the numbers cannot say, and what they are made of.

use leptos::prelude::*;

use super::choose::problem;
use super::curves::{BandTable, bands_axis, curve};
use crate::components::fold::Further;
use crate::components::number_field::NumberField;
use crate::components::plot::{Axis, Curve, Figure, Stroke};
use crate::components::reactive::string;
use crate::components::section::Section;
use crate::model::noise::{self, Noise, Place, Signal as Listened};
use crate::state::Session;
use crate::state::noise::Choices;
use crate::views::basis::BasisLine;

#[component]
pub fn Limits() -> impl IntoView {
    view! {
        <Section view="noise" anchor="limits" title="What the numbers cannot say">
            <ul class="rows">
                <li>
                    "How it fits you. The same plug in the same ear can differ by 30–40 dB from one \
                     fitting to the next. The dashed curves are a mild case."
                </li>
                <li>
                    "How loud you will listen. Less noise lets you listen lower; it does not make you."
                </li>
                <li>
                    "How loud your own device is now. A percentage on a phone is not a level at the \
                     ear, and we cannot measure yours."
                </li>
                <li>
                    "What one model does. The numbers are those of a type, with the range that models \
                     and fits have."
                </li>
                <li>
                    "How sudden sounds and voices come through noise cancelling: less weakened than \
                     a steady hum."
                </li>
                <li>
                    "What stands at your eardrum. All levels are those of the open air around the \
                     head, as the references count them. A meter in the ear reads higher."
                </li>
                <li>
                    "How loud your place is. Places differ by 10 dB or more, and the ranges do not \
                     cover that: type your own level."
                </li>
                <li>
                    "How low sounds count. The plots show every band as it is; the ear hears little \
                     of the lowest, so dBA counts them less."
                </li>
                <li>"What a doctor would say. This is not medical advice."</li>
            </ul>
        </Section>
    }
}

/// Every number that the page counts with, and where it comes from.
#[component]
pub fn Assumptions(choices: Choices) -> impl IntoView {
    let noise = choices.noise();
    let listening = &noise.listening;
    let margin = |listened: Listened| {
        let margin = listening.margin(listened);
        let label = match listened {
            Listened::Music => "Music, clearly",
            Listened::Speech => "A voice",
            Listened::Background => "In the background",
        };
        let range = margin.range;
        let label = format!(
            "{label}: {} dB above what remains ({} to {})",
            range.usual.0, range.low.0, range.high.0
        );
        view! { <BasisLine label basis=&margin.basis /> }
    };
    let quiet = listening.quiet;
    let in_quiet =
        format!("Level in quiet: {} dBA ({} to {})", quiet.usual.0, quiet.low.0, quiet.high.0);
    view! {
        <Section view="noise" anchor="numbers" title="Where the numbers come from">
            <Quiet choices />
            <BasisLine label=in_quiet basis=&listening.quiet_basis />
            {Listened::ALL.map(margin)}
            <p class="small">
                "What remains is the level of the place in each octave band less what the type holds \
                 back there, A-weighted and added up as energy. What is needed is that plus the \
                 margin above, but at least your level in quiet. For the time we add what remains to \
                 what you hear."
            </p>
            <Further words="Levels and spectra of the places" about="noise">
                <Places noise />
            </Further>
            <Further words="What each type holds back" about="noise">
                <Types noise />
            </Further>
        </Section>
    }
}

/// The level that the visitor chooses in quiet: our default, which can be changed.
#[component]
fn Quiet(choices: Choices) -> impl IntoView {
    let quiet = choices.quiet;
    view! {
        <fieldset>
            <legend class="visually-hidden">"Your own level"</legend>
        <NumberField
            id="quiet"
            name="quiet"
            label="The level you choose when it is quiet"
            unit="dBA"
            text=string(move || quiet.read().text.clone())
            problem=string(move || problem(&quiet.read()))
            on_enter=move |text| quiet.update(|quiet| quiet.enter(text))
        />
        </fieldset>
    }
}

#[component]
fn Places(noise: &'static Noise) -> impl IntoView {
    let place = |place: &'static Place| {
        let level = place.level;
        let label =
            format!("{}: {} dBA ({}–{})", place.name, level.usual.0, level.low.0, level.high.0);
        view! {
            <BasisLine label basis=&place.level_basis />
            <BasisLine label=format!("{}, by band", place.name) basis=&place.spectrum_basis />
        }
    };
    let spectra = noise
        .places
        .iter()
        .map(|place| curve(place.name.clone(), Stroke::Dotted, &place.noise(place.level.usual)));
    let figure = figure(spectra.collect());
    view! {
        <BandTable name="Places: level by octave band" figure=Signal::stored(figure) />
        {noise.places.iter().map(place).collect_view()}
    }
}

#[component]
fn Types(noise: &'static Noise) -> impl IntoView {
    let quiz = Session::get().quiz();
    let all = || noise.attenuations.iter().flat_map(|of| of.wearings().map(move |at| (of, at)));
    let name = move |(of, wearing): (&noise::Attenuation, &noise::Wearing)| {
        format!("{}: {}", quiz.device_type(of.device_type).column, wearing.name)
    };
    let curves = all().map(|at| curve(name(at), Stroke::Dotted, &at.1.bands)).collect();
    let line = move |at: (&'static noise::Attenuation, &'static noise::Wearing)| {
        view! { <BasisLine label=name(at) basis=&at.1.basis /> }
    };
    view! {
        <BandTable name="Types: what they hold back by octave band" figure=Signal::stored(figure(curves)) />
        {all().map(line).collect_view()}
        <BasisLine label="A bad fit" basis=&noise.leak.basis />
    }
}

/// Curves for a table alone.
fn figure(curves: Vec<Curve>) -> Figure {
    let y = Axis { name: "dB", ends: (0.0, 100.0), is_log: false, ticks: Vec::new() };
    Figure { x: bands_axis(), y, curves }
}

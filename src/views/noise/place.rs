//! What remains of one place: a table of the types, and the curves by octave band.

use leptos::prelude::*;

use super::curves::{BandTable, residual_figure};
use crate::components::plot::Plot;
use crate::components::reactive::string;
use crate::components::text::Text;
use crate::model::Quiz;
use crate::model::noise::{Place, Signal as Listened};
use crate::state::Session;
use crate::state::noise::{
    Choices, PlaceReport, TypeReport, Worn, compared, daily, loudness, report, weekly,
};

/// Every place that is shown.
#[component]
pub fn PlaceRows(choices: Choices) -> impl IntoView {
    view! {
        <For
            each=move || choices.places()
            key=|at| *at
            children=move |at| view! { <PlaceRow choices at /> }
        />
    }
}

#[component]
fn PlaceRow(choices: Choices, at: usize) -> impl IntoView {
    let report = Memo::new(move |_| report(choices, at));
    let quiz = Session::get().quiz();
    choices.noise().places.get(at).map(|place: &'static Place| {
        let figure = Memo::new(move |_| residual_figure(quiz, choices, report.read().as_ref()));
        let heading = format!("noise-{}", place.id);
        let labelled_by = heading.clone();
        let level = string(move || format!("{} dBA", choices.level(at).level.0));
        view! {
            <section class="noise-report" data-place=place.id.as_str() aria-labelledby=labelled_by>
                <h3 id=heading>{place.name.as_str()} ", " <Text words=level /></h3>
                <p class="small">{place.text.as_str()}</p>
                <div class="halves">
                    <TypeRows choices report />
                    <div>
                        <Plot
                            title=format!("{}: level at the ear in each octave band, dB", place.name)
                            figure=figure.into()
                        />
                        <details class="as-table">
                            <summary>
                                "Numbers of this plot"
                                <span class="visually-hidden">": " {place.name.as_str()}</span>
                            </summary>
                            <BandTable
                                name=format!("{}: numbers by octave band", place.name)
                                figure=figure.into()
                            />
                        </details>
                    </div>
                </div>
            </section>
        }
    })
}

/// A list of the types with what remains, what is needed, and for how long.
#[component]
fn TypeRows(choices: Choices, report: Memo<Option<PlaceReport>>) -> impl IntoView {
    let each = move || choices.worn().enumerate().collect::<Vec<(usize, Worn)>>();
    view! {
        <ul class="noise-types">
            <For
                each=each
                key=|worn| *worn
                children=move |(field, worn)| view! { <TypeRow choices report field worn /> }
            />
        </ul>
    }
}

#[component]
fn TypeRow(
    choices: Choices,
    report: Memo<Option<PlaceReport>>,
    field: usize,
    worn: Worn,
) -> impl IntoView {
    let quiz = Session::get().quiz();
    let name = worn_name(quiz, choices, worn);
    // The row of a type that is about to go reads nothing.
    let read = move |of: fn(&TypeReport, &PlaceReport) -> String| {
        string(move || {
            let report = report.read();
            let place = report.as_ref();
            let row = place.and_then(|place| place.types.get(field).map(|row| of(row, place)));
            row.unwrap_or_default()
        })
    };
    let residual = read(|row, _| format!("{:.1}", row.fits.level.0));
    let needed = string(move || needed(choices.listened.get()).to_owned());
    let said = |term: &'static str| Signal::stored(term.to_owned());
    view! {
        <li data-type=quiz.device_type(worn.device_type).id.as_str() data-residual-dba=residual>
            <h4>{name}</h4>
            <dl class="sheet">
                <Line term=said("Remains at the ear") words=read(|row, _| loudness(row.range)) />
                <Line term=said("Compared with bare ears") words=read(in_words) />
                <Line term=said("With a mild bad fit") words=read(|row, _| badly(row)) />
                <Line term=needed words=read(|row, _| loudness(row.need)) />
                <Line term=said("To the NIOSH reference, a day") words=read(|row, _| daily(row.daily)) />
                <Line term=said("To the WHO and ITU reference, a week") words=read(|row, _| weekly(row.weekly)) />
            </dl>
        </li>
    }
}

#[component]
fn Line(term: Signal<String>, words: Signal<String>) -> impl IntoView {
    view! {
        <div>
            <dt>
                <Text words=term />
            </dt>
            <dd>
                <Text words />
            </dd>
        </div>
    }
}

const fn needed(listened: Listened) -> &'static str {
    match listened {
        Listened::Music => "Needed for clear music",
        Listened::Speech => "Needed for a voice",
        Listened::Background => "Needed in the background",
    }
}

fn in_words(row: &TypeReport, place: &PlaceReport) -> String {
    compared(place.bare.level - row.fits.level).to_owned()
}

fn badly(row: &TypeReport) -> String {
    row.leaks
        .as_ref()
        .map_or_else(|| "no difference".to_owned(), |leaks| format!("{:.0} dBA", leaks.level.0))
}

/// "IEMs, foam tips", or the type alone if there is one way to wear it.
pub fn worn_name(quiz: &Quiz, choices: Choices, worn: Worn) -> String {
    let name = &quiz.device_type(worn.device_type).column;
    let attenuation = choices.noise().attenuation(worn.device_type);
    if attenuation.others.is_empty() {
        return name.clone();
    }
    let wearing = &worn.of(choices.noise()).name;
    let mut letters = wearing.chars();
    let first: String =
        letters.next().map(|letter| letter.to_lowercase().collect()).unwrap_or_default();
    format!("{name}, {first}{}", letters.as_str())
}

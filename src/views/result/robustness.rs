//! How firm the verdict is: in words, what the rival would need, and how the lead stands up.

use leptos::prelude::*;

use super::lead::Lead;
use crate::components::bars::{RangeBar, Scale};
use crate::components::fold::Fold;
use crate::components::reactive::{flag, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model;
use crate::model::{Points, Quiz, Robustness, TopicId, Verdict, Weight, Word};
use crate::state::Session;
use crate::state::result::robustness::Firmness;
use crate::views::words;

/// The share, the words, and the numbers behind a summary; nothing if no rival remains.
#[component]
pub fn FirmFold(lead: Lead) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let firmness = lead.firmness;
    let said = move |say: fn(&Quiz, &Firmness) -> String| {
        string(move || firmness.read().as_ref().map(|at| say(quiz, at)).unwrap_or_default())
    };
    let firm = string(move || {
        let verdict = session.verdict().read();
        firmness.read().as_ref().map(|at| firm(quiz, at, &verdict)).unwrap_or_default()
    });
    view! {
        <When condition=flag(move || firmness.read().is_some())>
            <Fold
                view="result"
                anchor="firm"
                title="How firm it is"
                figure=said(|_, at| figure(at.robustness))
            >
                <p>
                    <Text words=firm />
                    " "
                    <Text words=said(needed) />
                </p>
                <ShareBar firmness />
                <p class="small"><Text words=said(|_, at| share_in_words(at.robustness)) /></p>
                <details class="as-table">
                    <summary>"Show how the lead stands up"</summary>
                    <StandsUp firmness />
                </details>
            </Fold>
        </When>
    }
}

/// The share in a few words: "first in 61 of 100 weightings".
fn figure(robustness: Robustness) -> String {
    match robustness.share() {
        _ if robustness.is_all() => "first in every weighting".to_owned(),
        0 => "first in fewer than 1 of 100 weightings".to_owned(),
        share => format!("first in {share} of 100 weightings"),
    }
}

/// How far the lead depends on the weights.
fn firm(quiz: &Quiz, firmness: &Firmness, verdict: &Verdict) -> String {
    let rival = &quiz.device_type(firmness.rival).short;
    match verdict.word {
        _ if firmness.robustness.is_all() && verdict.excluded().is_empty() => {
            "It leads however you weigh the answers that count.".to_owned()
        }
        _ if firmness.robustness.is_all() => {
            "It leads however you weigh the answers that count, while what they rule out stays out."
                .to_owned()
        }
        Word::Clear => "That hardly depends on how you weigh your answers.".to_owned(),
        Word::Leaning => {
            format!("It depends on how you weigh your answers: {rival} come next.")
        }
        _ => {
            format!("With other weights it is often another type; {rival} come next.")
        }
    }
}

/// What would have to weigh more for the rival to lead.
fn needed(quiz: &Quiz, firmness: &Firmness) -> String {
    let rival = &quiz.device_type(firmness.rival).short;
    if firmness.needed.is_empty() {
        return format!("No single weight puts {rival} alone in first place.");
    }
    let weight = |(topic, weight): &(TopicId, Weight)| {
        format!("“{}” {}", quiz.topic(*topic).short, words::counted(*weight))
    };
    let each: Vec<String> = firmness.needed.iter().map(weight).collect();
    format!("It would be {rival} if {}.", each.join(", or if "))
}

/// "First in 61 of 100 ways to weigh these answers", or the exact end of the scale.
fn share_in_words(robustness: Robustness) -> String {
    let share = match robustness.share() {
        _ if robustness.is_all() => "First in all ways to weigh these answers.".to_owned(),
        0 => "First in fewer than 1 of 100 ways to weigh these answers.".to_owned(),
        share => format!("First in {share} of 100 ways to weigh these answers."),
    };
    format!(
        "{share} This counts weightings, and what is ruled out stays out; it is no chance of \
         being right."
    )
}

#[component]
fn ShareBar(firmness: Memo<Option<Firmness>>) -> impl IntoView {
    let share = move || firmness.read().as_ref().map_or(0, |at| at.robustness.share());
    let at = string(move || format!("{}%", share()));
    let length = string(move || share().to_string());
    let rest = string(move || (100 - share()).to_string());
    view! {
        <svg class="robustness" aria-hidden="true">
            <When condition=flag(move || share() > 0)>
                <line class="robustness-tall" y1="10" y2="10" pathLength=length x2=at />
            </When>
            <When condition=flag(move || share() < 100)>
                <line class="robustness-short" y1="10" y2="10" pathLength=rest x1=at x2="100%" />
            </When>
        </svg>
    }
}

/// The lead over the best rival as each topic alone is weighed anew: a bar from the least to the
/// most, and the numbers as a table.
#[component]
fn StandsUp(firmness: Memo<Option<Firmness>>) -> impl IntoView {
    let scale =
        Memo::new(move |_| Scale::of(leads(firmness.read().as_ref()).flat_map(|lead| lead.at)));
    let topics = move || leads(firmness.read().as_ref()).map(|lead| lead.topic).collect::<Vec<_>>();
    let head = |weight: Weight| view! { <th scope="col">{weight.name()}</th> };
    view! {
        <p class="small">
            "The lead in points over the best rival, as one answer is ignored, or counts once, \
             double or 4 times, and the rest stays as it is. Left of the line another type leads."
        </p>
        <ol class="bars">
            <For each=topics key=|topic| *topic let:topic>
                <LeadBar topic firmness scale />
            </For>
        </ol>
        <div class="scroll" role="region" aria-label="How the lead stands up" tabindex="0">
            <table class="plain">
                <thead>
                    <tr>
                        <th scope="col">"Answer"</th>
                        {Weight::ALL.map(head)}
                    </tr>
                </thead>
                <tbody>
                    <For each=topics key=|topic| *topic let:topic>
                        <LeadRow topic firmness />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// The lead as each topic that counts is weighed anew.
fn leads(firmness: Option<&Firmness>) -> impl Iterator<Item = &model::Lead> {
    firmness.into_iter().flat_map(|at| &at.leads)
}

/// The lead at each weight of a topic; 0 if the topic does not count.
fn lead_of(firmness: Option<&Firmness>, topic: TopicId) -> [Points; 4] {
    leads(firmness).find(|lead| lead.topic == topic).map(|lead| lead.at).unwrap_or_default()
}

#[component]
fn LeadBar(topic: TopicId, firmness: Memo<Option<Firmness>>, scale: Memo<Scale>) -> impl IntoView {
    let end = move |of: fn([Points; 4]) -> Option<Points>| {
        Signal::derive(move || of(lead_of(firmness.read().as_ref(), topic)).unwrap_or_default())
    };
    let (least, most) = (end(|lead| lead.into_iter().min()), end(|lead| lead.into_iter().max()));
    view! {
        <li>
            <p>{Session::get().quiz().topic(topic).short.as_str()}</p>
            <RangeBar low=least high=most scale />
        </li>
    }
}

#[component]
fn LeadRow(topic: TopicId, firmness: Memo<Option<Firmness>>) -> impl IntoView {
    let cell = |at: usize| {
        let lead = string(move || lead_of(firmness.read().as_ref(), topic)[at].to_string());
        view! { <td class="number"><Text words=lead /></td> }
    };
    view! {
        <tr>
            <th scope="row">{Session::get().quiz().topic(topic).short.as_str()}</th>
            {[0, 1, 2, 3].map(cell)}
        </tr>
    }
}

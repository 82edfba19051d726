//! The verdict in words: the type, the family, and how firmly.

use leptos::prelude::*;

use crate::components::illustration::ear_illustration;
use crate::markup::{El, Markup, el};
use crate::model::{DeviceType, DeviceTypeId, Family, Quiz, Robustness, Verdict, Word};
use crate::route::{RESULT_SECTIONS, Route};
use crate::state::Session;

/// The top of the page.
pub fn head(session: Session, verdict: &Verdict) -> Markup {
    let quiz = session.quiz();
    let drawn = verdict.leader.filter(|_| verdict.word != Word::Close);
    let illustration = drawn.map(|leader| ear_illustration(quiz.device_type(leader), "result"));
    let reading = el("p")
        .class("small")
        .with(format!("Our reading of your {}: ", counted(session)))
        .with(el("b").with(verdict.word.id()));
    let words = el("div")
        .class("verdict-words")
        .with(reading)
        .with(el("h1").id("verdict").attr("tabindex", "-1").with(title(quiz, verdict)))
        .with(el("p").class("lede").with(lede(quiz, verdict)))
        .with(jumps(verdict));
    el("div").class("verdict").with(words).with(illustration).into()
}

/// "12 answers": the topics that count.
fn counted(session: Session) -> String {
    let answers = session.answers().read();
    let mut count = 0;
    for topic in &session.quiz().topics {
        if topic.questions().any(|at| answers.counted(at).is_some()) {
            count += 1;
        }
    }
    if count == 1 { "1 answer".to_owned() } else { format!("{count} answers") }
}

fn title(quiz: &Quiz, verdict: &Verdict) -> String {
    let Some(leader) = verdict.leader.map(|leader| quiz.device_type(leader)) else {
        return match verdict.word {
            Word::Conflict => "Your answers rule out every type".to_owned(),
            _ => "Nothing separates the types yet".to_owned(),
        };
    };
    match other(verdict).filter(|_| verdict.word == Word::Close) {
        Some(other) => format!("{}, or {}", leader.title, quiz.device_type(other).short),
        None => leader.title.clone(),
    }
}

/// The type beside the leader: one that shares the first place, else the runner-up.
pub fn other(verdict: &Verdict) -> Option<DeviceTypeId> {
    let tied = verdict.first().find(|device_type| Some(*device_type) != verdict.leader);
    tied.or_else(|| verdict.runner_up().map(|ranked| ranked.device_type))
}

fn lede(quiz: &Quiz, verdict: &Verdict) -> String {
    match (verdict.word, verdict.leader) {
        (Word::Conflict, _) => {
            "No headphone and no in-ear type fits all of your answers. Nothing is \
                                wrong with them: together they leave nothing over."
                .to_owned()
        }
        (_, None) => undecided(verdict),
        (_, Some(leader)) => leading(quiz, verdict, quiz.device_type(leader)),
    }
}

fn undecided(verdict: &Verdict) -> String {
    match verdict.family {
        Some(Family::Headphones) => {
            "It will be over or on your ears, not in them. Answer more to find the type.".to_owned()
        }
        Some(Family::InEar) => {
            "It will be in your ears, not over them. Answer more to find the type.".to_owned()
        }
        None => "Every type that remains has the same points. Answer more of the quiz, or take \
                 back a skip, and one will lead."
            .to_owned(),
    }
}

fn leading(quiz: &Quiz, verdict: &Verdict, leader: &DeviceType) -> String {
    let rival = other(verdict).map(|at| quiz.device_type(at));
    let both = verdict.word == Word::Close && rival.is_some_and(|at| at.family == leader.family);
    let family = match (leader.family, both) {
        (Family::Headphones, true) => "Over or on your ears either way.",
        (Family::InEar, true) => "In your ears either way.",
        (_, false) if verdict.word == Word::Close && rival.is_some() => {
            "Over the ears or in them: it is that close."
        }
        (Family::Headphones, _) => "Over or on your ears, not in them.",
        (Family::InEar, _) => "In your ears, not over them.",
    };
    let tied = verdict.first().count() > 1;
    let firm = match (tied, verdict.robustness, rival) {
        (true, ..) => "They are equal on points.".to_owned(),
        (_, Some(robustness), Some(rival)) => in_words(robustness, verdict, &rival.short),
        _ => "It is the only type your answers leave.".to_owned(),
    };
    format!("{family} {firm}")
}

fn in_words(robustness: Robustness, verdict: &Verdict, rival: &str) -> String {
    let is_free = verdict.excluded().is_empty();
    match verdict.word {
        _ if robustness.is_all() && is_free => {
            "It leads however you weigh the answers that count.".to_owned()
        }
        _ if robustness.is_all() => {
            "It leads however you weigh the answers that count, while what \
                                   they rule out stays out."
                .to_owned()
        }
        Word::Clear => "That hardly depends on how you weigh your answers.".to_owned(),
        Word::Leaning => {
            format!("How you weigh your answers matters: {rival} come next.")
        }
        _ => {
            format!("Weigh your answers otherwise and it is often another type; {rival} come next.")
        }
    }
}

/// "First in 61 of 100 ways to weigh these answers", or the exact end of the scale.
pub fn share_in_words(robustness: Robustness) -> String {
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

fn jumps(verdict: &Verdict) -> Option<El> {
    verdict.leader?;
    let names =
        ["Why", "What would change it", "For the shop", "The numbers", "Ranking", "Your answers"];
    let mut list = el("ul").class("jumps screen");
    for (section, name) in RESULT_SECTIONS.into_iter().zip(names) {
        let href = Route::Result(Some(section.to_owned())).href();
        list = list.with(el("li").with(el("a").attr("href", href).with(name)));
    }
    Some(list)
}

//! Two types instead of one, when the visitor's places ask for different things.

use leptos::prelude::Read;

use super::words;
use crate::model::{Pair, QuestionId, Quiz};
use crate::nodes;
use crate::state::Session;
use crate::view::markup::{Markup, el};
use crate::view::part::section::section;

/// The offer, if a pair is worth one.
pub fn pair(session: Session) -> Option<Markup> {
    let quiz = session.quiz();
    let pair = Pair::offered(quiz, &session.answers().read())?;
    let places = |places: &[QuestionId]| {
        let names: Vec<String> = places.iter().map(|at| quiz.question(*at).short.clone()).collect();
        words::list(&names)
    };
    let (one, other) = (quiz.gear(pair.gears.0), quiz.gear(pair.gears.1));
    let gain = gain(quiz, &pair);
    let list = el("ul")
        .class("rows")
        .attr("data-pair", format!("{} {}", one.id, other.id))
        .attr("data-gain", pair.gain.to_string())
        .with(nodes![
            el("li")
                .with(nodes![el("b").with(&one.title), format!(": {}.", places(&pair.places.0))])
        ])
        .with(
            el("li")
                .with(nodes![el("b").with(&other.title), format!(": {}.", places(&pair.places.1))]),
        );
    let money = "Both can be had one price band below yours, so that one budget may cover two.";
    let body = nodes![
        el("p").with("Your places ask for different things. Two sets would serve them better."),
        list,
        el("p").with(gain),
        el("p").class("small").with(money),
    ];
    Some(section("result", "pair", "Two pairs instead of one", body))
}

/// The gain with its numbers: points × places, and the threshold it passed.
fn gain(quiz: &Quiz, pair: &Pair) -> String {
    format!(
        "Over your {} places that adds {} points to what the best single type gives them. We name \
         two from a gain of {} points for each place.",
        pair.places_count, pair.gain, quiz.thresholds.pair_gain
    )
}

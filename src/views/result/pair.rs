//! Two types instead of one, when the visitor's places ask for different things.

use leptos::prelude::Read;

use super::words;
use crate::components::section::section;
use crate::markup::{Markup, el};
use crate::model::{Pair, QuestionId, Quiz};
use crate::nodes;
use crate::state::Session;

/// The offer, if a pair is worth one.
pub fn pair(session: Session) -> Option<Markup> {
    let quiz = session.quiz();
    let pair = Pair::recommended(quiz, &session.answers().read())?;
    let contexts = |contexts: &[QuestionId]| {
        let names: Vec<String> =
            contexts.iter().map(|at| quiz.question(*at).short.clone()).collect();
        words::list(&names)
    };
    let (one, other) =
        (quiz.device_type(pair.device_types.0), quiz.device_type(pair.device_types.1));
    let gain = gain(quiz, &pair);
    let list =
        el("ul")
            .class("rows")
            .attr("data-pair", format!("{} {}", one.id, other.id))
            .attr("data-gain", pair.gain.to_string())
            .with(nodes![el("li").with(nodes![
                el("b").with(&one.title),
                format!(": {}.", contexts(&pair.contexts.0))
            ])])
            .with(el("li").with(nodes![
                el("b").with(&other.title),
                format!(": {}.", contexts(&pair.contexts.1))
            ]));
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
        pair.context_count, pair.gain, quiz.thresholds.pair_gain
    )
}

//! Head to head: the leader against any rival, answer by answer.

use leptos::prelude::*;

use super::head::other;
use super::numbers::{answer, figure};
use crate::model::order::falling;
use crate::model::{GearId, Line, Points, Quiz, Verdict};
use crate::nodes;
use crate::state::Session;
use crate::view::markup::{El, Markup, el};
use crate::view::part::bars::{Scale, Tone, bar};
use crate::view::part::section::section;

/// The section; the rival is the runner-up until the visitor picks another.
pub fn versus(
    session: Session,
    verdict: &Verdict,
    leader: GearId,
    picked: RwSignal<Option<GearId>>,
) -> Option<Markup> {
    let quiz = session.quiz();
    let remaining = || verdict.ranking.iter().filter(|place| place.place.is_some());
    let is_here = |rival: &GearId| *rival != leader && remaining().any(|at| at.gear == *rival);
    let rival = picked.get().filter(is_here).or_else(|| other(verdict))?;
    let name = |gear: GearId| quiz.gear(gear).column.as_str();
    let pick = |gear: GearId| {
        let id = format!("versus-{}", quiz.gear(gear).id);
        let focus = id.clone();
        let on_pick = move |_| {
            picked.set(Some(gear));
            session.focus(&focus);
        };
        el("button")
            .class("link")
            .id(id)
            .attr("type", "button")
            .attr("aria-pressed", if gear == rival { "true" } else { "false" })
            .on("click", on_pick)
            .with(name(gear))
    };
    let rivals = remaining().map(|at| at.gear).filter(|gear| *gear != leader);
    let mut lines: Vec<(Points, &Line)> =
        verdict.ledger.lines.iter().map(|line| (line.of(leader) - line.of(rival), line)).collect();
    falling(&mut lines, |(lead, _)| lead.0);
    let scale = Scale::of(lines.iter().map(|(lead, _)| *lead));
    let total: Points = lines.iter().map(|(lead, _)| *lead).sum();
    let how = format!(
        "{} against {}. Solid bars speak for the first, hatched bars for the second.",
        name(leader),
        name(rival)
    );
    let mut bars = el("ol").class("bars ledger").attr("data-rival", &quiz.gear(rival).id);
    for (lead, line) in lines {
        bars = bars.with(row(quiz, verdict, line, (leader, rival), lead, scale));
    }
    let sum = el("li")
        .class("bars-total")
        .attr("data-lead", total.0.to_string())
        .with(el("p").with("Lead"))
        .with(figure(total));
    let body = nodes![
        el("p").class("order").with("Against ").with(Markup::all(rivals.map(pick))),
        el("p").class("small").with(how),
        bars.with(sum),
    ];
    Some(section("result", "versus", "Head to head", body))
}

fn row(
    quiz: &'static Quiz,
    verdict: &Verdict,
    line: &Line,
    pair: (GearId, GearId),
    lead: Points,
    scale: Scale,
) -> El {
    let question = quiz.question(line.question);
    let answer = answer(question, line.ticks, line.importance);
    let words = el("p")
        .with(sentence(quiz, verdict, line, pair, lead))
        .with(" ")
        .with(el("span").class("small").with(answer));
    el("li")
        .attr("data-versus", question.id.as_str())
        .attr("data-points", lead.0.to_string())
        .with(words)
        .with(bar(lead, scale, Tone::Signed))
        .with(figure(lead))
}

/// The criterion that parts the two most in the direction of the line, with both levels in words.
fn sentence(
    quiz: &Quiz,
    verdict: &Verdict,
    line: &Line,
    (leader, rival): (GearId, GearId),
    lead: Points,
) -> String {
    let levels = &verdict.ledger.levels;
    let question = quiz.question(line.question);
    let mut most = (0, None);
    for share in question.shares(line.ticks, levels, leader) {
        let at = share.effect.criterion;
        let part = (share.product - share.effect.on(levels, rival)) * lead.0.signum();
        if part > most.0 {
            most = (part, Some(at));
        }
    }
    let Some(at) = most.1 else { return "No difference between the two.".to_owned() };
    let criterion = quiz.criterion(at);
    let words = |gear| criterion.phrase(levels.get(gear, at));
    format!("{}: “{}” against “{}”.", criterion.name, words(leader), words(rival))
}

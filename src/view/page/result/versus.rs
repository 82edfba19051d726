//! Head to head: the leader against any rival, answer by answer.

use super::head::other;
use super::numbers::{answer, figure};
use crate::model::order::falling;
use crate::model::{GearId, Line, Points, Quiz, Verdict};
use crate::nodes;
use crate::state::Session;
use crate::view::markup::{El, Markup, el};
use crate::view::page::own::yours_in;
use crate::view::part::bars::{Scale, Tone, bar};
use crate::view::part::remembered::Remembered;
use crate::view::part::section::section;

/// The section; the rival is the runner-up until the visitor picks another.
pub fn versus(
    session: Session,
    verdict: &Verdict,
    leader: GearId,
    picked: Remembered<Option<GearId>>,
) -> Option<Markup> {
    let quiz = session.quiz();
    let remaining = verdict.ranking.iter().filter(|place| place.place.is_some());
    let rivals: Vec<GearId> = remaining.map(|at| at.gear).filter(|at| *at != leader).collect();
    let rival = picked.get().filter(|at| rivals.contains(at)).or_else(|| other(verdict))?;
    let buttons = rivals.iter().map(|at| button(session, picked, *at, *at == rival));
    let how = format!(
        "{} against {}. Solid bars speak for the first, hatched bars for the second.",
        quiz.gear(leader).column,
        quiz.gear(rival).column
    );
    let body = nodes![
        el("p").class("order").with("Against ").with(Markup::all(buttons)),
        el("p").class("small").with(how),
        bars(quiz, verdict, (leader, rival)),
    ];
    Some(section("result", "versus", "Head to head", body))
}

/// Sets the leader against a rival.
fn button(
    session: Session,
    picked: Remembered<Option<GearId>>,
    gear: GearId,
    is_picked: bool,
) -> El {
    let of = session.quiz().gear(gear);
    let id = format!("versus-{}", of.id);
    let focus = id.clone();
    let on_pick = move |_| {
        picked.set(Some(gear));
        session.focus(&focus);
    };
    el("button")
        .class("link")
        .id(id)
        .attr("type", "button")
        .attr("aria-pressed", if is_picked { "true" } else { "false" })
        .on("click", on_pick)
        .with(&of.column)
}

/// Every line of the two, the leader's largest lead first; they sum to the lead.
fn bars(quiz: &'static Quiz, verdict: &Verdict, pair: (GearId, GearId)) -> El {
    let mut lines: Vec<(Points, &Line)> = Vec::new();
    for line in &verdict.ledger.lines {
        lines.push((line.of(pair.0) - line.of(pair.1), line));
    }
    falling(&mut lines, |(lead, _)| lead.0);
    let scale = Scale::of(lines.iter().map(|(lead, _)| *lead));
    let total: Points = lines.iter().map(|(lead, _)| *lead).sum();
    let mut bars = el("ol").class("bars ledger").attr("data-rival", &quiz.gear(pair.1).id);
    for (lead, line) in lines {
        bars = bars.with(row(quiz, verdict, line, pair, lead, scale));
    }
    let sum = el("li").class("bars-total").attr("data-lead", total.0);
    bars.with(sum.with(el("p").with("Lead")).with(figure(total)))
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
        .with(yours_in(Session::get(), pair.0, line).or(yours_in(Session::get(), pair.1, line)))
        .with(" ")
        .with(el("span").class("small").with(answer));
    el("li")
        .attr("data-versus", question.id.as_str())
        .attr("data-points", lead.0)
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
    let mut is_parted = false;
    for share in question.shares(line.ticks, levels, leader) {
        let at = share.effect.criterion;
        let part = (share.product - share.effect.on(levels, rival)) * lead.0.signum();
        is_parted |= share.product != share.effect.on(levels, rival);
        if part > most.0 {
            most = (part, Some(at));
        }
    }
    let Some(at) = most.1 else {
        let words = if is_parted {
            "What parts the two here cancels out."
        } else {
            "No difference between the two."
        };
        return words.to_owned();
    };
    let criterion = quiz.criterion(at);
    let words = |gear| criterion.phrase(levels.get(gear, at));
    format!("{}: “{}” against “{}”.", criterion.name, words(leader), words(rival))
}

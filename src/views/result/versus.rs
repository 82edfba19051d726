//! Head to head: the leader against any rival, answer by answer.

use super::head::other;
use super::numbers::{answer, figure};
use crate::components::bars::{Scale, Tone, bar};
use crate::components::remembered::Remembered;
use crate::components::section::section;
use crate::markup::{El, Markup, el};
use crate::model::order::sort_descending_by_key;
use crate::model::{BreakdownLine, DeviceTypeId, Points, Quiz, Verdict};
use crate::nodes;
use crate::state::Session;
use crate::views::own_rating::yours_in;

/// The section; the rival is the runner-up until the visitor picks another.
pub fn versus(
    session: Session,
    verdict: &Verdict,
    leader: DeviceTypeId,
    picked: Remembered<Option<DeviceTypeId>>,
) -> Option<Markup> {
    let quiz = session.quiz();
    let remaining = verdict.ranking.iter().filter(|ranked| ranked.rank.is_some());
    let rivals: Vec<DeviceTypeId> =
        remaining.map(|at| at.device_type).filter(|at| *at != leader).collect();
    let rival = picked.get().filter(|at| rivals.contains(at)).or_else(|| other(verdict))?;
    let buttons = rivals.iter().map(|at| button(session, picked, *at, *at == rival));
    let how = format!(
        "{} against {}. Solid bars speak for the first, hatched bars for the second.",
        quiz.device_type(leader).column,
        quiz.device_type(rival).column
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
    picked: Remembered<Option<DeviceTypeId>>,
    device_type: DeviceTypeId,
    is_picked: bool,
) -> El {
    let of = session.quiz().device_type(device_type);
    let id = format!("versus-{}", of.id);
    let focus = id.clone();
    let on_pick = move |_| {
        picked.set(Some(device_type));
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
fn bars(quiz: &'static Quiz, verdict: &Verdict, pair: (DeviceTypeId, DeviceTypeId)) -> El {
    let mut lines: Vec<(Points, &BreakdownLine)> = Vec::new();
    for line in &verdict.breakdown.lines {
        lines.push((line.of(pair.0) - line.of(pair.1), line));
    }
    sort_descending_by_key(&mut lines, |(lead, _)| lead.0);
    let scale = Scale::of(lines.iter().map(|(lead, _)| *lead));
    let total: Points = lines.iter().map(|(lead, _)| *lead).sum();
    let mut bars =
        el("ol").class("bars breakdown").attr("data-rival", &quiz.device_type(pair.1).id);
    for (lead, line) in lines {
        bars = bars.with(row(quiz, verdict, line, pair, lead, scale));
    }
    let sum = el("li").class("bars-total").attr("data-lead", total.0);
    bars.with(sum.with(el("p").with("Lead")).with(figure(total)))
}

fn row(
    quiz: &'static Quiz,
    verdict: &Verdict,
    line: &BreakdownLine,
    pair: (DeviceTypeId, DeviceTypeId),
    lead: Points,
    scale: Scale,
) -> El {
    let question = quiz.question(line.question);
    let answer = answer(question, line.selection, line.weight);
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
    line: &BreakdownLine,
    (leader, rival): (DeviceTypeId, DeviceTypeId),
    lead: Points,
) -> String {
    let ratings = &verdict.breakdown.ratings;
    let question = quiz.question(line.question);
    let mut most = (0, None);
    let mut is_parted = false;
    for contribution in question.contributions(line.selection, ratings, leader) {
        let at = contribution.effect.criterion;
        let part =
            (contribution.product - contribution.effect.on(ratings, rival)) * lead.0.signum();
        is_parted |= contribution.product != contribution.effect.on(ratings, rival);
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
    let words = |device_type| criterion.phrase(ratings.get(device_type, at));
    format!("{}: “{}” against “{}”.", criterion.name, words(leader), words(rival))
}

//! The numbers: the ranking, what was ruled out, and the ledger that sums to the points.

use super::growth::growth;
use crate::model::order::falling;
use crate::model::{GearId, Levels, Line, Place, Points, Question, Quiz, Ticks, Verdict};
use crate::nodes;
use crate::state::Session;
use crate::view::markup::{El, Markup, el};
use crate::view::page::own::yours_in;
use crate::view::part::bars::{Scale, Tone, bar};
use crate::view::part::list::joined;
use crate::view::part::mark::gear_mark;
use crate::view::part::section::{quiet_section, section};

/// Every type that remains with its points, then a sentence for each that is ruled out.
pub fn ranking(session: Session, verdict: &Verdict) -> Markup {
    let quiz = session.quiz();
    let (mut bars, mut out) = (Vec::new(), Vec::new());
    let remaining = verdict.ranking.iter().filter(|place| place.place.is_some());
    let scale = Scale::of(remaining.map(|place| place.points));
    for place in verdict.ranking.iter().copied() {
        match place.place {
            Some(_) => bars.push(ranked(quiz, verdict, place, scale).into()),
            None => out.push(ruled_out(quiz, verdict, place).into()),
        }
    }
    let title = match (bars.is_empty(), out.is_empty()) {
        (true, _) => "What is ruled out",
        (_, true) => "All types in order",
        _ => "The types that remain",
    };
    let body =
        nodes![el("ol").class("bars ranking").with(bars), el("ul").class("rows small").with(out)];
    quiet_section("result", "ranking", title, "section quiet", body)
}

fn ranked(quiz: &'static Quiz, verdict: &Verdict, place: Place, scale: Scale) -> El {
    let gear = quiz.gear(place.gear);
    let is_first = place.place == Some(1) && verdict.leader.is_some();
    let tone = if is_first { Tone::Leader } else { Tone::Rival };
    el("li")
        .attr("data-type", gear.id.as_str())
        .attr("data-points", place.points.0)
        .with(gear_mark(&gear.id))
        .with(el("p").with(&gear.column))
        .with(bar(place.points, scale, tone))
        .with(figure(place.points))
}

/// The number at the end of a bar.
pub fn figure(points: Points) -> El {
    el("b").class("points").with(points.to_string())
}

fn ruled_out(quiz: &'static Quiz, verdict: &Verdict, place: Place) -> El {
    let gear = quiz.gear(place.gear);
    let mut questions: Vec<&str> = Vec::new();
    let mut reasons: Vec<String> = Vec::new();
    for ruling in verdict.ledger.rulings.iter().filter(|ruling| ruling.gear == place.gear) {
        let question = quiz.question(ruling.question);
        let choice = &question.choices[usize::from(ruling.choice.0)];
        questions.push(&question.id);
        reasons.push(format!("{} ({}: {})", choice.ruling, question.short, choice.short));
    }
    el("li")
        .attr("data-type", gear.id.as_str())
        .attr("data-points", place.points.0)
        .attr("data-ruled-out", joined(&questions, " "))
        .with(el("b").with(&gear.column))
        .with(" ruled out. ")
        .with(joined(&reasons, " "))
}

/// The leader's lines, largest first; they sum to its points.
pub fn ledger(session: Session, verdict: &Verdict, leader: GearId) -> Markup {
    let quiz = session.quiz();
    let mut lines: Vec<&Line> = verdict.ledger.lines.iter().collect();
    falling(&mut lines, |line| line.of(leader));
    let scale = Scale::of(lines.iter().map(|line| line.of(leader)));
    let total = verdict.ledger.points(leader);
    let how = format!(
        "Points of {}. Solid bars count for this type, hatched bars against. The lines add up to \
         the points.",
        quiz.gear(leader).column
    );
    let sum = el("li")
        .class("bars-total")
        .attr("data-total", total.0)
        .with(el("p").with("Points"))
        .with(figure(total));
    let mut bars = el("ol").class("bars ledger");
    for line in lines {
        bars = bars.with(row(quiz, line, &verdict.ledger.levels, leader, scale));
    }
    let body = nodes![
        el("p").class("small").with(how),
        bars.with(sum),
        growth(quiz, verdict),
        every_line(quiz, verdict)
    ];
    section("result", "points", "Where the points come from", body)
}

fn row(quiz: &'static Quiz, line: &Line, levels: &Levels, gear: GearId, scale: Scale) -> El {
    let question = quiz.question(line.question);
    let points = line.of(gear);
    let answer = answer(question, line.ticks, line.importance);
    let words = el("p")
        .with(sentence(quiz, question, line, levels, gear))
        .with(yours_in(Session::get(), gear, line))
        .with(" ")
        .with(el("span").class("small").with(answer));
    el("li")
        .attr("data-line", question.id.as_str())
        .attr("data-points", points.0)
        .with(words)
        .with(bar(points, scale, Tone::Signed))
        .with(figure(points))
}

/// What the line says about the type: the claims behind its largest shares of the same sign.
fn sentence(
    quiz: &Quiz,
    question: &Question,
    line: &Line,
    levels: &Levels,
    gear: GearId,
) -> String {
    let shares = question.shares(line.ticks, levels, gear);
    let sign = line.of(gear).0.signum();
    let same = shares.iter().filter(|share| share.product.signum() == sign && sign != 0);
    let claim = |share: &crate::model::ledger::Share| {
        let criterion = share.effect.criterion;
        quiz.criterion(criterion).claim(levels.get(gear, criterion))
    };
    let claims: Vec<&str> = same.filter_map(claim).take(2).collect();
    match (claims.is_empty(), shares.iter().any(|share| share.product != 0)) {
        (false, _) => joined(&claims, " "),
        (true, true) => "What counts for it and against it cancels out.".to_owned(),
        (true, false) => "It makes no difference to this type.".to_owned(),
    }
}

/// "Calls: daily, double".
pub fn answer(question: &Question, ticks: Ticks, importance: u8) -> String {
    let chosen: Vec<&str> = question.ticked(ticks).map(|choice| choice.short.as_str()).collect();
    let times = match importance {
        2 => ", double",
        4 => ", 4 times",
        _ => "",
    };
    format!("{}: {}{times}", question.short, joined(&chosen, ", "))
}

/// Every line of every type as a table, so that any sum can be checked.
fn every_line(quiz: &'static Quiz, verdict: &Verdict) -> El {
    let mut head = el("tr").with(el("th").attr("scope", "col").with("Answer"));
    let mut totals = Vec::new();
    for (at, gear) in quiz.gears() {
        head = head.with(el("th").attr("scope", "col").class("number").with(&gear.column));
        totals.push(verdict.ledger.points(at));
    }
    let mut body = el("tbody");
    for line in &verdict.ledger.lines {
        let answer = answer(quiz.question(line.question), line.ticks, line.importance);
        body = body.with(table_row(answer, &line.points));
    }
    let body = body.with(table_row("Points".to_owned(), &totals));
    let name = "Every line of every type";
    let table = el("table").class("plain").with(el("thead").with(head)).with(body);
    let scroll = el("div").class("scroll").attr("role", "region").attr("aria-label", name);
    el("details")
        .class("as-table")
        .with(el("summary").with("Show every line of every type as a table"))
        .with(scroll.attr("tabindex", "0").with(table))
}

fn table_row(head: String, points: &[Points]) -> El {
    let mut row = el("tr").with(el("th").attr("scope", "row").with(head));
    for points in points {
        row = row.with(el("td").class("number").with(points.to_string()));
    }
    row
}

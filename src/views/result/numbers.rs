//! The numbers: the ranking, what was excluded, and the score breakdown that sums to the points.

use super::growth::growth;
use crate::components::bars::{Scale, Tone, bar};
use crate::components::icon::type_icon;
use crate::components::list::joined;
use crate::components::section::{quiet_section, section};
use crate::markup::{El, Markup, el};
use crate::model::order::sort_descending_by_key;
use crate::model::{
    BreakdownLine, DeviceTypeId, Points, Question, Quiz, RankedType, Ratings, Selection, Verdict,
};
use crate::nodes;
use crate::state::Session;
use crate::views::own_rating::yours_in;

/// Every type that remains with its points, then a sentence for each that is excluded.
pub fn ranking(session: Session, verdict: &Verdict) -> Markup {
    let quiz = session.quiz();
    let (mut bars, mut out) = (Vec::new(), Vec::new());
    let remaining = verdict.ranking.iter().filter(|ranked| ranked.rank.is_some());
    let scale = Scale::of(remaining.map(|ranked| ranked.points));
    for ranked in verdict.ranking.iter().copied() {
        match ranked.rank {
            Some(_) => bars.push(ranked_row(quiz, verdict, ranked, scale).into()),
            None => out.push(excluded_row(quiz, verdict, ranked).into()),
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

fn ranked_row(quiz: &'static Quiz, verdict: &Verdict, ranked: RankedType, scale: Scale) -> El {
    let device_type = quiz.device_type(ranked.device_type);
    let is_first = ranked.rank == Some(1) && verdict.leader.is_some();
    let tone = if is_first { Tone::Leader } else { Tone::Rival };
    el("li")
        .attr("data-type", device_type.id.as_str())
        .attr("data-points", ranked.points.0)
        .with(type_icon(&device_type.id))
        .with(el("p").with(&device_type.column))
        .with(bar(ranked.points, scale, tone))
        .with(figure(ranked.points))
}

/// The number at the end of a bar.
pub fn figure(points: Points) -> El {
    el("b").class("points").with(points.to_string())
}

fn excluded_row(quiz: &'static Quiz, verdict: &Verdict, ranked: RankedType) -> El {
    let device_type = quiz.device_type(ranked.device_type);
    let mut questions: Vec<&str> = Vec::new();
    let mut reasons: Vec<String> = Vec::new();
    for exclusion in verdict
        .breakdown
        .exclusions
        .iter()
        .filter(|exclusion| exclusion.device_type == ranked.device_type)
    {
        let question = quiz.question(exclusion.question);
        let option = &question.options[usize::from(exclusion.option.0)];
        questions.push(&question.id);
        reasons.push(format!("{} ({}: {})", option.exclusion, question.short, option.short));
    }
    el("li")
        .attr("data-type", device_type.id.as_str())
        .attr("data-points", ranked.points.0)
        .attr("data-ruled-out", joined(&questions, " "))
        .with(el("b").with(&device_type.column))
        .with(" ruled out. ")
        .with(joined(&reasons, " "))
}

/// The leader's lines, largest first; they sum to its points.
pub fn breakdown(session: Session, verdict: &Verdict, leader: DeviceTypeId) -> Markup {
    let quiz = session.quiz();
    let mut lines: Vec<&BreakdownLine> = verdict.breakdown.lines.iter().collect();
    sort_descending_by_key(&mut lines, |line| line.of(leader));
    let scale = Scale::of(lines.iter().map(|line| line.of(leader)));
    let total = verdict.breakdown.points(leader);
    let how = format!(
        "Points of {}. Solid bars count for this type, hatched bars against. The lines add up to \
         the points.",
        quiz.device_type(leader).column
    );
    let sum = el("li")
        .class("bars-total")
        .attr("data-total", total.0)
        .with(el("p").with("Points"))
        .with(figure(total));
    let mut bars = el("ol").class("bars breakdown");
    for line in lines {
        bars = bars.with(row(quiz, line, &verdict.breakdown.ratings, leader, scale));
    }
    let body = nodes![
        el("p").class("small").with(how),
        bars.with(sum),
        growth(quiz, verdict),
        every_line(quiz, verdict)
    ];
    section("result", "points", "Where the points come from", body)
}

fn row(
    quiz: &'static Quiz,
    line: &BreakdownLine,
    ratings: &Ratings,
    device_type: DeviceTypeId,
    scale: Scale,
) -> El {
    let question = quiz.question(line.question);
    let points = line.of(device_type);
    let answer = answer(question, line.selection, line.weight);
    let words = el("p")
        .with(sentence(quiz, question, line, ratings, device_type))
        .with(yours_in(Session::get(), device_type, line))
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
    line: &BreakdownLine,
    ratings: &Ratings,
    device_type: DeviceTypeId,
) -> String {
    let contributions = question.contributions(line.selection, ratings, device_type);
    let sign = line.of(device_type).0.signum();
    let same = contributions
        .iter()
        .filter(|contribution| contribution.product.signum() == sign && sign != 0);
    let claim = |contribution: &crate::model::breakdown::Contribution| {
        let criterion = contribution.effect.criterion;
        quiz.criterion(criterion).claim(ratings.get(device_type, criterion))
    };
    let claims: Vec<&str> = same.filter_map(claim).take(2).collect();
    match (claims.is_empty(), contributions.iter().any(|contribution| contribution.product != 0)) {
        (false, _) => joined(&claims, " "),
        (true, true) => "What counts for it and against it cancels out.".to_owned(),
        (true, false) => "It makes no difference to this type.".to_owned(),
    }
}

/// "Calls: daily, double".
pub fn answer(question: &Question, selection: Selection, weight: u8) -> String {
    let chosen: Vec<&str> =
        question.selected(selection).map(|option| option.short.as_str()).collect();
    let times = match weight {
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
    for (at, device_type) in quiz.device_types() {
        head = head.with(el("th").attr("scope", "col").class("number").with(&device_type.column));
        totals.push(verdict.breakdown.points(at));
    }
    let mut body = el("tbody");
    for line in &verdict.breakdown.lines {
        let answer = answer(quiz.question(line.question), line.selection, line.weight);
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

//! The numbers: the ranking, what was ruled out, and the ledger that sums to the points.

use leptos::prelude::*;

use crate::model::{GearId, Line, Place, Points, Question, Quiz, Ruling, Ticks, Verdict};
use crate::state::Session;
use crate::view::part::bars::{Bar, Scale, Tone};
use crate::view::part::mark::GearMark;
use crate::view::part::section::Section;

/// Every type that remains with its points, then a sentence for each that is ruled out.
pub fn ranking(session: Session, verdict: &Verdict) -> impl IntoView + use<> {
    let quiz = session.quiz();
    let (ranked, out): (Vec<Place>, Vec<Place>) =
        verdict.ranking.iter().partition(|place| place.place.is_some());
    let scale = Scale::of(ranked.iter().map(|place| place.points));
    let bar = |place: Place| {
        let gear = quiz.gear(place.gear);
        let is_first = place.place == Some(1) && verdict.leader.is_some();
        let tone = if is_first { Tone::Leader } else { Tone::Rival };
        view! {
            <li data-type=gear.id.as_str() data-points=place.points.0.to_string()>
                <GearMark gear=gear.id.as_str() />
                <p>{gear.column.as_str()}</p>
                <Bar points=place.points scale tone />
                <b class="points">{place.points.to_string()}</b>
            </li>
        }
    };
    let title = if out.is_empty() { "All types in order" } else { "The types that remain" };
    let bars = ranked.into_iter().map(bar).collect_view();
    let out = out.into_iter().map(|place| ruled_out(quiz, verdict, place)).collect_view();
    view! {
        <Section view="result" place="ranking" title quiet=true>
            <ol class="bars ranking">{bars}</ol>
            <ul class="rows small">{out}</ul>
        </Section>
    }
}

fn ruled_out(quiz: &'static Quiz, verdict: &Verdict, place: Place) -> impl IntoView + use<> {
    let gear = quiz.gear(place.gear);
    let rulings = verdict.ledger.rulings.iter().filter(|ruling| ruling.gear == place.gear);
    let questions: Vec<&str> =
        rulings.clone().map(|ruling| quiz.question(ruling.question).id.as_str()).collect();
    let because = |ruling: &Ruling| {
        let question = quiz.question(ruling.question);
        let choice = &question.choices[usize::from(ruling.choice.0)];
        format!("{} ({}: {})", choice.ruling, question.short, choice.short)
    };
    let reasons: Vec<String> = rulings.map(because).collect();
    view! {
        <li
            data-type=gear.id.as_str()
            data-points=place.points.0.to_string()
            data-ruled-out=questions.join(" ")
        >
            <b>{gear.column.as_str()}</b>
            " ruled out. "
            {reasons.join(" ")}
        </li>
    }
}

/// The leader's lines, largest first; they sum to its points.
pub fn ledger(session: Session, verdict: &Verdict, leader: GearId) -> impl IntoView + use<> {
    let quiz = session.quiz();
    let mut lines: Vec<&Line> = verdict.ledger.lines.iter().collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.of(leader)));
    let scale = Scale::of(lines.iter().map(|line| line.of(leader)));
    let rows = lines.into_iter().map(|line| row(quiz, line, leader, scale)).collect_view();
    let name = quiz.gear(leader).column.as_str();
    let total = verdict.ledger.points(leader);
    let table = every_line(quiz, verdict);
    view! {
        <Section view="result" place="points" title="Where the points come from">
            <p class="small">
                "Points of " {name} ". Solid bars count for this type, hatched bars against. The lines add up to the points."
            </p>
            <ol class="bars ledger">
                {rows}
                <li class="bars-total" data-total=total.0.to_string()>
                    <p>"Points"</p>
                    <b class="points">{total.to_string()}</b>
                </li>
            </ol>
            {table}
        </Section>
    }
}

fn row(quiz: &'static Quiz, line: &Line, gear: GearId, scale: Scale) -> impl IntoView + use<> {
    let question = quiz.question(line.question);
    let points = line.of(gear);
    view! {
        <li data-line=question.id.as_str() data-points=points.0.to_string()>
            <p>
                {sentence(quiz, question, line, gear)} " "
                <span class="small">{answer(question, line.ticks, line.importance)}</span>
            </p>
            <Bar points scale tone=Tone::Signed />
            <b class="points">{points.to_string()}</b>
        </li>
    }
}

/// What the line says about the type: the claims behind its largest shares of the same sign.
fn sentence(quiz: &Quiz, question: &Question, line: &Line, gear: GearId) -> String {
    let shares = question.shares(line.ticks, quiz.gear(gear));
    let sign = line.of(gear).0.signum();
    let same = shares.iter().filter(|share| share.product.signum() == sign && sign != 0);
    let claim = |share: &crate::model::ledger::Share| {
        let criterion = share.effect.criterion;
        quiz.criterion(criterion).claim(quiz.gear(gear).level(criterion))
    };
    let claims: Vec<&str> = same.filter_map(claim).take(2).collect();
    match (claims.is_empty(), shares.iter().any(|share| share.product != 0)) {
        (false, _) => claims.join(" "),
        (true, true) => "What counts for it and against it cancels out.".to_owned(),
        (true, false) => "It makes no difference to this type.".to_owned(),
    }
}

/// "Calls: daily, double".
fn answer(question: &Question, ticks: Ticks, importance: u8) -> String {
    let chosen: Vec<&str> = question.ticked(ticks).map(|choice| choice.short.as_str()).collect();
    let times = match importance {
        2 => ", double",
        4 => ", 4 times",
        _ => "",
    };
    format!("{}: {}{times}", question.short, chosen.join(", "))
}

/// Every line of every type as a table, so that any sum can be checked.
fn every_line(quiz: &'static Quiz, verdict: &Verdict) -> impl IntoView + use<> {
    let head = |gear: &'static crate::model::Gear| {
        view! { <th scope="col" class="number">{gear.column.as_str()}</th> }
    };
    let cells = |points: Vec<Points>| {
        let cell = |points: Points| view! { <td class="number">{points.to_string()}</td> };
        points.into_iter().map(cell).collect_view()
    };
    let line = |line: &Line| {
        let question = quiz.question(line.question);
        view! {
            <tr>
                <th scope="row">{answer(question, line.ticks, line.importance)}</th>
                {cells(line.points.clone())}
            </tr>
        }
    };
    let totals: Vec<Points> = quiz.gears().map(|(at, _)| verdict.ledger.points(at)).collect();
    let lines = verdict.ledger.lines.iter().map(line).collect_view();
    view! {
        <details class="as-table">
            <summary>"Show every line of every type as a table"</summary>
            <div class="scroll" role="region" aria-label="Every line of every type" tabindex="0">
                <table class="plain">
                    <thead>
                        <tr>
                            <th scope="col">"Answer"</th>
                            {quiz.gears.iter().map(head).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {lines}
                        <tr>
                            <th scope="row">"Points"</th>
                            {cells(totals)}
                        </tr>
                    </tbody>
                </table>
            </div>
        </details>
    }
}

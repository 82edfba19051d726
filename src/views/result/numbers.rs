//! The score breakdown: lines that sum to the points.

use leptos::prelude::*;

use super::growth::Growth;
use super::lead::Lead;
use crate::components::bars::{Bar, Scale, Tone};
use crate::components::fold::Fold;
use crate::components::reactive::{attribute, flag, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{BreakdownLine, DeviceType, Points, QuestionId, Quiz, Selection};
use crate::state::Session;
use crate::state::result::breakdown::{Line, Lines, Meaning};
use crate::views::own_rating::YourView;
use crate::views::words;

/// The number at the end of a bar.
#[component]
pub fn Figure(points: Signal<Points>) -> impl IntoView {
    view! { <b class="points"><Text words=string(move || points.get().to_string()) /></b> }
}

/// The leader's lines, largest first, which sum to its points; how the points grow; and every line.
#[component]
pub fn PointsFold(lead: Lead) -> impl IntoView {
    let session = Session::get();
    let leader = lead.leader;
    let (quiz, verdict) = (session.quiz(), session.verdict());
    let lines = Memo::new(move |_| Lines::of(quiz, &verdict.read().breakdown, leader.get()));
    let how = string(move || {
        format!(
            "Points of {}. Solid bars count for this type, hatched bars against. The lines add up \
             to the points.",
            quiz.device_type(leader.get()).column
        )
    });
    let figure = string(move || {
        let lines = lines.read();
        match lines.lines.len() {
            1 => format!("1 line makes {}", lines.total),
            count => format!("{count} lines make {}", lines.total),
        }
    });
    view! {
        <Fold
            view="result"
            anchor="points"
            title="Where the points come from"
            figure
            is_wide=true
        >
            <div class="halves">
                <div>
                    <p class="small chart-reading"><Text words=how /></p>
                    <LineBars lines />
                </div>
                <div>
                    <Growth />
                </div>
            </div>
            <EveryLine />
        </Fold>
    }
}

/// Lines as bars with their sum: the points of a type, or its lead over a rival.
#[component]
pub fn LineBars(lines: Memo<Lines>, #[prop(optional)] is_lead: bool) -> impl IntoView {
    let quiz = Session::get().quiz();
    let scale = Memo::new(move |_| Scale::of(lines.read().lines.iter().map(|line| line.points)));
    let rival =
        attribute(move || lines.read().rival.map(|rival| quiz.device_type(rival).id.clone()));
    let total = Signal::derive(move || lines.read().total);
    let value = move |is_here: bool| attribute(move || is_here.then(|| total.get().0.to_string()));
    view! {
        <ol class="bars breakdown" data-rival=rival>
            <For each=move || lines.get().lines key=|line| line.question let:line>
                <LineRow at=line.question lines scale is_lead />
            </For>
            <li
                class="bars-total"
                data-total=value(!is_lead)
                data-lead=value(is_lead)
            >
                <p>{if is_lead { "Lead" } else { "Points" }}</p>
                <Figure points=total />
            </li>
        </ol>
    }
}

#[component]
fn LineRow(at: QuestionId, lines: Memo<Lines>, scale: Memo<Scale>, is_lead: bool) -> impl IntoView {
    let session = Session::get();
    let id = session.quiz().question(at).id.as_str();
    // A line that has gone is empty until its row has gone too.
    let points = Signal::derive(move || lines.read().line(at).map_or(Points(0), |at| at.points));
    let said = move |say: fn(Session, &Line, bool) -> String| {
        string(move || {
            lines.read().line(at).map(|line| say(session, line, is_lead)).unwrap_or_default()
        })
    };
    let answer =
        said(|session, line, _| answer(session.quiz(), line.question, line.selection, line.weight));
    let is_yours = flag(move || lines.read().line(at).is_some_and(|line| line.is_yours));
    view! {
        <li
            data-line=(!is_lead).then_some(id)
            data-versus=is_lead.then_some(id)
            data-points=string(move || points.get().0.to_string())
        >
            <p>
                <Text words=said(|session, line, is_lead| sentence(session, &line.meaning, is_lead)) />
                <When condition=is_yours>
                    <YourView />
                </When>
                " "
                <span class="small"><Text words=answer /></span>
            </p>
            <Bar points scale tone=Tone::Signed />
            <Figure points />
        </li>
    }
}

/// What a line says about the type, or about the type and its rival.
fn sentence(session: Session, meaning: &Meaning, is_lead: bool) -> String {
    let (quiz, details) = (session.quiz(), session.details());
    match (meaning, is_lead) {
        (Meaning::Claims(claims), _) => {
            let claim = |(at, rating): &(_, _)| details.criterion(*at).claim(*rating);
            claims.iter().filter_map(claim).collect::<Vec<_>>().join(" ")
        }
        (Meaning::Parted { criterion, leader, rival }, _) => {
            let about = details.criterion(*criterion);
            let (leader, rival) = (about.phrase(*leader), about.phrase(*rival));
            format!("{}: “{leader}” against “{rival}”.", quiz.criterion(*criterion).name)
        }
        (Meaning::CancelsOut, false) => "What counts for it and against it cancels out.".to_owned(),
        (Meaning::CancelsOut, true) => "What separates the two here cancels out.".to_owned(),
        (Meaning::NoDifference, false) => "It makes no difference to this type.".to_owned(),
        (Meaning::NoDifference, true) => "No difference between the two.".to_owned(),
    }
}

/// "Calls: daily, double".
fn answer(quiz: &Quiz, at: QuestionId, selection: Selection, weight: u8) -> String {
    let times = match weight {
        2 => ", double",
        4 => ", 4 times",
        _ => "",
    };
    format!("{}: {}{times}", quiz.question(at).short, words::chosen(quiz, at, selection))
}

/// Every line of every type as a table, so that any sum can be checked.
#[component]
fn EveryLine() -> impl IntoView {
    view! {
        <details class="as-table">
            <summary>"Show every line of every type as a table"</summary>
            <div class="scroll" role="region" aria-label="Every line of every type" tabindex="0">
                <LineTable />
            </div>
        </details>
    }
}

#[component]
fn LineTable() -> impl IntoView {
    let session = Session::get();
    let (quiz, verdict) = (session.quiz(), session.verdict());
    let head = |(_, of): (_, &'static DeviceType)| {
        view! {
            <th scope="col" class="number">
                {of.column.as_str()}
            </th>
        }
    };
    let total = |(at, _)| {
        let points = string(move || verdict.read().breakdown.points(at).to_string());
        view! { <td class="number"><Text words=points /></td> }
    };
    let lines = move || verdict.read().breakdown.lines.clone();
    view! {
        <table class="plain">
            <thead>
                <tr>
                    <th scope="col">"Answer"</th>
                    {quiz.device_types().map(head).collect_view()}
                </tr>
            </thead>
            <tbody>
                <For each=lines key=BreakdownLine::clone let:line>
                    <TableRow line />
                </For>
                <tr>
                    <th scope="row">"Points"</th>
                    {quiz.device_types().map(total).collect_view()}
                </tr>
            </tbody>
        </table>
    }
}

#[component]
fn TableRow(line: BreakdownLine) -> impl IntoView {
    let quiz = Session::get().quiz();
    let cell = |points: &Points| view! { <td class="number">{points.to_string()}</td> };
    view! {
        <tr>
            <th scope="row">{answer(quiz, line.question, line.selection, line.weight)}</th>
            {line.points.iter().map(cell).collect_view()}
        </tr>
    }
}

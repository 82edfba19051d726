//! Two or three candidates side by side.

use leptos::prelude::*;

use super::row::stands;
use crate::components::reactive::{dynamic, flag};
use crate::components::section::Section;
use crate::components::when::When;
use crate::model::{CandidateScore, Quiz};
use crate::state::result::brief::{Brief, BriefReason};
use crate::state::shortlist::{Costing, Driving, Listed, SIDE_BY_SIDE, Shortlist, hours, reasons};

/// A line of the table: its name, and what stands in the column of a candidate.
struct Row {
    name: &'static str,
    cells: Vec<String>,
}

/// A table with a column for each candidate that is ticked in the list.
#[component]
pub fn SideBySide(shortlist: Shortlist) -> impl IntoView {
    let has_any = flag(move || shortlist.all.read().len() > 1);
    let compared = Memo::new(move |_| shortlist.side_by_side());
    let table = move || view! { <Table shortlist compared /> };
    view! {
        <When condition=has_any>
            <Section view="shortlist" anchor="side-by-side" title="Side by side">
                {dynamic(move || {
                    if compared.read().len() < 2 {
                        view! {
                            <p class="screen">
                                "Tick “Compare” at two or three models in the list to put them side by \
                                 side."
                            </p>
                        }
                            .into_any()
                    } else {
                        table().into_any()
                    }
                })}
            </Section>
        </When>
    }
}

#[component]
fn Table(shortlist: Shortlist, compared: Memo<Vec<Listed>>) -> impl IntoView {
    let body = dynamic(move || {
        let columns = compared.get();
        let head = |of: &Listed| {
            view! {
                <th scope="col" data-beside=of.id.clone()>
                    {of.candidate.name.clone()}
                    {of.candidate.is_chosen.then(|| view! { <span class="yours">" your choice"</span> })}
                </th>
            }
        };
        let row = |row: Row| {
            view! {
                <tr>
                    <th scope="row">{row.name}</th>
                    {row.cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view()}
                </tr>
            }
        };
        view! {
            <table>
                <thead>
                    <tr>
                        <td></td>
                        {columns.iter().map(head).collect_view()}
                    </tr>
                </thead>
                <tbody>{rows(shortlist, &columns).into_iter().map(row).collect_view()}</tbody>
            </table>
        }
    });
    view! {
        <div class="candidate-table" role="region" tabindex="0" aria-label="Models side by side">
            {body}
        </div>
        <p class="small screen">
            {format!("Tick other models in the list to change the columns; {SIDE_BY_SIDE} at most.")}
        </p>
    }
}

/// Every line that says something about at least one of the candidates; tracked.
fn rows(shortlist: Shortlist, columns: &[Listed]) -> Vec<Row> {
    let session = shortlist.session;
    let quiz = session.quiz();
    let answers = session.answers().read();
    let briefs: Vec<Brief> =
        columns.iter().map(|of| Brief::of(&reasons(session.content(), &answers, of))).collect();
    let claims = |of: fn(&Brief) -> &Vec<BriefReason>| {
        let claim = |reason: &BriefReason| {
            let claim = session.details().criterion(reason.criterion).claim(reason.rating);
            claim.unwrap_or_default().to_owned()
        };
        let cell = |brief: &Brief| of(brief).iter().map(claim).collect::<Vec<_>>().join(" ");
        briefs.iter().map(cell).collect::<Vec<String>>()
    };
    let each = |of: fn(&Quiz, &Listed) -> String| columns.iter().map(|at| of(quiz, at)).collect();
    let all = vec![
        Row { name: "Under your answers", cells: scores(shortlist, columns) },
        Row { name: "Speaks for it", cells: claims(|brief| &brief.good) },
        Row { name: "Speaks against it", cells: claims(|brief| &brief.bad) },
        Row { name: "Type", cells: each(type_name) },
        Row {
            name: "Price",
            cells: each(|_, of| of.candidate.price.map(|at| at.to_string()).unwrap_or_default()),
        },
        Row { name: "What it costs", cells: costs(shortlist, columns) },
        Row { name: "Loud enough?", cells: loudness(shortlist, columns) },
        Row { name: "Where to return it", cells: each(|_, of| of.candidate.shop.clone()) },
        Row { name: "Notes", cells: each(|_, of| of.candidate.notes.clone()) },
    ];
    all.into_iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
}

/// What each candidate costs, in words; tracked.
fn costs(shortlist: Shortlist, columns: &[Listed]) -> Vec<String> {
    let defaults = &shortlist.session.details().shortlist;
    let hours = hours(defaults, &shortlist.habits.read());
    let words = |of: &Listed| match of.candidate.price {
        Some(_) => Costing::of(defaults, of).words(hours),
        None => String::new(),
    };
    columns.iter().map(words).collect()
}

/// Whether each candidate plays loud enough, in words; nothing for those with amplifiers of their own.
/// Tracked.
fn loudness(shortlist: Shortlist, columns: &[Listed]) -> Vec<String> {
    let session = shortlist.session;
    let (answers, habits) = (session.answers().read(), shortlist.habits.read());
    let driving = Driving {
        defaults: &session.details().shortlist,
        noise: session.noise(),
        answers: &answers,
        habits: &habits,
    };
    let report = driving.report(columns);
    let words = |of: &Listed| {
        let row = report.rows.iter().find(|row| row.id == of.id);
        row.map(|row| row.words.clone()).unwrap_or_default()
    };
    columns.iter().map(words).collect()
}

fn type_name(quiz: &Quiz, of: &Listed) -> String {
    of.device_type
        .map_or_else(|| of.candidate.device_type.clone(), |at| quiz.device_type(at).column.clone())
}

/// How each candidate stands, in words; tracked.
fn scores(shortlist: Shortlist, columns: &[Listed]) -> Vec<String> {
    let (all, scores) = (shortlist.all.read(), shortlist.scores.read());
    let score = |of: &Listed| -> Option<CandidateScore> {
        let at = all.iter().position(|listed| listed.id == of.id)?;
        scores.get(at).cloned()
    };
    let quiz = shortlist.session.quiz();
    let words = |of: &Listed| score(of).map(|at| stands(quiz, &at)).unwrap_or_default();
    columns.iter().map(words).collect()
}

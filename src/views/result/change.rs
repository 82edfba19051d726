//! What would change it: single answers, the fewest for each type, weights, and uncertain figures.

use leptos::prelude::Read;

use super::words;
use crate::components::section::section;
use crate::markup::{El, Markup, el};
use crate::model::{
    Answers, ChangeTable, Counterfactual, DeviceTypeId, PivotalRating, PivotalWeight, Quiz,
    TopicId, Verdict, Weight,
};
use crate::nodes;
use crate::route::Route;
use crate::state::Session;

/// As many of each kind as are shown at first.
const SHOWN: usize = 4;

/// The section.
pub fn change(session: Session, verdict: &Verdict, leader: DeviceTypeId) -> Markup {
    let quiz = session.quiz();
    let answers = session.answers().read();
    let change_table = ChangeTable::of(quiz, &answers);
    let singles = Counterfactual::singles(&change_table, Some(leader));
    let none = "No single answer changes who leads.";
    let body = nodes![
        el("h3").with("One answer"),
        items(
            singles
                .iter()
                .map(|counterfactual| single(session, &answers, counterfactual))
                .collect(),
            none
        ),
        el("h3").with("If you want another type"),
        el("p").class("small").with("The fewest changed answers that put it alone in first place."),
        items(rivals(session, &answers, &change_table, leader), ""),
        el("h3").with("One weight"),
        items(weights(session, &answers, leader), "No single weight changes who leads."),
        el("h3").with("What is not certain"),
        items(
            pivotal_ratings(quiz, &answers, verdict),
            "No single uncertain number changes who leads."
        ),
    ];
    section("result", "change", "What would change it", body)
}

/// The first few, and the rest behind a summary.
fn items(mut all: Vec<Markup>, none: &'static str) -> Markup {
    if all.is_empty() {
        return el("p").with(none).into();
    }
    let rest = all.split_off(all.len().min(SHOWN));
    let more = (!rest.is_empty()).then(|| {
        let summary = el("summary").with(format!("Show {} more", rest.len()));
        el("details").class("as-table").with(summary).with(list(rest))
    });
    nodes![list(all), more]
}

fn list(items: Vec<Markup>) -> El {
    el("ul").class("rows").with(items)
}

/// A line that can be tried out.
fn line(session: Session, leader: DeviceTypeId, words: String, answers: Answers) -> El {
    let on_try = move |_| {
        session.try_out(&answers);
        session.focus("trial");
    };
    let said = el("span").class("visually-hidden").with(format!(": {words}"));
    let button = el("button").class("link screen").attr("type", "button").on("click", on_try);
    el("li")
        .attr("data-then", session.quiz().device_type(leader).id.as_str())
        .with(words)
        .with(" ")
        .with(button.with("Try it").with(said))
}

fn single(session: Session, answers: &Answers, counterfactual: &Counterfactual) -> Markup {
    let quiz = session.quiz();
    let changes: Vec<String> =
        counterfactual.changes.iter().map(|change| words::change(quiz, *change)).collect();
    let leader = words::title(quiz, counterfactual.leader);
    let words = format!("{} would put first: {leader}.", words::list(&changes));
    line(session, counterfactual.leader, words, answers.with(&counterfactual.changes)).into()
}

/// For each other type the fewest changes, in table order.
fn rivals(
    session: Session,
    answers: &Answers,
    change_table: &ChangeTable,
    leader: DeviceTypeId,
) -> Vec<Markup> {
    let quiz = session.quiz();
    let mut all = Vec::new();
    for (device_type, of) in quiz.device_types().filter(|(device_type, _)| *device_type != leader) {
        let item = match Counterfactual::fewest(change_table, device_type) {
            Some(counterfactual) => {
                let each: Vec<String> = counterfactual
                    .changes
                    .iter()
                    .map(|change| words::change(quiz, *change))
                    .collect();
                let count = match each.len() {
                    1 => "one answer".to_owned(),
                    count => format!("{count} answers"),
                };
                let words = format!("{}: {count}. {}.", of.title, words::list(&each));
                line(session, device_type, words, answers.with(&counterfactual.changes))
                    .attr("data-changes", counterfactual.changes.len())
            }
            None => el("li")
                .attr("data-then", of.id.as_str())
                .with(format!("{}: no answers do it at your weights.", of.title)),
        };
        all.push(item.into());
    }
    all
}

fn weights(session: Session, answers: &Answers, leader: DeviceTypeId) -> Vec<Markup> {
    let all = PivotalWeight::all(session.quiz(), answers, Some(leader));
    all.into_iter().map(|at| weight(session, answers, at)).collect()
}

fn weight(session: Session, answers: &Answers, at: PivotalWeight) -> Markup {
    let quiz = session.quiz();
    let words = pivotal_weights(quiz, at.topic, at.weight, words::title(quiz, at.leader));
    let mut changed = answers.clone();
    changed.set_weight(at.topic, at.weight);
    line(session, at.leader, words, changed).into()
}

fn pivotal_weights(quiz: &Quiz, topic: TopicId, weight: Weight, leader: &str) -> String {
    let short = &quiz.topic(topic).short;
    format!("If “{short}” {}: {leader}.", words::counted(weight))
}

/// The ratings that are not certain and on which the verdict hangs, each alone.
fn pivotal_ratings(quiz: &'static Quiz, answers: &Answers, verdict: &Verdict) -> Vec<Markup> {
    let all = PivotalRating::all(quiz, answers, &verdict.breakdown, verdict.leader);
    all.into_iter().map(|at| pivotal_rating(quiz, verdict, at)).collect()
}

fn pivotal_rating(quiz: &'static Quiz, verdict: &Verdict, at: PivotalRating) -> Markup {
    let (device_type, criterion) = (quiz.device_type(at.device_type), quiz.criterion(at.criterion));
    let grade = device_type.ratings[usize::from(at.criterion.0)].grade.name();
    let now = criterion.phrase(verdict.breakdown.ratings.get(at.device_type, at.criterion));
    let words = format!(
        "{} on “{}”: we have “{now}” ({grade}). Were it “{}”, this would come first: {}. ",
        device_type.column,
        criterion.name,
        criterion.phrase(at.rating),
        words::title(quiz, at.leader),
    );
    let href = Route::Method(Some(criterion.id.clone())).href();
    let link = el("a").attr("href", href).with("Why we have that");
    el("li")
        .attr("data-hinge", quiz.cell_id(at.device_type, at.criterion))
        .with(words)
        .with(link)
        .into()
}

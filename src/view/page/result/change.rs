//! What would change it: single answers, the fewest for each type, weights, and uncertain figures.

use leptos::prelude::Read;

use super::words;
use crate::model::{
    Answers, Flip, GearId, Hinge, Importance, Quiz, Stakes, TopicId, Verdict, Weighed,
};
use crate::nodes;
use crate::route::Route;
use crate::state::Session;
use crate::view::markup::{El, Markup, el};
use crate::view::part::section::section;

/// As many of each kind as are shown at first.
const SHOWN: usize = 4;

/// The section.
pub fn change(session: Session, verdict: &Verdict, leader: GearId) -> Markup {
    let quiz = session.quiz();
    let answers = session.answers().read();
    let stakes = Stakes::of(quiz, &answers);
    let singles = Flip::singles(&stakes, Some(leader));
    let none = "No single answer changes who leads.";
    let body = nodes![
        el("h3").with("One answer"),
        items(singles.iter().map(|flip| single(session, &answers, flip)).collect(), none),
        el("h3").with("If you want another type"),
        el("p").class("small").with("The fewest changed answers that put it alone in first place."),
        items(rivals(session, &answers, &stakes, leader), ""),
        el("h3").with("One weight"),
        items(weights(session, &answers, leader), "No single weight changes who leads."),
        el("h3").with("What is not certain"),
        items(hinges(quiz, &answers, verdict), "No single uncertain number changes who leads."),
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
fn line(session: Session, leader: GearId, words: String, answers: Answers) -> El {
    let on_try = move |_| {
        session.try_out(&answers);
        session.focus("trial");
    };
    let said = el("span").class("said").with(format!(": {words}"));
    let button = el("button").class("link screen").attr("type", "button").on("click", on_try);
    el("li")
        .attr("data-then", session.quiz().gear(leader).id.as_str())
        .with(words)
        .with(" ")
        .with(button.with("Try it").with(said))
}

fn single(session: Session, answers: &Answers, flip: &Flip) -> Markup {
    let quiz = session.quiz();
    let changes: Vec<String> =
        flip.changes.iter().map(|change| words::change(quiz, *change)).collect();
    let leader = words::title(quiz, flip.leader);
    let words = format!("{} would put first: {leader}.", words::list(&changes));
    line(session, flip.leader, words, answers.with(&flip.changes)).into()
}

/// For each other type the fewest changes, in table order.
fn rivals(session: Session, answers: &Answers, stakes: &Stakes, leader: GearId) -> Vec<Markup> {
    let quiz = session.quiz();
    let mut all = Vec::new();
    for (gear, of) in quiz.gears().filter(|(gear, _)| *gear != leader) {
        let item = match Flip::fewest(stakes, gear) {
            Some(flip) => {
                let each: Vec<String> =
                    flip.changes.iter().map(|change| words::change(quiz, *change)).collect();
                let count = match each.len() {
                    1 => "one answer".to_owned(),
                    count => format!("{count} answers"),
                };
                let words = format!("{}: {count}. {}.", of.title, words::list(&each));
                line(session, gear, words, answers.with(&flip.changes))
                    .attr("data-changes", flip.changes.len())
            }
            None => el("li")
                .attr("data-then", of.id.as_str())
                .with(format!("{}: no answers do it at your weights.", of.title)),
        };
        all.push(item.into());
    }
    all
}

fn weights(session: Session, answers: &Answers, leader: GearId) -> Vec<Markup> {
    let all = Weighed::all(session.quiz(), answers, Some(leader));
    all.into_iter().map(|at| weight(session, answers, at)).collect()
}

fn weight(session: Session, answers: &Answers, at: Weighed) -> Markup {
    let quiz = session.quiz();
    let words = weighed(quiz, at.topic, at.importance, words::title(quiz, at.leader));
    let mut changed = answers.clone();
    changed.set_importance(at.topic, at.importance);
    line(session, at.leader, words, changed).into()
}

fn weighed(quiz: &Quiz, topic: TopicId, importance: Importance, leader: &str) -> String {
    let short = &quiz.topic(topic).short;
    format!("If “{short}” {}: {leader}.", words::counted(importance))
}

/// The standings that are not certain and on which the verdict hangs, each alone.
fn hinges(quiz: &'static Quiz, answers: &Answers, verdict: &Verdict) -> Vec<Markup> {
    let all = Hinge::all(quiz, answers, &verdict.ledger, verdict.leader);
    all.into_iter().map(|at| hinge(quiz, verdict, at)).collect()
}

fn hinge(quiz: &'static Quiz, verdict: &Verdict, at: Hinge) -> Markup {
    let (gear, criterion) = (quiz.gear(at.gear), quiz.criterion(at.criterion));
    let grade = gear.standings[usize::from(at.criterion.0)].grade.name();
    let now = criterion.phrase(verdict.ledger.levels.get(at.gear, at.criterion));
    let words = format!(
        "{} on “{}”: we have “{now}” ({grade}). Were it “{}”, this would come first: {}. ",
        gear.column,
        criterion.name,
        criterion.phrase(at.level),
        words::title(quiz, at.leader),
    );
    let href = Route::Method(Some(criterion.id.clone())).href();
    let link = el("a").attr("href", href).with("Why we have that");
    el("li").attr("data-hinge", quiz.cell_id(at.gear, at.criterion)).with(words).with(link).into()
}

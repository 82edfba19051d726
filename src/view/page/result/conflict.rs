//! A conflict: which answers rule everything out, the ways out, and what lies outside the seven types.

use leptos::prelude::Read;

use super::shop::called;
use super::why::part;
use super::words;
use crate::model::{Answers, GearId, Quiz, Ruling, Verdict, WayOut};
use crate::nodes;
use crate::route::{Route, Step};
use crate::state::Session;
use crate::view::markup::{El, Markup, el};
use crate::view::part::list::joined;
use crate::view::part::notice::notice;

/// Which answers rule everything out, what to skip, and what lies outside the seven types.
pub fn conflict(session: Session, verdict: &Verdict) -> Markup {
    let content = session.content();
    let answers = session.answers().read();
    let rulings = el("ul").class("rows").with(ruled_by(&content.quiz, &verdict.ledger.rulings));
    let posts = el("ul").class("rows").with(called(&content.signposts, &answers, true));
    nodes![
        part("Which answers do it", nodes![rulings, ways_out(session, &answers)]),
        part("Outside the seven types", posts.into()),
    ]
}

/// Each answer that rules types out, with the types.
fn ruled_by(quiz: &'static Quiz, rulings: &[Ruling]) -> Vec<Markup> {
    let mut answers: Vec<_> = rulings.iter().map(|at| (at.question, at.choice)).collect();
    answers.dedup();
    let mut items = Vec::new();
    for (question, choice) in answers {
        let mine = rulings.iter().filter(|at| (at.question, at.choice) == (question, choice));
        let names: Vec<&str> = mine.map(|at| quiz.gear(at.gear).short.as_str()).collect();
        let question = quiz.question(question);
        let href = Route::Quiz(Step::Topic(question.id.clone())).href();
        let change = el("a").attr("aria-label", format!("Change: {}", question.short));
        let item = el("li")
            .with(&question.short)
            .with(": ")
            .with(el("b").with(&question.choices[usize::from(choice.0)].short))
            .with(format!(" rules out {}. ", joined(&names, ", ")))
            .with(change.attr("href", href).with("Change"));
        items.push(item.into());
    }
    items
}

/// The smallest sets of answers to skip, each with what it allows.
fn ways_out(session: Session, answers: &Answers) -> Markup {
    let all = WayOut::all(session.quiz(), answers);
    let items: Vec<Markup> = all.iter().map(|out| way_out(session, answers, out).into()).collect();
    notice("way-out", "Skip, and you have an answer", el("ul").class("rows").with(items))
}

fn way_out(session: Session, answers: &Answers, out: &WayOut) -> El {
    let quiz = session.quiz();
    let names = out.skip.iter().map(|at| format!("“{}”", quiz.question(*at).short));
    let names: Vec<String> = names.collect();
    let name = |gear: GearId| quiz.gear(gear).short.clone();
    let remaining = out.verdict.ranking.iter().filter(|place| place.place.is_some());
    let remaining: Vec<String> = remaining.map(|place| name(place.gear)).collect();
    let leads = match out.verdict.leader {
        Some(leader) => format!("{} would lead.", words::title(quiz, leader)),
        None => "Nothing separates them yet.".to_owned(),
    };
    let names = words::list(&names);
    let sentence = format!("Skip {names}: {} remain. {leads}", words::list(&remaining));
    let relaxed = out.relaxed(answers);
    let on_skip = move |_| {
        session.try_out(&relaxed);
        session.focus("trial");
    };
    let button = el("button")
        .class("button second")
        .attr("type", "button")
        .on("click", on_skip)
        .with("Skip and see that result")
        .with(el("span").class("said").with(format!(": {names}")));
    let ids: Vec<&str> = out.skip.iter().map(|at| quiz.question(*at).id.as_str()).collect();
    el("li")
        .attr("data-skip", joined(&ids, " "))
        .with(el("p").with(sentence))
        .with(el("p").class("actions").with(button))
}

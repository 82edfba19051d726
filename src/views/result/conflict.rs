//! A conflict: the answers that exclude every type, the relaxations, and the signposts.

use leptos::prelude::Read;

use super::shop::called;
use super::why::part;
use super::words;
use crate::components::list::joined;
use crate::components::notice::notice;
use crate::markup::{El, Markup, el};
use crate::model::{Answers, DeviceTypeId, Exclusion, Quiz, Relaxation, Verdict};
use crate::nodes;
use crate::route::{Route, Step};
use crate::state::Session;

/// Which answers rule everything out, what to skip, and what lies outside the seven types.
pub fn conflict(session: Session, verdict: &Verdict) -> Markup {
    let content = session.content();
    let answers = session.answers().read();
    let exclusions =
        el("ul").class("rows").with(excluded_by(&content.quiz, &verdict.breakdown.exclusions));
    let posts = el("ul").class("rows").with(called(&content.signposts, &answers, true));
    nodes![
        part("Which answers do it", nodes![exclusions, ways_out(session, &answers)]),
        part("Outside the seven types", posts.into()),
    ]
}

/// Each answer that rules types out, with the types.
fn excluded_by(quiz: &'static Quiz, exclusions: &[Exclusion]) -> Vec<Markup> {
    let mut answers: Vec<_> = exclusions.iter().map(|at| (at.question, at.option)).collect();
    answers.dedup();
    let mut items = Vec::new();
    for (question, option) in answers {
        let mine = exclusions.iter().filter(|at| (at.question, at.option) == (question, option));
        let names: Vec<&str> =
            mine.map(|at| quiz.device_type(at.device_type).short.as_str()).collect();
        let question = quiz.question(question);
        let href = Route::Quiz(Step::Topic(question.id.clone())).href();
        let change = el("a").attr("aria-label", format!("Change: {}", question.short));
        let item = el("li")
            .with(&question.short)
            .with(": ")
            .with(el("b").with(&question.options[usize::from(option.0)].short))
            .with(format!(" rules out {}. ", joined(&names, ", ")))
            .with(change.attr("href", href).with("Change"));
        items.push(item.into());
    }
    items
}

/// The smallest sets of answers to skip, each with what it allows.
fn ways_out(session: Session, answers: &Answers) -> Markup {
    let all = Relaxation::all(session.quiz(), answers);
    let items: Vec<Markup> =
        all.iter().map(|out| relaxation(session, answers, out).into()).collect();
    notice("way-out", "Skip, and you have an answer", el("ul").class("rows").with(items))
}

fn relaxation(session: Session, answers: &Answers, out: &Relaxation) -> El {
    let quiz = session.quiz();
    let names = out.skip.iter().map(|at| format!("“{}”", quiz.question(*at).short));
    let names: Vec<String> = names.collect();
    let name = |device_type: DeviceTypeId| quiz.device_type(device_type).short.clone();
    let remaining = out.verdict.ranking.iter().filter(|ranked| ranked.rank.is_some());
    let remaining: Vec<String> = remaining.map(|ranked| name(ranked.device_type)).collect();
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
        .with(el("span").class("visually-hidden").with(format!(": {names}")));
    let ids: Vec<&str> = out.skip.iter().map(|at| quiz.question(*at).id.as_str()).collect();
    el("li")
        .attr("data-skip", joined(&ids, " "))
        .with(el("p").with(sentence))
        .with(el("p").class("actions").with(button))
}

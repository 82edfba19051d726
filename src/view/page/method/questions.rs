//! What every answer does.

use crate::model::{Choice, Effect, Points, Question, Quiz, Topic};
use crate::route::Route;
use crate::state::Session;
use crate::view::markup::{El, Markup, el};
use crate::view::part::section::section;

/// A table for each topic: its options, their effects and their rulings.
pub fn questions() -> Markup {
    let quiz = Session::get().quiz();
    let tables = quiz.topics.iter().map(|topic| table(quiz, topic));
    section("method", "questions", "What each answer does", Markup::all(tables))
}

fn table(quiz: &'static Quiz, topic: &'static Topic) -> El {
    let is_many = topic.questions().count() > 1;
    let mut rows = el("tbody");
    for question in topic.questions().map(|at| quiz.question(at)) {
        rows = rows.with_all(question.choices.iter().map(|at| row(quiz, question, at, is_many)));
    }
    let heads = el("tr")
        .with(el("th").attr("scope", "col").with("Answer"))
        .with(el("th").attr("scope", "col").with("Effect on"));
    let table = el("table")
        .class("plain")
        .id(Route::anchor("method", &format!("question-{}", topic.id)))
        .attr("tabindex", "-1")
        .with(el("caption").with(&topic.title))
        .with(el("thead").with(heads))
        .with(rows);
    el("div")
        .class("scroll")
        .attr("role", "region")
        .attr("aria-label", format!("Effects: {}", topic.short))
        .attr("tabindex", "0")
        .with(table)
}

fn row(quiz: &'static Quiz, question: &Question, choice: &'static Choice, is_many: bool) -> El {
    let name = if is_many {
        format!("{}: {}", question.title, choice.label.to_lowercase())
    } else {
        choice.label.clone()
    };
    let effect = |effect: &Effect| {
        let name = &quiz.criterion(effect.criterion).name;
        format!("{name} {}", Points(i32::from(effect.value)))
    };
    let effects: Vec<String> = choice.effects.iter().map(effect).collect();
    let out = quiz.gears().filter(|(at, _)| choice.rules_out.has(*at));
    let out: Vec<&str> = out.map(|(_, gear)| gear.short.as_str()).collect();
    let ruling =
        (!out.is_empty()).then(|| format!("Rules out {}. {}", out.join(", "), choice.ruling));
    let nothing = (effects.is_empty() && ruling.is_none()).then_some("none");
    let does = el("td").with(effects.join(", ")).with(nothing).with(" ").with(ruling);
    el("tr").with(el("th").attr("scope", "row").with(name)).with(does)
}

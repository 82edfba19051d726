//! What every answer does.

use crate::components::section::section;
use crate::markup::{El, Markup, el};
use crate::model::{AnswerOption, Effect, Points, Question, Quiz, Topic};
use crate::route::Route;
use crate::state::Session;

/// A table for each topic: its options, their effects and their exclusions.
pub fn questions() -> Markup {
    let quiz = Session::get().quiz();
    let tables = quiz.topics.iter().map(|topic| table(quiz, topic));
    section("method", "questions", "What each answer does", Markup::all(tables))
}

fn table(quiz: &'static Quiz, topic: &'static Topic) -> El {
    let is_many = topic.questions().count() > 1;
    let mut rows = el("tbody");
    for question in topic.questions().map(|at| quiz.question(at)) {
        rows = rows.with_all(question.options.iter().map(|at| row(quiz, question, at, is_many)));
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

fn row(
    quiz: &'static Quiz,
    question: &Question,
    option: &'static AnswerOption,
    is_many: bool,
) -> El {
    let name = if is_many {
        format!("{}: {}", question.title, option.label.to_lowercase())
    } else {
        option.label.clone()
    };
    let effect = |effect: &Effect| {
        let name = &quiz.criterion(effect.criterion).name;
        format!("{name} {}", Points(i32::from(effect.value)))
    };
    let effects: Vec<String> = option.effects.iter().map(effect).collect();
    let out = quiz.device_types().filter(|(at, _)| option.excludes.has(*at));
    let out: Vec<&str> = out.map(|(_, device_type)| device_type.short.as_str()).collect();
    let exclusion =
        (!out.is_empty()).then(|| format!("Rules out {}. {}", out.join(", "), option.exclusion));
    let nothing = (effects.is_empty() && exclusion.is_none()).then_some("none");
    let does = el("td").with(effects.join(", ")).with(nothing).with(" ").with(exclusion);
    el("tr").with(el("th").attr("scope", "row").with(name)).with(does)
}

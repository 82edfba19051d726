//! The quiz on paper: every answer with its points for every type, to tick and add up by hand. It is
//! a page of its own, so that no first visit pays for it; the browser's app never makes it.

use crate::markup::{El, Markup, el};
use crate::model::{AnswerOption, DeviceType, Points, Quiz, Topic};
use crate::nodes;

/// The address of the page, from any other page of the site.
const PAGE: &str = "./paper.html";

/// A link to the page, in words that fit into a sentence. A page that is alone holds the other
/// inside: the build looks for this link.
pub fn paper_link() -> El {
    el("a").attr("href", PAGE).with("the quiz on paper")
}

/// The rules of the sum, in the words of "How it works".
const RULES: [&str; 4] = [
    "Tick your answers: one a question, unless it says more. Leave out what does not matter to you.",
    "A ticked row adds its points to each type, once. To count an answer more or less, circle 0, 2 \
     or 4 and multiply. The places share one.",
    "“Out” rules the type out, unless you circled 0.",
    "Add up each column. Of the types not ruled out, the one with the most points comes first. \
     Equal points are an equal place.",
];

/// The rules and the table.
pub fn quiz_on_paper(quiz: &'static Quiz) -> Markup {
    let heads = quiz
        .device_types
        .iter()
        .map(|device_type| el("th").attr("scope", "col").with(&device_type.column));
    let head = el("tr").with(el("th").attr("scope", "col").with("Tick")).with_all(heads);
    let topics = quiz.topics.iter().map(|topic| body(quiz, topic));
    let blank = el("tr").with(el("th").attr("scope", "row").with("Your points"));
    let blank = blank.with_all(quiz.device_types.iter().map(|_| el("td")));
    let table = el("table").with(el("thead").with(head)).with_all(topics);
    let scroll = el("div")
        .class("scroll")
        .attr("role", "region")
        .attr("aria-label", "Every answer with its points")
        .attr("tabindex", "0")
        .with(table.with(el("tbody").with(blank)));
    let main = el("main").with(nodes![
        el("h1").with("The quiz on paper"),
        el("ol").with_all(RULES.map(|rule| el("li").with(rule))),
        scroll,
    ]);
    let back = el("a").attr("href", "./").with("Headphones or IEMs");
    let how =
        ": the guide, and the quiz that adds up for you. This page prints on two sheets of A4.";
    nodes![el("nav").with(el("p").with(back).with(how)), main]
}

fn body(quiz: &'static Quiz, topic: &'static Topic) -> El {
    let span = (quiz.device_types.len() + 1).to_string();
    let title = el("th")
        .attr("colspan", span)
        .attr("scope", "rowgroup")
        .with(el("b").with(&topic.title))
        .with(" ")
        .with(topic.hint.plain());
    let mut body = el("tbody").with(el("tr").with(title));
    let is_many = topic.questions().count() > 1;
    for question in topic.questions().map(|at| quiz.question(at)) {
        for option in &question.options {
            let unweighted_points = !option.effects.is_empty() || !option.exclusion.is_empty();
            match (is_many, unweighted_points) {
                // A place that is never visited adds nothing.
                (true, false) => {}
                (true, true) => {
                    let name = format!("{}: {}", question.title, option.label.to_lowercase());
                    body = body.with(row(quiz, name, option));
                }
                (false, _) => body = body.with(row(quiz, option.label.clone(), option)),
            }
        }
    }
    body
}

fn row(quiz: &'static Quiz, name: String, option: &'static AnswerOption) -> El {
    let cell = |device_type: &'static DeviceType, is_out: bool| {
        let products = option.effects.iter().map(|effect| {
            i32::from(effect.value) * i32::from(device_type.rating(effect.criterion).value())
        });
        let points = Points(products.sum()).to_string();
        el("td").with(if is_out { "out".to_owned() } else { points })
    };
    let cells =
        quiz.device_types().map(|(at, device_type)| cell(device_type, option.excludes.has(at)));
    el("tr").with(el("th").attr("scope", "row").with(name)).with_all(cells)
}

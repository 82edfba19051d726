//! The quiz on paper: every answer with its points for every type, to tick and add up by hand. It is
//! a page of its own, so that no first visit pays for it; the browser's app never makes it.

use leptos::prelude::*;

use crate::model::{AnswerOption, DeviceType, DeviceTypeId, Points, Quiz, Topic};

/// The address of the page, from any other page of the site.
const PAGE: &str = "./paper.html";

/// A link to the page, in words that fit into a sentence. A page that is alone holds the other
/// inside: the build looks for this link.
#[component]
pub fn PaperLink() -> impl IntoView {
    view! { <a href=PAGE>"the quiz on paper"</a> }
}

/// The rules of the sum, in the words of "How it works".
const RULES: [&str; 4] = [
    "Tick your answers: one a question, unless it says more. Leave out what does not matter to you.",
    "A ticked row adds its points to each type, once. To count an answer more or less, circle 0, 2 \
     or 4 and multiply. The places share one.",
    "“Out” rules the type out, unless you circled 0.",
    "Add up each column. Of the types not ruled out, the one with the most points comes first. \
     Equal points are an equal place, and the type that starts cheaper is listed first.",
];

/// The rules and the table.
#[component]
pub fn QuizOnPaper(quiz: &'static Quiz) -> impl IntoView {
    view! {
        <nav>
            <p>
                <a href="./">"Headphones or IEMs"</a>
                ": the guide, and the quiz that adds up for you. This page prints on two sheets of A4."
            </p>
        </nav>
        <main>
            <h1>"The quiz on paper"</h1>
            <ol>{RULES.map(|rule| view! { <li>{rule}</li> })}</ol>
            <div class="scroll" role="region" aria-label="Every answer with its points" tabindex="0">
                <Table quiz />
            </div>
        </main>
    }
}

#[component]
fn Table(quiz: &'static Quiz) -> impl IntoView {
    let head = |of: &'static DeviceType| view! { <th scope="col">{of.column.as_str()}</th> };
    let price = |of: &'static DeviceType| view! { <td>{of.entry_price()}</td> };
    let topic = |topic| view! { <TopicRows quiz topic /> };
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">"Tick"</th>
                    {quiz.device_types.iter().map(head).collect_view()}
                </tr>
            </thead>
            {quiz.topics.iter().map(topic).collect_view()}
            <tbody>
                <tr>
                    <th scope="row">"Starts at about, in dollars"</th>
                    {quiz.device_types.iter().map(price).collect_view()}
                </tr>
                <tr>
                    <th scope="row">"Your points"</th>
                    {quiz.device_types.iter().map(|_| view! { <td></td> }).collect_view()}
                </tr>
            </tbody>
        </table>
    }
}

#[component]
fn TopicRows(quiz: &'static Quiz, topic: &'static Topic) -> impl IntoView {
    let rows = rows(quiz, topic)
        .into_iter()
        .map(|(name, option)| view! { <OptionRow quiz name option /> })
        .collect_view();
    view! {
        <tbody>
            <tr>
                <th colspan=quiz.device_types.len() + 1 scope="rowgroup">
                    <b>{topic.title.as_str()}</b>
                    " "
                    {topic.hint.plain()}
                </th>
            </tr>
            {rows}
        </tbody>
    }
}

/// The options of a topic with their names. A listening context that is never visited adds nothing.
fn rows(quiz: &'static Quiz, topic: &'static Topic) -> Vec<(String, &'static AnswerOption)> {
    let is_many = topic.questions().count() > 1;
    let mut rows = Vec::new();
    for question in topic.questions().map(|at| quiz.question(at)) {
        for option in &question.options {
            let does_something = !option.effects.is_empty() || !option.exclusion.is_empty();
            match (is_many, does_something) {
                (true, false) => {}
                (true, true) => {
                    let label = option.label.to_lowercase();
                    rows.push((format!("{}: {label}", question.title), option));
                }
                (false, _) => rows.push((option.label.clone(), option)),
            }
        }
    }
    rows
}

#[component]
fn OptionRow(quiz: &'static Quiz, name: String, option: &'static AnswerOption) -> impl IntoView {
    let cell = |(at, of): (DeviceTypeId, &'static DeviceType)| {
        let products = option
            .effects
            .iter()
            .map(|effect| i32::from(effect.value) * i32::from(of.rating(effect.criterion).value()));
        let points = Points(products.sum()).to_string();
        view! { <td>{if option.excludes.has(at) { "out".to_owned() } else { points }}</td> }
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            {quiz.device_types().map(cell).collect_view()}
        </tr>
    }
}

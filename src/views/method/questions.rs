//! What every answer does.

use leptos::prelude::*;

use super::table::{Heads, ScrollRegion, TableFold};
use crate::components::section::Section;
use crate::model::{AnswerOption, Effect, Points, Question, Quiz, Topic};
use crate::route::Route;
use crate::state::Session;

/// A table for each topic: its options, their effects and their exclusions.
#[component]
pub fn Questions() -> impl IntoView {
    let quiz = Session::get().quiz();
    let table = |topic| view! { <TopicTable topic /> };
    view! {
        <Section view="method" anchor="questions" title="What each answer does">
            <p>"The effects of every answer, and the types that it rules out."</p>
            <div class="lines">{quiz.topics.iter().map(table).collect_view()}</div>
        </Section>
    }
}

#[component]
fn TopicTable(topic: &'static Topic) -> impl IntoView {
    let quiz = Session::get().quiz();
    let is_many = topic.questions().count() > 1;
    let rows = move |question: &'static Question| {
        let row = move |option| {
            let name = name(question, option, is_many);
            view! { <Row name option /> }
        };
        question.options.iter().map(row).collect_view()
    };
    let questions: Vec<&Question> = topic.questions().map(|at| quiz.question(at)).collect();
    let figure = match questions[..] {
        [question] => format!("{} answers", question.options.len()),
        _ => format!("{} places", questions.len()),
    };
    let anchor = Route::anchor("method", &format!("question-{}", topic.id));
    view! {
        <TableFold name=topic.short.as_str() figure>
            <ScrollRegion name=format!("Effects: {}", topic.short)>
                <table class="plain" id=anchor tabindex="-1">
                    <caption>{topic.title.as_str()}</caption>
                    <Heads names=["Answer", "Effect on"] />
                    <tbody>{questions.into_iter().map(rows).collect_view()}</tbody>
                </table>
            </ScrollRegion>
        </TableFold>
    }
}

#[component]
fn Row(name: String, option: &'static AnswerOption) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{what_it_does(Session::get().quiz(), option)}</td>
        </tr>
    }
}

/// The label of an option; after its question where a topic has several.
fn name(question: &Question, option: &AnswerOption, is_many: bool) -> String {
    if is_many {
        format!("{}: {}", question.title, option.label.to_lowercase())
    } else {
        option.label.clone()
    }
}

/// The effects of an option, and the types it excludes.
fn what_it_does(quiz: &Quiz, option: &AnswerOption) -> String {
    let effect = |effect: &Effect| {
        let name = &quiz.criterion(effect.criterion).name;
        format!("{name} {}", Points(i32::from(effect.value)))
    };
    let effects: Vec<String> = option.effects.iter().map(effect).collect();
    let out = quiz.device_types().filter(|(at, _)| option.excludes.has(*at));
    let out: Vec<&str> = out.map(|(_, device_type)| device_type.short.as_str()).collect();
    match (effects.join(", "), out.join(", ")) {
        (effects, out) if effects.is_empty() && out.is_empty() => "none ".to_owned(),
        (effects, out) if out.is_empty() => format!("{effects} "),
        (effects, out) => format!("{effects} Rules out {out}. {}", option.exclusion),
    }
}

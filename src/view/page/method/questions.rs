//! What every answer does.

use leptos::prelude::*;

use crate::model::{Choice, Points, Question, Quiz, Topic};
use crate::route::Route;
use crate::state::Session;
use crate::view::part::section::Section;

/// A table for each topic: its options, their effects and their rulings.
#[component]
pub fn Questions() -> impl IntoView {
    let quiz = Session::get().quiz();
    let tables = quiz.topics.iter().map(|topic| table(quiz, topic));
    view! {
        <Section view="method" place="questions" title="What each answer does">
            {tables.collect_view()}
        </Section>
    }
}

fn table(quiz: &'static Quiz, topic: &'static Topic) -> impl IntoView {
    let questions: Vec<&Question> = topic.questions().map(|at| quiz.question(at)).collect();
    let is_many = questions.len() > 1;
    let rows = questions.into_iter().flat_map(move |question| {
        question.choices.iter().map(move |choice| row(quiz, question, choice, is_many))
    });
    let label = format!("Effects: {}", topic.short);
    view! {
        <div class="scroll" role="region" aria-label=label tabindex="0">
            <table class="plain" id=Route::anchor("method", &topic.id)>
                <caption>{topic.title.as_str()}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Answer"</th>
                        <th scope="col">"Effect on"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn row(
    quiz: &'static Quiz,
    question: &'static Question,
    choice: &'static Choice,
    is_many: bool,
) -> impl IntoView {
    let name = if is_many {
        format!("{}: {}", question.title, choice.label.to_lowercase())
    } else {
        choice.label.clone()
    };
    let effect = |effect: &crate::model::Effect| {
        let name = &quiz.criterion(effect.criterion).name;
        format!("{name} {}", Points(i32::from(effect.value)))
    };
    let effects: Vec<String> = choice.effects.iter().map(effect).collect();
    let out = quiz.gears().filter(|(at, _)| choice.rules_out.has(*at));
    let out: Vec<&str> = out.map(|(_, gear)| gear.short.as_str()).collect();
    let ruling = (!out.is_empty())
        .then(|| format!("Rules out {}. {}", out.join(", "), choice.ruling));
    let nothing = (effects.is_empty() && ruling.is_none()).then_some("none");
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{effects.join(", ")} {nothing} " " {ruling}</td>
        </tr>
    }
}

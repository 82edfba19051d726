//! How points are added up.

use leptos::prelude::*;

use super::Rule;
use crate::components::embed_code::EmbedCode;
use crate::components::section::Section;
use crate::model::Weight;
use crate::state::{Session, SumExample};
use crate::views::quiz::paper::PaperLink;

/// The rules of the sum, with an example, and how to add up by hand.
#[component]
pub fn Sum() -> impl IntoView {
    let session = Session::get();
    let weights = Weight::ALL.map(|at| at.value().to_string()).join(", ");
    view! {
        <Section view="method" anchor="sum" title="The sum">
            <Rule subject="Each type has a rating">
                " from −2 to +2 on each criterion. +2 is always better for the wearer."
            </Rule>
            <Rule subject="Each answer has an effect">
                " from −3 to +3 on some criteria: how much it makes them matter."
            </Rule>
            <Rule subject="Each answer has a weight">
                {format!(" of {weights}. It is 1 until you change it. The places share one.")}
            </Rule>
            <Rule subject="Points">
                " = weight × effect × rating, added over your answers. Nothing is rounded, \
                 averaged or hidden."
            </Rule>
            {SumExample::of(session.quiz()).map(|example| view! { <Example example /> })}
            <Rule subject="Some answers rule a type out">
                " instead. The sentence that says why is always shown. Skip the question, or set it \
                 to Ignore, and the type comes back."
            </Rule>
            <p>
                "A skipped question adds nothing and rules nothing out. The order in which you \
                 answer never matters."
            </p>
            <p>"With a pencil: " <PaperLink /></p>
            <EmbedCode site=session.site() />
        </Section>
    }
}

/// One product from the content.
#[component]
fn Example(example: SumExample) -> impl IntoView {
    let quiz = Session::get().quiz();
    let SumExample { question, option, criterion, device_type, effect, rating } = example;
    let question = quiz.question(question);
    let words = format!(
        "{}: {}, at weight {}, × its effect on “{}” × the rating of {} on it.",
        question.short,
        question.options[usize::from(option.0)].short,
        SumExample::WEIGHT,
        quiz.criterion(criterion).name,
        quiz.device_type(device_type).short,
    );
    view! {
        <div class="sum">
            <p>
                {format!("{} × {effect} × {rating} = ", SumExample::WEIGHT)}
                <b>{format!("+{}", example.points())}</b>
            </p>
            <p class="small">{words}</p>
        </div>
    }
}

//! The verdict in words: the type and the family. And its drawing.

use leptos::prelude::*;

use crate::components::illustration::EarIllustration;
use crate::components::reactive::{dynamic, string};
use crate::components::text::Text;
use crate::model::{DeviceType, Family, Quiz, Word};
use crate::state::Session;
use crate::state::result::headline::Headline;

/// The headline of the session's answers.
fn headline(session: Session) -> Memo<Headline> {
    Memo::new(move |_| {
        Headline::of(session.quiz(), &session.answers().read(), &session.verdict().read())
    })
}

/// The top of the page.
#[component]
pub fn Head() -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let headline = headline(session);
    view! {
        <p class="small">
            <Text words=string(move || reading(headline.get())) />
        </p>
        <h1 id="verdict" tabindex="-1">
            <Text words=string(move || title(quiz, headline.get())) />
        </h1>
        <p class="lede"><Text words=string(move || lede(quiz, headline.get())) /></p>
    }
}

/// The drawing of the leader, unless another type is too close to it.
#[component]
pub fn Illustration() -> impl IntoView {
    let session = Session::get();
    let headline = headline(session);
    let drawn = Memo::new(move |_| headline.get().drawn());
    dynamic(move || {
        let drawn = drawn.get()?;
        let device_type = session.quiz().device_type(drawn);
        let words = &session.details().device_type(drawn).illustration;
        Some(view! { <EarIllustration device_type words scope="result" /> })
    })
}

/// "From your 12 answers, we lean towards", by the topics that count.
fn reading(headline: Headline) -> String {
    let from = match headline.topic_count {
        0 => return "No answer counts yet".to_owned(),
        1 => "From your one answer".to_owned(),
        count => format!("From your {count} answers"),
    };
    let verdict = match headline.word {
        Word::Clear => ", the choice is clear",
        Word::Leaning => ", we lean towards",
        Word::Close => ", it is close",
        Word::Undecided | Word::Conflict => "",
    };
    format!("{from}{verdict}")
}

fn title(quiz: &Quiz, headline: Headline) -> String {
    let Some(leader) = headline.leader.map(|leader| quiz.device_type(leader)) else {
        return match headline.word {
            Word::Conflict => "Your answers rule out every type".to_owned(),
            _ => "Nothing separates the types yet".to_owned(),
        };
    };
    match headline.rival.filter(|_| headline.word == Word::Close) {
        Some(rival) => format!("{}, or {}", leader.title, quiz.device_type(rival).short),
        None => leader.title.clone(),
    }
}

fn lede(quiz: &Quiz, headline: Headline) -> String {
    match (headline.word, headline.leader) {
        (Word::Conflict, _) => {
            "No type fits all of your answers. There is nothing wrong with them, but together \
             they leave no type over."
                .to_owned()
        }
        (_, None) => undecided(headline.family).to_owned(),
        (_, Some(leader)) => leading(quiz, headline, quiz.device_type(leader)).to_owned(),
    }
}

const fn undecided(family: Option<Family>) -> &'static str {
    match family {
        Some(Family::Headphones) => {
            "It will be over or on your ears, not in them. Answer more to find the type."
        }
        Some(Family::InEar) => {
            "It will be in your ears, not over them. Answer more to find the type."
        }
        Some(Family::OpenEar) | None => {
            "Every type that remains has the same points. Answer more of the quiz, or take back a \
             skip, and one will lead."
        }
    }
}

fn leading(quiz: &Quiz, headline: Headline, leader: &DeviceType) -> &'static str {
    let rival = headline.rival.filter(|_| headline.word == Word::Close);
    match (leader.family, rival.map(|at| quiz.device_type(at).family)) {
        (Family::Headphones, Some(Family::Headphones)) => "Over or on your ears either way.",
        (Family::InEar, Some(Family::InEar)) => "In your ears either way.",
        (Family::Headphones, Some(Family::InEar)) | (Family::InEar, Some(Family::Headphones)) => {
            "Over the ears or in them: it is that close."
        }
        (_, Some(_)) => "In, over or just outside your ears: it is that close.",
        (Family::Headphones, None) => "Over or on your ears, not in them.",
        (Family::InEar, None) => "In your ears, not over them.",
        (Family::OpenEar, None) => "At your ears, with nothing in them or over them.",
    }
}

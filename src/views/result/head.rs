//! The verdict in words: the type, the family, and how firmly.

use leptos::prelude::*;

use crate::components::illustration::EarIllustration;
use crate::components::reactive::{dynamic, flag, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{DeviceType, Family, Quiz, Robustness, Word};
use crate::route::{RESULT_SECTIONS, Route};
use crate::state::Session;
use crate::state::result::headline::Headline;

/// The names of the sections in the links to them.
const SECTION_NAMES: [&str; RESULT_SECTIONS.len()] =
    ["Why", "What would change it", "For the shop", "The numbers", "Ranking", "Your answers"];

/// The top of the page.
#[component]
pub fn Head() -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let headline = Memo::new(move |_| {
        Headline::of(quiz, &session.answers().read(), &session.verdict().read())
    });
    let drawn = Memo::new(move |_| headline.get().drawn());
    let illustration = dynamic(move || {
        let device_type = quiz.device_type(drawn.get()?);
        Some(view! { <EarIllustration device_type scope="result" /> })
    });
    view! {
        <div class="verdict">
            <div class="verdict-words">
                <p class="small">
                    <Text words=string(move || reading(headline.get().topic_count)) />
                    <b><Text words=string(move || headline.get().word.id().to_owned()) /></b>
                </p>
                <h1 id="verdict" tabindex="-1">
                    <Text words=string(move || title(quiz, headline.get())) />
                </h1>
                <p class="lede"><Text words=string(move || lede(quiz, headline.get())) /></p>
                <When condition=flag(move || headline.get().leader.is_some())>
                    <Jumps />
                </When>
            </div>
            {illustration}
        </div>
    }
}

#[component]
fn Jumps() -> impl IntoView {
    let jump = |(section, name): (&'static str, &'static str)| {
        view! {
            <li>
                <a href=Route::Result(Some(section.to_owned())).href()>{name}</a>
            </li>
        }
    };
    let jumps = RESULT_SECTIONS.into_iter().zip(SECTION_NAMES).map(jump);
    view! { <ul class="jumps screen">{jumps.collect_view()}</ul> }
}

/// "Our reading of your 12 answers: ", by the topics that count.
fn reading(topic_count: usize) -> String {
    match topic_count {
        1 => "Our reading of your 1 answer: ".to_owned(),
        count => format!("Our reading of your {count} answers: "),
    }
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
            "No headphone and no in-ear type fits all of your answers. Nothing is \
                                wrong with them: together they leave nothing over."
                .to_owned()
        }
        (_, None) => undecided(headline.family).to_owned(),
        (_, Some(leader)) => leading(quiz, headline, quiz.device_type(leader)),
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
        None => {
            "Every type that remains has the same points. Answer more of the quiz, or take back a \
             skip, and one will lead."
        }
    }
}

fn leading(quiz: &Quiz, headline: Headline, leader: &DeviceType) -> String {
    let rival = headline.rival.map(|at| quiz.device_type(at));
    let is_close = headline.word == Word::Close;
    let both = is_close && rival.is_some_and(|at| at.family == leader.family);
    let family = match (leader.family, both) {
        (Family::Headphones, true) => "Over or on your ears either way.",
        (Family::InEar, true) => "In your ears either way.",
        (_, false) if is_close && rival.is_some() => "Over the ears or in them: it is that close.",
        (Family::Headphones, _) => "Over or on your ears, not in them.",
        (Family::InEar, _) => "In your ears, not over them.",
    };
    let firm = match (headline.is_tied, headline.robustness, rival) {
        (true, ..) => "They are equal on points.".to_owned(),
        (_, Some(robustness), Some(rival)) => firm(robustness, headline, &rival.short),
        _ => "It is the only type your answers leave.".to_owned(),
    };
    format!("{family} {firm}")
}

fn firm(robustness: Robustness, headline: Headline, rival: &str) -> String {
    match headline.word {
        _ if robustness.is_all() && !headline.has_exclusions => {
            "It leads however you weigh the answers that count.".to_owned()
        }
        _ if robustness.is_all() => {
            "It leads however you weigh the answers that count, while what \
                                   they rule out stays out."
                .to_owned()
        }
        Word::Clear => "That hardly depends on how you weigh your answers.".to_owned(),
        Word::Leaning => {
            format!("How you weigh your answers matters: {rival} come next.")
        }
        _ => {
            format!("Weigh your answers otherwise and it is often another type; {rival} come next.")
        }
    }
}

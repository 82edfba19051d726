//! The leader in brief: three reasons for it, the strongest against it, and the runner-up.

use leptos::context::Provider;
use leptos::prelude::*;

use super::lead::Lead;
use super::noise::NoiseLine;
use crate::components::reactive::{flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{MOST_CHANGES, Points, Quiz};
use crate::route::Route;
use crate::state::Session;
use crate::state::result::brief::{Brief, RunnerUp, Tip};
use crate::views::brief_reasons::{BriefReasons, Side};
use crate::views::words;

/// What a visitor needs before opening anything, and what they may do next. `late` is the session of what
/// follows a change after the reasons.
#[component]
pub fn InBrief(lead: Lead, late: Session) -> impl IntoView {
    let brief = Memo::new(move |_| Brief::of(&lead.reasons.read()));
    view! {
        <div class="brief screen">
            <Side
                brief
                class="brief-for"
                of=|brief| &brief.good
                none="Nothing counts for it. It leads because no type that remains has more points."
            />
            <Side
                brief
                class="brief-for brief-against"
                of=|brief| &brief.bad
                none="Nothing you answered counts against it."
            />
        </div>
        <Provider value=late>
            <Next lead=lead.late(late) />
        </Provider>
        <p class="actions screen">
            <Leads to="shop" class="button" words="Take it to the shop" />
            <Leads to="answers" words="Change an answer" />
        </p>
        <Provider value=late>
            <NoiseLine />
        </Provider>
    }
}

/// The reasons on one side, or that there are none.
#[component]
fn Side(brief: Memo<Brief>, class: &'static str, of: Side, none: &'static str) -> impl IntoView {
    view! {
        <When
            condition=flag(move || !of(&brief.read()).is_empty())
            fallback=move || view! { <p class="small">{none}</p> }
        >
            <BriefReasons brief class of />
        </When>
    }
}

/// The runner-up, and what would put it first.
#[component]
fn Next(lead: Lead) -> impl IntoView {
    let session = Session::get();
    let next = Memo::new(move |_| RunnerUp::of(&session.verdict().read(), &lead.changes.read()));
    let said = string(move || match next.read().as_ref() {
        Some(next) => runner_up(session.quiz(), next),
        None => "It is the only type your answers leave.".to_owned(),
    });
    view! {
        <p class="take">
            <Text words=said />
            <When condition=flag(move || next.read().is_some())>
                <span class="screen">" "<Leads to="versus" words="Compare the two" /></span>
            </When>
        </p>
    }
}

fn runner_up(quiz: &Quiz, next: &RunnerUp) -> String {
    let rival = &quiz.device_type(next.device_type).short;
    let behind = match next.behind {
        Points(1) => "1 point behind".to_owned(),
        points => format!("{} points behind", points.0),
    };
    let place = match next.behind {
        Points(0) => format!("It is a tie: {rival} have as many points."),
        _ if next.is_close => format!("It is close: {rival} are {behind}."),
        _ => format!("Next come {rival}, {behind}."),
    };
    let tip = match &next.tip {
        Some(Tip::Weight(topic, weight)) => format!(
            "They would lead if “{}” {}.",
            quiz.topic(*topic).short,
            words::counted(*weight)
        ),
        Some(Tip::Answers(changes)) => {
            let each: Vec<String> = changes.iter().map(|at| words::change(quiz, *at)).collect();
            format!("They would lead with {}.", words::list(&each))
        }
        None => format!("No {MOST_CHANGES} other answers put them first at your weights."),
    };
    format!("{place} {tip}")
}

/// A button that opens a part of the page and leads there. A link would leave the result of a link.
#[component]
pub fn Leads(
    to: &'static str,
    #[prop(default = "link")] class: &'static str,
    words: &'static str,
) -> impl IntoView {
    let session = Session::get();
    let lead = handler(move |_| session.focus(&Route::anchor("result", to)));
    view! {
        <button class=class type="button" on:click=lead>
            {words}
        </button>
    }
}

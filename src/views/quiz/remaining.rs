//! What the open questions can still do: said under each step, so that a visitor can stop early.

use leptos::prelude::Read;

use crate::components::remembered::{Followed, Small};
use crate::markup::{El, el, live, live_text};
use crate::model::{Quiz, Remaining, TopicId};
use crate::route::{Route, Step};
use crate::state::Session;

/// Whether the result is settled, how many questions can still matter, and which decides most. The
/// words keep their place, so that a change of them is announced; links stand beside them.
pub fn remaining(topic: TopicId) -> El {
    let session = Session::get();
    let quiz = session.quiz();
    let now = Followed::new(move || {
        let is_open = session.next_open().is_some() && !session.is_untouched();
        is_open.then(|| Now::of(&Remaining::of(quiz, &session.answers().read())))
    });
    let settled = move || now.get().is_some_and(|now| now.is_settled);
    let can_matter = move || {
        let open = now.get().filter(|now| !now.is_settled);
        open.map(|now| i32::from(now.can_matter).to_string())
    };
    let next = move || link(quiz, topic, now.get()?);
    el("div")
        .class("remaining")
        .live_attr("data-settled", move || settled().then_some("yes"))
        .live_attr("data-matter", can_matter)
        .with(el("p").attr("role", "status").with(live_text(move || words(now.get()))))
        .with(live(next))
}

/// What is said of an outlook.
#[derive(Clone, Copy)]
struct Now {
    is_settled: bool,
    /// How many topics can still matter.
    can_matter: u8,
    decisive: Option<TopicId>,
}

impl Now {
    fn of(remaining: &Remaining) -> Self {
        let can_matter = remaining.can_matter.len().try_into().unwrap_or(u8::MAX);
        Self { is_settled: remaining.settled.is_some(), can_matter, decisive: remaining.decisive }
    }
}

impl Small for Now {
    const WIDTH: u32 = <(bool, (u8, Option<TopicId>))>::WIDTH;

    fn bits(self) -> u64 {
        (self.is_settled, (self.can_matter, self.decisive)).bits()
    }

    fn of(bits: u64) -> Self {
        let (is_settled, (can_matter, decisive)) = Small::of(bits);
        Self { is_settled, can_matter, decisive }
    }
}

fn words(now: Option<Now>) -> String {
    let Some(now) = now else { return String::new() };
    match (now.is_settled, now.can_matter) {
        (true, _) => "Your result is settled: however you answer the rest, at your present \
                         weights the same type stays first."
            .to_owned(),
        (_, 0) => "No question that is left can change who leads.".to_owned(),
        (_, 1) => "At most 1 question can still change who leads.".to_owned(),
        (_, count) => {
            let count = i32::from(count);
            format!("At most {count} questions can still change who leads.")
        }
    }
}

/// To the result if it is settled, else to the question that decides most.
fn link(quiz: &'static Quiz, topic: TopicId, now: Now) -> Option<El> {
    let button = el("a").class("button second");
    if now.is_settled {
        return Some(button.attr("href", Route::Result(None).href()).with("See the result"));
    }
    let decisive = now.decisive.filter(|at| *at != topic)?;
    let href = Route::Quiz(Step::Topic(quiz.topic(decisive).id.clone())).href();
    Some(button.attr("href", href).with("Most decisive next"))
}

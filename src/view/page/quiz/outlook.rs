//! What the open questions can still do: said under each step, so that a visitor can stop early.

use leptos::prelude::{Memo, Read};

use crate::model::{Outlook, Quiz, TopicId};
use crate::route::{Route, Step};
use crate::state::Session;
use crate::view::markup::{El, el, live, live_text};

/// Whether the result is settled, how many questions can still matter, and which decides most. The
/// words keep their place, so that a change of them is announced; links stand beside them.
pub fn outlook(topic: TopicId) -> El {
    let session = Session::get();
    let quiz = session.quiz();
    let now = Memo::new(move |_| {
        let is_open = session.next_open().is_some() && !session.is_untouched();
        is_open.then(|| Outlook::of(quiz, &session.answers().read()))
    });
    let settled = move || now.read().as_ref().is_some_and(|now| now.settled.is_some());
    let matter = move || {
        let outlook = now.read();
        let open = outlook.as_ref().filter(|now| now.settled.is_none());
        open.map(|now| now.matter.len().to_string())
    };
    let next = move || now.read().as_ref().and_then(|now| link(quiz, topic, now));
    el("div")
        .class("outlook")
        .live_attr("data-settled", move || settled().then_some("yes"))
        .live_attr("data-matter", matter)
        .with(el("p").attr("role", "status").with(live_text(move || words(now.read().as_ref()))))
        .with(live(next))
}

fn words(outlook: Option<&Outlook>) -> String {
    let Some(outlook) = outlook else { return String::new() };
    match (outlook.settled, outlook.matter.len()) {
        (Some(_), _) => "Your result is settled: however you answer the rest, at your present \
                         weights the same type stays first."
            .to_owned(),
        (_, 0) => "No question that is left can change who leads.".to_owned(),
        (_, 1) => "At most 1 question can still change who leads.".to_owned(),
        (_, count) => format!("At most {count} questions can still change who leads."),
    }
}

/// To the result if it is settled, else to the question that decides most.
fn link(quiz: &'static Quiz, topic: TopicId, outlook: &Outlook) -> Option<El> {
    let button = el("a").class("button second");
    if outlook.settled.is_some() {
        return Some(button.attr("href", Route::Result(None).href()).with("See the result"));
    }
    let decisive = outlook.decisive.filter(|at| *at != topic)?;
    let href = Route::Quiz(Step::Topic(quiz.topic(decisive).id.clone())).href();
    Some(button.attr("href", href).with("Most decisive next"))
}

//! What the open questions can still do: said under each step, so that a visitor can stop early.

use leptos::prelude::{Get, Memo, Read};

use crate::model::{Outlook, Quiz, TopicId};
use crate::nodes;
use crate::route::{Route, Step};
use crate::state::Session;
use crate::view::markup::{El, Markup, el, live};

/// Whether the result is settled, how many questions can still matter, and which decides most.
pub fn outlook(topic: TopicId) -> Markup {
    let session = Session::get();
    let quiz = session.quiz();
    let now = Memo::new(move |_| Outlook::of(quiz, &session.answers().read()));
    let words = move || -> Option<El> {
        let outlook = now.get();
        let is_open = session.next_open().is_some();
        let note = el("div").class("outlook").attr("role", "status");
        match outlook.settled {
            Some(_) if is_open => Some(note.attr("data-settled", "yes").with(settled())),
            None if !session.is_untouched() && is_open => {
                Some(note.with(open(quiz, topic, &outlook)))
            }
            _ => None,
        }
    };
    live(words)
}

fn settled() -> Markup {
    let words = "Your result is settled: however you answer the rest, at your present weights the \
                 same type stays first. ";
    let link = el("a").attr("href", Route::Result(None).href()).with("See the result");
    nodes![words, link]
}

fn open(quiz: &'static Quiz, topic: TopicId, outlook: &Outlook) -> Markup {
    let words = match outlook.matter.len() {
        0 => "No question that is left can change who leads. ".to_owned(),
        1 => "At most 1 question can still change who leads. ".to_owned(),
        count => format!("At most {count} questions can still change who leads. "),
    };
    let decisive = outlook.decisive.filter(|at| *at != topic).map(|at| {
        let href = Route::Quiz(Step::Topic(quiz.topic(at).id.clone())).href();
        el("a").class("button second").attr("href", href).with("Most decisive next")
    });
    nodes![el("span").attr("data-matter", outlook.matter.len().to_string()).with(words), decisive]
}

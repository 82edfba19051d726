//! What the open questions can still do: said under each step, so that a visitor can stop early.

use leptos::prelude::*;

use crate::components::reactive::{attribute, dynamic, string};
use crate::components::text::Text;
use crate::model::TopicId;
use crate::route::{Route, Step};
use crate::state::{Outlook, Session};

/// Whether the result is settled, how many questions can still matter, and which decides most. The
/// words keep their place, so that a change of them is announced; the link is beside them.
#[component]
pub fn RemainingLine(topic: TopicId) -> impl IntoView {
    let session = Session::get();
    let outlook = session.outlook();
    let is_settled = move || outlook.get().is_some_and(|at| at.is_settled);
    let settled = attribute(move || is_settled().then(|| "yes".to_owned()));
    let can_matter = attribute(move || {
        outlook.get().filter(|at| !at.is_settled).map(|at| at.can_matter.to_string())
    });
    let words_now = string(move || outlook.get().map_or_else(String::new, words));
    view! {
        <div class="remaining" data-settled=settled data-matter=can_matter>
            <p role="status"><Text words=words_now /></p>
            {dynamic(move || outlook.get().and_then(|outlook| next_link(session, topic, outlook)))}
        </div>
    }
}

fn words(outlook: Outlook) -> String {
    match (outlook.is_settled, outlook.can_matter) {
        (true, _) => {
            "Your result is settled: however you answer the rest, at your present weights \
                      the same type stays first."
                .to_owned()
        }
        (_, 0) => "No question that is left can change who leads.".to_owned(),
        (_, 1) => "At most 1 question can still change who leads.".to_owned(),
        (_, count) => format!("At most {count} questions can still change who leads."),
    }
}

/// To the result if it is settled, else to the question that decides most.
fn next_link(session: Session, topic: TopicId, outlook: Outlook) -> Option<impl IntoView> {
    let (route, words) = if outlook.is_settled {
        (Route::Result(None), "See the result")
    } else {
        let decisive = outlook.decisive.filter(|at| *at != topic)?;
        let id = session.quiz().topic(decisive).id.clone();
        (Route::Quiz(Step::Topic(id)), "Most decisive next")
    };
    Some(view! {
        <a class="button second" href=route.href()>
            {words}
        </a>
    })
}

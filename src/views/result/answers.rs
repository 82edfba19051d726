//! The answers with their weights, editable in place.

use leptos::prelude::*;

use crate::components::matrix::{matrix, weight_heads};
use crate::components::remembered::Remembered;
use crate::components::section::quiet_section;
use crate::markup::{El, Markup, el, live, live_text};
use crate::model::TopicId;
use crate::nodes;
use crate::state::Session;
use crate::views::quiz::weights::topic_weight;
use crate::views::quiz::{controls, in_words, start_again};

/// A row for each topic; "Change" opens its question and weight under it.
pub fn answers() -> Markup {
    let session = Session::get();
    let rows = session.quiz().topics().map(|(topic, _)| row(session, topic));
    let table = el("table")
        .class("answers")
        .with(el("caption").class("visually-hidden").with("Your answers"))
        .with(el("tbody").with_all(rows));
    let print = el("button")
        .class("button second")
        .attr("type", "button")
        .on("click", move |_| session.print())
        .with("Print");
    let body = nodes![table, el("p").class("actions").with(print), start_again()];
    quiet_section("result", "answers", "Your answers", "section quiet answers-first", body)
}

fn row(session: Session, topic: TopicId) -> Markup {
    let is_open = Remembered::new(false);
    let text = session.quiz().topic(topic);
    let toggle = move |_| is_open.set(!is_open.get());
    let change = el("button")
        .class("link")
        .attr("type", "button")
        .id(change_id(session, topic))
        .live_state("aria-expanded", move || is_open.get())
        .attr("aria-controls", format!("edit-{}", text.id))
        .on("click", toggle)
        .with("Change")
        .with(el("span").class("visually-hidden").with(": ").with(&text.short));
    let row = el("tr")
        .with(el("th").attr("scope", "row").with(&text.short))
        .with(el("td").with(live_text(move || answer(session, topic))))
        .with(el("td").with(change));
    nodes![row, live(move || is_open.get().then(|| editor(session, topic, is_open)))]
}

fn change_id(session: Session, topic: TopicId) -> String {
    format!("change-{}", session.quiz().topic(topic).id)
}

/// The answer in a few words, with its weight unless that is 1.
fn answer(session: Session, topic: TopicId) -> String {
    let answers = session.answers().read();
    let mut words = in_words(session.quiz(), &answers, topic);
    if words.is_empty() {
        words.push_str("not answered");
    }
    match answers.weight(topic).value() {
        1 => words,
        0 => format!("{words} (ignored)"),
        times => format!("{words} (× {times})"),
    }
}

fn editor(session: Session, topic: TopicId, is_open: Remembered<bool>) -> El {
    let text = session.quiz().topic(topic);
    let close = move || {
        is_open.set(false);
        session.focus(&change_id(session, topic));
    };
    let skip = move |_| {
        session.skip(topic);
        close();
    };
    let question =
        el("fieldset").class("question").with(el("legend").with(&text.title)).with(controls(topic));
    let done = el("button").class("button second").attr("type", "button");
    let actions =
        el("p").class("actions").with(done.on("click", move |_| close()).with("Done")).with(
            el("button")
                .class("link")
                .attr("type", "button")
                .on("click", skip)
                .with("Skip this question"),
        );
    let cell = el("td")
        .attr("colspan", "3")
        .with(question)
        .with(matrix(&weight_heads(), topic_weight(topic)))
        .with(actions);
    el("tr").class("edit").id(format!("edit-{}", text.id)).with(cell)
}

//! Every question on one page; also the static copy for readers without JavaScript.

use super::paper::paper_link;
use super::step::controls;
use super::weights::topic_weight;
use crate::components::matrix::{matrix, weight_heads};
use crate::components::prose::prose_parts;
use crate::markup::{El, Markup, copy_of, el};
use crate::model::TopicId;
use crate::nodes;
use crate::route::Route;
use crate::state::Session;

/// The whole quiz. The still copy says what needs JavaScript instead of leading to the result.
pub fn quiz_all(is_static: bool) -> Markup {
    let topics = Session::get().quiz().topics().map(|(topic, _)| section(topic, is_static));
    let lede = "Leave out what does not matter to you. Every answer counts once, unless you change \
                that under it.";
    let end = if is_static {
        el("p").with("Adding up your answers here needs JavaScript. By hand: ").with(paper_link())
    } else {
        let go = el("a").class("button").attr("href", Route::Result(None).href());
        el("p").class("actions").with(go.with("See the result"))
    };
    // Without a browser's app it is in the sentence above.
    let on_paper = (!is_static).then(|| copy_of("#on-paper".to_owned(), "-quiz"));
    nodes![
        el("h1").attr("tabindex", "-1").with("All questions on one page"),
        el("p").class("lede").with(lede),
        Markup::all(topics),
        end,
        on_paper,
    ]
}

fn section(topic: TopicId, is_static: bool) -> El {
    let text = Session::get().quiz().topic(topic);
    let scope = if is_static { "still" } else { "all" };
    let hint = prose_parts(&text.hint, &format!("{scope}-{}", text.id));
    let has_hint = !text.hint.0.is_empty();
    let weight = || matrix(&weight_heads(), topic_weight(topic));
    let question = el("fieldset")
        .class("question")
        .with(el("legend").with(el("h2").with(&text.title)))
        .with(has_hint.then(|| el("p").class("hint").with(hint.inline)))
        .with(hint.notes)
        .with(controls(topic));
    el("section").class("section").with(question).with((!is_static).then(weight))
}

//! How it works: the rules and every number, made from the data the engine uses.

mod bias;
mod questions;
mod ratings;
mod rules;

use crate::components::evidence::grade_key;
use crate::components::section::section;
use crate::content::BiasReport;
use crate::markup::{El, Markup, el};
use crate::model::{DeviceType, Source, Weight};
use crate::nodes;
use crate::route::Route;
use crate::state::Session;
use crate::views::quiz::paper::paper_link;

/// As in the README, without what a policy might forbid.
const FRAME: &str = "<iframe src=\"https://example.org/embed.html\" title=\"Headphones or in-ear \
                     monitors: a quiz\" width=\"100%\" height=\"800\"></iframe>";

/// The whole page.
pub fn method(bias: &BiasReport) -> Markup {
    let quiz = Session::get().quiz();
    let lede = format!(
        "Small whole numbers, added up. You can check any result with a pencil. {} types, {} \
         criteria, {} places and {} questions.",
        quiz.device_types.len(),
        quiz.criteria.len(),
        quiz.topics.first().map_or(0, |topic| topic.questions().count()),
        quiz.topics.len().saturating_sub(1),
    );
    nodes![
        el("h1").attr("tabindex", "-1").with("How it works"),
        el("p").class("lede").with(lede),
        sum(),
        reading(),
        rules::rules(),
        bias::bias(bias),
        questions::questions(),
        ratings::ratings(),
        grades(),
        all_sources(),
    ]
}

/// A rule: its subject in bold, then the rest.
fn rule(subject: &'static str, rest: impl Into<Markup>) -> El {
    el("p").with(el("b").with(subject)).with(rest)
}

fn sum() -> Markup {
    let weights = Weight::ALL.map(|at| at.value().to_string()).join(", ");
    let weight = format!(" of {weights}. It is 1 until you change it. The places share one.");
    let body = nodes![
        rule(
            "Each type has a standing",
            " from −2 to +2 on each criterion. +2 is always better for the wearer.",
        ),
        rule(
            "Each answer has an effect",
            " from −3 to +3 on some criteria: how much it makes them matter.",
        ),
        rule("Each answer has an importance", weight),
        rule(
            "Points",
            " = importance × effect × standing, added over your answers. Nothing is rounded, \
             averaged or hidden.",
        ),
        example(),
        rule(
            "Some answers rule a type out",
            " instead. The sentence that says why is always shown. Skip the question, or set it \
             to Ignore, and the ruling goes with it.",
        ),
        el("p").with(
            "A skipped question adds nothing and rules nothing out. The order in which you \
             answer never matters.",
        ),
        el("p").id("on-paper").with("With a pencil: ").with(paper_link()),
        frame(),
    ];
    section("method", "sum", "The sum", body)
}

/// What puts the quiz into another page; the result has a copy.
fn frame() -> El {
    let about = "Copy this into it, with the address of this site, which has to allow your page.";
    el("details")
        .id("frame")
        .with(el("summary").with("The quiz in a page of your own"))
        .with(el("p").with(about))
        .with(el("code").with(FRAME))
}

/// One product from the data: the first effect that meets a rating.
fn example() -> Option<El> {
    let quiz = Session::get().quiz();
    let asked = quiz.questions.iter().rev().find_map(|question| {
        let option = question.options.iter().find(|option| !option.effects.is_empty())?;
        let effect = option.effects.first()?;
        let product =
            |device_type: &DeviceType| effect.value * device_type.rating(effect.criterion).value();
        let device_type = quiz.device_types.iter().find(|device_type| product(device_type) > 0)?;
        Some((question, option, *effect, device_type))
    });
    let (question, option, effect, device_type) = asked?;
    let criterion = quiz.criterion(effect.criterion);
    let rating = device_type.rating(effect.criterion).value();
    let (product, total) =
        (format!("2 × {} × {rating} = ", effect.value), 2 * effect.value * rating);
    let words = format!(
        "{}: {}, at importance 2, × its effect on “{}” × the standing of {} on it.",
        question.short, option.short, criterion.name, device_type.short
    );
    let line = el("p").with(product).with(el("b").with(format!("+{total}")));
    Some(el("div").class("sum").with(line).with(el("p").class("small").with(words)))
}

fn reading() -> Markup {
    let thresholds = Session::get().quiz().thresholds;
    let (close, clear) = (thresholds.close_below, thresholds.clear_from);
    let is_close = format!("Two types share the first place, or firmness is below {close} in 100.");
    let is_clear = format!("Firmness is {clear} in 100 or more, or one type alone remains.");
    let words = el("dl")
        .class("sheet")
        .with(row("undecided", "Two or more types remain and all have the same points."))
        .with(row("conflict", "Your answers rule out every type."))
        .with(row("close", is_close))
        .with(row("leaning", format!("Firmness is from {close} to below {clear} in 100.")))
        .with(row("clear", is_clear));
    let body = nodes![
        el("p").with(
            "The leader has the most points among the types not ruled out. Equal points are an \
             equal place, listed in the order of the table.",
        ),
        el("p").with(
            "We then count every way to weigh your answers: each of them ignored, once, double \
             or four times. The share of those ways in which the leader still comes first is its \
             firmness. It is counted, not sampled, and it is no chance of being right.",
        ),
        words,
    ];
    section("method", "verdict", "From points to a verdict", body)
}

fn row(name: &'static str, text: impl Into<Markup>) -> El {
    el("div").with(el("dt").with(name)).with(el("dd").with(text))
}

fn grades() -> Markup {
    let table = el("a").attr("href", Route::Guide(Some("compare".to_owned())).href());
    let meanings = "Measured: we read the source, and it gives a measurement or a checked \
                    statement. Reported: read in a weaker place, such as a maker, a shop or one \
                    reviewer. Consensus: the field agrees and we give the reason, but no source. \
                    Our estimate: our default. Sources disagree: they conflict, or nobody has \
                    compared under control.";
    let judgement = "A standing is a judgement even where its figure is measured. If you disagree \
                     with one, set your own ";
    let body = nodes![
        grade_key(),
        el("p").with(meanings),
        el("p").with(judgement).with(table.with("in the table")).with(". Your result follows."),
    ];
    section("method", "grades", "How sure each number is", body)
}

fn all_sources() -> Markup {
    let item = |source: &'static Source| {
        let link = el("a").attr("href", source.url.as_str());
        el("li")
            .with(link.with(&source.title))
            .with(el("span").class("muted").with(format!(" ({})", source.short)))
    };
    let items = Session::get().content().sources.iter().map(item);
    section("method", "sources", "Sources", el("ul").class("rows small").with_all(items))
}

//! How it works: the rules and every number, made from the content that the engine uses.
//!
//! `state::is_method_section` knows the anchors of the sections.

mod bias;
mod questions;
mod ratings;
mod rules;
mod sum;
mod table;

use leptos::prelude::*;

use crate::components::evidence::GradeKey;
use crate::components::fold::Further;
use crate::components::section::Section;
use crate::model::Source;
use crate::route::Route;
use crate::state::Session;
use bias::Bias;
use questions::Questions;
use ratings::Ratings;
use rules::Rules;
use sum::Sum;

/// The whole page.
#[component]
pub fn MethodPage() -> impl IntoView {
    let quiz = Session::get().quiz();
    let lede = format!(
        "Small whole numbers, added up. You can check any result with a pencil. {} types, {} \
         criteria, {} places and {} questions.",
        quiz.device_types.len(),
        quiz.criteria.len(),
        quiz.topics.first().map_or(0, |topic| topic.questions().count()),
        quiz.topics.len().saturating_sub(1),
    );
    view! {
        <h1 tabindex="-1">"How it works"</h1>
        <p class="lede">{lede}</p>
        <Sum />
        <Reading />
        <Rules />
        <Bias />
        <Questions />
        <Ratings />
        <Grades />
        <AllSources />
    }
}

/// A rule: its subject in bold, then the rest.
#[component]
fn Rule(subject: &'static str, children: Children) -> impl IntoView {
    view! { <p><b>{subject}</b>{children()}</p> }
}

/// How points become a verdict.
#[component]
fn Reading() -> impl IntoView {
    let thresholds = Session::get().quiz().thresholds;
    let (close, clear) = (thresholds.close_below, thresholds.clear_from);
    let is_close = format!("Two types share the first place, or firmness is below {close} in 100.");
    let is_leaning = format!("Firmness is from {close} to below {clear} in 100.");
    let is_clear = format!("Firmness is {clear} in 100 or more, or one type alone remains.");
    view! {
        <Section view="method" anchor="verdict" title="From points to a verdict">
            <p>
                "The leader has the most points among the types not ruled out. Equal points are an equal place, listed by entry price, the cheapest first."
            </p>
            <p>
                "We then count every way to weigh your answers: each of them ignored, once, double \
                 or four times. The share of those ways in which the leader still comes first is its \
                 firmness. It is counted, not sampled, and it is no chance of being right."
            </p>
            <dl class="sheet">
                <Meaning
                    word="undecided"
                    text="Two or more types remain and all have the same points."
                />
                <Meaning word="conflict" text="Your answers rule out every type." />
                <Meaning word="close" text=is_close />
                <Meaning word="leaning" text=is_leaning />
                <Meaning word="clear" text=is_clear />
            </dl>
        </Section>
    }
}

#[component]
fn Meaning(word: &'static str, #[prop(into)] text: String) -> impl IntoView {
    view! {
        <div>
            <dt>{word}</dt>
            <dd>{text}</dd>
        </div>
    }
}

#[component]
fn Grades() -> impl IntoView {
    let table = Route::Guide(Some("compare".to_owned())).href();
    view! {
        <Section view="method" anchor="grades" title="How sure each number is">
            <GradeKey />
            <p>
                "Measured: we read the source, and it gives a measurement or a checked statement. \
                 Reported: read in a weaker place, such as a maker, a shop or one reviewer. \
                 Consensus: the field agrees and we give the reason, but no source. Our estimate: \
                 our default. Sources disagree: they conflict, or nobody has compared under control."
            </p>
            <p>
                "A rating is a judgement even where its figure is measured. If you disagree with \
                 one, set your own " <a href=table>"in the table"</a> ". Your result follows."
            </p>
        </Section>
    }
}

#[component]
fn AllSources() -> impl IntoView {
    let item = |source: &'static Source| {
        view! {
            <li>
                <a href=source.url.as_str()>{source.title.as_str()}</a>
                <span class="muted">{format!(" ({})", source.short)}</span>
            </li>
        }
    };
    let sources = &Session::get().details().sources;
    let title = "Sources";
    view! {
        <Section view="method" anchor="sources" title>
            <p>"What we read, and where you can read it."</p>
            <Further words=format!("All {} sources", sources.len()) about=title>
                <ul class="rows small">{sources.iter().map(item).collect_view()}</ul>
            </Further>
        </Section>
    }
}

//! How it works: the rules and every number, made from the data the engine uses.

mod questions;
mod standings;

use leptos::prelude::*;

use crate::model::Importance;
use crate::route::{Route, Step};
use crate::state::Session;
use crate::view::part::claim::GradeKey;
use crate::view::part::section::Section;

/// The whole page.
#[component]
pub fn Method() -> impl IntoView {
    let quiz = Session::get().quiz();
    let counts = format!(
        "{} types, {} criteria, {} places and {} questions.",
        quiz.gears.len(),
        quiz.criteria.len(),
        quiz.topics.first().map_or(0, |topic| topic.questions().count()),
        quiz.topics.len().saturating_sub(1),
    );
    view! {
        <h1 tabindex="-1">"How it works"</h1>
        <p class="lede">
            "Small whole numbers, added up. You can check any result with a pencil. " {counts}
        </p>
        <Sum />
        <Reading />
        <questions::Questions />
        <standings::Standings />
        <Grades />
    }
}

#[component]
fn Sum() -> impl IntoView {
    let importances = Importance::ALL.map(|at| at.value().to_string()).join(", ");
    view! {
        <Section view="method" place="sum" title="The sum">
            <p><b>"Each type has a standing"</b>" from −2 to +2 on each criterion. +2 is always better for the wearer."</p>
            <p><b>"Each answer has an effect"</b>" from −3 to +3 on some criteria: how much it makes them matter."</p>
            <p>
                <b>"Each answer has an importance"</b>
                {format!(" of {importances}. It is 1 until you change it. The places share one.")}
            </p>
            <p><b>"Points"</b>" = importance × effect × standing, added over your answers. Nothing is rounded, averaged or hidden."</p>
            {example()}
            <p><b>"Some answers rule a type out"</b>" instead. The sentence that says why is always shown. Skip the question, or set it to Ignore, and the ruling goes with it."</p>
            <p>"A skipped question adds nothing and rules nothing out. The order in which you answer never matters."</p>
        </Section>
    }
}

/// One product from the data: the first effect that meets a standing.
fn example() -> Option<AnyView> {
    let quiz = Session::get().quiz();
    let asked = quiz.questions.iter().rev().find_map(|question| {
        let choice = question.choices.iter().find(|choice| !choice.effects.is_empty())?;
        let effect = choice.effects.first()?;
        let gear = quiz.gears.iter().find(|gear| effect.on(gear) > 0)?;
        Some((question, choice, *effect, gear))
    });
    let (question, choice, effect, gear) = asked?;
    let criterion = quiz.criterion(effect.criterion);
    let level = gear.level(effect.criterion).value();
    let (sum, total) = (format!("2 × {} × {level} = ", effect.value), 2 * effect.on(gear));
    let words = format!(
        "{}: {}, at importance 2, × its effect on “{}” × the standing of {} on it.",
        question.short, choice.short, criterion.name, gear.short
    );
    Some(
        view! {
            <div class="sum">
                <p>{sum} <b>{format!("+{total}")}</b></p>
                <p class="small">{words}</p>
            </div>
        }
        .into_any(),
    )
}

#[component]
fn Reading() -> impl IntoView {
    let thresholds = Session::get().quiz().thresholds;
    let (close, clear) = (thresholds.close_below, thresholds.clear_from);
    view! {
        <Section view="method" place="verdict" title="From points to a verdict">
            <p>"The leader has the most points among the types not ruled out. Equal points are an equal place, listed in the order of the table."</p>
            <p>
                "We then count every way to weigh your answers: each of them ignored, once, double or four times. "
                "The share of those ways in which the leader still comes first is its firmness. It is counted, not sampled, and it is no chance of being right."
            </p>
            <dl class="sheet">
                {row("undecided", "Two or more types remain and all have the same points.".to_owned())}
                {row("conflict", "Your answers rule out every type.".to_owned())}
                {row("close", format!("Two types share the first place, or firmness is below {close} in 100."))}
                {row("leaning", format!("Firmness is from {close} to below {clear} in 100."))}
                {row("clear", format!("Firmness is {clear} in 100 or more, or one type alone remains."))}
            </dl>
        </Section>
    }
}

fn row(name: &'static str, text: String) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{text}</dd>
        </div>
    }
}

#[component]
fn Grades() -> impl IntoView {
    let content = Session::get().content();
    let source = |source: &'static crate::model::Source| {
        view! {
            <li>
                <a href=source.url.as_str() rel="noreferrer">{source.title.as_str()}</a>
                <span class="muted">" (" {source.short.as_str()} ")"</span>
            </li>
        }
    };
    view! {
        <Section view="method" place="grades" title="How sure each number is">
            <GradeKey />
            <p>"Measured: we read the source, and it gives a measurement or a checked statement. Reported: read in a weaker place, such as a maker, a shop or one reviewer. Consensus: the field agrees and we give the reason, but no source. Our estimate: our default. Sources disagree: they conflict, or nobody has compared under control."</p>
            <p>
                "A standing is a judgement even where its figure is measured. If you disagree with one, look at what it does: "
                <a href=Route::Quiz(Step::All).href()>"answer the questions"</a>
                " and read the lines of your result."
            </p>
        </Section>
        <Section view="method" place="sources" title="Sources">
            <ul class="rows small">{content.sources.iter().map(source).collect_view()}</ul>
        </Section>
    }
}

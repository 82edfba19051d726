//! The guide: what each type is, how they compare, and what is known.

mod chapter;
pub mod compare;
mod isolation;
mod sections;
mod types;

use leptos::prelude::*;

use crate::components::evidence::Sources;
use crate::components::illustration::{EarIllustration, IllustrationLegend};
use crate::components::prose::{Notes, Words};
use crate::components::section::Section;
use crate::model::{Figure, Guide};
use crate::route::{Route, Step};
use crate::state::Session;
use crate::views::sources;
use compare::Compare;
use sections::{Beyond, Glossary, Sections};
use types::Types;

/// The whole guide; rendered at build time only. The comparison is live in a browser.
#[component]
pub fn GuidePage(guide: &'static Guide) -> impl IntoView {
    view! {
        <Top guide />
        <Types />
        <Section view="guide" anchor="compare" title="Compare the types">
            <div id="compare">
                <Compare />
            </div>
        </Section>
        <Sections guide />
        <Beyond />
        <Glossary />
    }
}

#[component]
fn Top(guide: &'static Guide) -> impl IntoView {
    let figure = |figure| view! { <TopFigure figure /> };
    view! {
        <div class="top">
            <TopWords guide />
            {guide.figures.iter().map(figure).collect_view()}
            <IllustrationLegend />
        </div>
    }
}

#[component]
fn TopWords(guide: &'static Guide) -> impl IntoView {
    let topics = Session::get().quiz().topics.len().saturating_sub(1);
    let promise = format!(
        "Your places, then {topics} short questions. Skip any. Nothing leaves your device."
    );
    view! {
        <div class="top-words">
            <h1 tabindex="-1">{guide.title.as_str()}</h1>
            <p class="lede">{guide.lede.as_str()}</p>
            <p class="actions">
                <a class="button" href=Route::Quiz(Step::Resume).href()>
                    "Find your type"
                </a>
                <a href=Route::Guide(Some("compare".to_owned())).href()>"Compare the types"</a>
            </p>
            <p class="small">{promise}</p>
        </div>
    }
}

#[component]
fn TopFigure(figure: &'static Figure) -> impl IntoView {
    let details = Session::get().details();
    let device_type = Session::get().quiz().device_type(figure.device_type);
    let words = &details.device_type(figure.device_type).illustration;
    let scope = format!("figure-{}", device_type.id);
    view! {
        <figure class="figure">
            <EarIllustration device_type words scope="drawing" />
            <figcaption>
                <b>{figure.title.as_str()}</b>
                " "
                <Words prose=&figure.text scope=scope.clone() />
                <Sources grade=figure.grade sources=sources(details, &figure.sources) />
                <Notes prose=&figure.text scope />
            </figcaption>
        </figure>
    }
}

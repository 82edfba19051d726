//! Facts with their marks and sources, takes, and the key to the marks.

use leptos::prelude::*;

use super::mark::GradeMark;
use super::prose::{Words, words};
use crate::model::{Grade, Prose, Source};

/// The mark of a grade with its sources as links, or the grade's name if there are none.
#[component]
pub fn Sources(grade: Grade, sources: Vec<&'static Source>) -> impl IntoView {
    let unsourced = sources.is_empty().then(|| {
        view! {
            <span class="source">
                <GradeMark grade=grade.id() />
                <span>{grade.name()}</span>
            </span>
        }
    });
    let link = |source: &'static Source| {
        view! {
            " "
            <a class="source" href=source.url.as_str() title=source.title.as_str() rel="noreferrer">
                <GradeMark grade=grade.id() />
                <span><span class="said">{grade.name()} ": "</span>{source.short.as_str()}</span>
            </a>
        }
    };
    view! {
        {unsourced}
        {sources.into_iter().map(link).collect_view()}
    }
}

/// A statement with its evidence.
#[component]
pub fn Fact(
    id: &'static str,
    text: &'static Prose,
    grade: Grade,
    sources: Vec<&'static Source>,
) -> impl IntoView {
    let Words { inline, notes } = words(text, id);
    view! {
        <p class="fact" id=crate::route::Route::anchor("guide", id)>
            {inline}
            " "
            <Sources grade sources />
        </p>
        {notes}
    }
}

/// Our opinion.
#[component]
pub fn Take(id: &'static str, text: &'static Prose) -> impl IntoView {
    let Words { inline, notes } = words(text, id);
    view! {
        <aside class="take" id=crate::route::Route::anchor("guide", id)>
            <p class="take-label">"Our take"</p>
            <p>{inline}</p>
            {notes}
        </aside>
    }
}

/// What the evidence marks mean.
#[component]
pub fn GradeKey() -> impl IntoView {
    let item = |grade: Grade| {
        view! {
            <li>
                <GradeMark grade=grade.id() />
                " "
                {grade.name()}
            </li>
        }
    };
    view! { <ul class="key">{Grade::ALL.map(item).collect_view()}</ul> }
}

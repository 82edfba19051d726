//! Facts with their grades and sources, takes, and the key to the grades.

use leptos::prelude::*;

use super::icon::GradeIcon;
use super::prose::{Notes, Words};
use crate::model::{Grade, Prose, Source};
use crate::route::Route;

/// The sources as links with the icon of the grade, or the grade's name if there are none.
#[component]
pub fn Sources(grade: Grade, sources: Vec<&'static Source>) -> impl IntoView {
    if sources.is_empty() {
        return view! {
            " "
            <span class="source">
                <GradeIcon grade />
                <span>{grade.name()}</span>
            </span>
        }
        .into_any();
    }
    let link = move |source: &'static Source| {
        view! {
            " "
            <a class="source" href=source.url.as_str()>
                <GradeIcon grade />
                <span>
                    <span class="visually-hidden">{grade.name()} ": "</span>
                    {source.short.as_str()}
                </span>
            </a>
        }
    };
    sources.into_iter().map(link).collect_view().into_any()
}

/// A statement with its evidence.
#[component]
pub fn Fact(
    id: &'static str,
    text: &'static Prose,
    grade: Grade,
    sources: Vec<&'static Source>,
) -> impl IntoView {
    view! {
        <p class="fact" id=Route::anchor("guide", id)>
            <Words prose=text scope=id />
            <Sources grade sources />
        </p>
        <Notes prose=text scope=id />
    }
}

/// Our opinion.
#[component]
pub fn Take(id: &'static str, text: &'static Prose) -> impl IntoView {
    view! {
        <aside class="take" id=Route::anchor("guide", id)>
            <p class="take-label">"Our take"</p>
            <p>
                <Words prose=text scope=id />
            </p>
            <Notes prose=text scope=id />
        </aside>
    }
}

/// What the icons of the grades mean.
#[component]
pub fn GradeKey() -> impl IntoView {
    let item = |grade: Grade| {
        view! {
            <li>
                <GradeIcon grade />
                " "
                {grade.name()}
            </li>
        }
    };
    view! { <ul class="key">{Grade::ALL.map(item)}</ul> }
}

//! The guide's sections, what lies beyond the types, and the glossary.

use leptos::prelude::*;

use super::chapter::{Chapter, chapters};
use super::isolation::Isolation;
use crate::components::evidence::GradeKey;
use crate::components::fold::Further;
use crate::components::section::Section;
use crate::components::signpost::SignpostWords;
use crate::model::{Guide, Signpost, Term};
use crate::route::Route;
use crate::state::Session;

/// The section that also shows what the types hold back.
const ISOLATION: &str = "isolation";

/// Every section of the content.
#[component]
pub(super) fn Sections(guide: &'static Guide) -> impl IntoView {
    let section = |part: &'static crate::model::Section| {
        let chapter = |blocks| view! { <Chapter blocks section=part.title.as_str() /> };
        view! {
            <Section view="guide" anchor=part.id.as_str() title=part.title.as_str()>
                <div class="chapters">
                    {chapters(&part.body).into_iter().map(chapter).collect_view()}
                </div>
                {(part.id == ISOLATION).then(|| view! { <Isolation /> })}
            </Section>
        }
    };
    view! {
        {guide.sections.iter().map(section).collect_view()}
        <GradeKey />
    }
}
/// Neighbours of the types: shown, never scored.
#[component]
pub(super) fn Beyond() -> impl IntoView {
    let item = |post: &'static Signpost| {
        view! {
            <li id=format!("signpost-{}", post.id)>
                <SignpostWords post />
            </li>
        }
    };
    let posts = &Session::get().details().signposts;
    let names: Vec<&str> = posts.iter().map(|post| post.name.as_str()).collect();
    let title = "Outside these types";
    view! {
        <Section view="guide" anchor="beyond" title>
            <p>{format!("{}.", names.join("; "))}</p>
            <Further words="What each is, and whom it suits" about=title>
                <ul class="rows">{posts.iter().map(item).collect_view()}</ul>
            </Further>
        </Section>
    }
}

/// Every term in one list.
#[component]
pub(super) fn Glossary() -> impl IntoView {
    let entry = |term: &'static Term| {
        let anchor = Route::anchor("guide", &format!("term-{}", term.id));
        view! {
            <div>
                <dt id=anchor tabindex="-1">
                    {term.name.as_str()}
                </dt>
                <dd>{term.text.as_str()}</dd>
            </div>
        }
    };
    let terms = &Session::get().details().terms;
    let title = "Words used here";
    view! {
        <Section view="guide" anchor="glossary" title>
            <Further words=format!("{} words and their meanings", terms.len()) about=title>
                <dl class="sheet">{terms.iter().map(entry).collect_view()}</dl>
            </Further>
        </Section>
    }
}

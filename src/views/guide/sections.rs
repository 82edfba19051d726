//! The guide's sections of facts and takes, what lies beyond the types, and the glossary.

use leptos::prelude::*;

use crate::components::evidence::{Fact, GradeKey, Take};
use crate::components::section::Section;
use crate::components::signpost::SignpostWords;
use crate::model::{Block, Guide, Signpost, Term};
use crate::route::Route;
use crate::state::Session;
use crate::views::sources;

/// Every section of the content.
#[component]
pub(super) fn Sections(guide: &'static Guide) -> impl IntoView {
    let section = |part: &'static crate::model::Section| {
        let chapter = |blocks| view! { <Chapter blocks /> };
        view! {
            <Section view="guide" anchor=part.id.as_str() title=part.title.as_str()>
                {chapters(&part.body).into_iter().map(chapter).collect_view()}
            </Section>
        }
    };
    view! {
        {guide.sections.iter().map(section).collect_view()}
        <GradeKey />
    }
}

/// A section's blocks, split before each heading.
fn chapters(body: &'static [Block]) -> Vec<&'static [Block]> {
    let mut chapters = Vec::new();
    let mut start = 0;
    for (at, block) in body.iter().enumerate() {
        if at > start && matches!(block, Block::Heading { .. }) {
            chapters.push(&body[start..at]);
            start = at;
        }
    }
    chapters.push(&body[start..]);
    chapters
}

/// A heading, if the blocks start with one, and the takes beside the facts.
#[component]
fn Chapter(blocks: &'static [Block]) -> impl IntoView {
    let content = Session::get().content();
    let heading = |block: &'static Block| {
        let Block::Heading { id, title } = block else { return None };
        let anchor = Route::anchor("guide", id);
        Some(view! {
            <h3 id=anchor tabindex="-1">
                {title.as_str()}
            </h3>
        })
    };
    let take = |block: &'static Block| {
        let Block::Take { id, text } = block else { return None };
        Some(view! { <Take id text /> })
    };
    let fact = |block: &'static Block| {
        let Block::Fact { id, text, grade, sources: ids } = block else { return None };
        Some(view! { <Fact id text grade=*grade sources=sources(content, ids) /> })
    };
    view! {
        {blocks.iter().filter_map(heading).collect_view()}
        <div class="beside">
            {blocks.iter().filter_map(take).collect_view()}
            <div class="facts">{blocks.iter().filter_map(fact).collect_view()}</div>
        </div>
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
    let posts = &Session::get().content().signposts;
    view! {
        <Section view="guide" anchor="beyond" title="Outside these types">
            <ul class="rows">{posts.iter().map(item).collect_view()}</ul>
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
    let terms = &Session::get().content().terms;
    view! {
        <Section view="guide" anchor="glossary" title="Words used here">
            <dl class="sheet">{terms.iter().map(entry).collect_view()}</dl>
        </Section>
    }
}

//! The guide's sections of facts and takes, what lies beyond the types, and the glossary.

use leptos::prelude::*;

use crate::content::Content;
use crate::model::{self, Block, Guide};
use crate::route::Route;
use crate::state::Session;
use crate::view::page::sources;
use crate::view::part::claim::{Fact, GradeKey, Take};
use crate::view::part::section::Section;

/// Every section of the content.
#[component]
pub fn Sections(guide: &'static Guide) -> impl IntoView {
    let content = Session::get().content();
    let section = |section: &'static model::Section| {
        view! {
            <Section view="guide" place=section.id.clone() title=section.title.clone()>
                {chapters(&section.body).into_iter().map(|part| chapter(content, part)).collect_view()}
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

fn chapter(content: &'static Content, blocks: &'static [Block]) -> impl IntoView {
    let heading = blocks.iter().find_map(|block| match block {
        Block::Heading { id, title } => {
            Some(view! { <h3 id=Route::anchor("guide", id) tabindex="-1">{title.as_str()}</h3> })
        }
        _ => None,
    });
    let takes = blocks.iter().filter_map(|block| match block {
        Block::Take { id, text } => Some(view! { <Take id text /> }),
        _ => None,
    });
    let facts = blocks.iter().filter_map(|block| match block {
        Block::Fact { id, text, grade, sources: ids } => {
            Some(view! { <Fact id text grade=*grade sources=sources(content, ids) /> })
        }
        _ => None,
    });
    view! {
        {heading}
        <div class="beside">
            {takes.collect_view()}
            <div class="facts">{facts.collect_view()}</div>
        </div>
    }
}

/// Neighbours of the seven types: shown, never scored.
#[component]
pub fn Beyond() -> impl IntoView {
    let posts = Session::get().content().signposts.iter().map(|post| {
        view! {
            <li>
                <b>{post.name.as_str()}</b>
                ". "
                <span class="muted">{post.text.as_str()}</span>
            </li>
        }
    });
    view! {
        <Section view="guide" place="beyond" title="Outside the seven types">
            <ul class="rows">{posts.collect_view()}</ul>
        </Section>
    }
}

/// Every term in one list.
#[component]
pub fn Glossary() -> impl IntoView {
    let term = |term: &'static model::Term| {
        let id = Route::anchor("guide", &format!("term-{}", term.id));
        view! {
            <div>
                <dt id=id tabindex="-1">
                    {term.name.as_str()}
                </dt>
                <dd>{term.text.as_str()}</dd>
            </div>
        }
    };
    let terms = Session::get().content().terms.iter().map(term);
    view! {
        <Section view="guide" place="glossary" title="Words used here">
            <dl class="sheet">{terms.collect_view()}</dl>
        </Section>
    }
}

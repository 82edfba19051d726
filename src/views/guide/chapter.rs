//! A chapter of a section: its takes and first facts stand open, its other facts are behind a line.

use leptos::prelude::*;

use crate::components::evidence::{Fact, Take};
use crate::components::fold::Further;
use crate::model::Block;
use crate::route::Route;
use crate::state::Session;
use crate::views::sources;

/// How many statements of a section stand open, takes included: at least one of them is a fact.
const STANDING: usize = 3;
/// A section with no more facts than these shows all of them.
const FEW: usize = 3;

/// A section's blocks, split before each heading.
pub(super) fn chapters(body: &'static [Block]) -> Vec<&'static [Block]> {
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

/// The heading, if the blocks start with one; the takes; and the facts, of which a subsection shows
/// one only where it has no take.
#[component]
pub(super) fn Chapter(blocks: &'static [Block], section: &'static str) -> impl IntoView {
    let heading = match blocks.first() {
        Some(Block::Heading { id, title }) => Some((id.as_str(), title.as_str())),
        _ => None,
    };
    let take = |block: &'static Block| {
        let Block::Take { id, text } = block else { return None };
        Some(view! { <Take id text /> })
    };
    let takes: Vec<_> = blocks.iter().filter_map(take).collect();
    let facts: Vec<&Block> =
        blocks.iter().filter(|block| matches!(block, Block::Fact { .. })).collect();
    let standing = match heading {
        Some(_) if takes.is_empty() => 1,
        Some(_) => 0,
        None if facts.len() <= FEW => facts.len(),
        None => STANDING.saturating_sub(takes.len()).max(1),
    };
    let (standing, further) = facts.split_at(standing.min(facts.len()));
    let (standing, further) = (standing.to_vec(), further.to_vec());
    let class = if heading.is_some() { "chapter" } else { "beside" };
    let about = heading.map_or(section, |(_, title)| title);
    view! {
        <div class=class>
            {heading.map(|(id, title)| view! { <Heading id title /> })}
            {takes}
            <div class="facts">
                {facts_view(&standing)}
                {(!further.is_empty()).then(|| view! { <FurtherFacts facts=further about /> })}
            </div>
        </div>
    }
}

#[component]
fn Heading(id: &'static str, title: &'static str) -> impl IntoView {
    view! {
        <h3 id=Route::anchor("guide", id) tabindex="-1">
            {title}
        </h3>
    }
}

#[component]
fn FurtherFacts(facts: Vec<&'static Block>, about: &'static str) -> impl IntoView {
    let words = counted(&facts);
    view! {
        <Further words about>
            <div class="facts">{facts_view(&facts)}</div>
        </Further>
    }
}

fn facts_view(facts: &[&'static Block]) -> impl IntoView + use<> {
    let details = Session::get().details();
    let fact = |block: &&'static Block| {
        let Block::Fact { id, text, grade, sources: ids } = *block else { return None };
        Some(view! { <Fact id text grade=*grade sources=sources(details, ids) /> })
    };
    facts.iter().filter_map(fact).collect_view()
}

/// "1 fact, with its source", "5 facts, with sources", or "2 facts".
fn counted(facts: &[&Block]) -> String {
    let sources = facts.iter().map(|block| match block {
        Block::Fact { sources, .. } => sources.len(),
        _ => 0,
    });
    match (facts.len(), sources.sum::<usize>()) {
        (1, 0) => "1 fact".to_owned(),
        (1, 1) => "1 fact, with its source".to_owned(),
        (1, _) => "1 fact, with its sources".to_owned(),
        (count, 0) => format!("{count} facts"),
        (count, _) => format!("{count} facts, with sources"),
    }
}

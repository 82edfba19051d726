//! Facts with their marks and sources, takes, and the key to the marks.

use super::icon::grade_icon;
use super::prose::{ProseParts, prose_parts};
use crate::markup::{El, Markup, el};
use crate::model::{DeviceTypeId, Grade, Prose, Source};
use crate::nodes;
use crate::route::Route;

/// The mark of a grade with its sources as links, or the grade's name if there are none.
pub fn sources(grade: Grade, sources: Vec<&'static Source>) -> Markup {
    if sources.is_empty() {
        let name = el("span").with(grade.name());
        return nodes![" ", el("span").class("source").with(grade_icon(grade.id())).with(name)];
    }
    let mut links = Vec::new();
    for source in sources {
        links.push(" ".into());
        links.push(link(grade, source).into());
    }
    links.into()
}

fn link(grade: Grade, source: &'static Source) -> El {
    let said = el("span").class("visually-hidden").with(grade.name()).with(": ");
    el("a")
        .class("source")
        .attr("href", &source.url)
        .with(grade_icon(grade.id()))
        .with(el("span").with(said).with(&source.short))
}

/// Where the method page says why a type has its level on a criterion: in the table of the
/// criterion, which has a row for each type. Live parts copy it, so that the browser needs neither
/// the words nor the sources a second time.
pub fn why_anchor(device_type: DeviceTypeId, criterion: &str) -> String {
    format!("[id='/method/{criterion}'] tr:nth-child({}) td + td", device_type.index() + 1)
}

/// Where the method page says what a criterion is.
pub fn about_anchor(criterion: &str) -> String {
    format!("[id='/method/{criterion}'] span")
}

/// The id of the place in the guide that has a signpost.
pub fn signpost_id(signpost: &str) -> String {
    format!("signpost-{signpost}")
}

/// A statement with its evidence.
pub fn fact(
    id: &'static str,
    text: &'static Prose,
    grade: Grade,
    sources: Vec<&'static Source>,
) -> Markup {
    let ProseParts { inline, notes } = prose_parts(text, id);
    let statement = el("p")
        .class("fact")
        .id(Route::anchor("guide", id))
        .with(inline)
        .with(self::sources(grade, sources));
    nodes![statement, notes]
}

/// Our opinion.
pub fn take(id: &'static str, text: &'static Prose) -> Markup {
    let ProseParts { inline, notes } = prose_parts(text, id);
    el("aside")
        .class("take")
        .id(Route::anchor("guide", id))
        .with(el("p").class("take-label").with("Our take"))
        .with(el("p").with(inline))
        .with(notes)
        .into()
}

/// What the evidence marks mean.
pub fn grade_key() -> Markup {
    let item = |grade: Grade| el("li").with(grade_icon(grade.id())).with(" ").with(grade.name());
    el("ul").class("key").with_all(Grade::ALL.map(item)).into()
}

//! A section through the ear, cut from the front, with one type on or in it.
//!
//! The build inlines `public/illustrations/<type>.svg` as symbols; pages refer to them, so that each
//! illustration is in the document once.

use crate::markup::{El, Markup, el, svg};
use crate::model::DeviceType;

/// The ear with one type. `scope` makes its ids unique on a page that shows a type twice.
pub fn ear_illustration(device_type: &'static DeviceType, scope: &str) -> El {
    let id = format!("{scope}-{}", device_type.id);
    let (title, description) = (format!("{id}-title"), format!("{id}-about"));
    let words = &device_type.illustration;
    svg("svg")
        .id(id)
        .class("ear")
        .attr("viewBox", "0 0 510 376")
        .attr("role", "img")
        .attr("aria-labelledby", title.clone())
        .attr("aria-describedby", description.clone())
        .with(svg("title").id(title).with(&words.title))
        .with(svg("desc").id(description).with(&words.description))
        .with(svg("use").attr("href", format!("#illustration-{}", device_type.id)))
}

/// Each kind of stroke in the legend: its class, its path in a 28 × 14 box, and its meaning.
const LEGEND: [(&str, &str, &str); 3] = [
    ("ear-sound", "M3 2Q8 7 3 12M12 2Q17 7 12 12M21 2Q26 7 21 12", "sound"),
    ("ear-seal", "M1 7H27", "seal"),
    ("ear-noise", "M2 7C6-1 10 1 14 7S22 15 26 7", "noise outside"),
];

/// What the accent, the thick line and the wave stand for; beside the illustrations.
pub fn illustration_legend() -> Markup {
    let item = |(class, path, meaning): &(&'static str, &'static str, &'static str)| {
        let sample = svg("svg").class("sample").attr("viewBox", "0 0 28 14");
        let stroke = svg("path").class(class).attr("d", *path);
        el("li").with(sample.attr("aria-hidden", "true").with(stroke)).with(*meaning)
    };
    el("ul")
        .class("key legend")
        .with_all(LEGEND.iter().map(item))
        .with(el("li").with("Ear cut through from the front, as in the small head"))
        .into()
}

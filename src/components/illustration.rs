//! A section through the ear, cut from the front, with one type on or in it.
//!
//! Four units are one millimetre. The ear is the same in every drawing; a type is an overlay of
//! strokes, whose class says what each stands for and whose colour and weight the style sheet sets.

mod ear;
mod inner;
mod outer;

use crate::markup::{El, Markup, el, svg};
use crate::nodes;

/// One stroke: what it stands for, and its path.
#[derive(Clone, Copy)]
struct Stroke {
    class: &'static str,
    d: &'static str,
}

/// One line of a label, at the start of its baseline.
#[derive(Clone, Copy)]
struct Label {
    x: u16,
    y: u16,
    text: &'static str,
}

/// What one type adds to the ear.
struct Overlay {
    device_type: &'static str,
    title: &'static str,
    about: &'static str,
    strokes: &'static [Stroke],
    leaders: &'static [Stroke],
    labels: &'static [Label],
}

impl Overlay {
    fn of(device_type: &str) -> Option<&'static Self> {
        outer::OVERLAYS
            .iter()
            .chain(inner::OVERLAYS)
            .find(|overlay| overlay.device_type == device_type)
    }
}

/// The ear with one type, by its id; with `labelled`, words, their leaders and a small head that
/// shows the cut. Draws nothing for an id it does not know. `scope` makes its ids unique on a page
/// that holds a type twice.
pub fn ear_illustration(device_type: &'static str, scope: &'static str, labelled: bool) -> Markup {
    Overlay::of(device_type).map(|overlay| illustration(overlay, scope, labelled)).into()
}

fn illustration(overlay: &'static Overlay, scope: &str, labelled: bool) -> El {
    let id = illustration_id(scope, overlay.device_type);
    let title = format!("{id}-title");
    let about = format!("{id}-about");
    svg("svg")
        .id(id)
        .class("ear")
        .attr("viewBox", "0 0 510 376")
        .attr("role", "img")
        .attr("aria-labelledby", title.clone())
        .attr("aria-describedby", about.clone())
        .with(svg("title").id(title).with(overlay.title))
        .with(svg("desc").id(about).with(overlay.about))
        .with(strokes(ear::EAR))
        .with(strokes(overlay.strokes))
        .with(labelled.then(|| words(overlay)))
}

/// The id of a drawing, from which live parts copy it.
pub fn illustration_id(scope: &str, device_type: &str) -> String {
    format!("{scope}-{device_type}")
}

/// What the accent, the thick line and the wave stand for; beside the labelled drawings.
pub fn illustration_legend() -> Markup {
    let item = |(stroke, word): &(&'static [Stroke], &'static str)| {
        let sample = svg("svg").class("sample").attr("viewBox", "0 0 28 14");
        el("li").with(sample.attr("aria-hidden", "true").with(strokes(stroke))).with(*word)
    };
    el("ul")
        .class("key legend")
        .with_all(ear::LEGEND.iter().map(item))
        .with(el("li").with("Ear cut through from the front, as in the small head"))
        .into()
}

fn words(overlay: &'static Overlay) -> Markup {
    let label = |label: &Label| {
        let text = svg("text").class("ear-label").attr("x", label.x.to_string());
        text.attr("y", label.y.to_string()).with(label.text)
    };
    let labels = Markup::all(overlay.labels.iter().map(label));
    nodes![strokes(ear::HEAD), strokes(overlay.leaders), labels]
}

fn strokes(strokes: &[Stroke]) -> Markup {
    Markup::all(strokes.iter().map(|stroke| svg("path").class(stroke.class).attr("d", stroke.d)))
}

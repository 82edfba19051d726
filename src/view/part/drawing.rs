//! A section through the ear, cut from the front, with one type on or in it.
//!
//! Four units are one millimetre. The ear is the same in every drawing; a type is an overlay of
//! strokes, whose class says what each stands for and whose colour and weight the style sheet sets.

mod ear;
mod inner;
mod outer;

use leptos::prelude::*;

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
    gear: &'static str,
    title: &'static str,
    about: &'static str,
    strokes: &'static [Stroke],
    leaders: &'static [Stroke],
    labels: &'static [Label],
}

impl Overlay {
    fn of(gear: &str) -> Option<&'static Self> {
        outer::OVERLAYS.iter().chain(inner::OVERLAYS).find(|overlay| overlay.gear == gear)
    }
}

/// The ear with one type, by its id; with `labelled`, words, their leaders and a small head that
/// shows the cut. Draws nothing for an id it does not know. Its ids come from `scope` and the type's
/// id: a page that holds a type twice gives one of them a scope.
#[component]
pub fn EarDrawing(
    gear: &'static str,
    labelled: bool,
    #[prop(default = "drawing")] scope: &'static str,
) -> impl IntoView {
    Overlay::of(gear).map(|overlay| {
        let id = |part: &str| format!("{scope}-{gear}-{part}");
        view! {
            <svg
                class="ear"
                viewBox="0 0 510 376"
                role="img"
                aria-labelledby=id("title")
                aria-describedby=id("about")
            >
                <title id=id("title")>{overlay.title}</title>
                <desc id=id("about")>{overlay.about}</desc>
                {strokes(ear::EAR)}
                {strokes(overlay.strokes)}
                {labelled.then(|| words(overlay))}
            </svg>
        }
    })
}

/// What the accent, the thick line and the wave stand for; beside the labelled drawings.
#[component]
pub fn DrawingLegend() -> impl IntoView {
    let items = ear::LEGEND.iter().map(|(stroke, word)| {
        view! {
            <li>
                <svg class="sample" viewBox="0 0 28 14" aria-hidden="true">{strokes(stroke)}</svg>
                {*word}
            </li>
        }
    });
    view! {
        <ul class="key legend">
            {items.collect_view()}
            <li>"Ear cut through from the front, as in the small head"</li>
        </ul>
    }
}

fn words(overlay: &'static Overlay) -> impl IntoView {
    let label = |label: &'static Label| {
        view! { <text class="ear-label" x=label.x y=label.y>{label.text}</text> }
    };
    let labels = overlay.labels.iter().map(label).collect_view();
    (strokes(ear::HEAD), strokes(overlay.leaders), labels)
}

fn strokes(strokes: &'static [Stroke]) -> impl IntoView {
    strokes
        .iter()
        .map(|stroke| view! { <path class=stroke.class d=stroke.d></path> })
        .collect_view()
}

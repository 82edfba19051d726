//! A section through the ear, cut from the front, with one type on or in it.
//!
//! The build inlines `public/illustrations/<type>.svg` as symbols; pages refer to them, so that each
//! illustration is in the document once.

use leptos::prelude::*;

use crate::model::DeviceType;
use crate::model::device_type::Illustration;

/// The ear with one type, and `words` for who cannot see it. `scope` makes its ids unique on a page
/// that shows a type twice.
#[component]
pub fn EarIllustration(
    device_type: &'static DeviceType,
    words: &'static Illustration,
    scope: &'static str,
) -> impl IntoView {
    let id = format!("{scope}-{}", device_type.id);
    let (title, description) = (format!("{id}-title"), format!("{id}-about"));
    let (labelled_by, described_by) = (title.clone(), description.clone());
    view! {
        <svg
            id=id
            class="ear"
            viewBox="0 0 510 376"
            role="img"
            aria-labelledby=labelled_by
            aria-describedby=described_by
        >
            <title id=title>{words.title.as_str()}</title>
            <desc id=description>{words.description.as_str()}</desc>
            <use_ href=format!("#illustration-{}", device_type.id) />
        </svg>
    }
}

/// Each kind of stroke in the legend: its class, its path in a 28 × 14 box, and its meaning.
const LEGEND: [(&str, &str, &str); 3] = [
    ("ear-sound", "M3 2Q8 7 3 12M12 2Q17 7 12 12M21 2Q26 7 21 12", "sound"),
    ("ear-seal", "M1 7H27", "seal"),
    ("ear-noise", "M2 7C6-1 10 1 14 7S22 15 26 7", "noise outside"),
];

/// What the accent, the thick line and the wave stand for; beside the illustrations.
#[component]
pub fn IllustrationLegend() -> impl IntoView {
    let item = |(class, path, meaning)| {
        view! {
            <li>
                <svg class="sample" viewBox="0 0 28 14" aria-hidden="true">
                    <path class=class d=path />
                </svg>
                {meaning}
            </li>
        }
    };
    view! {
        <ul class="key legend">
            {LEGEND.map(item)}
            <li>"Ear cut through from the front, as in the small head"</li>
        </ul>
    }
}

//! Signed bars, placed by SVG attributes in per cent so that text and hatching never stretch.

use leptos::prelude::*;

use super::reactive::{attribute, string};
use crate::model::Points;

/// The span of a set of bars: how far they reach to either side of zero, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    low: i32,
    high: i32,
}

/// What a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Solid for, hatched against.
    Signed,
    /// The leader's: solid.
    Leader,
    /// Another's: outlined.
    Rival,
}

impl Scale {
    /// A scale that holds every one of `points`, and zero.
    pub fn of(points: impl Iterator<Item = Points>) -> Self {
        points.fold(Self { low: 0, high: 0 }, |scale, points| Self {
            low: scale.low.min(points.0),
            high: scale.high.max(points.0),
        })
    }

    /// Where `points` lies, in hundredths of a per cent of the width. A bar that is about to go may lie
    /// outside; it ends at the edge.
    pub fn at(self, points: i32) -> i32 {
        let span = (self.high - self.low).max(1);
        (points.clamp(self.low, self.high) - self.low) * 10_000 / span
    }
}

/// Hundredths as per cent.
fn percent(hundredths: i32) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A bar from one value to another, with its zero line.
#[component]
pub fn RangeBar(
    #[prop(into)] low: Signal<Points>,
    #[prop(into)] high: Signal<Points>,
    #[prop(into)] scale: Signal<Scale>,
) -> impl IntoView {
    let ends = move || {
        let (from, to) = (scale.get().at(low.get().0), scale.get().at(high.get().0));
        // A mark even where the two are one.
        (from, to.max(from + 50))
    };
    view! { <Drawing class="bar-open" ends=Signal::derive(ends) scale /> }
}

/// One bar with its zero line.
#[component]
pub fn Bar(
    #[prop(into)] points: Signal<Points>,
    #[prop(into)] scale: Signal<Scale>,
    #[prop(into)] tone: Signal<Tone>,
) -> impl IntoView {
    let class = string(move || {
        match tone.get() {
            Tone::Signed if points.get().0 < 0 => "bar-against",
            Tone::Signed | Tone::Leader => "bar-for",
            Tone::Rival => "bar-open",
        }
        .to_owned()
    });
    let ends = move || {
        let (zero, end) = (scale.get().at(0), scale.get().at(points.get().0));
        (zero.min(end), zero.max(end))
    };
    view! { <Drawing class ends=Signal::derive(ends) scale /> }
}

/// A bar between two places on the scale.
#[component]
fn Drawing(
    #[prop(into)] class: Signal<String>,
    ends: Signal<(i32, i32)>,
    scale: Signal<Scale>,
) -> impl IntoView {
    let zero = string(move || percent(scale.get().at(0)));
    view! {
        <svg class="bar" aria-hidden="true">
            <rect
                class=class
                fill=attribute(move || (class.get() == "bar-against").then(|| "url(#hatch)".to_owned()))
                x=string(move || percent(ends.get().0))
                width=string(move || percent(ends.get().1 - ends.get().0))
                y="1"
                height="12"
            />
            <line class="bar-zero" x1=zero x2=zero y2="14" />
        </svg>
    }
}

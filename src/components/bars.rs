//! Signed bars, placed by SVG attributes in per cent so that text and hatching never stretch.

use crate::markup::{Markup, svg};
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

    /// Where `points` lies, in hundredths of a per cent of the width.
    pub fn at(self, points: i32) -> i32 {
        let span = (self.high - self.low).max(1);
        (points - self.low) * 10_000 / span
    }
}

/// Hundredths as per cent.
fn percent(hundredths: i32) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A bar from one value to another, with its zero line.
pub fn range(low: Points, high: Points, scale: Scale) -> Markup {
    let (from, to) = (scale.at(low.0), scale.at(high.0));
    // A mark even where the two are one.
    drawn("bar-open", from, to.max(from + 50), scale)
}

/// One bar with its zero line.
pub fn bar(points: Points, scale: Scale, tone: Tone) -> Markup {
    let class = match tone {
        Tone::Signed if points.0 < 0 => "bar-against",
        Tone::Signed | Tone::Leader => "bar-for",
        Tone::Rival => "bar-open",
    };
    let (zero, end) = (scale.at(0), scale.at(points.0));
    drawn(class, zero.min(end), zero.max(end), scale)
}

/// A bar between two places on the scale.
fn drawn(class: &'static str, from: i32, to: i32, scale: Scale) -> Markup {
    let zero = percent(scale.at(0));
    let fill = (class == "bar-against").then_some("url(#hatch)");
    let rect = svg("rect")
        .class(class)
        .attr_if("fill", fill)
        .attr("x", percent(from))
        .attr("width", percent(to - from))
        .attr("y", "1")
        .attr("height", "12");
    let line =
        svg("line").class("bar-zero").attr("x1", zero.clone()).attr("x2", zero).attr("y2", "14");
    svg("svg").class("bar").attr("aria-hidden", "true").with(rect).with(line).into()
}

//! Growth: how the points of each type add up, answer by answer in the order of the quiz.

use std::fmt::Write;

use crate::components::bars::Scale;
use crate::markup::{Markup, el, svg};
use crate::model::{DeviceTypeId, Points, Quiz, Verdict};
use crate::nodes;

/// A step line for each type that remains, and how to read it. The height of each step is a number
/// in the table of every line. Nothing while there is only one step.
pub fn growth(quiz: &'static Quiz, verdict: &Verdict) -> Option<Markup> {
    let remaining = verdict.ranking.iter().filter(|ranked| ranked.rank.is_some());
    let device_types: Vec<DeviceTypeId> = remaining.map(|ranked| ranked.device_type).collect();
    let lines = &verdict.breakdown.lines;
    let [first, second, ..] = device_types[..] else { return None };
    if lines.len() < 2 {
        return None;
    }
    // For each type its points after each answer.
    let mut sums: Vec<Vec<Points>> = Vec::new();
    for device_type in &device_types {
        let mut sum = Points(0);
        sums.push(lines.iter().map(|line| (sum.0 += line.of(*device_type).0, sum).1).collect());
    }
    let scale = Scale::of(sums.iter().flatten().copied());
    let height = |points: Points| 10_000 - scale.at(points.0);
    let zero = format!("M0 {}H{}", height(Points(0)), lines.len());
    let mut chart = svg("svg")
        .class("growth screen")
        .attr("viewBox", format!("0 0 {} 10000", lines.len()))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .with(svg("path").attr("d", zero));
    // The leader last, so that it lies on top.
    for sums in sums.iter().rev() {
        let mut steps = format!("M0 {}", height(Points(0)));
        for (at, sum) in sums.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(steps, "V{}H{}", height(*sum), at + 1);
        }
        chart = chart.with(svg("path").attr("d", steps));
    }
    let others = if device_types.len() > 2 { " Thin: the others." } else { "" };
    let how = format!(
        "How the points grow, answer by answer in the order of the quiz. Thick: {}. Dashed: {}.{others}",
        quiz.device_type(first).column,
        quiz.device_type(second).column
    );
    Some(nodes![el("p").class("small screen").with(how), chart])
}

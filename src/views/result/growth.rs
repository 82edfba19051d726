//! Growth: how the points of each type add up, answer by answer in the order of the quiz.

use std::fmt::Write;

use leptos::prelude::*;

use crate::components::bars::Scale;
use crate::components::reactive::{dynamic, flag, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{Points, Quiz};
use crate::state::Session;
use crate::state::result::growth;

/// A step line for each type that remains, and how to read it. The height of each step is a number
/// in the table of every line. Nothing while there is only one step.
#[component]
pub fn Growth() -> impl IntoView {
    let session = Session::get();
    let verdict = session.verdict();
    let growth = Memo::new(move |_| growth::Growth::of(&verdict.read()));
    let words = string(move || {
        growth.read().as_ref().map(|at| reading(session.quiz(), at)).unwrap_or_default()
    });
    view! {
        <When condition=flag(move || growth.read().is_some())>
            <p class="small screen">
                <Text words />
            </p>
            // A drawing has no state, so it is made again when it changes.
            {dynamic(move || growth.get().map(|growth| view! { <Chart growth /> }))}
        </When>
    }
}

/// Which line stands for which type.
fn reading(quiz: &Quiz, growth: &growth::Growth) -> String {
    let [first, second, others @ ..] = growth.curves.as_slice() else { return String::new() };
    let others = if others.is_empty() { "" } else { " Thin: the others." };
    format!(
        "How the points grow, answer by answer in the order of the quiz. Thick: {}. Dashed: {}.{others}",
        quiz.device_type(first.device_type).column,
        quiz.device_type(second.device_type).column
    )
}

#[component]
fn Chart(growth: growth::Growth) -> impl IntoView {
    let scale = Scale::of(growth.curves.iter().flat_map(|curve| curve.sums.iter().copied()));
    let zero = format!("M0 {}H{}", height(scale, Points(0)), growth.steps);
    let path = |curve: &growth::Curve| view! { <path d=steps(scale, &curve.sums) /> };
    // The leader last, so that it lies on top.
    let paths = growth.curves.iter().rev().map(path).collect_view();
    view! {
        <svg
            class="growth screen"
            viewBox=format!("0 0 {} 10000", growth.steps)
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            <path d=zero />
            {paths}
        </svg>
    }
}

/// How far below the top of the chart a number of points lies.
fn height(scale: Scale, points: Points) -> i32 {
    10_000 - scale.at(points.0)
}

/// The path of a step line.
fn steps(scale: Scale, sums: &[Points]) -> String {
    let mut steps = format!("M0 {}", height(scale, Points(0)));
    for (at, sum) in sums.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(steps, "V{}H{}", height(scale, *sum), at + 1);
    }
    steps
}

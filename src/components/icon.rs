//! Small icons beside a name or a number: a type, an evidence grade, a rating on its scale.
//!
//! All are one colour and hidden from assistive technology: the words beside them say the same. What
//! is drawn many times is in the document once, in [`Defs`].

use leptos::prelude::*;

use crate::model::{Grade, Rating};

/// A path with the class of its stroke.
type Line = (&'static str, &'static str);

/// The icon of a grade, in a box of 12 (two rings are wider).
const GRADE: &[(&str, &[Line])] = &[
    ("measured", &[("grade-full", RING)]),
    ("reported", &[("grade-ring", RING), ("grade-full", "M6 1.4a4.6 4.6 0 0 0 0 9.2Z")]),
    ("consensus", &[("grade-ring", RING)]),
    ("estimate", &[("grade-dash", RING)]),
    (
        "disputed",
        &[(
            "grade-ring",
            "M1 6a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0ZM4.6 6a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0Z",
        )],
    ),
];
const RING: &str = "M1.4 6a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0Z";

/// The id of the scale of a rating from −2 to +2.
const fn scale_id(rating: i8) -> &'static str {
    match rating {
        ..=-2 => "dots-m2",
        -1 => "dots-m1",
        0 => "dots-0",
        1 => "dots-1",
        2.. => "dots-2",
    }
}

/// The icon of a type, by its id. The build inlines its shape from `public/illustrations/`.
#[component]
pub fn TypeIcon(id: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <use_ href=format!("#icon-{id}") />
        </svg>
    }
}

/// The icon of an evidence grade.
#[component]
pub fn GradeIcon(grade: Grade) -> impl IntoView {
    view! {
        <svg class="grade" viewBox="0 0 12 12" aria-hidden="true">
            <use_ href=format!("#grade-{}", grade.id()) />
        </svg>
    }
}

/// A rating as a dot on its axis: a stem from zero, solid if not negative.
#[component]
pub fn DotScale(rating: Rating) -> impl IntoView {
    view! {
        <svg class="dots" viewBox="0 0 92 14" aria-hidden="true">
            <use_ href=format!("#{}", scale_id(rating.value())) />
        </svg>
    }
}

/// What pages draw many times, once in the document: the hatching of bars that count against, used
/// as `url(#hatch)`, the icons of the grades and the scales.
#[component]
pub fn Defs() -> impl IntoView {
    view! {
        <svg class="defs" width="0" height="0" aria-hidden="true">
            <defs>
                <pattern
                    id="hatch"
                    width="4"
                    height="4"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                >
                    <path class="hatch-line" d="M2 0V4" />
                </pattern>
                {GRADE.iter().map(|(id, lines)| view! { <GradeSymbol id lines /> }).collect_view()}
                {(-2..=2).map(|rating| view! { <ScaleSymbol rating /> }).collect_view()}
            </defs>
        </svg>
    }
}

#[component]
fn GradeSymbol(id: &'static str, lines: &'static [Line]) -> impl IntoView {
    let path = |(class, d): &Line| view! { <path class=*class d=*d /> };
    view! {
        <symbol id=format!("grade-{id}") overflow="visible">
            {lines.iter().map(path).collect_view()}
        </symbol>
    }
}

/// A hollow dot at the end of its axis reaches over the edge.
#[component]
fn ScaleSymbol(rating: i8) -> impl IntoView {
    let x = 46 + 20 * i32::from(rating);
    let dot = if rating < 0 { "dots-hollow" } else { "dots-full" };
    view! {
        <symbol id=scale_id(rating) overflow="visible">
            <path class="dots-axis" d="M6 7H86M6 4V10M26 4.5V9.5M66 4.5V9.5M86 4V10" />
            <path class="dots-zero" d="M46 1.5V12.5" />
            <path class="dots-stem" d=format!("M46 7H{x}") />
            <circle class=dot cx=x cy="7" r="5.5" />
        </symbol>
    }
}

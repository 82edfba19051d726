//! Small signs beside a name or a number: a type's mark, an evidence mark, a dot on its scale.
//!
//! All are one colour and hidden from assistive technology: the words beside them say the same.

use leptos::prelude::*;

/// The weight of a stroke, and its path.
type Line = (&'static str, &'static str);

const BOLD: &str = "mark-bold";
const LINE: &str = "mark-line";
const THIN: &str = "mark-thin";
const FULL: &str = "mark-full";

/// Head with the open ear canal; the same, closed by something in the canal.
const HEAD: Line = (THIN, "M18.2 1.5V9.7H23.6M18.2 22.5V14.5H23.6");
const FACE: Line = (THIN, "M18.2 1.5V22.5M18.2 9.7H23.6M18.2 14.5H23.6");
const TIP: Line = (FULL, "M16 9.5H21.2V14.7H16Z");
const CUP: &str = "M15.6 2.5A11.4 9.6 0 0 0 15.6 21.6";

/// Type id and lines, in a box of 24.
const GEAR: &[(&str, &[Line])] = &[
    ("open-back", &[HEAD, ("mark-open", CUP)]),
    ("closed-back", &[HEAD, (BOLD, CUP)]),
    ("on-ear", &[FACE, (BOLD, "M15.4 6.2A7.4 5.9 0 0 0 15.4 18Z")]),
    (
        "anc-over-ear",
        &[HEAD, (BOLD, CUP), (THIN, "M7.2 12.6C8.4 9.6 10 10.6 10.7 12.2S13 14.6 14.2 11.8")],
    ),
    (
        "iem",
        &[
            FACE,
            TIP,
            (LINE, "M7 12.2a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0-8.8 0Z"),
            (THIN, "M7.6 8.5C5.6 6 6 3.2 8.8 1.8"),
        ],
    ),
    (
        "custom-iem",
        &[
            FACE,
            (LINE, "M16.4 5.2C9 4.8 6 8 6 12.2S9 19.4 16.4 19.2Z"),
            (FULL, "M16.4 9.3H23.6V14.9H16.4Z"),
            (THIN, "M7.8 6.8C6.8 4.2 7.4 2.4 9.2 1.4"),
        ],
    ),
    (
        "tws-anc",
        &[
            FACE,
            TIP,
            (
                LINE,
                "M8.7 20V11.5C8.7 5.9 16 5.9 16 11.6 16 15 13.6 16 11.7 16.2V20C11.7 21.8 8.7 21.8 8.7 20Z",
            ),
            (THIN, "M.8 11.2C2 8.4 3.2 9.4 3.8 11S5.6 13.4 6.6 10.8"),
        ],
    ),
];

/// The evidence mark of a grade, in a box of 12 (two rings are wider).
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

/// The mark of a type, by its id; empty for an id it does not know.
#[component]
pub fn GearMark(gear: &'static str) -> impl IntoView {
    view! { <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">{lines(GEAR, gear)}</svg> }
}

/// The mark of an evidence grade; empty for a grade it does not know.
#[component]
pub fn GradeMark(grade: &'static str) -> impl IntoView {
    view! { <svg class="grade" viewBox="0 0 12 12" aria-hidden="true">{lines(GRADE, grade)}</svg> }
}

fn lines(table: &'static [(&'static str, &'static [Line])], id: &str) -> impl IntoView {
    let found = table.iter().find(|(name, _)| *name == id).map_or(&[][..], |(_, lines)| *lines);
    found.iter().map(|(class, d)| view! { <path class=*class d=*d></path> }).collect_view()
}

/// A standing from −2 to +2 as a dot on its axis: a stem from zero, solid if not negative.
#[component]
pub fn DotScale(standing: i8) -> impl IntoView {
    let x = 46 + 20 * i32::from(standing.clamp(-2, 2));
    let dot = if standing < 0 { "dots-hollow" } else { "dots-full" };
    view! {
        <svg class="dots" viewBox="0 0 92 14" aria-hidden="true">
            <path class="dots-axis" d="M6 7H86M6 4V10M26 4.5V9.5M66 4.5V9.5M86 4V10"></path>
            <path class="dots-zero" d="M46 1.5V12.5"></path>
            <path class="dots-stem" d=format!("M46 7H{x}")></path>
            <circle class=dot cx=x cy="7" r="5.5"></circle>
        </svg>
    }
}

/// The hatching of bars that count against; once in the document, used as `url(#hatch)`.
#[component]
pub fn HatchDefs() -> impl IntoView {
    view! {
        <svg class="defs" width="0" height="0" aria-hidden="true">
            <defs>
                <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="hatch-line" d="M2 0V4"></path>
                </pattern>
            </defs>
        </svg>
    }
}

//! Small signs beside a name or a number: a type's mark, an evidence mark, a dot on its scale.
//!
//! All are one colour and hidden from assistive technology: the words beside them say the same.

use crate::markup::{Attribute, El, Markup, svg};

/// The weight of a stroke, and its path.
type Line = (&'static str, &'static str);

const BOLD: &str = "icon-bold";
const LINE: &str = "icon-line";
const THIN: &str = "icon-thin";
const FULL: &str = "icon-full";

/// Head with the open ear canal; the same, closed by something in the canal.
const HEAD: Line = (THIN, "M18.2 1.5V9.7H23.6M18.2 22.5V14.5H23.6");
const FACE: Line = (THIN, "M18.2 1.5V22.5M18.2 9.7H23.6M18.2 14.5H23.6");
const TIP: Line = (FULL, "M16 9.5H21.2V14.7H16Z");
const CUP: &str = "M15.6 2.5A11.4 9.6 0 0 0 15.6 21.6";

/// Type id and lines, in a box of 24.
const DEVICE_TYPE: &[(&str, &[Line])] = &[
    ("open-back", &[HEAD, ("icon-open", CUP)]),
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

/// The id of the scale of a standing from −2 to +2.
const fn scale_id(rating: i8) -> &'static str {
    match rating {
        ..=-2 => "dots-m2",
        -1 => "dots-m1",
        0 => "dots-0",
        1 => "dots-1",
        2.. => "dots-2",
    }
}

/// The mark of a type, by its id. Its shape is in [`defs`].
pub fn type_icon(device_type: &'static str) -> Markup {
    sign("icon", "0 0 24 24").with(reference(format!("#icon-{device_type}"))).into()
}

/// The mark of an evidence grade. Its shape is in [`defs`].
pub fn grade_icon(grade: &'static str) -> Markup {
    sign("grade", "0 0 12 12").with(reference(format!("#grade-{grade}"))).into()
}

/// A standing from −2 to +2 as a dot on its axis: a stem from zero, solid if not negative. Its
/// shape is in [`defs`].
pub fn dot_scale(rating: i8) -> Markup {
    sign("dots", "0 0 92 14").with(reference(format!("#{}", scale_id(rating)))).into()
}

fn sign(class: &'static str, view_box: &'static str) -> El {
    svg("svg").class(class).attr("viewBox", view_box).attr("aria-hidden", "true")
}

fn reference(href: String) -> El {
    svg("use").attr("href", href)
}

fn paths(lines: &[Line]) -> Markup {
    Markup::all(lines.iter().map(|(class, d)| path(class, *d)))
}

fn path(class: &'static str, d: impl Attribute) -> El {
    svg("path").class(class).attr("d", d)
}

/// What the page draws many times, once in the document: the hatching of bars that count against,
/// used as `url(#hatch)`, the marks and the dot scales.
pub fn defs() -> Markup {
    let hatch = svg("pattern")
        .id("hatch")
        .attr("width", "4")
        .attr("height", "4")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .with(path("hatch-line", "M2 0V4"));
    let grades = GRADE.iter().map(|(id, lines)| symbol(format!("grade-{id}")).with(paths(lines)));
    let device_types =
        DEVICE_TYPE.iter().map(|(id, lines)| symbol(format!("icon-{id}")).with(paths(lines)));
    let inside = svg("defs")
        .with(hatch)
        .with_all(device_types)
        .with_all(grades)
        .with_all((-2..=2).map(scale));
    svg("svg")
        .class("defs")
        .attr("width", "0")
        .attr("height", "0")
        .attr("aria-hidden", "true")
        .with(inside)
        .into()
}

/// A shape to refer to. A hollow dot at the end of its axis reaches over the edge.
fn symbol(id: impl Attribute) -> El {
    svg("symbol").id(id).attr("overflow", "visible")
}

fn scale(rating: i8) -> El {
    let x = 46 + 20 * i32::from(rating);
    let dot = svg("circle")
        .class(if rating < 0 { "dots-hollow" } else { "dots-full" })
        .attr("cx", x.to_string())
        .attr("cy", "7")
        .attr("r", "5.5");
    symbol(scale_id(rating))
        .with(path("dots-axis", "M6 7H86M6 4V10M26 4.5V9.5M66 4.5V9.5M86 4V10"))
        .with(path("dots-zero", "M46 1.5V12.5"))
        .with(path("dots-stem", format!("M46 7H{x}")))
        .with(dot)
}

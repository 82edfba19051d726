//! Small signs beside a name or a number: a type's mark, an evidence mark, a dot on its scale.
//!
//! All are one colour and hidden from assistive technology: the words beside them say the same.

use crate::markup::{Attribute, El, Markup, svg};

/// The class of a stroke, and its path.
type Line = (&'static str, &'static str);

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

/// The mark of a type, by its id. Its shape is in [`defs`].
pub fn type_icon(device_type: &'static str) -> Markup {
    sign("icon", "0 0 24 24").with(reference(format!("#icon-{device_type}"))).into()
}

/// The mark of an evidence grade. Its shape is in [`defs`].
pub fn grade_icon(grade: &'static str) -> Markup {
    sign("grade", "0 0 12 12").with(reference(format!("#grade-{grade}"))).into()
}

/// A rating from −2 to +2 as a dot on its axis: a stem from zero, solid if not negative. Its
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
    let inside = svg("defs").with(hatch).with_all(grades).with_all((-2..=2).map(scale));
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

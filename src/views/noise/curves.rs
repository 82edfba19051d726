//! The curves by octave band, and their numbers as a table.

use leptos::prelude::*;

use super::place::worn_name;
use crate::components::plot::{Axis, Curve, Figure, Stroke};
use crate::components::reactive::dynamic;
use crate::model::Quiz;
use crate::model::noise::{BANDS_HZ, Bands};
use crate::state::noise::{Choices, PlaceReport};

/// The strokes of the two types, and of each if it fits badly.
const STROKES: [[Stroke; 2]; 2] =
    [[Stroke::First, Stroke::FirstDashed], [Stroke::Second, Stroke::SecondDashed]];

/// What reaches the ear by octave band: with bare ears, and under each type, well and badly worn.
pub fn residual_figure(quiz: &Quiz, choices: Choices, report: Option<&PlaceReport>) -> Figure {
    let mut curves = Vec::new();
    if let Some(report) = report {
        curves.push(curve("Bare ears".to_owned(), Stroke::Dotted, &report.bare.bands));
        for (row, [well, badly]) in report.types.iter().zip(STROKES) {
            let name = worn_name(quiz, choices, row.worn);
            if let Some(leaks) = &row.leaks {
                curves.push(curve(format!("{name}, fits badly"), badly, &leaks.bands));
            }
            curves.push(curve(name, well, &row.fits.bands));
        }
    }
    Figure { x: bands_axis(), y: levels_axis(&curves), curves }
}

/// One value for each band. The bands stand at equal distances, since each is an octave.
pub fn curve(name: String, stroke: Stroke, bands: &Bands) -> Curve {
    let points = bands.iter().map(|(hertz, level)| (f64::from(hertz), level)).collect();
    Curve { name, stroke, points, has_marks: true }
}

/// The octave bands, with half a band to spare at each end.
pub fn bands_axis() -> Axis {
    let label = |hertz: u16| match hertz {
        hertz if hertz >= 1000 => format!("{}k", hertz / 1000),
        hertz => hertz.to_string(),
    };
    let ticks = BANDS_HZ.map(|hertz| (f64::from(hertz), label(hertz))).to_vec();
    Axis { name: "Hz", ends: (44.0, 11_300.0), is_log: true, ticks }
}

/// Levels from below the lowest to above the highest of the curves, in steps of 20 dB.
fn levels_axis(curves: &[Curve]) -> Axis {
    let values = || curves.iter().flat_map(|curve| curve.points.iter().map(|point| point.1));
    let low = (values().fold(40.0, f64::min) / 20.0).floor() * 20.0;
    let high = (values().fold(60.0, f64::max) / 20.0).ceil() * 20.0;
    let mut ticks = Vec::new();
    let mut at = low;
    while at <= high {
        ticks.push((at, whole(at)));
        at += 20.0;
    }
    Axis { name: "dB", ends: (low, high), is_log: false, ticks }
}

/// The numbers of a plot by octave band: a row for each curve. `name` tells this table from others.
#[component]
pub fn BandTable(#[prop(into)] name: String, figure: Signal<Figure>) -> impl IntoView {
    view! {
        <div class="scroll" role="region" aria-label=name tabindex="0">
            {dynamic(move || table(&figure.read()))}
        </div>
    }
}

fn table(figure: &Figure) -> impl IntoView + use<> {
    let head = figure.x.ticks.iter().map(|(_, label)| {
        view! { <th scope="col">{label.clone()}</th> }
    });
    let row = |curve: &Curve| {
        let cell = |point: &(f64, f64)| view! { <td>{whole(point.1)}</td> };
        view! {
            <tr>
                <th scope="row">{curve.name.clone()}</th>
                {curve.points.iter().map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <table class="plain">
            <thead>
                <tr>
                    <th scope="col">{figure.x.name}</th>
                    {head.collect_view()}
                </tr>
            </thead>
            <tbody>{figure.curves.iter().map(row).collect_view()}</tbody>
        </table>
    }
}

/// A number without decimals, with a minus sign that is as wide as a digit.
fn whole(number: f64) -> String {
    let whole = number.round();
    if whole < 0.0 { format!("−{}", -whole) } else { whole.abs().to_string() }
}

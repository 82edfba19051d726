//! What each type holds back by octave band: a small curve for each type, and the numbers.

use leptos::prelude::*;

use crate::components::fold::Further;
use crate::components::plot::{Axis, Figure, Stroke};
use crate::model::noise::Attenuation;
use crate::route::Route;
use crate::state::Session;
use crate::views::noise::curves::{BandTable, bands_axis, curve};

/// The size of a small drawing, in units of its view box.
const SIZE: (f64, f64) = (120.0, 64.0);
/// The highest attenuation that fits, in dB.
const MOST: f64 = 48.0;

/// The curves of all types, each in its usual way of wearing it, on one scale.
#[component]
pub(super) fn Isolation() -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let noise = session.noise();
    let name = |of: &Attenuation| quiz.device_type(of.device_type).column.clone();
    let curves =
        noise.attenuations.iter().map(|of| curve(name(of), Stroke::First, &of.usual.bands));
    let y = Axis { name: "dB", ends: (0.0, MOST), is_log: false, ticks: Vec::new() };
    let figure = Figure { x: bands_axis(), y, curves: curves.collect() };
    let small = |at: usize| small(&figure, at);
    let drawings: Vec<_> = (0..figure.curves.len()).map(small).collect();
    let about = "How much noise each type blocks";
    view! {
        <figure class="isolation">
            <figcaption>
                {about}
                ", from low to high sounds, all on one scale. Our estimates, for a good fit."
            </figcaption>
            <ul>{drawings}</ul>
            <Further words="Numbers in dB, by octave band" about>
                <BandTable name=about figure=Signal::stored(figure) />
            </Further>
            <p>
                <a href=Route::Noise(None).href()>"See and hear it at your places"</a>
            </p>
        </figure>
    }
}

/// One curve with its base line.
fn small(figure: &Figure, at: usize) -> impl IntoView + use<> {
    let curve = &figure.curves[at];
    let place = |(x, y): &(f64, f64)| {
        let (x, y) = (figure.x.at(*x) * SIZE.0, SIZE.1 - figure.y.at(*y) * SIZE.1);
        format!("{x:.0},{y:.0}")
    };
    let points: Vec<String> = curve.points.iter().map(place).collect();
    view! {
        <li>
            <svg viewBox=format!("0 0 {} {}", SIZE.0, SIZE.1) aria-hidden="true">
                <path class="plot-grid" d=format!("M0 {}H{}", SIZE.1, SIZE.0) />
                <polyline class="plot-first" points=points.join(" ") />
            </svg>
            {curve.name.clone()}
        </li>
    }
}

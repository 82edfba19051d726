//! Plots of lines: axes, grid and curves in one SVG, with a key below.

use leptos::prelude::*;

use super::reactive::dynamic;

/// An axis from its lowest to its highest value, with a line and a label at some.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What it measures, with the unit.
    pub name: &'static str,
    /// The lowest and the highest value.
    pub ends: (f64, f64),
    /// Whether equal distances are equal factors instead of equal differences.
    pub is_log: bool,
    /// The values with labels.
    pub ticks: Vec<(f64, String)>,
}

impl Axis {
    /// Where a value lies, from 0 to 1. Values beyond an end lie at the end.
    ///
    /// ```
    /// use headphones_or_iems::components::plot::Axis;
    /// let level = Axis { name: "dB", ends: (20.0, 100.0), is_log: false, ticks: Vec::new() };
    /// assert_eq!([20.0, 60.0, 120.0].map(|at| level.at(at)), [0.0, 0.5, 1.0]);
    /// let hours = Axis { name: "h", ends: (0.1, 10.0), is_log: true, ticks: Vec::new() };
    /// assert_eq!(hours.at(1.0), 0.5);
    /// ```
    pub fn at(&self, value: f64) -> f64 {
        let scaled = |at: f64| if self.is_log { at.log10() } else { at };
        let (low, high) = (scaled(self.ends.0), scaled(self.ends.1));
        ((scaled(value) - low) / (high - low)).clamp(0.0, 1.0)
    }
}

/// How a curve is drawn. They differ without colour too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Thin and dotted: what everything else is compared with.
    Dotted,
    /// Thick, in the accent colour.
    First,
    /// Dashed, in the accent colour.
    FirstDashed,
    /// Ink.
    Second,
    /// Dashed, in ink.
    SecondDashed,
}

/// A curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What it shows.
    pub name: String,
    /// How it is drawn.
    pub stroke: Stroke,
    /// Its points in the values of the axes, from left to right.
    pub points: Vec<(f64, f64)>,
    /// Whether each point has a mark.
    pub has_marks: bool,
}

/// What a plot shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The axis to the right.
    pub x: Axis,
    /// The axis upwards.
    pub y: Axis,
    /// The curves; later ones lie on top.
    pub curves: Vec<Curve>,
}

/// The size of the drawing, in units of the view box, and the place of the area with the curves.
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 230.0;
const LEFT: f64 = 40.0;
const RIGHT: f64 = 352.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 190.0;

impl Stroke {
    /// The class that draws it.
    const fn class(self) -> &'static str {
        match self {
            Self::Dotted => "plot-dotted",
            Self::First => "plot-first",
            Self::FirstDashed => "plot-first plot-dashed",
            Self::Second => "plot-second",
            Self::SecondDashed => "plot-second plot-dashed",
        }
    }
}

/// A plot with its title and key. The numbers must stand beside it as a table, since a drawing says
/// nothing to readers who hear the page.
#[component]
pub fn Plot(title: String, figure: Signal<Figure>) -> impl IntoView {
    view! {
        <figure class="plot">
            <figcaption>{title}</figcaption>
            {dynamic(move || view! { <Drawing figure=figure.get() /> })}
        </figure>
    }
}

#[component]
fn Drawing(figure: Figure) -> impl IntoView {
    let key = figure.curves.iter().map(|curve| {
        view! {
            <li>
                <svg class="plot-sample" viewBox="0 0 28 8" aria-hidden="true">
                    <path class=curve.stroke.class() d="M0 4H28" />
                </svg>
                {curve.name.clone()}
            </li>
        }
    });
    let key = key.collect_view();
    view! {
        <div>
            <svg
                class="plot-area"
                viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                aria-hidden="true"
            >
                <Grid x=figure.x.clone() y=figure.y.clone() />
                {figure.curves.iter().map(|curve| line(&figure, curve)).collect_view()}
            </svg>
            <ul class="key">{key}</ul>
        </div>
    }
}

/// Where a value from 0 to 1 lies.
fn across(x: f64) -> f64 {
    LEFT + x * (RIGHT - LEFT)
}

fn up(y: f64) -> f64 {
    BOTTOM - y * (BOTTOM - TOP)
}

#[component]
fn Grid(x: Axis, y: Axis) -> impl IntoView {
    let (columns, rows) = (x.ticks.clone(), y.ticks.clone());
    let column = |(at, label): (f64, String)| {
        let at = across(x.at(at));
        view! {
            <path class="plot-grid" d=format!("M{at:.1} {TOP}V{BOTTOM}") />
            <text x=format!("{at:.1}") y=BOTTOM + 16.0>
                {label}
            </text>
        }
    };
    let row = |(at, label): (f64, String)| {
        let at = up(y.at(at));
        view! {
            <path class="plot-grid" d=format!("M{LEFT} {at:.1}H{RIGHT}") />
            <text x=LEFT - 6.0 y=format!("{:.1}", at + 4.0)>
                {label}
            </text>
        }
    };
    view! {
        <g class="plot-columns">{columns.into_iter().map(column).collect_view()}</g>
        <g class="plot-rows">{rows.into_iter().map(row).collect_view()}</g>
        <text x="0" y="12">
            {y.name}
        </text>
        <text x=RIGHT y=HEIGHT - 4.0 text-anchor="end">
            {x.name}
        </text>
    }
}

fn line(figure: &Figure, curve: &Curve) -> impl IntoView + use<> {
    let class = curve.stroke.class();
    let place = |(x, y): &(f64, f64)| (across(figure.x.at(*x)), up(figure.y.at(*y)));
    let places: Vec<(f64, f64)> = curve.points.iter().map(place).collect();
    let mark = |(x, y): &(f64, f64)| {
        view! { <circle class=class cx=format!("{x:.1}") cy=format!("{y:.1}") r="2.5" /> }
    };
    let marks = curve.has_marks.then(|| places.iter().map(mark).collect_view());
    let points: Vec<String> = places.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    view! {
        <polyline class=class points=points.join(" ") />
        {marks}
    }
}

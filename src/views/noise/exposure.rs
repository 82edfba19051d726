//! Listening time against level.

use leptos::prelude::*;

use super::place::worn_name;
use crate::components::plot::{Axis, Curve, Figure, Plot, Stroke};
use crate::components::reactive::{flag, string};
use crate::components::section::Section;
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::Quiz;
use crate::model::exposure::{Exposure, Hours, Mode};
use crate::model::noise::Dba;
use crate::state::Session;
use crate::state::noise::{Choices, DAY, WEEK, hours, report};
use crate::views::basis::BasisLine;

/// The levels of the table, in dBA.
const LEVELS: [f64; 8] = [70.0, 75.0, 80.0, 85.0, 90.0, 95.0, 100.0, 105.0];
/// The ends of the plot: a minute, and a little more than a week.
const HOURS: (f64, f64) = (1.0 / 60.0, 200.0);

/// The two references, and how they fall with the level.
#[component]
pub fn Times(choices: Choices) -> impl IntoView {
    let session = Session::get();
    let basis = &choices.noise().references;
    let quiz = session.quiz();
    let loudest = string(move || loudest(quiz, choices));
    view! {
        <Section view="noise" anchor="time" title="For how long">
            <p>
                "Every extra 3 dB halves the time in which your ears receive the same sound energy. There \
                 are two references. NIOSH counts by the day, for work. WHO and ITU count by the week, for \
                 listening devices. Both are only marks to compare with: staying below them does not rule \
                 out harm, and ears differ."
            </p>
            <When condition=flag(move || !choices.places().is_empty())>
                <p>
                    <Text words=loudest />
                </p>
            </When>
            <Plot
                title="Hours to each reference at a level".to_owned()
                figure=Signal::derive(figure)
            />
            {table()}
            <BasisLine label="NIOSH" basis=&basis.niosh />
            <BasisLine label="WHO and ITU" basis=&basis.adult />
            <BasisLine label="Children and sensitive ears" basis=&basis.sensitive />
        </Section>
    }
}

/// The type and place that need the highest level. Tracked.
fn loudest(quiz: &Quiz, choices: Choices) -> String {
    let rows = choices.places().into_iter().filter_map(|at| report(choices, at));
    let all = rows.flat_map(|place| place.types.into_iter().map(move |row| (place.place, row)));
    let most = all.max_by(|one, other| one.1.need.usual.0.total_cmp(&other.1.need.usual.0));
    most.map_or_else(String::new, |(place, row)| {
        format!(
            "Your loudest case: with {} in “{}”, about {:.0} dBA is needed.",
            worn_name(quiz, choices, row.worn),
            choices.noise().places[place].name,
            row.need.usual.0
        )
    })
}

/// The hours a day, at most those of a day.
fn day(level: f64) -> f64 {
    Exposure::niosh_daily(Dba(level)).0.min(DAY)
}

/// The hours a week, at most those of a week.
fn week(level: f64, mode: Mode) -> f64 {
    Exposure::weekly(Dba(level), mode).0.min(WEEK)
}

fn figure() -> Figure {
    let curve = |name: &str, stroke, of: fn(f64) -> f64| Curve {
        name: name.to_owned(),
        stroke,
        points: LEVELS.map(|level| (level, of(level))).to_vec(),
        has_marks: true,
    };
    let curves = vec![
        curve("NIOSH, a day", Stroke::Second, day),
        curve("WHO and ITU, a week", Stroke::First, |level| week(level, Mode::Adult)),
        curve("WHO and ITU for children, a week", Stroke::FirstDashed, |level| {
            week(level, Mode::Sensitive)
        }),
    ];
    let tick = |(hours, label): (f64, &str)| (hours, label.to_owned());
    let times =
        [(1.0 / 60.0, "1 min"), (0.1, "6 min"), (1.0, "1 h"), (10.0, "10 h"), (100.0, "100 h")];
    let levels = LEVELS.map(|level| (level, level.to_string())).to_vec();
    Figure {
        x: Axis { name: "dBA", ends: (68.0, 107.0), is_log: false, ticks: levels },
        y: Axis { name: "", ends: HOURS, is_log: true, ticks: times.map(tick).to_vec() },
        curves,
    }
}

/// The numbers of the plot.
fn table() -> impl IntoView {
    let row = |level: f64| {
        let time = |time: f64, most: f64| {
            let words =
                if time < most { hours(Hours(time), most) } else { format!("{most} h or more") };
            view! { <td>{words}</td> }
        };
        view! {
            <tr>
                <th scope="row">{level.to_string()} " dBA"</th>
                {time(day(level), DAY)}
                {time(week(level, Mode::Adult), WEEK)}
                {time(week(level, Mode::Sensitive), WEEK)}
            </tr>
        }
    };
    view! {
        <details class="as-table">
            <summary>"Numbers of this plot"<span class="visually-hidden">": hours"</span></summary>
            <table class="plain">
                <thead>
                    <tr>
                        <th scope="col">"Level"</th>
                        <th scope="col">"NIOSH, a day"</th>
                        <th scope="col">"WHO and ITU, a week"</th>
                        <th scope="col">"for children"</th>
                    </tr>
                </thead>
                <tbody>{LEVELS.map(row)}</tbody>
            </table>
        </details>
    }
}

//! What two candidates cost over the same time.

use leptos::prelude::*;

use super::cost::CostDefaults;
use super::field::HabitNumber;
use crate::components::field::Told;
use crate::components::fold::Further;
use crate::components::plot::{Axis, Curve, Figure, Plot, Stroke};
use crate::components::reactive::{dynamic, flag, string};
use crate::components::section::Section;
use crate::components::select_field::{Choice as Offered, SelectField};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::cost::Ownership;
use crate::state::shortlist::{
    COMPARED_OVER, Costing, HORIZON, HOURS_A_WEEK, Shortlist, Versus, amount, horizon, pair,
    spread, years,
};

/// The parts of the upper end of the plot at which it has a line.
const QUARTERS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// The id of what says when one has paid for itself, or that two have to be chosen.
const OUTCOME: &str = "cost-outcome";

/// A candidate that has a cost.
#[derive(Clone, Debug, PartialEq)]
struct Priced {
    id: String,
    name: String,
    cost: Ownership,
}

/// What is compared.
#[derive(Clone, Copy)]
struct Choice {
    priced: Memo<Vec<Priced>>,
    /// The ids that the visitor has chosen.
    chosen: RwSignal<[String; 2]>,
    /// The positions of the two that are compared; `None` if fewer than two have a cost.
    pair: Memo<Option<[usize; 2]>>,
}

impl Choice {
    fn new(shortlist: Shortlist) -> Self {
        let priced = Memo::new(move |_| priced(shortlist));
        let chosen = RwSignal::new([String::new(), String::new()]);
        let pair = Memo::new(move |_| {
            let (priced, chosen) = (priced.read(), chosen.read());
            let ids: Vec<&str> = priced.iter().map(|one| one.id.as_str()).collect();
            pair(&ids, [&chosen[0], &chosen[1]])
        });
        Self { priced, chosen, pair }
    }

    /// The id in a field. Tracked.
    fn id(self, field: usize) -> String {
        let at = self.pair.get().map(|pair| pair[field]);
        let priced = self.priced.read();
        at.and_then(|at| priced.get(at)).map(|one| one.id.clone()).unwrap_or_default()
    }

    /// Whether the same one was chosen twice. Tracked.
    fn is_same(self) -> bool {
        self.pair.get().is_some_and(|[one, other]| one == other)
    }

    /// Chooses for a field. The other field keeps what it shows.
    fn choose(self, field: usize, id: String) {
        let mut both = [0, 1].map(|field| untrack(|| self.id(field)));
        both[field] = id;
        self.chosen.set(both);
    }

    /// The two that are compared over the years. Tracked.
    fn versus(self, horizon: f64) -> Option<Versus> {
        let [one, other] = self.pair.get().filter(|_| !self.is_same())?;
        let priced = self.priced.read();
        let (one, other) = (priced.get(one)?, priced.get(other)?);
        let names = [one.name.clone(), other.name.clone()];
        Some(Versus { names, costs: [one.cost, other.cost], horizon })
    }
}

/// The candidates with a cost, in the visitor's order. Tracked.
fn priced(shortlist: Shortlist) -> Vec<Priced> {
    let defaults = &shortlist.session.details().shortlist;
    let all = shortlist.all.read();
    let counted = all.iter().filter_map(|listed| match Costing::of(defaults, listed) {
        Costing::Counted(cost) => {
            Some(Priced { id: listed.id.clone(), name: listed.candidate.name.clone(), cost })
        }
        Costing::NoPrice | Costing::NoYears => None,
    });
    counted.collect()
}

/// The whole section.
#[component]
pub fn CostSection(shortlist: Shortlist) -> impl IntoView {
    let choice = Choice::new(shortlist);
    let versus = Memo::new(move |_| choice.versus(horizon(&shortlist.habits.read())));
    let is_enough = flag(move || choice.pair.get().is_some());
    let words = string(move || match &*versus.read() {
        Some(versus) => versus.sentence(),
        None => "Choose two different models.".to_owned(),
    });
    view! {
        <Section view="shortlist" anchor="cost" title="What they cost over time">
            <Times shortlist />
            <When
                condition=is_enough
                fallback=|| {
                    view! { <p>"Give at least two models a price to compare what they cost over time."</p> }
                }
            >
                <div class="cost-form">
                    <Candidates choice field=0 name="cost-a" label="Compare" />
                    <Candidates choice field=1 name="cost-b" label="Compare with" />
                </div>
                <p role="status" id=OUTCOME>
                    <Text words />
                </p>
                {dynamic(move || versus.get().map(|versus| view! { <Costs versus /> }))}
            </When>
            <p class="small">
                "Counted are the price, paid again whenever its years are over, and what you spend a \
                 year. Not counted are resale, inflation and electricity. Amounts are in your own \
                 currency; our defaults are US dollars of 2026."
            </p>
            <Further words="Where our defaults come from" about="cost">
                <CostDefaults />
            </Further>
        </Section>
    }
}

/// The hours a week, and the years over which candidates are compared.
#[component]
fn Times(shortlist: Shortlist) -> impl IntoView {
    let ours = &shortlist.session.details().shortlist.hours;
    view! {
        <fieldset class="cost-form">
            <legend class="visually-hidden">"Hours and years"</legend>
            <div>
                <HabitNumber shortlist of=&HOURS_A_WEEK about="hours-default" />
                <p class="small" id="hours-default">"If empty: " {ours.range.usual} ", our guess."</p>
            </div>
            <div>
                <HabitNumber shortlist of=&COMPARED_OVER about="horizon-default" />
                <p class="small" id="horizon-default">"If empty: " {HORIZON} " years."</p>
            </div>
        </fieldset>
    }
}

#[component]
fn Candidates(
    choice: Choice,
    field: usize,
    name: &'static str,
    label: &'static str,
) -> impl IntoView {
    let names = Memo::new(move |_| {
        let priced = choice.priced.read();
        priced.iter().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| choice.id(field));
    let option = move |(id, name): (String, String)| {
        let own = id.clone();
        view! { <Offered value=id name is_chosen=flag(move || *chosen.read() == own) /> }
    };
    let is_wrong = flag(move || choice.is_same());
    let told = Told::by(OUTCOME.to_owned(), String::new(), is_wrong);
    view! {
        <SelectField id=name name label told on_choose=move |id| choice.choose(field, id)>
            {dynamic(move || names.get().into_iter().map(option).collect_view())}
        </SelectField>
    }
}

/// The plot and its numbers.
#[component]
fn Costs(versus: Versus) -> impl IntoView {
    let figure = figure(&versus);
    let head = versus.names.clone().map(|name| view! { <th scope="col">{name}</th> });
    let last = versus.horizon;
    let row = |time: f64| {
        let label = if time > 0.0 { format!("After {}", years(time)) } else { "At first".into() };
        let cell = |cost: Ownership| {
            let paid = cost.paid(time);
            view! { <td>{if time < last { amount(paid.usual) } else { spread(paid) }}</td> }
        };
        view! {
            <tr>
                <th scope="row">{label}</th>
                {versus.costs.map(cell)}
            </tr>
        }
    };
    view! {
        <div class="cost-numbers">
            <Plot title="What each has cost so far".to_owned() figure=Signal::stored(figure) />
            <table class="plain">
                <thead>
                    <tr>
                        <th scope="col">"Time"</th>
                        {head}
                    </tr>
                </thead>
                <tbody>{versus.times().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// What each has cost, as steps.
fn figure(versus: &Versus) -> Figure {
    let curve = |at: usize, stroke| Curve {
        name: versus.names[at].clone(),
        stroke,
        points: versus.points(at),
        has_marks: false,
    };
    let curves = vec![curve(0, Stroke::First), curve(1, Stroke::Second)];
    let most = curves.iter().flat_map(|curve| curve.points.iter().map(|point| point.1));
    let most = most.fold(1.0, f64::max);
    let times = versus.times();
    Figure {
        x: Axis {
            name: "years",
            ends: (0.0, versus.horizon),
            is_log: false,
            ticks: times.iter().map(|time| (*time, time.to_string())).collect(),
        },
        y: Axis {
            name: "",
            ends: (0.0, most),
            is_log: false,
            ticks: QUARTERS.map(|part| (part * most, amount(part * most))).to_vec(),
        },
        curves,
    }
}

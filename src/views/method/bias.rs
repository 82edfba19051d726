//! What answers at random lead to, and what would put each type first.

use leptos::prelude::*;

use super::table::{Heads, ScrollRegion, TableFold};
use crate::components::section::Section;
use crate::model::{DeviceType, DeviceTypeId};
use crate::state::Session;
use crate::views::sufficient::sufficient;

/// The name of the table.
const NAME: &str = "How often random answers lead to each result";

/// The report as a table.
#[component]
pub fn Bias() -> impl IntoView {
    let (quiz, report) = (Session::get().quiz(), &Session::get().details().bias);
    let row = |((at, of), share): ((DeviceTypeId, &'static DeviceType), &u32)| {
        view! { <Row name=&of.column share=*share enough=sufficient(quiz, at) /> }
    };
    view! {
        <Section view="method" anchor="bias" title="What random answers lead to">
            <p>
                {format!(
                    "We drew {} sets of answers at random: each option equally often, each place \
                     “never” three times in five. This often each type came first. A fair table need \
                     not be even, but no type should win almost always or almost never.",
                    thousands(report.draws),
                )}
            </p>
            <TableFold name="Every type" figure=extremes(&report.leads)>
                <ScrollRegion name=NAME>
                    <table class="plain">
                        <caption class="visually-hidden">{NAME}</caption>
                        <Heads names=["Result", "In 100", "Answers that alone are enough"] />
                        <tbody>
                            {quiz.device_types().zip(&report.leads).map(row).collect_view()}
                            <Row name="Nothing separates the types" share=report.undecided />
                            <Row name="Everything is ruled out" share=report.conflict />
                        </tbody>
                    </table>
                </ScrollRegion>
            </TableFold>
        </Section>
    }
}

/// How often the rarest and the most frequent type came first: "2.1 to 28.3 in 100".
fn extremes(leads: &[u32]) -> String {
    let (rarest, most) = (leads.iter().min(), leads.iter().max());
    format!("{} to {} in 100", tenths(*rarest.unwrap_or(&0)), tenths(*most.unwrap_or(&0)))
}

/// A share in hundredths of a percent, in tenths.
fn tenths(share: u32) -> String {
    let tenths = (share + 5) / 10;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A row; `share` in hundredths of a percent.
#[component]
fn Row(name: &'static str, share: u32, #[prop(optional)] enough: String) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="number">{tenths(share)}</td>
            <td>{enough}</td>
        </tr>
    }
}

fn thousands(number: u32) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}

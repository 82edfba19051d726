//! What answers at random lead to, and what would put each type first.

use leptos::prelude::*;

use super::table::{Heads, ScrollRegion};
use crate::components::section::Section;
use crate::model::{DeviceType, DeviceTypeId};
use crate::state::Session;
use crate::views::sufficient::sufficient;

/// The name of the table.
const NAME: &str = "How often random answers lead to each result";

/// The report as a table.
#[component]
pub fn Bias() -> impl IntoView {
    let content = Session::get().content();
    let (quiz, report) = (&content.quiz, &content.bias);
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
        </Section>
    }
}

/// A row; `share` in hundredths of a percent, shown in tenths.
#[component]
fn Row(name: &'static str, share: u32, #[prop(optional)] enough: String) -> impl IntoView {
    let tenths = (share + 5) / 10;
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="number">{format!("{}.{}", tenths / 10, tenths % 10)}</td>
            <td>{enough}</td>
        </tr>
    }
}

fn thousands(number: u32) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}

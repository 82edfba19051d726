//! What else the sum gives: changes, evidence, pairs, settled results and snapshots.

use leptos::prelude::*;

use super::Rule;
use crate::components::fold::Further;
use crate::components::section::Section;
use crate::model::Grade;
use crate::state::Session;

/// The rules, with their numbers from the engine and the content.
#[component]
pub fn Rules() -> impl IntoView {
    let gain = Session::get().quiz().thresholds.pair_gain;
    let pairs = format!(
        " are offered for places that ask for different things: each place gets the better of the \
         two. The pair must gain {gain} points or more for each place, and both must be within \
         reach one price band lower."
    );
    let title = "What else the sum gives";
    view! {
        <Section view="method" anchor="rules" title>
            <Further words="Changes, evidence, pairs, settled and kept results" about=title>
                <Rule subject="A change">
                    " is one click on one question: another option, or a box ticked or unticked. For \
                     each type we search every set of changes, smallest first, so that no smaller one \
                     exists. Of equally small sets we name the one with the smallest steps, then one \
                     that leaves your budget and your ears as they are, then one that rules nothing \
                     out, then the one with the larger lead."
                </Rule>
                <Rule subject="Evidence">{evidence()}</Rule>
                <Rule subject="Two pairs">{pairs}</Rule>
                <Rule subject="A settled result">
                    " is one that no answer to the open questions can change, at your present weights."
                </Rule>
                <Rule subject="A kept result">
                    " holds your answers and a receipt of its points. If our content changes, the answers \
                     are counted again and the receipt says what moved."
                </Rule>
            </Further>
        </Section>
    }
}

/// How far a rating of each grade may be off.
fn evidence() -> String {
    let each = Grade::ALL.map(|grade| {
        let steps = match grade.evidence_width() {
            0 => "exact".to_owned(),
            1 => "1 step either way".to_owned(),
            steps => format!("{steps} steps either way"),
        };
        format!("{}: {steps}", grade.name())
    });
    format!(
        " decides how far a rating may be off. {}. If moving one rating that far changes who \
         leads, the result names it. Your own ratings are taken as they are.",
        each.join("; ")
    )
}

//! How firm a lead is: the share of the weights, the weights that the rival needs, and the lead at
//! each weight.

use headphones_or_iems::model::{Lead, Points, Robustness, TopicId, Verdict, Weight};
use headphones_or_iems::state::result::robustness::Firmness;

use super::facts::{Facts, topic};
use super::{Tally, check};
use crate::engine::plain::{device_type, small};
use crate::support::quiz;

const BRANCHES: &[&str] = &[
    "no firmness without a rival",
    "no weight puts the rival first",
    "one weight puts the rival first",
    "several weights put the rival first",
    "two weights of one topic put the rival first",
    "a lead that turns with a weight",
    "a lead that no weight turns",
];

#[test]
fn the_firmness_of_a_lead_agrees_with_brute_force() {
    check(BRANCHES, |case, tally| compare(&case.facts, &case.verdict, tally));
}

fn compare(facts: &Facts, verdict: &Verdict, tally: &mut Tally) {
    let found = Firmness::of(quiz(), facts.answers, verdict);
    let (Some(leader), Some(rival)) = (facts.leader, facts.rival()) else {
        assert_eq!(found, None, "{}", facts.about());
        return tally.met("no firmness without a rival");
    };
    let (first, settings) = facts.robustness.expect("a rival remains");
    let leads: Vec<Lead> = facts
        .topics()
        .into_iter()
        .map(|of| Lead {
            topic: topic(of),
            at: [0, 1, 2, 4].map(|weight| lead(facts, leader, of, weight)),
        })
        .collect();
    for lead in &leads {
        let is_turned = lead.at.iter().any(|points| points.0 < 0);
        tally.met_either(
            is_turned,
            "a lead that turns with a weight",
            "a lead that no weight turns",
        );
    }
    let expected = Firmness {
        robustness: Robustness { first, settings },
        rival: device_type(rival),
        needed: needed(facts, rival, tally),
        leads,
    };
    assert_eq!(found, Some(expected), "{}", facts.about());
}

/// The least weight of each topic that puts the rival alone in first place.
fn needed(facts: &Facts, rival: usize, tally: &mut Tally) -> Vec<(TopicId, Weight)> {
    let mut needed: Vec<(TopicId, Weight)> = Vec::new();
    for (of, weight, first) in facts.pivotal_weights() {
        if first != rival {
            continue;
        }
        if needed.last().is_some_and(|(last, _)| *last == topic(of)) {
            tally.met("two weights of one topic put the rival first");
            continue;
        }
        let weight = small(usize::try_from(weight).unwrap());
        needed.push((topic(of), Weight::new(weight).unwrap()));
    }
    tally.met(match needed.len() {
        0 => "no weight puts the rival first",
        1 => "one weight puts the rival first",
        _ => "several weights put the rival first",
    });
    needed
}

/// The lead over the best rival if one topic has another weight. Exclusions stay in force.
fn lead(facts: &Facts, leader: usize, topic: usize, weight: i32) -> Points {
    let points = facts.sheet.score(&facts.weighing(topic, weight)).points;
    let best = facts.rivals().into_iter().map(|at| points[at]).max();
    Points(points[leader] - best.expect("a rival remains"))
}

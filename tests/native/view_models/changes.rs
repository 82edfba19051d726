//! What would put another type first: single answers, the fewest answers for each type, weights,
//! uncertain ratings, and two types instead of one.

use headphones_or_iems::model::{
    Change, ChangeTable, Counterfactual, DeviceTypeId, PivotalWeight, Verdict, Weight,
};
use headphones_or_iems::state::result::changes::{ChangeKind, ChangeLine, Changes};
use headphones_or_iems::state::result::pair::offered_pair;

use super::facts::{Facts, question, topic};
use super::{Tally, check};
use crate::engine::fewest::{Set, up_to};
use crate::engine::plain::{device_type, small, to_bits, to_selection};
use crate::engine::single::brute_force_singles;
use crate::engine::{pair, pivotal_rating};
use crate::support::quiz;

/// Brute force tries sets of up to this many changes.
const TRIED: usize = 2;

const ONE: &str = "one answer that puts another type first";

const BRANCHES: &[&str] = &[
    ONE,
    "no answer that puts another type first",
    "another type by one change",
    "another type by two changes",
    "another type by more changes",
    "a type that no answers put first",
    "a pivotal weight",
    "no pivotal weight",
    "a pivotal rating",
    "no pivotal rating",
    "a pair is offered",
    "no pair is offered",
];

#[test]
fn changes_and_pairs_agree_with_brute_force() {
    check(BRANCHES, |case, tally| {
        if let Some(leader) = case.facts.leader {
            compare(&case.facts, &case.verdict, leader, tally);
        }
    });
}

fn compare(facts: &Facts, verdict: &Verdict, leader: usize, tally: &mut Tally) {
    let found = Changes::of(quiz(), facts.answers, verdict, device_type(leader));
    let expected = Changes {
        answers: singles(facts, leader),
        device_types: fewest(facts, leader, tally),
        weights: facts.pivotal_weights().into_iter().map(|at| weight(facts, at)).collect(),
        ratings: pivotal_rating::plain(quiz(), facts.answers)
            .into_iter()
            .map(|at| line(facts, at.leader.index(), ChangeKind::Rating(at)))
            .collect(),
    };
    assert_eq!(found, expected, "{}", facts.about());
    let [answers, weights, ratings] =
        [&found.answers, &found.weights, &found.ratings].map(Vec::is_empty);
    tally.met_either(answers, "no answer that puts another type first", ONE);
    tally.met_either(weights, "no pivotal weight", "a pivotal weight");
    tally.met_either(ratings, "no pivotal rating", "a pivotal rating");
    let offered = offered_pair(quiz(), facts.answers);
    assert_eq!(offered, pair::recommended(quiz(), facts.answers), "{}", facts.about());
    tally.met_either(offered.is_some(), "a pair is offered", "no pair is offered");
}

fn changes(set: &[(usize, u32)]) -> Vec<Change> {
    let change = |(at, bits): &(usize, u32)| Change {
        question: question(*at),
        selection: to_selection(*bits),
    };
    set.iter().map(change).collect()
}

/// The single clicks that put another type alone in first place.
fn singles(facts: &Facts, leader: usize) -> Vec<ChangeLine> {
    let singles = brute_force_singles(&facts.sheet, &facts.numeric, Some(device_type(leader)));
    let single = |(at, bits, first): (usize, u32, DeviceTypeId)| {
        line(facts, first.index(), ChangeKind::Answer(changes(&[(at, bits)])[0]))
    };
    singles.into_iter().map(single).collect()
}

/// A line that names the price of the type unless it is within the answered budget.
fn line(facts: &Facts, leader: usize, kind: ChangeKind) -> ChangeLine {
    let is_above = facts.sheet.is_above_budget(&facts.numeric, leader);
    let price = (is_above != Some(false)).then_some(facts.sheet.prices[leader]);
    ChangeLine { leader: device_type(leader), price, kind }
}

/// The fewest changes for each other type. Brute force finds the small sets. A larger set comes
/// from the engine, and is only checked to work where no small set does.
fn fewest(facts: &Facts, leader: usize, tally: &mut Tally) -> Vec<ChangeLine> {
    let small = up_to(&facts.sheet, &facts.numeric, TRIED);
    let table = ChangeTable::of(quiz(), facts.answers);
    let others = small.into_iter().enumerate().filter(|(at, _)| *at != leader);
    let fewest = |(at, small): (usize, Option<Set>)| {
        let set = small.or_else(|| larger(facts, &table, at));
        tally.met(match set.as_ref().map(Vec::len) {
            None => "a type that no answers put first",
            Some(1) => "another type by one change",
            Some(2) => "another type by two changes",
            Some(_) => "another type by more changes",
        });
        line(facts, at, ChangeKind::Answers(set.as_deref().map(changes)))
    };
    others.map(fewest).collect()
}

/// The engine's set of more than [`TRIED`] changes, once it is checked.
fn larger(facts: &Facts, table: &ChangeTable, goal: usize) -> Option<Set> {
    let counterfactual = Counterfactual::fewest(table, device_type(goal))?;
    let bits = |at: &Change| (at.question.index(), to_bits(at.selection));
    let set: Set = counterfactual.changes.iter().map(bits).collect();
    assert!(set.len() > TRIED, "brute force found no set of this size: {}", facts.about());
    let mut then = facts.numeric.clone();
    for (at, bits) in &set {
        let is_click = facts.sheet.clicks(*at, facts.numeric.bits[*at]).contains(bits);
        assert!(is_click && facts.numeric.weights[*at] > 0, "no click: {}", facts.about());
        then.bits[*at] = *bits;
    }
    assert_eq!(facts.sheet.score(&then).alone(), Some(goal), "{}", facts.about());
    Some(set)
}

fn weight(facts: &Facts, (of, weight, first): (usize, i32, usize)) -> ChangeLine {
    let kind = ChangeKind::Weight(PivotalWeight {
        topic: topic(of),
        weight: Weight::new(small(usize::try_from(weight).unwrap())).unwrap(),
        leader: device_type(first),
    });
    line(facts, first, kind)
}

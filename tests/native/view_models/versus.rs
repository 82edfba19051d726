//! The leader against one rival, answer by answer.

use std::cmp::Reverse;

use headphones_or_iems::model::{Points, Verdict};
use headphones_or_iems::state::result::breakdown::{Line, Lines, Meaning};
use headphones_or_iems::state::result::versus::Versus;

use super::breakdown::numbers;
use super::facts::{Facts, criterion, device_types};
use super::{Tally, check};
use crate::engine::plain::device_type;
use crate::support::quiz;

const REMAINS: &str = "a picked rival that remains";
const GONE: &str = "a picked rival that does not remain";

const BRANCHES: &[&str] = &[
    REMAINS,
    GONE,
    "no rival",
    "a difference for the leader",
    "a difference for the rival",
    "differences that cancel out",
    "no difference between two types",
    "a difference that rests on an own rating",
];

#[test]
fn the_head_to_head_agrees_with_brute_force() {
    check(BRANCHES, |case, tally| compare(&case.facts, &case.verdict, tally));
}

fn compare(facts: &Facts, verdict: &Verdict, tally: &mut Tally) {
    let Some(leader) = facts.leader else { return };
    let rivals = facts.rivals();
    for picked in std::iter::once(None).chain((0..quiz().device_types.len()).map(Some)) {
        let kept = picked.filter(|at| rivals.contains(at));
        if picked.is_some() {
            tally.met_either(kept.is_some(), REMAINS, GONE);
        }
        let rival = kept.or(facts.rival());
        let expected = Versus {
            leader: device_type(leader),
            rivals: device_types(&rivals),
            rival: rival.map(device_type),
            lines: rival.map(|rival| lines(facts, leader, rival, tally)).unwrap_or_default(),
        };
        let found = Versus::of(quiz(), verdict, device_type(leader), picked.map(device_type));
        assert_eq!(found, expected, "{}", facts.about());
        let sum: i32 = found.lines.lines.iter().map(|line| line.points.0).sum();
        let lead = rival.map_or(0, |rival| facts.score.points[leader] - facts.score.points[rival]);
        assert_eq!((found.lines.total.0, sum), (lead, lead), "{}", facts.about());
    }
    if rivals.is_empty() {
        tally.met("no rival");
    }
}

fn lines(facts: &Facts, leader: usize, rival: usize, tally: &mut Tally) -> Lines {
    let lead = |at: &usize| facts.lines[*at][leader] - facts.lines[*at][rival];
    let mut counted = facts.counted();
    counted.sort_by_key(|at| Reverse(lead(at)));
    let line = |at: usize| {
        let is_yours = facts.rests_on_own(at, &[leader, rival]);
        if is_yours {
            tally.met("a difference that rests on an own rating");
        }
        let meaning = meaning(facts, at, (leader, rival), tally);
        Line { meaning, is_yours, ..numbers(facts, at, lead(&at)) }
    };
    let total = counted.iter().map(lead).sum();
    let lines = counted.clone().into_iter().map(line).collect();
    Lines { rival: Some(device_type(rival)), lines, total: Points(total) }
}

/// The criterion that parts the two types most in the direction of the line.
fn meaning(
    facts: &Facts,
    at: usize,
    (leader, rival): (usize, usize),
    tally: &mut Tally,
) -> Meaning {
    let sign = (facts.lines[at][leader] - facts.lines[at][rival]).signum();
    let part = |(on, effect, product): &(usize, i32, i32)| {
        product - effect * facts.sheet.ratings[rival][*on]
    };
    let contributions = facts.shares(at, leader);
    let most = contributions.iter().map(|share| sign * part(share)).max().unwrap_or(0);
    let first = contributions.iter().find(|share| most > 0 && sign * part(share) == most);
    match first {
        Some((on, ..)) => {
            tally.met_either(sign > 0, "a difference for the leader", "a difference for the rival");
            let [leader, rival] = [leader, rival].map(|of| facts.rating(of, *on));
            Meaning::Parted { criterion: criterion(*on), leader, rival }
        }
        None if contributions.iter().any(|share| part(share) != 0) => {
            tally.met("differences that cancel out");
            Meaning::CancelsOut
        }
        None => {
            tally.met("no difference between two types");
            Meaning::NoDifference
        }
    }
}

//! What each answer adds to the points of a type, and how the points grow.

use std::cmp::Reverse;

use headphones_or_iems::model::{Points, Verdict};
use headphones_or_iems::state::result::breakdown::{Line, Lines, Meaning};
use headphones_or_iems::state::result::growth::{Curve, Growth};

use super::facts::{Facts, criterion, question};
use super::{Tally, check};
use crate::engine::plain::{device_type, small, to_selection};
use crate::support::quiz;

const BRANCHES: &[&str] = &[
    "a line with one claim",
    "a line with two claims",
    "a line of more claims than it names",
    "a line against",
    "a line that cancels out",
    "a line without a difference",
    "a line that rests on an own rating",
    "growth of two types",
    "growth of more types",
    "no growth while one type remains",
    "no growth while one answer counts",
];

#[test]
fn breakdown_lines_and_growth_agree_with_brute_force() {
    check(BRANCHES, |case, tally| compare(&case.facts, &case.verdict, tally));
}

fn compare(facts: &Facts, verdict: &Verdict, tally: &mut Tally) {
    for of in 0..quiz().device_types.len() {
        let lines = Lines::of(quiz(), &verdict.breakdown, device_type(of));
        let mut counted = facts.counted();
        counted.sort_by_key(|at| Reverse(facts.lines[*at][of]));
        let expected = Lines {
            rival: None,
            lines: counted.into_iter().map(|at| line(facts, at, of, tally)).collect(),
            total: facts.points(of),
        };
        assert_eq!(lines, expected, "{}", facts.about());
        let sum: i32 = lines.lines.iter().map(|line| line.points.0).sum();
        assert_eq!(Points(sum), lines.total, "{}", facts.about());
        for at in 0..quiz().questions.len() {
            let found = expected.lines.iter().find(|line| line.question == question(at));
            assert_eq!(lines.line(question(at)), found, "{}", facts.about());
        }
    }
    growth(facts, verdict, tally);
}

/// A line of the breakdown, without the meaning and the ownership.
pub(super) fn numbers(facts: &Facts, at: usize, points: i32) -> Line {
    Line {
        question: question(at),
        selection: to_selection(facts.numeric.bits[at]),
        weight: small(usize::try_from(facts.numeric.weights[at]).unwrap()),
        points: Points(points),
        meaning: Meaning::NoDifference,
        is_yours: false,
    }
}

fn line(facts: &Facts, at: usize, of: usize, tally: &mut Tally) -> Line {
    let points = facts.lines[at][of];
    let is_yours = facts.rests_on_own(at, &[of]);
    if is_yours {
        tally.met("a line that rests on an own rating");
    }
    if points < 0 {
        tally.met("a line against");
    }
    Line { meaning: meaning(facts, at, of, tally), is_yours, ..numbers(facts, at, points) }
}

/// The one or two criteria with the largest contributions of the sign of the line.
fn meaning(facts: &Facts, at: usize, of: usize, tally: &mut Tally) -> Meaning {
    let points = facts.lines[at][of];
    let contributions = facts.shares(at, of);
    let mine = contributions.iter().filter(|share| share.2 * points > 0);
    let claims: Vec<_> =
        mine.clone().take(2).map(|(on, ..)| (criterion(*on), facts.rating(of, *on))).collect();
    match (claims.len(), mine.count()) {
        (0, _) if contributions.iter().all(|share| share.2 == 0) => {
            tally.met("a line without a difference");
            Meaning::NoDifference
        }
        (0, _) => {
            tally.met("a line that cancels out");
            Meaning::CancelsOut
        }
        (named, all) => {
            tally.met_either(named == 1, "a line with one claim", "a line with two claims");
            if all > named {
                tally.met("a line of more claims than it names");
            }
            Meaning::Claims(claims)
        }
    }
}

/// The running sums of the types that remain, the best first.
fn growth(facts: &Facts, verdict: &Verdict, tally: &mut Tally) {
    let counted = facts.counted();
    let curve = |of: &usize| {
        let up_to =
            |end: usize| Points(counted[..=end].iter().map(|at| facts.lines[*at][*of]).sum());
        Curve { device_type: device_type(*of), sums: (0..counted.len()).map(up_to).collect() }
    };
    let is_drawn = facts.remaining.len() > 1 && counted.len() > 1;
    let expected = is_drawn.then(|| Growth {
        steps: counted.len(),
        curves: facts.remaining.iter().map(curve).collect(),
    });
    let found = Growth::of(verdict);
    assert_eq!(found, expected, "{}", facts.about());
    for curve in found.iter().flat_map(|growth| &growth.curves) {
        let end = curve.sums.last().copied();
        assert_eq!(end, Some(facts.points(curve.device_type.index())), "{}", facts.about());
    }
    match facts.remaining.len() {
        2 if is_drawn => tally.met("growth of two types"),
        _ if is_drawn => tally.met("growth of more types"),
        1 => tally.met("no growth while one type remains"),
        _ if counted.len() == 1 => tally.met("no growth while one answer counts"),
        _ => {}
    }
}

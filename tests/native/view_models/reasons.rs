//! The reasons for and against a type, and what separates the two types of a close result.

use std::cmp::Reverse;

use headphones_or_iems::model::{Points, Verdict};
use headphones_or_iems::state::result::reasons::{ReasonLine, Reasons};
use headphones_or_iems::state::result::separates::{SeparatingRow, Separation};

use super::facts::{Facts, criterion};
use super::{Tally, check};
use crate::engine::plain::{device_type, has};
use crate::support::{content, quiz};

const BRANCHES: &[&str] = &[
    "a reason for",
    "a reason for, turned",
    "a reason against",
    "a reason against, turned",
    "a reason from an own rating",
    "a reason that rests on one sentence",
    "a reason that rests on two sentences",
    "a reason that more answers speak for than are named",
    "no reason for",
    "no reason against",
    "a close result with rows",
    "a close result with an own rating",
    "a result that is not close",
];

/// A criterion, its points, and the questions that these come from, the largest part first.
type Found = (usize, i32, Vec<usize>);

#[test]
fn reasons_and_what_separates_two_types_agree_with_brute_force() {
    check(BRANCHES, |case, tally| compare(&case.facts, &case.verdict, tally));
}

fn compare(facts: &Facts, verdict: &Verdict, tally: &mut Tally) {
    for of in 0..quiz().device_types.len() {
        let mut all: Vec<Found> = Vec::new();
        for (on, (points, parts)) in facts.reasons(of).into_iter().enumerate() {
            all.push((on, points, parts.into_iter().map(|(at, _)| at).collect()));
        }
        let sum: i32 = all.iter().map(|at| at.1).sum();
        assert_eq!(sum, facts.score.points[of], "the reasons add up: {}", facts.about());
        all.retain(|at| at.1 != 0);
        all.sort_by_key(|at| Reverse(at.1.abs()));
        let (good, bad): (Vec<Found>, Vec<Found>) = all.into_iter().partition(|at| at.1 > 0);
        if good.is_empty() || bad.is_empty() {
            tally.met_either(good.is_empty(), "no reason for", "no reason against");
        }
        let mut side = |found: Vec<Found>| -> Vec<ReasonLine> {
            found.iter().map(|at| reason(facts, of, at, tally)).collect()
        };
        let expected = Reasons { good: side(good), bad: side(bad) };
        let found = Reasons::of(content(), facts.answers, &verdict.breakdown, device_type(of));
        assert_eq!(found, expected, "{}", facts.about());
        let all: Vec<&ReasonLine> = found.good.iter().chain(&found.bad).collect();
        for (at, one) in all.iter().enumerate() {
            let same = all.iter().position(|other| one.about() == other.about());
            assert_eq!(same, Some(at), "a criterion is named once: {}", facts.about());
        }
    }
    separation(facts, verdict, tally);
}

fn reason(
    facts: &Facts,
    of: usize,
    (on, points, questions): &Found,
    tally: &mut Tally,
) -> ReasonLine {
    let rating = facts.rating(of, *on);
    let is_turned = (*points > 0) != (rating.value() > 0);
    let is_own = facts.is_own(of, *on);
    tally.met(match (*points > 0, is_turned) {
        (true, false) => "a reason for",
        (true, true) => "a reason for, turned",
        (false, false) => "a reason against",
        (false, true) => "a reason against, turned",
    });
    if is_own {
        tally.met("a reason from an own rating");
    }
    ReasonLine {
        device_type: device_type(of),
        criterion: criterion(*on),
        rating,
        is_own,
        points: Points(*points),
        is_turned,
        because: because(facts, *on, is_turned, questions, tally),
    }
}

/// The sentences about why a criterion matters, at most two. Each comes from a question behind the
/// criterion, the largest part first: its first selected option with an effect in the direction
/// needed.
fn because(
    facts: &Facts,
    on: usize,
    is_turned: bool,
    questions: &[usize],
    tally: &mut Tally,
) -> Vec<&'static str> {
    let mut sentences: Vec<&str> = Vec::new();
    for at in questions {
        let options = quiz().questions[*at].options.iter().enumerate();
        let mut selected = options.filter(|(index, _)| has(facts.numeric.bits[*at], *index));
        let found = selected.find(|(_, option)| {
            let mut effects = option.effects.iter();
            effects.any(|at| usize::from(at.criterion.0) == on && (at.value < 0) == is_turned)
        });
        let Some((option, _)) = found else { continue };
        let meaning = content().details().meanings[*at][option].as_str();
        if !sentences.contains(&meaning) {
            sentences.push(meaning);
        }
    }
    tally.met_either(
        sentences.len() == 1,
        "a reason that rests on one sentence",
        "a reason that rests on two sentences",
    );
    assert!(!sentences.is_empty(), "a reason rests on something: {}", facts.about());
    if sentences.len() > 2 {
        tally.met("a reason that more answers speak for than are named");
        sentences.truncate(2);
    }
    sentences
}

/// The criteria that count for either type of a close result and on which the two differ.
fn separation(facts: &Facts, verdict: &Verdict, tally: &mut Tally) {
    let found = Separation::of(quiz(), verdict);
    let (Some(leader), Some(rival), "close") = (facts.leader, facts.rival(), facts.word) else {
        assert_eq!(found, None, "{}", facts.about());
        return tally.met("a result that is not close");
    };
    let (one, other) = (facts.reasons(leader), facts.reasons(rival));
    let mut rows = Vec::new();
    for on in 0..quiz().criteria.len() {
        let cells = [leader, rival].map(|at| (facts.rating(at, on), facts.is_own(at, on)));
        if cells[0].0 != cells[1].0 && (one[on].0 != 0 || other[on].0 != 0) {
            rows.push(SeparatingRow { criterion: criterion(on), cells });
        }
    }
    if !rows.is_empty() {
        tally.met("a close result with rows");
    }
    if rows.iter().flat_map(|row| row.cells).any(|(_, is_own)| is_own) {
        tally.met("a close result with an own rating");
    }
    let expected = Separation { device_types: [leader, rival].map(device_type), rows };
    assert_eq!(found, Some(expected), "{}", facts.about());
}

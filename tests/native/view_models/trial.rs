//! A change that is tried out, and what moved since a snapshot: the differences between two sets of
//! answers, the results of both, and the differences that moved the first place.

use headphones_or_iems::model::{Answer, Answers, Difference, Verdict};
use headphones_or_iems::state::result::trial::{BriefResult, TriedChange};
use headphones_or_iems::state::{Differences, Since};

use super::facts::{Facts, criterion, given, of_topic, question, topic};
use super::{Tally, check};
use crate::engine::plain::{NumericAnswers, Sheet, device_type};
use crate::support::quiz;

/// A result is named with at most this many types.
const NAMED: usize = 3;

const BRANCHES: &[&str] = &[
    "an answer differs",
    "a weight differs",
    "a weight differs that does not matter",
    "an own rating differs",
    "a skip and no answer are the same",
    "more types remain than are named",
    "fewer types remain than are named",
    "the first place moved",
    "the first place did not move",
    "one difference moved the first place",
    "several differences each moved the first place",
    "only together the differences moved the first place",
];

#[test]
fn a_change_on_trial_agrees_with_brute_force() {
    check(BRANCHES, |case, tally| {
        if let Some(before) = &case.before {
            compare(before, &case.facts, &case.verdict, tally);
        }
    });
}

fn compare(before: &Facts, now: &Facts, verdict: &Verdict, tally: &mut Tally) {
    let differences = differences(before.answers, now.answers, tally);
    let expected = TriedChange {
        before: before.answers.clone(),
        now: now.answers.clone(),
        differences: differences.clone(),
        result_before: brief(before, tally),
        result_now: brief(now, tally),
    };
    let (was, is) = (before.answers.clone(), now.answers.clone());
    let verdict_before = Verdict::of(quiz(), &was);
    let found = TriedChange::of(quiz(), (was, &verdict_before), (is, verdict));
    // The word of a brief result is that of the headline, which `ranking` compares.
    let words = [&found.result_before, &found.result_now].map(|result| result.word.id());
    assert_eq!(words, [before.word, now.word], "{}", now.about());
    assert_eq!(found, expected, "{} and then {}", before.about(), now.about());
    since(before, now, differences, tally);
}

fn brief(facts: &Facts, tally: &mut Tally) -> BriefResult {
    let first = facts.remaining.iter().take(NAMED);
    tally.met_either(
        facts.remaining.len() > NAMED,
        "more types remain than are named",
        "fewer types remain than are named",
    );
    BriefResult {
        leader: facts.leader.map(device_type),
        word: Verdict::of(quiz(), facts.answers).word,
        first: first.map(|at| (device_type(*at), facts.points(*at))).collect(),
    }
}

/// Every input that differs: answers, weights of topics with an answer, and own ratings.
pub(super) fn differences(before: &Answers, after: &Answers, tally: &mut Tally) -> Vec<Difference> {
    let mut all = Vec::new();
    for at in 0..quiz().questions.len() {
        if given(before, at) != given(after, at) {
            tally.met("an answer differs");
            all.push(Difference::Answer(question(at)));
        } else if before.get(question(at)) != after.get(question(at)) {
            assert!(!matches!(before.get(question(at)), Answer::Given(_)));
            tally.met("a skip and no answer are the same");
        }
    }
    for at in 0..quiz().topics.len() {
        let has_answer = |answers| of_topic(at).any(|question| given(answers, question) != 0);
        if before.weight(topic(at)) == after.weight(topic(at)) {
            continue;
        }
        if has_answer(before) || has_answer(after) {
            tally.met("a weight differs");
            all.push(Difference::Weight(topic(at)));
        } else {
            tally.met("a weight differs that does not matter");
        }
    }
    for of in 0..quiz().device_types.len() {
        for on in 0..quiz().criteria.len() {
            let own = |at: &Answers| at.own_ratings().get(device_type(of), criterion(on));
            if own(before) != own(after) {
                tally.met("an own rating differs");
                all.push(Difference::OwnRating(device_type(of), criterion(on)));
            }
        }
    }
    all
}

fn leader(answers: &Answers) -> Option<usize> {
    let sheet = Sheet::of(quiz(), answers);
    sheet.score(&NumericAnswers::of(quiz(), answers)).leader(&sheet)
}

/// The answers now, with one input as it was before.
fn undone(at: Difference, before: &Answers, now: &Answers) -> Answers {
    let mut undone = now.clone();
    match at {
        Difference::Answer(question) => undone.set(question, before.get(question)),
        Difference::Weight(topic) => undone.set_weight(topic, before.weight(topic)),
        Difference::OwnRating(of, on) => {
            undone.own_ratings_mut().set(of, on, before.own_ratings().get(of, on));
        }
    }
    undone
}

/// What moved between a snapshot and now.
fn since(before: &Facts, now: &Facts, all: Vec<Difference>, tally: &mut Tally) {
    let (then, is) = (before.answers, now.answers);
    let found = Since::between(quiz(), then, is, now.leader.map(device_type));
    if all.is_empty() {
        return assert_eq!(found, Since::Unchanged, "{}", now.about());
    }
    let is_moved = before.leader != now.leader;
    let mut deciding = all.clone();
    deciding.retain(|at| is_moved && leader(&undone(*at, then, is)) == before.leader);
    tally.met_either(is_moved, "the first place moved", "the first place did not move");
    if is_moved {
        tally.met(match deciding.len() {
            0 => "only together the differences moved the first place",
            1 => "one difference moved the first place",
            _ => "several differences each moved the first place",
        });
    }
    let differences = Differences { before: then.clone(), after: is.clone(), all };
    let expected = Since::Changed { differences, is_moved, deciding };
    assert_eq!(found, expected, "{} and then {}", before.about(), now.about());
}

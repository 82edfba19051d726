//! The result in brief: the strongest reasons with an answer each, and what would put the runner-up
//! first.

use headphones_or_iems::model::{Answers, DeviceTypeId, Points, Verdict};
use headphones_or_iems::state::result::brief::{Brief, BriefReason, RunnerUp, Tip};
use headphones_or_iems::state::result::changes::{ChangeKind, ChangeLine, Changes};
use headphones_or_iems::state::result::reasons::{ReasonLine, Reasons};

use super::facts::{Facts, topic};
use super::{Tally, check};
use crate::engine::plain::device_type;
use crate::support::{content, quiz};

const BRANCHES: &[&str] = &[
    "fewer than three reasons for",
    "three reasons for",
    "a reason against",
    "no reason against",
    "an answer that no reason above names",
    "an answer that had to be named again",
    "no runner-up",
    "a tie",
    "a close result",
    "a runner-up that is behind",
    "a weight that counts for more",
    "a weight of zero or one",
    "one other answer",
    "several other answers",
    "no answers",
];

#[test]
fn the_result_in_brief_agrees_with_what_it_is_taken_from() {
    check(BRANCHES, |case, tally| {
        if let Some(leader) = case.facts.leader {
            reasons(&case.facts, &case.verdict, device_type(leader), tally);
            runner_up(&case.facts, &case.verdict, leader, tally);
        }
    });
}

fn reasons(facts: &Facts, verdict: &Verdict, leader: DeviceTypeId, tally: &mut Tally) {
    let reasons = Reasons::of(content(), facts.answers, &verdict.breakdown, leader);
    let brief = Brief::of(&reasons);
    assert_eq!(brief.good.len(), reasons.good.len().min(3), "{}", facts.about());
    assert_eq!(brief.bad.len(), reasons.bad.len().min(1), "{}", facts.about());
    tally.met_either(brief.good.len() < 3, "fewer than three reasons for", "three reasons for");
    tally.met_either(brief.bad.is_empty(), "no reason against", "a reason against");
    let mut said: Vec<&str> = Vec::new();
    let found = brief.good.iter().zip(&reasons.good).chain(brief.bad.iter().zip(&reasons.bad));
    for (found, reason) in found {
        is_taken_from(found, reason, &said, &facts.about());
        let is_new = !said.contains(&found.because);
        let (new, again) =
            ("an answer that no reason above names", "an answer that had to be named again");
        tally.met_either(is_new, new, again);
        said.push(found.because);
    }
}

/// It is the same reason, with the first of its answers that is not said yet, or else its first.
fn is_taken_from(found: &BriefReason, reason: &ReasonLine, said: &[&str], about: &str) {
    assert_eq!((found.criterion, found.rating), (reason.criterion, reason.rating), "{about}");
    let new: Vec<&str> =
        reason.because.iter().copied().filter(|because| !said.contains(because)).collect();
    assert_eq!(&found.because, new.first().unwrap_or(&reason.because[0]), "{about}");
}

fn runner_up(facts: &Facts, verdict: &Verdict, leader: usize, tally: &mut Tally) {
    let changes = Changes::of(quiz(), facts.answers, verdict, device_type(leader));
    let found = RunnerUp::of(verdict, &changes);
    let Some(rival) = facts.rival() else {
        assert_eq!(found, None, "{}", facts.about());
        return tally.met("no runner-up");
    };
    let found = found.expect("another type remains");
    let behind = Points(facts.score.points[leader] - facts.score.points[rival]);
    assert_eq!((found.device_type, found.behind), (device_type(rival), behind));
    assert_eq!(found.is_close, facts.word == "close", "{}", facts.about());
    tally.met(match (behind, found.is_close) {
        (Points(0), _) => "a tie",
        (_, true) => "a close result",
        (_, false) => "a runner-up that is behind",
    });
    tip(facts, &found, &changes, rival, tally);
}

/// What is named does put the runner-up first, and nothing lesser would.
fn tip(facts: &Facts, found: &RunnerUp, changes: &Changes, rival: usize, tally: &mut Tally) {
    let weights = facts.pivotal_weights().into_iter().filter(|at| at.2 == rival);
    let weights: Vec<(usize, i32)> = weights.map(|(topic, weight, _)| (topic, weight)).collect();
    let leads = |answers: &Answers| Verdict::leader_of(quiz(), answers) == Some(found.device_type);
    match &found.tip {
        Some(Tip::Weight(at, weight)) => {
            let weight = i32::from(weight.value());
            let is_known = weights.iter().any(|known| (topic(known.0), known.1) == (*at, weight));
            assert!(is_known, "{}", facts.about());
            let counts_for_more = weights.iter().any(|known| known.1 > 1);
            assert_eq!(weight > 1, counts_for_more, "{}", facts.about());
            tally.met_either(
                weight > 1,
                "a weight that counts for more",
                "a weight of zero or one",
            );
        }
        Some(Tip::Answers(fewest)) => {
            assert!(weights.is_empty(), "{}", facts.about());
            assert!(leads(&facts.answers.with(fewest)), "{}", facts.about());
            tally.met_either(fewest.len() == 1, "one other answer", "several other answers");
        }
        None => {
            assert!(weights.is_empty(), "{}", facts.about());
            let is_none = |line: &ChangeLine| {
                line.leader == found.device_type && line.kind == ChangeKind::Answers(None)
            };
            assert!(changes.device_types.iter().any(is_none), "{}", facts.about());
            tally.met("no answers");
        }
    }
}

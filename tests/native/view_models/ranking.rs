//! The ranking, and what the top of the result is put into words from.

use headphones_or_iems::model::{Exclusion, Family, OptionId, Robustness, Verdict};
use headphones_or_iems::state::result::headline::{Headline, ResultKind};
use headphones_or_iems::state::result::ranking::{ExcludedType, Ranking, RemainingType};

use super::facts::{Facts, question};
use super::{Tally, check};
use crate::engine::plain::{device_type, has, small};
use crate::support::quiz;

const ONE: &str = "a type that one answer excludes";
const SEVERAL: &str = "a type that several answers exclude";
const DRAWN: &str = "the leader is drawn";
const UNDRAWN: &str = "another type is too close to draw the leader";

const BRANCHES: &[&str] = &[
    "undecided",
    "clear",
    "leaning",
    "close",
    "conflict",
    "the types that remain are headphones",
    "the types that remain are in-ears",
    "the types that remain are open-ear",
    "the types that remain are of several families",
    "a tie for the first place",
    "a robustness of 100 %",
    "a robustness below 1 %",
    "a robustness in between",
    "no robustness",
    ONE,
    SEVERAL,
    "nothing is excluded",
    UNDRAWN,
    DRAWN,
];

#[test]
fn the_ranking_and_the_headline_agree_with_brute_force() {
    check(BRANCHES, |case, tally| compare(&case.facts, &case.verdict, tally));
}

fn compare(facts: &Facts, verdict: &Verdict, tally: &mut Tally) {
    let ranking = Ranking::of(verdict);
    let best = facts.remaining.first().map(|at| facts.points(*at));
    let remaining = |at: &usize| RemainingType {
        device_type: device_type(*at),
        points: facts.points(*at),
        is_first: facts.leader.is_some() && best == Some(facts.points(*at)),
    };
    let excluded = |at: &usize| ExcludedType {
        device_type: device_type(*at),
        points: facts.points(*at),
        exclusions: exclusions(facts, *at),
    };
    let expected = Ranking {
        remaining: facts.remaining.iter().map(remaining).collect(),
        excluded: facts.out.iter().map(excluded).collect(),
    };
    assert_eq!(ranking, expected, "{}", facts.about());
    for at in 0..quiz().device_types.len() {
        let row = facts.remaining.iter().find(|other| **other == at).map(remaining);
        assert_eq!(ranking.remaining(device_type(at)), row, "{}", facts.about());
    }
    for row in &ranking.excluded {
        tally.met_either(row.exclusions.len() == 1, ONE, SEVERAL);
    }
    if ranking.excluded.is_empty() {
        tally.met("nothing is excluded");
    }
    headline(facts, verdict, tally);
}

/// The answers that exclude a type.
fn exclusions(facts: &Facts, at: usize) -> Vec<Exclusion> {
    let mut all = Vec::new();
    for by in facts.counted() {
        for (index, option) in quiz().questions[by].options.iter().enumerate() {
            if has(facts.numeric.bits[by], index) && option.excludes.has(device_type(at)) {
                let option = OptionId(small(index));
                all.push(Exclusion {
                    device_type: device_type(at),
                    question: question(by),
                    option,
                });
            }
        }
    }
    all
}

/// The family of all types that remain.
fn family(facts: &Facts, tally: &mut Tally) -> Option<Family> {
    let mut families = Family::ALL.into_iter().filter(|family| {
        facts.remaining.iter().any(|at| quiz().device_types[*at].family == *family)
    });
    match (families.next(), families.next()) {
        (None, _) => None,
        (Some(family), None) => {
            tally.met(match family {
                Family::Headphones => "the types that remain are headphones",
                Family::InEar => "the types that remain are in-ears",
                Family::OpenEar => "the types that remain are open-ear",
            });
            Some(family)
        }
        (Some(_), Some(_)) => {
            tally.met("the types that remain are of several families");
            None
        }
    }
}

fn headline(facts: &Facts, verdict: &Verdict, tally: &mut Tally) {
    let headline = Headline::of(quiz(), facts.answers, verdict);
    let expected = Headline {
        word: headline.word,
        leader: facts.leader.map(device_type),
        rival: facts.rival().map(device_type),
        family: family(facts, tally),
        topic_count: facts.topics().len(),
    };
    assert_eq!((headline, headline.word.id()), (expected, facts.word), "{}", facts.about());
    let robustness = facts.robustness.map(|(first, settings)| Robustness { first, settings });
    assert_eq!(verdict.robustness, robustness, "{}", facts.about());
    let drawn = if facts.word == "close" { None } else { facts.leader.map(device_type) };
    assert_eq!(headline.drawn(), drawn, "{}", facts.about());
    let kind = match (facts.leader, facts.word) {
        (Some(_), _) => ResultKind::Leading,
        (None, "conflict") => ResultKind::Conflict,
        (None, _) => ResultKind::Undecided,
    };
    assert_eq!(ResultKind::of(verdict), kind, "{}", facts.about());
    tally.met(facts.word);
    if facts.leader.is_some() && facts.firsts() > 1 {
        tally.met("a tie for the first place");
    }
    if facts.leader.is_some() {
        tally.met_either(drawn.is_none(), UNDRAWN, DRAWN);
    }
    tally.met(match facts.robustness {
        None => "no robustness",
        Some((first, all)) if first == all => "a robustness of 100 %",
        Some((first, all)) if first * 100 < all => "a robustness below 1 %",
        Some(_) => "a robustness in between",
    });
}

/// The whole range of robustness, at the bounds of percent and of the words.
#[test]
fn a_share_is_rounded_down_and_bounds_are_exact() {
    for (first, percent) in [(0, 0), (655, 0), (656, 1), (65_535, 99), (65_536, 100)] {
        let robustness = Robustness { first, settings: 65_536 };
        assert_eq!(robustness.share(), percent, "{first}");
        assert_eq!(robustness.is_all(), percent == 100, "{first}");
    }
}

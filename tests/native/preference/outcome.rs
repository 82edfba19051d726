//! How far a comparison has come, against plain counting.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::Comparison;
use headphones_or_iems::model::preference::{Finding, Outcome, ROUNDS, Round, Side, chance_of};

use super::{SIDES, comparison};

/// Answers in which each of the three is as likely.
fn answers(random: &mut Random, count: u8) -> String {
    (0..count).map(|_| char::from(b"ab-"[usize::from(random.below(3))])).collect()
}

fn finding(comparison: &Comparison) -> Option<Finding> {
    match comparison.outcome() {
        Outcome::Done(finding) => Some(finding),
        _ => None,
    }
}

/// The comparison with the two sides changed over.
fn mirrored(comparison: &Comparison) -> Comparison {
    let mirrored =
        |round: &Round| Round { first: round.first.other(), liked: round.liked.map(Side::other) };
    Comparison { rounds: comparison.rounds.iter().map(mirrored).collect(), ..comparison.clone() }
}

#[test]
fn every_round_is_judged_as_plain_counting_says() {
    let mut random = Random::new(18);
    let (mut done, mut none) = (0, 0);
    for at in 0..2_000_u16 {
        let planned = ROUNDS.start() + random.below(15);
        // Some visitors can hardly ever tell.
        let all = answers(&mut random, 41);
        let all = if at % 4 == 0 { all.replace('a', "-") } else { all };
        let mut now = comparison(planned, "");
        let (mut counted, mut a, mut rounds) = (0, 0, 0);
        for (side, answer) in all.chars().enumerate() {
            now.begin_round(SIDES[side % 2]);
            let liked = comparison(planned, &answer.to_string()).rounds[0].liked;
            now.end_round(liked);
            if counted < planned && rounds < 2 * planned {
                rounds += 1;
                counted += u8::from(liked.is_some());
                a += u8::from(liked == Some(Side::A));
            }
            let most = a.max(counted - a);
            let side = if a > counted - a { Side::A } else { Side::B };
            let expected = match (counted, rounds) {
                (counted, _) if counted == planned => Outcome::Done(Finding {
                    side: (2 * a != counted).then_some(side),
                    most,
                    of: planned,
                    chance: chance_of(planned, most),
                }),
                (_, rounds) if rounds == 2 * planned => {
                    Outcome::NoneShown { untold: rounds - counted }
                }
                _ => Outcome::UnderWay { counted },
            };
            assert_eq!(now.outcome(), expected, "{planned} planned: {all}");
            assert_eq!(now.rounds.len(), usize::from(rounds), "none is added after the end");
        }
        done += u32::from(counted == planned);
        none += u32::from(counted < planned);
    }
    assert!(done > 500 && none > 50, "{done} {none}");
}

#[test]
fn the_sides_are_treated_alike() {
    let mut random = Random::new(7);
    for _ in 0..500 {
        let text = answers(&mut random, 12);
        let one = comparison(6, &text);
        let other = mirrored(&one);
        match (finding(&one), finding(&other)) {
            (Some(one), Some(other)) => {
                let side = one.side.map(Side::other);
                assert_eq!(Finding { side, ..one }, other, "{text}");
            }
            (one, other) => assert_eq!((one, other), (None, None), "{text}"),
        }
    }
}

#[test]
fn no_result_is_told_before_the_last_round() {
    for planned in ROUNDS {
        let all = "a".repeat(planned.into());
        for counted in 1..planned {
            let now = comparison(planned, &all[..counted.into()]);
            assert_eq!(now.outcome(), Outcome::UnderWay { counted });
        }
        assert_eq!(finding(&comparison(planned, &all)).unwrap().most, planned);
        assert_eq!(comparison(planned, "").outcome(), Outcome::NotBegun);
    }
}

#[test]
fn at_most_one_in_twenty_visitors_without_a_preference_is_told_of_one() {
    for planned in 6..=12_u8 {
        let text = |outcome: u32| -> String {
            (0..planned).map(|at| if outcome >> at & 1 == 1 { 'a' } else { 'b' }).collect()
        };
        let all = 1_u32 << planned;
        let told = (0..all).filter_map(|outcome| finding(&comparison(planned, &text(outcome))));
        let told = told.filter(Finding::is_rare).count();
        assert!(told > 0 && told * 20 <= all as usize, "{planned} planned: {told} of {all}");
    }
}

#[test]
fn rounds_beyond_the_plan_do_not_count() {
    let plan = comparison(6, "aaabbb");
    let more = comparison(6, "aaabbbaaaaaa");
    assert_eq!(finding(&plan).unwrap().side, None);
    assert_eq!(finding(&more), finding(&plan));
    let untold = comparison(6, &"-".repeat(40));
    assert_eq!(untold.outcome(), Outcome::NoneShown { untold: 12 });
}

#[test]
fn a_plan_that_is_too_short_tells_nothing_however_it_ends() {
    for planned in 0..6_u8 {
        let mut now = comparison(planned, &"a".repeat(planned.into()));
        let chance = chance_of(planned, planned);
        assert_eq!(now.outcome(), Outcome::CannotTell { chance });
        now.begin_round(Side::A);
        assert!(now.first.is_none() && !now.is_open());
    }
}

#[test]
fn a_round_is_tossed_once_and_answered_once() {
    let mut now = comparison(8, "");
    now.end_round(Some(Side::A));
    assert!(now.rounds.is_empty(), "nothing was tossed");
    now.begin_round(Side::B);
    now.begin_round(Side::A);
    now.end_round(None);
    now.end_round(Some(Side::A));
    assert_eq!(now.rounds, [Round { first: Side::B, liked: None }]);
    assert_eq!(now.first, None);
}

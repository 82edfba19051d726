//! The page Noise: what is chosen at first, what may be typed, and what remains of places.

use headphones_or_iems::audit::{Random, draw};
use headphones_or_iems::model::noise::{A_WEIGHTING, Bands, Dba, LEVELS_DBA, Noise, Signal};
use headphones_or_iems::model::{Answers, Ranged, Verdict};
use headphones_or_iems::state::noise::{
    Choices, Entry, LevelProblem, Loudest, TypeReport, Worn, loudness, report,
};
use leptos::prelude::*;

use crate::engine::plain::device_type;
use crate::support::{content, quiz};

fn noise() -> &'static Noise {
    &content().details().noise
}

/// The choices at first, after `answers`.
fn first_choices(answers: &Answers) -> Choices {
    Choices::new(noise(), answers, &Verdict::of(quiz(), answers))
}

/// Runs with choices made for many answers.
fn with_many(test: impl Fn(Choices, &Answers, &mut Random)) {
    let mut random = Random::new(317);
    for _ in 0..60 {
        let answers = draw(quiz(), &mut random);
        Owner::new().with(|| test(first_choices(&answers), &answers, &mut random));
    }
}

/// The A-weighted sum, from its definition.
fn summed(bands: &[f64; 8]) -> f64 {
    let powers =
        bands.iter().zip(A_WEIGHTING.0).map(|(at, weight)| 10_f64.powf((at + weight) / 10.0));
    10.0 * powers.sum::<f64>().log10()
}

#[test]
fn a_level_that_cannot_be_used_leaves_the_last_one_in_force() {
    let mut entry = Entry::new(Dba(74.0));
    for (text, level) in
        [("72,5", 72.5), (" 80 dBA", 80.0), ("81.25dB", 81.3), ("74.26 dB(A)", 74.3), ("30", 30.0)]
    {
        entry.enter(text.to_owned());
        assert_eq!((entry.level, entry.problem), (Dba(level), None), "{text}");
    }
    for text in ["", "loud", "7 4", "NaN", "74 dBC", "--5", "7e1", "inf"] {
        entry.enter(text.to_owned());
        assert_eq!(entry.problem, Some(LevelProblem::NotANumber), "{text}");
    }
    for text in ["29.9", "120,1", "-60", "99999999999999999999"] {
        entry.enter(text.to_owned());
        assert_eq!(entry.problem, Some(LevelProblem::OutOfRange), "{text}");
        assert_eq!((entry.level, entry.text.as_str()), (Dba(30.0), text));
    }
}

#[test]
fn the_places_of_the_quiz_are_shown_with_the_leader_and_the_runner_up() {
    with_many(|choices, answers, _| {
        let visited: Vec<usize> = (0..noise().places.len())
            .filter(|at| noise().places[*at].is_visited(answers))
            .collect();
        let expected = if visited.is_empty() { vec![noise().example.place] } else { visited };
        assert_eq!(choices.places(), expected);
        let verdict = Verdict::of(quiz(), answers);
        let worn: Vec<Worn> = choices.worn().collect();
        assert_eq!(worn.len(), 2);
        assert_ne!(worn[0].device_type, worn[1].device_type);
        if verdict.leader.is_some() {
            let ranked = verdict.remaining().map(|at| Worn::usual(at.device_type));
            assert!(worn.into_iter().zip(ranked).all(|(shown, ranked)| shown == ranked));
        }
    });
    Owner::new().with(|| {
        let choices = first_choices(&Answers::empty(quiz()));
        assert_eq!(choices.places(), [noise().example.place]);
        let worn: Vec<_> = choices.worn().map(|worn| worn.device_type).collect();
        assert_eq!(
            worn,
            noise().example.device_types,
            "without answers, an example shows what the page does"
        );
    });
}

#[test]
fn what_remains_agrees_with_the_sum_over_the_bands() {
    with_many(|choices, _, random| {
        let place = usize::from(random.below(u8::try_from(noise().places.len()).unwrap()));
        let of = device_type(usize::from(
            random.below(u8::try_from(quiz().device_types.len()).unwrap()),
        ));
        let wearings = noise().attenuation(of).wearings().count();
        let worn = Worn {
            device_type: of,
            wearing: usize::from(random.below(u8::try_from(wearings).unwrap())),
        };
        choices.wear(0, Some(worn));
        choices.enter_level(place, (30 + random.below(91)).to_string());
        choices.quiet.update(|quiet| quiet.enter((60 + random.below(21)).to_string()));
        let listened = Signal::ALL[usize::from(random.below(3))];
        choices.listened.set(listened);
        let report = report(choices, place).unwrap();
        check(choices, place, report.bare.bands, &report.types[0]);
    });
}

fn check(choices: Choices, place: usize, bare: Bands, row: &TypeReport) {
    let (_, level) = choices.at(place).unwrap();
    let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-9, "{row:?}");
    near(summed(&bare.0), level.0);
    let wearing = row.worn.of(noise());
    let left = |held: &Bands| summed(&std::array::from_fn(|at| bare.0[at] - held.0[at]));
    near(row.fits.level.0, left(&wearing.bands));
    near(row.range.usual.0, row.fits.level.0);
    assert!(row.range.low <= row.range.usual && row.range.usual <= row.range.high, "{row:?}");
    let seals = noise().attenuation(row.worn.device_type).seals;
    assert_eq!(row.leaks.is_some(), seals);
    if let Some(leaks) = &row.leaks {
        assert!(leaks.level >= row.fits.level && leaks.level.0 <= level.0 + 1e-9, "{row:?}");
    }
    let (quiet, ours) = (choices.quiet.get().level, noise().listening.quiet);
    let quiet = if quiet == ours.usual { ours } else { Ranged::exactly(quiet) };
    let margin = noise().listening.margin(choices.listened.get()).range;
    near(row.need.usual.0, quiet.usual.0.max(row.fits.level.0 + margin.usual.0));
    near(row.need.high.0, quiet.high.0.max(row.range.high.0 + margin.high.0));
    near(row.need.low.0, quiet.low.0.max(row.range.low.0 + margin.low.0));
    let heard = |need: Dba, left: Dba| {
        10.0 * (10_f64.powf(need.0 / 10.0) + 10_f64.powf(left.0 / 10.0)).log10()
    };
    near(row.daily.usual.0.log2(), 3.0 - (heard(row.need.usual, row.range.usual) - 85.0) / 3.0);
    near(row.daily.low.0.log2(), 3.0 - (heard(row.need.high, row.range.high) - 85.0) / 3.0);
    let weekly = 40.0 * 10_f64.powf((80.0 - heard(row.need.low, row.range.low)) / 10.0);
    assert!((row.weekly.high.0 / weekly - 1.0).abs() < 1e-9, "{row:?}");
}

#[test]
fn a_place_or_type_that_is_taken_away_is_not_reported() {
    Owner::new().with(|| {
        let choices = first_choices(&Answers::empty(quiz()));
        choices.wear(1, None);
        assert_eq!(report(choices, 0).map(|report| report.types.len()), Some(1));
        choices.toggle(noise().example.place);
        assert!(choices.places().is_empty());
        choices.toggle(usize::MAX);
        choices.enter_level(usize::MAX, "80".to_owned());
        assert!(report(choices, usize::MAX).is_none());
    });
}

#[test]
fn the_same_type_in_both_fields_is_worn_in_two_ways_if_it_has_them() {
    Owner::new().with(|| {
        let choices = first_choices(&Answers::empty(quiz()));
        let (mut one_way, mut several) = (0, 0);
        for (at, _) in quiz().device_types() {
            choices.wear(0, Some(Worn::usual(at)));
            choices.wear(1, Some(Worn::usual(at)));
            let worn: Vec<Worn> = choices.worn().collect();
            assert!(worn.iter().all(|worn| worn.device_type == at));
            let has_several = !noise().attenuation(at).others.is_empty();
            assert_eq!(worn[0] != worn[1], has_several);
            several += u32::from(has_several);
            one_way += u32::from(!has_several);
        }
        assert!(one_way > 0 && several > 0);
    });
}

#[test]
fn the_line_of_the_result_is_about_the_loudest_place() {
    with_many(|_, answers, _| {
        let verdict = Verdict::of(quiz(), answers);
        let levels = noise().places.iter().filter(|place| place.is_visited(answers));
        let loudest = levels.map(|place| place.level.usual.0).fold(0.0, f64::max);
        match Loudest::of(noise(), answers, &verdict) {
            None => assert!(loudest == 0.0 || verdict.leader.is_none()),
            Some(found) => {
                assert!(LEVELS_DBA.contains(&found.level.0));
                assert_eq!(found.level, Dba(loudest));
                let ranked: Vec<_> = verdict.remaining().map(|at| at.device_type).collect();
                for (at, remains) in found.remains.iter().enumerate() {
                    assert_eq!(remains.map(|(of, _)| of), ranked.get(at).copied());
                }
            }
        }
    });
}

#[test]
fn a_range_whose_ends_round_to_the_same_is_left_out() {
    let range = |low, high| loudness(Ranged { usual: Dba(64.2), low: Dba(low), high: Dba(high) });
    assert_eq!(range(57.4, 74.6), "64 dBA (57–75)");
    assert_eq!(range(64.1, 64.4), "64 dBA");
}

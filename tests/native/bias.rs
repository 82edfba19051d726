//! The bias report: how often each outcome comes up in 200,000 sets of random answers.

use headphones_or_iems::audit::{Bias, Outcome, Random, draw};
use headphones_or_iems::model::{Answer, DeviceTypeId, Kind, Verdict, Word};

use crate::support::{id, quiz, read, some_answers, words};

/// Types that may lead seldom, for reasons given in decision record 26.
const SELDOM: [&str; 2] = ["on-ear", "custom-iem"];

#[test]
fn the_bias_report_is_up_to_date_and_within_bounds() {
    let bias = Bias::count(quiz());
    assert_eq!(
        read("src/content/bias.json"),
        bias.to_json(),
        "the report is out of date: run `cargo xtask bias`"
    );
    let leads: u32 = bias.leads.iter().map(|(_, count)| count).sum();
    assert_eq!(leads + bias.undecided + bias.conflict, Bias::DRAWS);
    for (device_type, count) in &bias.leads {
        let share = Bias::share(*count);
        let least = if SELDOM.contains(&device_type.as_str()) { 0 } else { 200 };
        assert!(
            (least..=3000).contains(&share),
            "`{device_type}` leads in {share} hundredths of a percent; {least} to 3000 are allowed"
        );
    }
}

#[test]
fn the_bias_report_lists_every_type() {
    let bias: serde_json::Value = serde_json::from_str(&read("src/content/bias.json")).unwrap();
    assert_eq!(bias["draws"], 200_000);
    let leads = bias["leads"].as_object().unwrap();
    assert_eq!(leads.len(), quiz().device_types.len());
    for device_type in &quiz().device_types {
        assert!(leads.contains_key(&device_type.id), "`{}` is missing", device_type.id);
    }
}

#[test]
fn shares_are_rounded_to_hundredths_of_a_percent() {
    let shares = [0, 9, 10, 20, 29, 30, 200_000].map(Bias::share);
    assert_eq!(shares, [0, 0, 1, 1, 1, 2, 10_000]);
}

#[test]
fn the_outcome_agrees_with_the_verdict() {
    let mut random = Random::new(31);
    for _ in 0..600 {
        let answers = some_answers(quiz(), &mut random);
        let verdict = Verdict::of(quiz(), &answers);
        let first: Vec<DeviceTypeId> = verdict.first().collect();
        let expected = match verdict.word {
            Word::Conflict => Outcome::Conflict,
            Word::Undecided => Outcome::Undecided,
            _ => Outcome::Leader { device_type: first[0], is_alone: first.len() == 1 },
        };
        let outcome = Outcome::of(quiz(), &answers);
        let leader = outcome.leader().map(id);
        assert_eq!(outcome, expected, "{leader:?}: {}", words(quiz(), &answers));
    }
}

#[test]
fn draws_have_the_documented_frequencies() {
    let mut random = Random::new(32);
    let (mut never, mut contexts, mut refusals, mut boxes) = (0, 0, 0, 0);
    for _ in 0..4_000 {
        let answers = draw(quiz(), &mut random);
        for (at, question) in quiz().questions() {
            let Answer::Given(selection) = answers.get(at) else {
                panic!("`{}` has no answer", question.id)
            };
            assert!(question.accepts(selection), "{}", words(quiz(), &answers));
            let refuses = question.selected(selection).any(|option| option.id == "no-way");
            match (question.kind, question.id.as_str()) {
                (Kind::Context, _) => {
                    contexts += 1;
                    never +=
                        u32::from(question.selected(selection).all(|option| option.id == "never"));
                }
                (Kind::Many, "on-head") => {
                    boxes += 1;
                    refusals += u32::from(refuses);
                }
                _ => {}
            }
        }
    }
    // The documented frequencies are 3/5 and 1/8. Each range allows about four standard errors on
    // either side.
    assert!((59..=61).contains(&(never * 100 / contexts)), "{never} of {contexts}");
    assert!((104..=146).contains(&(refusals * 1000 / boxes)), "{refusals} of {boxes}");
}

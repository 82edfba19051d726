//! Points: the lines shown are the points, and both are what the JSON says.

use std::collections::BTreeMap;

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{
    Answers, CriterionId, Effect, GearId, Ledger, Level, Points, Question, Quiz, Reason, Verdict,
};
use serde_json::Value;

use crate::persona::personas;
use crate::support::{content, json, quiz, some_answers, words};

/// Personas, and answers at random.
fn samples(count: usize) -> Vec<Answers> {
    let mut random = Random::new(21);
    let drawn = (0..count).map(|_| some_answers(quiz(), &mut random));
    personas().into_iter().map(|persona| persona.answers).chain(drawn).collect()
}

/// The content as JSON, for adding up without the engine.
struct Plain {
    /// Levels by type and criterion.
    levels: BTreeMap<String, Value>,
    /// Effects by question and option.
    effects: BTreeMap<(String, String), Value>,
    /// Types ruled out by question and option.
    rulings: BTreeMap<(String, String), Value>,
}

impl Plain {
    fn read() -> Self {
        let levels = quiz().gears.iter().map(|gear| {
            (gear.id.clone(), json(&format!("gear/{}.json", gear.id))["standings"].take())
        });
        let mut plain =
            Self { levels: levels.collect(), effects: BTreeMap::new(), rulings: BTreeMap::new() };
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        for question in json("questions.json").as_array().unwrap() {
            for option in question["options"].as_array().unwrap() {
                let key = (text(&question["id"]), text(&option["id"]));
                plain.rulings.insert(key.clone(), option["rules_out"]["gears"].clone());
                plain.effects.insert(key, option["effects"].clone());
            }
        }
        for group in json("scenes.json")["groups"].as_array().unwrap() {
            for scene in group["scenes"].as_array().unwrap() {
                for level in ["sometimes", "often"] {
                    let key = (text(&scene["id"]), level.to_owned());
                    plain.effects.insert(key, scene[level].clone());
                }
            }
        }
        plain
    }

    /// What the ticked options of a question are worth to a type at importance 1.
    fn worth(&self, gear: &str, question: &str, options: &[&str]) -> i64 {
        let mut sum = 0;
        for option in options {
            let effects = self.effects.get(&(question.to_owned(), (*option).to_owned()));
            for (criterion, effect) in effects.and_then(Value::as_object).into_iter().flatten() {
                let level = self.levels[gear][criterion]["x"].as_i64().unwrap();
                sum += effect.as_i64().unwrap() * level;
            }
        }
        sum
    }

    fn rules_out(&self, gear: &str, question: &str, options: &[&str]) -> bool {
        options.iter().any(|option| {
            let out = self.rulings.get(&(question.to_owned(), (*option).to_owned()));
            out.and_then(Value::as_array).is_some_and(|out| out.iter().any(|id| id == gear))
        })
    }
}

#[test]
fn the_lines_sum_to_the_points_and_both_are_what_the_files_say() {
    let plain = Plain::read();
    for answers in samples(500) {
        let ledger = Ledger::of(quiz(), &answers);
        for (at, gear) in quiz().gears() {
            let (mut points, mut is_out, mut lines) = (0, false, 0);
            for (question_at, question) in quiz().questions() {
                let Some(ticks) = answers.counted(question_at) else { continue };
                let options: Vec<&str> = question.ticked(ticks).map(|one| &*one.id).collect();
                let times = i64::from(answers.importance(question.topic).value());
                let worth = times * plain.worth(&gear.id, &question.id, &options);
                let line = ledger.lines.iter().find(|line| line.question == question_at).unwrap();
                assert_eq!(i64::from(line.of(at).0), worth, "{} {}", gear.id, question.id);
                points += worth;
                is_out |= plain.rules_out(&gear.id, &question.id, &options);
                lines += 1;
            }
            let sum: i32 = ledger.lines.iter().map(|line| line.of(at).0).sum();
            assert_eq!(ledger.lines.len(), lines);
            assert_eq!((ledger.points(at), points), (Points(sum), i64::from(sum)));
            assert_eq!(ledger.ruled_out().has(at), is_out, "{}", gear.id);
        }
    }
}

#[test]
fn a_verdict_shows_the_points_of_its_ledger() {
    for answers in samples(100) {
        let verdict = Verdict::of(quiz(), &answers);
        for at in &verdict.ranking {
            assert_eq!(at.points, verdict.ledger.points(at.gear));
        }
    }
}

#[test]
fn the_reasons_of_a_type_sum_to_its_points() {
    for answers in samples(500) {
        let ledger = Ledger::of(quiz(), &answers);
        for (at, gear) in quiz().gears() {
            let reasons = Reason::all(quiz(), &ledger, at);
            let sum: Points = reasons.iter().map(|reason| reason.points).sum();
            assert_eq!(sum, ledger.points(at), "{} {}", gear.id, words(quiz(), &answers));
            let sizes: Vec<i32> = reasons.iter().map(|reason| reason.points.0.abs()).collect();
            assert!(sizes.is_sorted_by(|one, two| one >= two), "{sizes:?}");
            assert!(!sizes.contains(&0), "a reason that counts nothing is no reason");
            for reason in &reasons {
                assert!(!reason.questions.is_empty(), "a reason has a question behind it");
                let level = gear.level(reason.criterion);
                assert_ne!(level.value(), 0, "nothing can be claimed at 0");
                assert!(quiz().criterion(reason.criterion).claim(level).is_some());
            }
        }
    }
}

#[test]
fn every_point_of_an_answer_has_a_sentence_that_says_why() {
    for question in &quiz().questions {
        for choice in &question.choices {
            let counts = !choice.effects.is_empty() || !choice.rules_out.is_empty();
            let because = choice.because.ends_with('.');
            assert!(!counts || because, "{} {}: `{}`", question.id, choice.id, choice.because);
            let ruling = choice.ruling.ends_with('.');
            assert!(choice.rules_out.is_empty() || ruling, "{} {}", question.id, choice.id);
        }
    }
    assert!(content().version >= 1);
}

/// Importance × effect on a criterion, added over the answers.
fn weight(quiz: &Quiz, answers: &Answers, criterion: CriterionId) -> i32 {
    let on = |question: &Question, effect: &&Effect| {
        let times = i32::from(answers.importance(question.topic).value());
        if effect.criterion == criterion { times * i32::from(effect.value) } else { 0 }
    };
    let counted = quiz.questions().filter_map(|(at, all)| Some((all, answers.counted(at)?)));
    let effects = counted.flat_map(|(question, ticks)| {
        let effects = question.ticked(ticks).flat_map(|choice| &choice.effects);
        effects.map(move |effect| on(question, &effect))
    });
    effects.sum()
}

/// How many types that remain have more points; `None` if the type is ruled out.
fn above(quiz: &Quiz, answers: &Answers, gear: GearId) -> Option<usize> {
    let ledger = Ledger::of(quiz, answers);
    let out = ledger.ruled_out();
    let mine = ledger.points(gear);
    let remaining = quiz.gears().filter(|(at, _)| !out.has(*at));
    (!out.has(gear)).then(|| remaining.filter(|(at, _)| ledger.points(*at) > mine).count())
}

#[test]
fn a_better_standing_never_lowers_a_types_place() {
    let (mut quiz, mut random) = (quiz().clone(), Random::new(22));
    let (mut raised, mut rose) = (0, 0);
    while raised < 4_000 {
        let answers = some_answers(&quiz, &mut random);
        let gear = GearId(random.below(7));
        let criterion = CriterionId(random.below(u8::try_from(quiz.criteria.len()).unwrap()));
        let level = quiz.gear(gear).level(criterion);
        let Some(better) = Level::new(level.value() + 1) else { continue };
        if weight(&quiz, &answers, criterion) < 0 {
            continue;
        }
        let before = above(&quiz, &answers, gear);
        let leads = Outcome::of(&quiz, &answers).leader() == Some(gear);
        quiz.gears[gear.index()].standings[usize::from(criterion.0)].level = better;
        let after = above(&quiz, &answers, gear);
        let undecided = Outcome::of(&quiz, &answers) == Outcome::Undecided;
        let still = undecided || Outcome::of(&quiz, &answers).leader() == Some(gear);
        quiz.gears[gear.index()].standings[usize::from(criterion.0)].level = level;
        assert!(after <= before && (!leads || still), "{}", words(&quiz, &answers));
        raised += 1;
        rose += u32::from(after < before);
    }
    assert!(rose > 100, "only {rose} of 4,000 rose");
}

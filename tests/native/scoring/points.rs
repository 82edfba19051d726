//! Points: the breakdown lines add up to the points, and both agree with the content files.

use std::collections::BTreeMap;

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{
    Answers, CriterionId, DeviceTypeId, Effect, Points, Question, Quiz, Rating, Reason,
    ScoreBreakdown, Verdict,
};
use serde_json::Value;

use crate::persona::personas;
use crate::support::{content, json, quiz, some_answers, words};

/// The answers of all personas, and `count` random ones.
fn samples(count: usize) -> Vec<Answers> {
    let mut random = Random::new(21);
    let drawn = (0..count).map(|_| some_answers(quiz(), &mut random));
    personas().into_iter().map(|persona| persona.answers).chain(drawn).collect()
}

/// The content as JSON, which gives points without the engine.
struct JsonContent {
    /// Ratings by type and criterion.
    ratings: BTreeMap<String, Value>,
    /// Effects by question and option.
    effects: BTreeMap<(String, String), Value>,
    /// Excluded types by question and option.
    exclusions: BTreeMap<(String, String), Value>,
}

impl JsonContent {
    fn read() -> Self {
        let ratings = quiz().device_types.iter().map(|device_type| {
            (
                device_type.id.clone(),
                json(&format!("types/{}.json", device_type.id))["ratings"].take(),
            )
        });
        let mut content = Self {
            ratings: ratings.collect(),
            effects: BTreeMap::new(),
            exclusions: BTreeMap::new(),
        };
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        for question in json("questions.json").as_array().unwrap() {
            for option in question["options"].as_array().unwrap() {
                let key = (text(&question["id"]), text(&option["id"]));
                content.exclusions.insert(key.clone(), option["excludes"]["types"].clone());
                content.effects.insert(key, option["effects"].clone());
            }
        }
        for group in json("contexts.json")["groups"].as_array().unwrap() {
            for context in group["contexts"].as_array().unwrap() {
                for frequency in ["sometimes", "often"] {
                    let key = (text(&context["id"]), frequency.to_owned());
                    content.effects.insert(key, context[frequency].clone());
                }
            }
        }
        content
    }

    /// The points that the selected options of a question give to a type at weight 1.
    fn unweighted_points(&self, device_type: &str, question: &str, options: &[&str]) -> i64 {
        let mut sum = 0;
        for option in options {
            let effects = self.effects.get(&(question.to_owned(), (*option).to_owned()));
            for (criterion, effect) in effects.and_then(Value::as_object).into_iter().flatten() {
                let rating = self.ratings[device_type][criterion]["rating"].as_i64().unwrap();
                sum += effect.as_i64().unwrap() * rating;
            }
        }
        sum
    }

    /// Whether a selected option excludes a type.
    fn excludes(&self, device_type: &str, question: &str, options: &[&str]) -> bool {
        options.iter().any(|option| {
            let out = self.exclusions.get(&(question.to_owned(), (*option).to_owned()));
            out.and_then(Value::as_array).is_some_and(|out| out.iter().any(|id| id == device_type))
        })
    }
}

#[test]
fn breakdown_lines_add_up_to_the_points_of_the_files() {
    let files = JsonContent::read();
    for answers in samples(500) {
        let breakdown = ScoreBreakdown::of(quiz(), &answers);
        for (at, device_type) in quiz().device_types() {
            let (mut points, mut is_out, mut lines) = (0, false, 0);
            for (question_at, question) in quiz().questions() {
                let Some(selection) = answers.counted(question_at) else { continue };
                let options: Vec<&str> = question.selected(selection).map(|one| &*one.id).collect();
                let weight = i64::from(answers.weight(question.topic).value());
                let unweighted_points =
                    weight * files.unweighted_points(&device_type.id, &question.id, &options);
                let line =
                    breakdown.lines.iter().find(|line| line.question == question_at).unwrap();
                assert_eq!(
                    i64::from(line.of(at).0),
                    unweighted_points,
                    "{} {}",
                    device_type.id,
                    question.id
                );
                points += unweighted_points;
                is_out |= files.excludes(&device_type.id, &question.id, &options);
                lines += 1;
            }
            let sum: i32 = breakdown.lines.iter().map(|line| line.of(at).0).sum();
            assert_eq!(breakdown.lines.len(), lines);
            assert_eq!((breakdown.points(at), points), (Points(sum), i64::from(sum)));
            assert_eq!(breakdown.excluded().has(at), is_out, "{}", device_type.id);
        }
    }
}

#[test]
fn the_ranking_has_the_points_of_the_breakdown() {
    for answers in samples(100) {
        let verdict = Verdict::of(quiz(), &answers);
        for at in &verdict.ranking {
            assert_eq!(at.points, verdict.breakdown.points(at.device_type));
        }
    }
}

#[test]
fn reasons_add_up_to_the_points() {
    for answers in samples(500) {
        let breakdown = ScoreBreakdown::of(quiz(), &answers);
        for (at, device_type) in quiz().device_types() {
            let reasons = Reason::all(quiz(), &breakdown, at);
            let sum: Points = reasons.iter().map(|reason| reason.points).sum();
            assert_eq!(sum, breakdown.points(at), "{} {}", device_type.id, words(quiz(), &answers));
            let sizes: Vec<i32> = reasons.iter().map(|reason| reason.points.0.abs()).collect();
            assert!(sizes.is_sorted_by(|one, two| one >= two), "{sizes:?}");
            assert!(!sizes.contains(&0), "a reason without points");
            for reason in &reasons {
                assert!(!reason.questions.is_empty(), "a reason without a question");
                let rating = device_type.rating(reason.criterion);
                assert_ne!(rating.value(), 0, "rating 0 supports no claim");
                assert!(content().details().criterion(reason.criterion).claim(rating).is_some());
            }
        }
    }
}

#[test]
fn every_option_that_counts_has_a_sentence_for_it() {
    for (question, meanings) in quiz().questions.iter().zip(&content().details().meanings) {
        for (option, meaning) in question.options.iter().zip(meanings) {
            let counts = !option.effects.is_empty() || !option.excludes.is_empty();
            let says = meaning.ends_with('.');
            assert!(!counts || says, "{} {}: `{meaning}`", question.id, option.id);
            let exclusion = option.exclusion.ends_with('.');
            assert!(option.excludes.is_empty() || exclusion, "{} {}", question.id, option.id);
        }
    }
    assert!(content().version >= 1);
}

/// The sum of weight × effect on a criterion over the answers.
fn total_effect(quiz: &Quiz, answers: &Answers, criterion: CriterionId) -> i32 {
    let on = |question: &Question, effect: &&Effect| {
        let weight = i32::from(answers.weight(question.topic).value());
        if effect.criterion == criterion { weight * i32::from(effect.value) } else { 0 }
    };
    let counted = quiz.questions().filter_map(|(at, all)| Some((all, answers.counted(at)?)));
    let effects = counted.flat_map(|(question, selection)| {
        let effects = question.selected(selection).flat_map(|option| &option.effects);
        effects.map(move |effect| on(question, &effect))
    });
    effects.sum()
}

/// The number of remaining types with more points; `None` if the type is excluded.
fn above(quiz: &Quiz, answers: &Answers, device_type: DeviceTypeId) -> Option<usize> {
    let breakdown = ScoreBreakdown::of(quiz, answers);
    let out = breakdown.excluded();
    let mine = breakdown.points(device_type);
    let remaining = quiz.device_types().filter(|(at, _)| !out.has(*at));
    (!out.has(device_type))
        .then(|| remaining.filter(|(at, _)| breakdown.points(*at) > mine).count())
}

#[test]
fn a_better_rating_never_lowers_the_rank_of_a_type() {
    let (mut quiz, mut random) = (quiz().clone(), Random::new(22));
    let (mut raised, mut rose) = (0, 0);
    while raised < 4_000 {
        let answers = some_answers(&quiz, &mut random);
        let device_type = DeviceTypeId(random.below(7));
        let criterion = CriterionId(random.below(u8::try_from(quiz.criteria.len()).unwrap()));
        let rating = quiz.device_type(device_type).rating(criterion);
        let Some(better) = Rating::new(rating.value() + 1) else { continue };
        if total_effect(&quiz, &answers, criterion) < 0 {
            continue;
        }
        let before = above(&quiz, &answers, device_type);
        let leads = Outcome::of(&quiz, &answers).leader() == Some(device_type);
        quiz.device_types[device_type.index()].ratings[usize::from(criterion.0)].rating = better;
        let after = above(&quiz, &answers, device_type);
        let undecided = Outcome::of(&quiz, &answers) == Outcome::Undecided;
        let still = undecided || Outcome::of(&quiz, &answers).leader() == Some(device_type);
        quiz.device_types[device_type.index()].ratings[usize::from(criterion.0)].rating = rating;
        assert!(after <= before && (!leads || still), "{}", words(&quiz, &answers));
        raised += 1;
        rose += u32::from(after < before);
    }
    assert!(rose > 100, "only {rose} of 4,000 better ratings raised the rank");
}

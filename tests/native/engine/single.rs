//! Single changes of an answer or of a weight: the engine lists exactly those that put another type
//! first.

use std::cmp::Reverse;

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{
    Answer, Answers, ChangeTable, Counterfactual, DeviceTypeId, DeviceTypeSet, OptionId,
    PivotalWeight, Quiz, ScoreBreakdown, Selection, Weight,
};

use super::describe;
use super::plain::{NumericAnswers, Sheet, device_type, to_bits};
use super::small::{real_answers, small_answers, small_quiz};
use crate::support::quiz;

/// A question, its new selection as bits, and the type that is then alone in first place.
type Single = (usize, u32, DeviceTypeId);

/// Every click that puts a type other than `leader` alone in first place. First come those that lead
/// to a type within the budget, then those that ask the least, then those with the largest lead.
pub(crate) fn brute_force_singles(
    sheet: &Sheet,
    inputs: &NumericAnswers,
    leader: Option<DeviceTypeId>,
) -> Vec<Single> {
    let mut singles = Vec::new();
    for question in 0..inputs.bits.len() {
        if inputs.weights[question] == 0 {
            continue;
        }
        for bits in sheet.clicks(question, inputs.bits[question]) {
            let score = sheet.score(&inputs.with(question, bits));
            let alone = score.alone().filter(|first| Some(device_type(*first)) != leader);
            if let Some(first) = alone {
                let is_dear = sheet.is_above_budget(inputs, first) == Some(true);
                let asks = sheet.asks(question, inputs.bits[question], bits);
                let key = (is_dear, asks, Reverse(score.lead(first)));
                singles.push((key, (question, bits, device_type(first))));
            }
        }
    }
    singles.sort_by_key(|(key, _)| *key);
    singles.into_iter().map(|(_, single)| single).collect()
}

/// Compares the change table: the points and exclusions now, and the gains and exclusions of each
/// click.
fn compare_change_tables(table: &ChangeTable, sheet: &Sheet, inputs: &NumericAnswers) {
    let now = sheet.score(inputs);
    assert_eq!(table.points, now.points);
    for question in 0..inputs.bits.len() {
        let out = |bits: u32| sheet.out(question, bits);
        let excluded =
            |set: DeviceTypeSet| (0..now.points.len()).filter(move |at| set.has(device_type(*at)));
        let bits = |set: DeviceTypeSet| excluded(set).map(|at| 1 << at).sum::<u32>();
        assert_eq!(bits(table.excluded[question]), out(inputs.bits[question]));
        let mut expected = Vec::new();
        for click in sheet.clicks(question, inputs.bits[question]) {
            let then = sheet.score(&inputs.with(question, click)).points;
            let gains: Vec<i32> =
                then.iter().zip(&now.points).map(|(then, now)| then - now).collect();
            expected.push((click, gains, out(click)));
        }
        if inputs.weights[question] == 0 {
            expected.clear();
        }
        let claimed = table.changes[question].iter().map(|at| {
            assert_eq!(at.change.question.index(), question);
            (to_bits(at.change.selection), at.gains.clone(), bits(at.excludes))
        });
        assert_eq!(claimed.collect::<Vec<_>>(), expected);
    }
}

/// Compares the single changes of answers; returns how many there are.
fn compare_singles(quiz: &Quiz, answers: &Answers) -> usize {
    let leader = Outcome::of(quiz, answers).leader();
    let (sheet, inputs) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
    let table = ChangeTable::of(quiz, answers);
    compare_change_tables(&table, &sheet, &inputs);
    let counterfactuals = Counterfactual::singles(&table, leader);
    let claimed: Vec<Single> = counterfactuals
        .iter()
        .map(|counterfactual| match counterfactual.changes[..] {
            [change] => (change.question.index(), to_bits(change.selection), counterfactual.leader),
            _ => panic!("{} changes instead of one", counterfactual.changes.len()),
        })
        .collect();
    assert_eq!(
        claimed,
        brute_force_singles(&sheet, &inputs, leader),
        "{}",
        describe(quiz, answers)
    );
    for counterfactual in &counterfactuals {
        let changed = answers.with(&counterfactual.changes);
        let alone = sheet.score(&NumericAnswers::of(quiz, &changed)).alone().map(device_type);
        assert_eq!(alone, Some(counterfactual.leader), "{}", describe(quiz, answers));
        assert_eq!(
            ScoreBreakdown::of(quiz, &changed).first(quiz),
            alone,
            "{}",
            describe(quiz, answers)
        );
    }
    claimed.len()
}

/// Compares the pivotal weights; returns how many there are, and how many of them are 0.
fn compare_pivotal_weights(quiz: &Quiz, answers: &Answers) -> (usize, usize) {
    let leader = Outcome::of(quiz, answers).leader();
    let sheet = Sheet::of(quiz, answers);
    let mut expected = Vec::new();
    for (topic, about) in quiz.topics() {
        let given = |at| matches!(answers.get(at), Answer::Given(_));
        if !about.questions().any(given) {
            continue;
        }
        for weight in [0, 1, 2, 4].map(|at| Weight::new(at).unwrap()) {
            let mut changed = answers.clone();
            changed.set_weight(topic, weight);
            let alone = sheet.score(&NumericAnswers::of(quiz, &changed)).alone().map(device_type);
            if let Some(first) = alone.filter(|first| Some(*first) != leader) {
                expected.push(PivotalWeight { topic, weight, leader: first });
            }
        }
    }
    assert_eq!(PivotalWeight::all(quiz, answers, leader), expected, "{}", describe(quiz, answers));
    let ignored = expected.iter().filter(|at| at.weight.value() == 0).count();
    (expected.len(), ignored)
}

#[test]
fn single_changes_agree_with_brute_force_on_small_quizzes() {
    let mut random = Random::new(201);
    let (mut counterfactuals, mut without) = (0, 0);
    for _ in 0..1_500 {
        let contexts = random.below(3);
        let quiz = small_quiz(&mut random, contexts, 4, 5);
        let found = compare_singles(&quiz, &small_answers(&quiz, &mut random, 4));
        counterfactuals += found;
        without += u32::from(found == 0);
    }
    assert!(
        counterfactuals > 3_000 && without > 50,
        "{counterfactuals} counterfactuals; {without} quizzes without any"
    );
}

#[test]
fn single_changes_agree_with_brute_force_on_the_real_quiz() {
    let mut random = Random::new(202);
    let counterfactuals: usize =
        (0..150).map(|_| compare_singles(quiz(), &real_answers(&mut random))).sum();
    assert!(counterfactuals > 1_000, "{counterfactuals}");
}

#[test]
fn pivotal_weights_agree_with_brute_force() {
    let mut random = Random::new(203);
    let (mut pivotal, mut ignored) = (0, 0);
    for _ in 0..1_000 {
        let quiz = small_quiz(&mut random, 2, 3, 5);
        let found = compare_pivotal_weights(&quiz, &small_answers(&quiz, &mut random, 6));
        (pivotal, ignored) = (pivotal + found.0, ignored + found.1);
    }
    for _ in 0..100 {
        let found = compare_pivotal_weights(quiz(), &real_answers(&mut random));
        (pivotal, ignored) = (pivotal + found.0, ignored + found.1);
    }
    assert!(pivotal > 1_000 && ignored > 200, "{pivotal} pivotal weights, {ignored} of them 0");
}

#[test]
fn a_skipped_question_can_change_the_leader_but_an_ignored_one_cannot() {
    let sound = quiz().find_question("sound").unwrap();
    let topic = quiz().question(sound).topic;
    let mut answers = Answers::empty(quiz());
    answers.set(sound, Answer::Skipped(Selection::only(OptionId(0))));
    let changes_of_sound = |answers: &Answers| {
        let counterfactuals = Counterfactual::singles(&ChangeTable::of(quiz(), answers), None);
        counterfactuals
            .iter()
            .filter(|counterfactual| counterfactual.changes[0].question == sound)
            .count()
    };
    assert!(changes_of_sound(&answers) > 0, "answering `sound` puts a type first");
    answers.set_weight(topic, Weight::new(0).unwrap());
    assert_eq!(changes_of_sound(&answers), 0);
}

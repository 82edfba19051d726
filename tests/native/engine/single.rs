//! One change, of an answer or of an importance: each that is claimed flips, and none is missing.

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{
    Answers, ChangeTable, Counterfactual, DeviceTypeId, DeviceTypeSet, PivotalWeight, Quiz,
    ScoreBreakdown, Weight,
};

use super::plain::{NumericAnswers, Sheet, device_type, to_bits};
use super::small::{real_answers, small_answers, small_quiz};
use super::told;
use crate::support::quiz;

/// A question, its ticks then, and the type that is then alone in first place.
type Single = (usize, u32, DeviceTypeId);

fn plain_singles(
    sheet: &Sheet,
    numeric: &NumericAnswers,
    leader: Option<DeviceTypeId>,
) -> Vec<Single> {
    let mut singles = Vec::new();
    for question in 0..numeric.bits.len() {
        if numeric.weights[question] == 0 {
            continue;
        }
        for bits in sheet.clicks(question, numeric.bits[question]) {
            let alone = sheet.score(&numeric.with(question, bits)).alone().map(device_type);
            if let Some(first) = alone.filter(|first| Some(*first) != leader) {
                singles.push((question, bits, first));
            }
        }
    }
    singles
}

/// Compares what counts now, and what each click would add.
fn compare_change_tables(change_table: &ChangeTable, sheet: &Sheet, numeric: &NumericAnswers) {
    let now = sheet.score(numeric);
    assert_eq!(change_table.points, now.points);
    for question in 0..numeric.bits.len() {
        let out = |bits: u32| sheet.out(question, bits);
        let excluded =
            |set: DeviceTypeSet| (0..now.points.len()).filter(move |at| set.has(device_type(*at)));
        let bits = |set: DeviceTypeSet| excluded(set).map(|at| 1 << at).sum::<u32>();
        assert_eq!(bits(change_table.excluded[question]), out(numeric.bits[question]));
        let mut plain = Vec::new();
        for click in sheet.clicks(question, numeric.bits[question]) {
            let then = sheet.score(&numeric.with(question, click)).points;
            let gains: Vec<i32> =
                then.iter().zip(&now.points).map(|(then, now)| then - now).collect();
            plain.push((click, gains, out(click)));
        }
        if numeric.weights[question] == 0 {
            plain.clear();
        }
        let claimed = change_table.changes[question].iter().map(|at| {
            assert_eq!(at.change.question.index(), question);
            (to_bits(at.change.selection), at.gains.clone(), bits(at.excludes))
        });
        assert_eq!(claimed.collect::<Vec<_>>(), plain);
    }
}

/// Compares the single changes; returns how many there are.
fn compare_singles(quiz: &Quiz, answers: &Answers) -> usize {
    let leader = Outcome::of(quiz, answers).leader();
    let (sheet, numeric) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
    let change_table = ChangeTable::of(quiz, answers);
    compare_change_tables(&change_table, &sheet, &numeric);
    let counterfactuals = Counterfactual::singles(&change_table, leader);
    let claimed: Vec<Single> = counterfactuals
        .iter()
        .map(|counterfactual| match counterfactual.changes[..] {
            [change] => (change.question.index(), to_bits(change.selection), counterfactual.leader),
            _ => panic!("{} changes are no single one", counterfactual.changes.len()),
        })
        .collect();
    assert_eq!(claimed, plain_singles(&sheet, &numeric, leader), "{}", told(quiz, answers));
    for counterfactual in &counterfactuals {
        let changed = answers.with(&counterfactual.changes);
        let alone = sheet.score(&NumericAnswers::of(quiz, &changed)).alone().map(device_type);
        assert_eq!(alone, Some(counterfactual.leader), "{}", told(quiz, answers));
        assert_eq!(
            ScoreBreakdown::of(quiz, &changed).first(quiz),
            alone,
            "{}",
            told(quiz, answers)
        );
    }
    claimed.len()
}

/// Compares the importances that flip; returns how many there are, and how many of them ignore.
fn compare_pivotal_weights(quiz: &Quiz, answers: &Answers) -> (usize, usize) {
    let leader = Outcome::of(quiz, answers).leader();
    let sheet = Sheet::of(quiz, answers);
    let mut plain = Vec::new();
    for (topic, about) in quiz.topics() {
        let given = |at| matches!(answers.get(at), headphones_or_iems::model::Answer::Given(_));
        if !about.questions().any(given) {
            continue;
        }
        for weight in [0, 1, 2, 4].map(|at| Weight::new(at).unwrap()) {
            let mut changed = answers.clone();
            changed.set_weight(topic, weight);
            let alone = sheet.score(&NumericAnswers::of(quiz, &changed)).alone().map(device_type);
            if let Some(first) = alone.filter(|first| Some(*first) != leader) {
                plain.push(PivotalWeight { topic, weight, leader: first });
            }
        }
    }
    assert_eq!(PivotalWeight::all(quiz, answers, leader), plain, "{}", told(quiz, answers));
    let ignored = plain.iter().filter(|at| at.weight.value() == 0).count();
    (plain.len(), ignored)
}

#[test]
fn single_changes_on_small_quizzes_are_exactly_those_that_flip() {
    let mut random = Random::new(201);
    let (mut counterfactuals, mut calm) = (0, 0);
    for _ in 0..1_500 {
        let contexts = random.below(3);
        let quiz = small_quiz(&mut random, contexts, 4, 5);
        let found = compare_singles(&quiz, &small_answers(&quiz, &mut random, 4));
        counterfactuals += found;
        calm += u32::from(found == 0);
    }
    assert!(
        counterfactuals > 3_000 && calm > 50,
        "{counterfactuals} flips, {calm} quizzes without"
    );
}

#[test]
fn single_changes_of_real_answers_are_exactly_those_that_flip() {
    let mut random = Random::new(202);
    let counterfactuals: usize =
        (0..150).map(|_| compare_singles(quiz(), &real_answers(&mut random))).sum();
    assert!(counterfactuals > 1_000, "{counterfactuals}");
}

#[test]
fn importances_that_flip_are_exactly_those_listed() {
    let mut random = Random::new(203);
    let (mut counterfactuals, mut ignored) = (0, 0);
    for _ in 0..1_000 {
        let quiz = small_quiz(&mut random, 2, 3, 5);
        let found = compare_pivotal_weights(&quiz, &small_answers(&quiz, &mut random, 6));
        (counterfactuals, ignored) = (counterfactuals + found.0, ignored + found.1);
    }
    for _ in 0..100 {
        let found = compare_pivotal_weights(quiz(), &real_answers(&mut random));
        (counterfactuals, ignored) = (counterfactuals + found.0, ignored + found.1);
    }
    assert!(
        counterfactuals > 1_000 && ignored > 200,
        "{counterfactuals} flips, {ignored} by ignoring"
    );
}

#[test]
fn a_question_that_is_skipped_can_be_answered_and_one_that_is_ignored_cannot_change_anything() {
    use headphones_or_iems::model::{Answer, OptionId, Selection};
    let sound = quiz().find_question("sound").unwrap();
    let topic = quiz().question(sound).topic;
    let mut answers = Answers::empty(quiz());
    answers.set(sound, Answer::Skipped(Selection::only(OptionId(0))));
    let mine = |answers: &Answers| {
        let counterfactuals = Counterfactual::singles(&ChangeTable::of(quiz(), answers), None);
        counterfactuals
            .iter()
            .filter(|counterfactual| counterfactual.changes[0].question == sound)
            .count()
    };
    let before = mine(&answers);
    assert!(before > 0, "space in the sound alone puts open-back first");
    answers.set_weight(topic, Weight::new(0).unwrap());
    assert_eq!(mine(&answers), 0);
}

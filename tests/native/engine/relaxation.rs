//! Relaxations: the engine agrees with brute force, which skips every set of answers.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answer, Answers, Quiz, Relaxation, Verdict};

use super::describe;
use super::plain::{NumericAnswers, Sheet, has};
use super::small::{real_answers, small_answers, small_quiz};
use crate::support::{answered, quiz};

/// The types that remain once a set of questions is skipped, as bits.
fn remaining_after(sheet: &Sheet, inputs: &NumericAnswers, skip: u32) -> u32 {
    let mut relaxed = inputs.clone();
    for question in (0..inputs.bits.len()).filter(|at| has(skip, *at)) {
        relaxed.bits[question] = 0;
    }
    !sheet.score(&relaxed).out & ((1 << sheet.ratings.len()) - 1)
}

/// The relaxations by brute force: every set of questions, as bits, whose skipping lets a type
/// remain while no proper subset of it does.
pub(crate) fn plain(sheet: &Sheet, inputs: &NumericAnswers) -> Vec<u32> {
    let excluding = (0..inputs.bits.len()).filter(|at| sheet.out(*at, inputs.bits[*at]) != 0);
    let excluding: Vec<usize> = excluding.collect();
    let spread = |set: u32| -> u32 {
        let members = excluding.iter().enumerate().filter(|(at, _)| has(set, *at));
        members.map(|(_, question)| 1 << question).sum()
    };
    let sets: Vec<u32> = (0..1 << excluding.len()).map(spread).collect();
    let sufficient: Vec<u32> =
        sets.into_iter().filter(|set| remaining_after(sheet, inputs, *set) != 0).collect();
    let is_minimal = |set: &u32| !sufficient.iter().any(|part| part != set && part & set == *part);
    sufficient.iter().copied().filter(is_minimal).collect()
}

/// Compares the relaxations; returns how many there are, and whether one needs several skips.
fn compare(quiz: &Quiz, answers: &Answers) -> (usize, bool) {
    let (sheet, inputs) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
    let relaxations = Relaxation::all(quiz, answers);
    if remaining_after(&sheet, &inputs, 0) != 0 {
        assert!(
            relaxations.is_empty(),
            "a relaxation without a conflict: {}",
            describe(quiz, answers)
        );
        return (0, false);
    }
    let bits = |one: &Relaxation| one.skip.iter().map(|at| 1 << at.index()).sum::<u32>();
    let claimed: Vec<u32> = relaxations.iter().map(bits).collect();
    let (mut sorted, mut expected) = (claimed.clone(), plain(&sheet, &inputs));
    sorted.sort_unstable();
    expected.sort_unstable();
    assert_eq!(sorted, expected, "{}", describe(quiz, answers));
    let first = |set: u32| remaining_after(&sheet, &inputs, set).trailing_zeros();
    let order: Vec<_> = claimed.iter().map(|set| (set.count_ones(), first(*set))).collect();
    assert!(order.is_sorted(), "{order:?}: {}", describe(quiz, answers));
    for relaxation in &relaxations {
        assert!(relaxation.skip.is_sorted(), "not in question order");
        let mut relaxed = answers.clone();
        for at in &relaxation.skip {
            relaxed.set(*at, Answer::Skipped(answers.get(*at).selection()));
        }
        let verdict = Verdict::of(quiz, &relaxed);
        assert_ne!(verdict.word.id(), "conflict", "{}", describe(quiz, answers));
        assert_eq!(relaxation.verdict, verdict, "{}", describe(quiz, answers));
    }
    (claimed.len(), relaxations.iter().any(|one| one.skip.len() > 1))
}

#[test]
fn relaxations_agree_with_brute_force_on_small_quizzes() {
    let mut random = Random::new(251);
    let (mut conflicts, mut several, mut long) = (0, 0, 0);
    for _ in 0..4_000 {
        let quiz = small_quiz(&mut random, 1, 4, 1);
        let (count, is_long) = compare(&quiz, &small_answers(&quiz, &mut random, 12));
        conflicts += u32::from(count > 0);
        several += u32::from(count > 1);
        long += u32::from(is_long);
    }
    assert!(
        conflicts > 200 && several > 50 && long > 50,
        "{conflicts} conflicts, {several} with several relaxations, {long} with a long one"
    );
}

#[test]
fn relaxations_agree_with_brute_force_on_the_real_quiz() {
    let mut random = Random::new(252);
    let (mut conflicts, mut several) = (0, 0);
    for _ in 0..1_500 {
        let mut answers = real_answers(&mut random);
        let refusals = [("on-head", "no-way"), ("in-canal", "no-way"), ("connection", "wire-only")];
        for (question, option) in refusals {
            let at = quiz().find_question(question).unwrap();
            if !random.once_in(3) {
                answers.set(at, answered(quiz(), &[(question, &[option])]).get(at));
            }
        }
        let (count, _) = compare(quiz(), &answers);
        conflicts += u32::from(count > 0);
        several += u32::from(count > 1);
    }
    assert!(
        conflicts > 100 && several > 50,
        "{conflicts} conflicts, {several} with several relaxations"
    );
}

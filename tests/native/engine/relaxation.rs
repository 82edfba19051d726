//! Every smallest way out of a conflict, against skipping every set of answers.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answer, Answers, Quiz, Relaxation, Verdict};

use super::plain::{NumericAnswers, Sheet, has};
use super::small::{real_answers, small_answers, small_quiz};
use super::told;
use crate::support::{answered, quiz};

/// The types that remain once a set of questions is skipped, as bits.
fn freed(sheet: &Sheet, numeric: &NumericAnswers, skip: u32) -> u32 {
    let mut relaxed = numeric.clone();
    for question in (0..numeric.bits.len()).filter(|at| has(skip, *at)) {
        relaxed.bits[question] = 0;
    }
    !sheet.score(&relaxed).out & ((1 << sheet.ratings.len()) - 1)
}

/// Every set of answers whose skipping frees a type, and of which no part does.
pub(crate) fn plain(sheet: &Sheet, numeric: &NumericAnswers) -> Vec<u32> {
    let exclusion = (0..numeric.bits.len()).filter(|at| sheet.out(*at, numeric.bits[*at]) != 0);
    let exclusion: Vec<usize> = exclusion.collect();
    let spread = |set: u32| -> u32 {
        let held = exclusion.iter().enumerate().filter(|(at, _)| has(set, *at));
        held.map(|(_, question)| 1 << question).sum()
    };
    let sets: Vec<u32> = (0..1 << exclusion.len()).map(spread).collect();
    let frees: Vec<u32> = sets.into_iter().filter(|set| freed(sheet, numeric, *set) != 0).collect();
    let is_least = |set: &u32| !frees.iter().any(|part| part != set && part & set == *part);
    frees.iter().copied().filter(is_least).collect()
}

/// Compares; returns how many ways out there are, and whether one needs several skips.
fn compare(quiz: &Quiz, answers: &Answers) -> (usize, bool) {
    let (sheet, numeric) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
    let ways = Relaxation::all(quiz, answers);
    if freed(&sheet, &numeric, 0) != 0 {
        assert!(ways.is_empty(), "a way out of no conflict: {}", told(quiz, answers));
        return (0, false);
    }
    let bits = |way: &Relaxation| way.skip.iter().map(|at| 1 << at.index()).sum::<u32>();
    let claimed: Vec<u32> = ways.iter().map(bits).collect();
    let (mut sorted, mut expected) = (claimed.clone(), plain(&sheet, &numeric));
    sorted.sort_unstable();
    expected.sort_unstable();
    assert_eq!(sorted, expected, "{}", told(quiz, answers));
    let first = |set: u32| freed(&sheet, &numeric, set).trailing_zeros();
    let order: Vec<_> = claimed.iter().map(|set| (set.count_ones(), first(*set))).collect();
    assert!(order.is_sorted(), "{order:?}: {}", told(quiz, answers));
    for way in &ways {
        assert!(way.skip.is_sorted(), "in question order");
        let mut relaxed = answers.clone();
        for at in &way.skip {
            relaxed.set(*at, Answer::Skipped(answers.get(*at).selection()));
        }
        let verdict = Verdict::of(quiz, &relaxed);
        assert_ne!(verdict.word.id(), "conflict", "{}", told(quiz, answers));
        assert_eq!(way.verdict, verdict, "{}", told(quiz, answers));
    }
    (claimed.len(), ways.iter().any(|way| way.skip.len() > 1))
}

#[test]
fn every_smallest_way_out_is_listed_and_nothing_else_on_small_quizzes() {
    let mut random = Random::new(251);
    let (mut conflicts, mut several, mut long) = (0, 0, 0);
    for _ in 0..4_000 {
        let quiz = small_quiz(&mut random, 1, 4, 1);
        let (ways, is_long) = compare(&quiz, &small_answers(&quiz, &mut random, 12));
        conflicts += u32::from(ways > 0);
        several += u32::from(ways > 1);
        long += u32::from(is_long);
    }
    assert!(conflicts > 200 && several > 50 && long > 50, "{conflicts}, {several}, {long}");
}

#[test]
fn every_smallest_way_out_is_listed_and_nothing_else_for_real_answers() {
    let mut random = Random::new(252);
    let (mut conflicts, mut several) = (0, 0);
    for _ in 0..1_500 {
        let mut answers = real_answers(&mut random);
        for question in ["on-head", "in-canal"] {
            let at = quiz().find_question(question).unwrap();
            if random.once_in(2) {
                answers.set(at, answered(quiz(), &[(question, &["no-way"])]).get(at));
            }
        }
        let (ways, _) = compare(quiz(), &answers);
        conflicts += u32::from(ways > 0);
        several += u32::from(ways > 1);
    }
    assert!(conflicts > 100 && several > 50, "{conflicts}, {several}");
}

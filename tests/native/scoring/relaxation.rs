//! Relaxations: the first one ends the conflict, and no shorter one exists.

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{
    Answer, Answers, DeviceTypeId, QuestionId, Quiz, Relaxation, Verdict, Word,
};

use crate::robustness::{small_answers, small_quiz};
use crate::support::{answered, quiz, some_answers, words};

/// `answers` with the given questions skipped.
fn skipped(answers: &Answers, questions: &[QuestionId]) -> Answers {
    let mut relaxed = answers.clone();
    for at in questions {
        relaxed.set(*at, Answer::Skipped(answers.get(*at).selection()));
    }
    relaxed
}

/// The fewest questions whose skipping ends the conflict, by brute force over every set of the
/// questions that exclude a type.
fn fewest(quiz: &Quiz, answers: &Answers) -> usize {
    let excludes = |at: &QuestionId| {
        let selection = answers.counted(*at);
        selection.is_some_and(|selection| !quiz.question(*at).excluded(selection).is_empty())
    };
    let excluding: Vec<QuestionId> = quiz.questions().map(|(at, _)| at).filter(excludes).collect();
    let sets = (0..1_u32 << excluding.len()).filter(|bits| {
        let members = excluding.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1);
        let set: Vec<QuestionId> = members.map(|(_, at)| *at).collect();
        Outcome::of(quiz, &skipped(answers, &set)) != Outcome::Conflict
    });
    sets.map(|bits| bits.count_ones() as usize).min().unwrap()
}

/// Checks the first relaxation of one set of answers; returns whether they are in conflict.
fn check(quiz: &Quiz, answers: &Answers) -> bool {
    let is_conflict = Verdict::of(quiz, answers).word == Word::Conflict;
    let Some(relaxation) = Relaxation::all(quiz, answers).into_iter().next() else {
        assert!(!is_conflict, "no relaxation for {}", words(quiz, answers));
        return false;
    };
    assert!(is_conflict, "a relaxation without a conflict");
    let relaxed = Verdict::of(quiz, &skipped(answers, &relaxation.skip));
    assert_eq!(relaxation.verdict, relaxed, "the verdict is not the one after the skips");
    assert_ne!(relaxed.word, Word::Conflict);
    let mut unique = relaxation.skip.clone();
    unique.dedup();
    assert_eq!(unique, relaxation.skip, "a question is skipped twice");
    assert_eq!(relaxation.skip.len(), fewest(quiz, answers), "{:?}", words(quiz, answers));
    true
}

#[test]
fn the_first_relaxation_works_and_is_the_shortest() {
    let mut random = Random::new(91);
    let mut conflicts = 0;
    for _ in 0..3_000 {
        let mut answers = some_answers(quiz(), &mut random);
        // Random answers seldom refuse a family, and a conflict needs at least one refusal.
        let refusals = [("on-head", "no-way"), ("in-canal", "no-way"), ("connection", "wire-only")];
        for (question, option) in refusals {
            if random.once_in(2) {
                let refusal = answered(quiz(), &[(question, &[option])]);
                let at = quiz().find_question(question).unwrap();
                answers.set(at, refusal.get(at));
            }
        }
        if Outcome::of(quiz(), &answers) == Outcome::Conflict {
            conflicts += u32::from(check(quiz(), &answers));
        }
    }
    assert!(conflicts >= 100, "{conflicts} conflicts");
}

#[test]
fn the_first_relaxation_is_the_shortest_with_many_exclusions() {
    let mut random = Random::new(92);
    let (mut conflicts, mut long) = (0, 0);
    for _ in 0..3_000 {
        let mut quiz = small_quiz(&mut random, 4);
        quiz.device_types.truncate(2);
        let options = quiz.questions.iter_mut().flat_map(|question| &mut question.options);
        for option in options {
            if random.once_in(4) {
                option.excludes = option.excludes.with(DeviceTypeId(random.below(2)));
            }
        }
        let answers = small_answers(&quiz, &mut random, 6);
        if Outcome::of(&quiz, &answers) == Outcome::Conflict && check(&quiz, &answers) {
            conflicts += 1;
            long += u32::from(Relaxation::all(&quiz, &answers)[0].skip.len() > 1);
        }
    }
    assert!(
        conflicts >= 100 && long >= 30,
        "{conflicts} conflicts, {long} of them with several skips"
    );
}

#[test]
fn there_is_no_relaxation_without_a_conflict() {
    let mut random = Random::new(93);
    let mut without = 0;
    for _ in 0..300 {
        let answers = some_answers(quiz(), &mut random);
        without += u32::from(!check(quiz(), &answers));
    }
    assert!(without > 200, "only {without} draws without a conflict");
    assert!(!check(quiz(), &Answers::empty(quiz())));
}

#[test]
fn one_skip_ends_a_conflict_of_all_families() {
    let all = [
        ("in-canal", &["no-way"][..]),
        ("on-head", &["no-way"][..]),
        ("connection", &["wire-only"][..]),
    ];
    let answers = answered(quiz(), &all);
    let relaxation = Relaxation::all(quiz(), &answers).swap_remove(0);
    let skip: Vec<&str> = relaxation.skip.iter().map(|at| &*quiz().question(*at).id).collect();
    // Any of the three skips would do. Headphones come first in the table of types, so theirs is
    // listed first.
    assert_eq!(skip, ["on-head"]);
}

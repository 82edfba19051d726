//! The way out of a conflict works, and no shorter one exists.

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{
    Answer, Answers, DeviceTypeId, QuestionId, Quiz, Relaxation, Verdict, Word,
};

use crate::robustness::{small_answers, small_quiz};
use crate::support::{answered, quiz, some_answers, words};

fn skipped(answers: &Answers, questions: &[QuestionId]) -> Answers {
    let mut relaxed = answers.clone();
    for at in questions {
        relaxed.set(*at, Answer::Skipped(answers.get(*at).selection()));
    }
    relaxed
}

/// The fewest questions whose skipping ends the conflict, by trying every set of those that rule.
fn fewest(quiz: &Quiz, answers: &Answers) -> usize {
    let rules = |at: &QuestionId| {
        let selection = answers.counted(*at);
        selection.is_some_and(|selection| !quiz.question(*at).excluded(selection).is_empty())
    };
    let exclusion: Vec<QuestionId> = quiz.questions().map(|(at, _)| at).filter(rules).collect();
    let sets = (0..1_u32 << exclusion.len()).filter(|bits| {
        let held = exclusion.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1);
        let set: Vec<QuestionId> = held.map(|(_, at)| *at).collect();
        Outcome::of(quiz, &skipped(answers, &set)) != Outcome::Conflict
    });
    sets.map(|bits| bits.count_ones() as usize).min().unwrap()
}

/// Checks one set of answers; returns whether they are in conflict.
fn check(quiz: &Quiz, answers: &Answers) -> bool {
    let is_conflict = Verdict::of(quiz, answers).word == Word::Conflict;
    let Some(out) = Relaxation::all(quiz, answers).into_iter().next() else {
        assert!(!is_conflict, "no way out of {}", words(quiz, answers));
        return false;
    };
    assert!(is_conflict, "a way out of no conflict");
    let relaxed = Verdict::of(quiz, &skipped(answers, &out.skip));
    assert_eq!(out.verdict, relaxed, "the verdict promised is the verdict given");
    assert_ne!(relaxed.word, Word::Conflict);
    let mut unique = out.skip.clone();
    unique.dedup();
    assert_eq!(unique, out.skip, "each question once");
    assert_eq!(out.skip.len(), fewest(quiz, answers), "{:?}", words(quiz, answers));
    true
}

#[test]
fn a_way_out_of_a_conflict_works_and_is_the_shortest() {
    let mut random = Random::new(91);
    let mut conflicts = 0;
    for _ in 0..3_000 {
        let mut answers = some_answers(quiz(), &mut random);
        // Refusals are seldom drawn; a conflict needs at least one.
        for (question, option) in [("on-head", "no-way"), ("in-canal", "no-way")] {
            if random.once_in(3) {
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
fn a_way_out_is_the_shortest_where_several_questions_rule_out_one_type() {
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
    assert!(conflicts >= 100 && long >= 30, "{conflicts} conflicts, {long} of them long");
}

#[test]
fn without_a_conflict_there_is_no_way_out() {
    let mut random = Random::new(93);
    let mut calm = 0;
    for _ in 0..300 {
        let answers = some_answers(quiz(), &mut random);
        calm += u32::from(!check(quiz(), &answers));
    }
    assert!(calm > 200, "{calm}");
    assert!(!check(quiz(), &Answers::empty(quiz())));
}

#[test]
fn refusing_both_families_can_be_mended_by_one_skip() {
    let both = [("in-canal", &["no-way"][..]), ("on-head", &["no-way"][..])];
    let answers = answered(quiz(), &both);
    let out = Relaxation::all(quiz(), &answers).swap_remove(0);
    let skip: Vec<&str> = out.skip.iter().map(|at| &*quiz().question(*at).id).collect();
    // Headphones come first in the table of types, so of equals they are named.
    assert_eq!(skip, ["on-head"]);
}

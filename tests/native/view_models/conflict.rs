//! The answers that exclude types, and the answers to skip in a conflict.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answer, Answers, OptionId, Quiz, Relaxation, ScoreBreakdown, Verdict,
};
use headphones_or_iems::state::result::conflict::{Conflict, ExcludingAnswer};

use super::facts::{Facts, question};
use super::{Tally, check};
use crate::engine::plain::{NumericAnswers, Sheet, device_type, has, small};
use crate::engine::relaxation;
use crate::engine::small::{small_answers, small_quiz};
use crate::support::quiz;

const ONE: &str = "an excluding answer of one type";
const SEVERAL: &str = "an excluding answer of several types";

const BRANCHES: &[&str] = &[
    ONE,
    SEVERAL,
    "a relaxation without a leader",
    "a relaxation to one type",
    "a relaxation to a leader",
    "no relaxation",
];

#[test]
fn excluding_answers_and_relaxations_agree_with_brute_force() {
    check(BRANCHES, |case, tally| compare(&case.facts, &case.verdict, tally));
}

fn compare(facts: &Facts, verdict: &Verdict, tally: &mut Tally) {
    let found = Conflict::of(quiz(), facts.answers, &verdict.breakdown);
    assert_eq!(found.excluding, excluding(quiz(), &facts.numeric), "{}", facts.about());
    for answer in &found.excluding {
        tally.met_either(answer.device_types.len() == 1, ONE, SEVERAL);
    }
    if facts.word != "conflict" {
        assert!(found.relaxations.is_empty(), "{}", facts.about());
        return tally.met("no relaxation");
    }
    let mut sets: Vec<_> = relaxation::plain(&facts.sheet, &facts.numeric)
        .into_iter()
        .map(|set| (0..facts.numeric.bits.len()).filter(|at| has(set, *at)).collect())
        .map(|skip: Vec<usize>| (order(facts, &skip), skip))
        .collect();
    sets.sort_by_key(|(order, _)| *order);
    assert_eq!(found.relaxations.len(), sets.len(), "{}", facts.about());
    for (relaxation, (_, skip)) in found.relaxations.iter().zip(sets) {
        let ids: Vec<_> = skip.iter().copied().map(question).collect();
        assert_eq!(relaxation.skip, ids, "{}", facts.about());
        let relaxed = relaxed(facts, &skip);
        assert_eq!(relaxation.relaxed(facts.answers), relaxed, "{}", facts.about());
        let then = Facts::of(&relaxed);
        let verdict = &relaxation.verdict;
        let remaining: Vec<usize> = verdict.remaining().map(|at| at.device_type.index()).collect();
        assert_eq!(
            (verdict.leader, verdict.word.id(), remaining),
            (then.leader.map(device_type), then.word, then.remaining.clone()),
            "{}",
            facts.about()
        );
        tally.met(match (then.leader, then.remaining.len()) {
            (None, _) => "a relaxation without a leader",
            (_, 1) => "a relaxation to one type",
            _ => "a relaxation to a leader",
        });
    }
}

/// The answers that exclude types, in the order of the quiz.
fn excluding(quiz: &Quiz, inputs: &NumericAnswers) -> Vec<ExcludingAnswer> {
    let mut all = Vec::new();
    for (at, bits) in inputs.bits.iter().enumerate() {
        for (index, option) in quiz.questions[at].options.iter().enumerate() {
            let types = (0..quiz.device_types.len()).map(device_type);
            let device_types: Vec<_> = types.filter(|of| option.excludes.has(*of)).collect();
            if has(*bits, index) && !device_types.is_empty() {
                let option = OptionId(small(index));
                all.push(ExcludingAnswer { question: question(at), option, device_types });
            }
        }
    }
    all
}

fn relaxed(facts: &Facts, skip: &[usize]) -> Answers {
    let mut relaxed = facts.answers.clone();
    for at in skip.iter().copied().map(question) {
        relaxed.set(at, Answer::Skipped(facts.answers.get(at).selection()));
    }
    relaxed
}

/// Fewer skips come first, then the first type that remains.
fn order(facts: &Facts, skip: &[usize]) -> (usize, usize) {
    let answers = relaxed(facts, skip);
    let then = Facts::of(&answers);
    (skip.len(), then.remaining.iter().copied().min().expect("a relaxation lets a type remain"))
}

#[test]
fn a_conflict_of_any_quiz_names_its_answers_and_every_smallest_set_to_skip() {
    let (mut random, mut tally) = (Random::new(310), Tally::default());
    for _ in 0..1_500 {
        let quiz = small_quiz(&mut random, 1, 4, 1);
        let answers = small_answers(&quiz, &mut random, 12);
        let (sheet, inputs) = (Sheet::of(&quiz, &answers), NumericAnswers::of(&quiz, &answers));
        let found = Conflict::of(&quiz, &answers, &ScoreBreakdown::of(&quiz, &answers));
        assert_eq!(found.excluding, excluding(&quiz, &inputs));
        let bits = |at: &Relaxation| at.skip.iter().map(|at| 1 << at.index()).sum::<u32>();
        let mut claimed: Vec<u32> = found.relaxations.iter().map(bits).collect();
        claimed.sort_unstable();
        let mut expected = relaxation::plain(&sheet, &inputs);
        expected.retain(|set| *set != 0);
        expected.sort_unstable();
        assert_eq!(claimed, expected);
        tally.met_either(claimed.is_empty(), "no conflict", "a conflict");
        for set in claimed {
            tally.met_either(set.is_power_of_two(), "one skip", "several skips");
        }
    }
    tally.assert_covers(&[&["no conflict", "a conflict", "one skip", "several skips"]]);
}

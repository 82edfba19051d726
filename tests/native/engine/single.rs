//! One change, of an answer or of an importance: each that is claimed flips, and none is missing.

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{
    Answers, Flip, GearId, GearSet, Importance, Ledger, Quiz, Stakes, Weighed,
};

use super::plain::{Said, Sheet, gear, to_bits};
use super::small::{real_answers, small_answers, small_quiz};
use super::told;
use crate::support::quiz;

/// A question, its ticks then, and the type that is then alone in first place.
type Single = (usize, u32, GearId);

fn plain_singles(sheet: &Sheet, said: &Said, leader: Option<GearId>) -> Vec<Single> {
    let mut singles = Vec::new();
    for question in 0..said.bits.len() {
        if said.times[question] == 0 {
            continue;
        }
        for bits in sheet.clicks(question, said.bits[question]) {
            let alone = sheet.score(&said.with(question, bits)).alone().map(gear);
            if let Some(first) = alone.filter(|first| Some(*first) != leader) {
                singles.push((question, bits, first));
            }
        }
    }
    singles
}

/// Compares what counts now, and what each click would add.
fn compare_stakes(stakes: &Stakes, sheet: &Sheet, said: &Said) {
    let now = sheet.score(said);
    assert_eq!(stakes.points, now.points);
    for question in 0..said.bits.len() {
        let out = |bits: u32| sheet.out(question, bits);
        let ruled = |set: GearSet| (0..now.points.len()).filter(move |at| set.has(gear(*at)));
        let bits = |set: GearSet| ruled(set).map(|at| 1 << at).sum::<u32>();
        assert_eq!(bits(stakes.ruled[question]), out(said.bits[question]));
        let mut plain = Vec::new();
        for click in sheet.clicks(question, said.bits[question]) {
            let then = sheet.score(&said.with(question, click)).points;
            let gains: Vec<i32> =
                then.iter().zip(&now.points).map(|(then, now)| then - now).collect();
            plain.push((click, gains, out(click)));
        }
        if said.times[question] == 0 {
            plain.clear();
        }
        let claimed = stakes.moves[question].iter().map(|at| {
            assert_eq!(at.change.question.index(), question);
            (to_bits(at.change.ticks), at.gains.clone(), bits(at.rules_out))
        });
        assert_eq!(claimed.collect::<Vec<_>>(), plain);
    }
}

/// Compares the single changes; returns how many there are.
fn compare_singles(quiz: &Quiz, answers: &Answers) -> usize {
    let leader = Outcome::of(quiz, answers).leader();
    let (sheet, said) = (Sheet::of(quiz, answers), Said::of(quiz, answers));
    let stakes = Stakes::of(quiz, answers);
    compare_stakes(&stakes, &sheet, &said);
    let flips = Flip::singles(&stakes, leader);
    let claimed: Vec<Single> = flips
        .iter()
        .map(|flip| match flip.changes[..] {
            [change] => (change.question.index(), to_bits(change.ticks), flip.leader),
            _ => panic!("{} changes are no single one", flip.changes.len()),
        })
        .collect();
    assert_eq!(claimed, plain_singles(&sheet, &said, leader), "{}", told(quiz, answers));
    for flip in &flips {
        let changed = answers.with(&flip.changes);
        let alone = sheet.score(&Said::of(quiz, &changed)).alone().map(gear);
        assert_eq!(alone, Some(flip.leader), "{}", told(quiz, answers));
        assert_eq!(Ledger::of(quiz, &changed).first(quiz), alone, "{}", told(quiz, answers));
    }
    claimed.len()
}

/// Compares the importances that flip; returns how many there are, and how many of them ignore.
fn compare_weighed(quiz: &Quiz, answers: &Answers) -> (usize, usize) {
    let leader = Outcome::of(quiz, answers).leader();
    let sheet = Sheet::of(quiz, answers);
    let mut plain = Vec::new();
    for (topic, about) in quiz.topics() {
        let given = |at| matches!(answers.get(at), headphones_or_iems::model::Answer::Given(_));
        if !about.questions().any(given) {
            continue;
        }
        for importance in [0, 1, 2, 4].map(|at| Importance::new(at).unwrap()) {
            let mut changed = answers.clone();
            changed.set_importance(topic, importance);
            let alone = sheet.score(&Said::of(quiz, &changed)).alone().map(gear);
            if let Some(first) = alone.filter(|first| Some(*first) != leader) {
                plain.push(Weighed { topic, importance, leader: first });
            }
        }
    }
    assert_eq!(Weighed::all(quiz, answers, leader), plain, "{}", told(quiz, answers));
    let ignored = plain.iter().filter(|at| at.importance.value() == 0).count();
    (plain.len(), ignored)
}

#[test]
fn single_changes_on_small_quizzes_are_exactly_those_that_flip() {
    let mut random = Random::new(201);
    let (mut flips, mut calm) = (0, 0);
    for _ in 0..1_500 {
        let places = random.below(3);
        let quiz = small_quiz(&mut random, places, 4, 5);
        let found = compare_singles(&quiz, &small_answers(&quiz, &mut random, 4));
        flips += found;
        calm += u32::from(found == 0);
    }
    assert!(flips > 3_000 && calm > 50, "{flips} flips, {calm} quizzes without");
}

#[test]
fn single_changes_of_real_answers_are_exactly_those_that_flip() {
    let mut random = Random::new(202);
    let flips: usize = (0..150).map(|_| compare_singles(quiz(), &real_answers(&mut random))).sum();
    assert!(flips > 1_000, "{flips}");
}

#[test]
fn importances_that_flip_are_exactly_those_listed() {
    let mut random = Random::new(203);
    let (mut flips, mut ignored) = (0, 0);
    for _ in 0..1_000 {
        let quiz = small_quiz(&mut random, 2, 3, 5);
        let found = compare_weighed(&quiz, &small_answers(&quiz, &mut random, 6));
        (flips, ignored) = (flips + found.0, ignored + found.1);
    }
    for _ in 0..100 {
        let found = compare_weighed(quiz(), &real_answers(&mut random));
        (flips, ignored) = (flips + found.0, ignored + found.1);
    }
    assert!(flips > 1_000 && ignored > 200, "{flips} flips, {ignored} by ignoring");
}

#[test]
fn a_question_that_is_skipped_can_be_answered_and_one_that_is_ignored_cannot_change_anything() {
    use headphones_or_iems::model::{Answer, ChoiceId, Ticks};
    let sound = quiz().find_question("sound").unwrap();
    let topic = quiz().question(sound).topic;
    let mut answers = Answers::empty(quiz());
    answers.set(sound, Answer::Skipped(Ticks::only(ChoiceId(0))));
    let mine = |answers: &Answers| {
        let flips = Flip::singles(&Stakes::of(quiz(), answers), None);
        flips.iter().filter(|flip| flip.changes[0].question == sound).count()
    };
    let before = mine(&answers);
    assert!(before > 0, "space in the sound alone puts open-back first");
    answers.set_importance(topic, Importance::new(0).unwrap());
    assert_eq!(mine(&answers), 0);
}

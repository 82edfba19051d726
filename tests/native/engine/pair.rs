//! Two types for places that ask for different things, against every pair.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answer, Answers, Kind, Pair, QuestionId, Quiz, Selection};

use super::plain::{NumericAnswers, Sheet, device_type, has, small, to_bits};
use super::small::{real_answers, small_answers, small_quiz};
use super::told;
use crate::support::quiz;

fn id(question: usize) -> QuestionId {
    QuestionId(small(question))
}

/// Pairs of types that each suit a place better, in table order, from those not in `barred`.
fn plain(quiz: &Quiz, answers: &Answers, barred: u32) -> Vec<Pair> {
    let (sheet, numeric) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
    let score = sheet.score(&numeric);
    let is_context = |at: &usize| quiz.questions[*at].kind == Kind::Context;
    // Sometimes or often: any option but the first.
    let contexts: Vec<usize> =
        (0..numeric.bits.len()).filter(|at| is_context(at) && numeric.bits[*at] > 1).collect();
    let n = i32::try_from(contexts.len()).unwrap();
    let context = |place: usize, t: usize| {
        numeric.weights[place] * sheet.worth(place, numeric.bits[place])[t]
    };
    let rest =
        |t: usize| score.points[t] - contexts.iter().map(|place| context(*place, t)).sum::<i32>();
    let value = |place: usize, t: usize| n * context(place, t) + rest(t);
    let remaining = || (0..quiz.device_types.len()).filter(|t| !has(score.out, *t));
    let Some(best) = remaining().map(|t| score.points[t]).max() else { return Vec::new() };
    let mut pairs = Vec::new();
    for t in remaining().filter(|t| n >= 2 && !has(barred, *t)) {
        for u in remaining().filter(|u| *u > t && !has(barred, *u)) {
            let sum: i32 = contexts.iter().map(|s| value(*s, t).max(value(*s, u))).sum();
            let wins = |a: usize, b: usize| -> Vec<QuestionId> {
                let won = contexts.iter().filter(|s| value(**s, a) > value(**s, b));
                won.map(|s| id(*s)).collect()
            };
            let (one, other) = (wins(t, u), wins(u, t));
            if !one.is_empty() && !other.is_empty() {
                let device_types = (device_type(t), device_type(u));
                let gain = sum - n * best;
                pairs.push(Pair { device_types, contexts: (one, other), gain, context_count: n });
            }
        }
    }
    pairs
}

/// The first of the pairs with the largest gain.
fn largest(pairs: Vec<Pair>) -> Option<Pair> {
    let most = pairs.iter().map(|pair| pair.gain).max()?;
    pairs.into_iter().find(|pair| pair.gain == most)
}

/// What may not be offered: what the band below the budget rules out. `None` if there is none.
fn barred(quiz: &Quiz, answers: &Answers) -> Option<u32> {
    let budget = quiz.budget?.index();
    let numeric = NumericAnswers::of(quiz, answers);
    match numeric.bits[budget].trailing_zeros() {
        0 | 32 => None,
        band => Some(Sheet::of(quiz, answers).out(budget, 1 << (band - 1))),
    }
}

/// The best pair that the band below the budget allows.
fn affordable(quiz: &Quiz, answers: &Answers) -> Option<Pair> {
    barred(quiz, answers).and_then(|barred| largest(plain(quiz, answers, barred)))
}

/// The pair that is worth offering.
pub(crate) fn pending_import(quiz: &Quiz, answers: &Answers) -> Option<Pair> {
    let floor = i32::from(quiz.thresholds.pair_gain);
    affordable(quiz, answers).filter(|pair| pair.gain >= pair.context_count * floor)
}

/// What was met while comparing.
#[derive(Debug, Default)]
struct Met {
    best: u32,
    pending_import: u32,
    /// A pair that the band below forbids, though it is the best.
    dear: u32,
    /// A pair that gains too little.
    little: u32,
}

fn compare(quiz: &Quiz, answers: &Answers, met: &mut Met) {
    let best = largest(plain(quiz, answers, 0));
    assert_eq!(Pair::best(quiz, answers), best, "{}", told(quiz, answers));
    met.best += u32::from(best.is_some());
    let affordable = affordable(quiz, answers);
    met.dear += u32::from(affordable.is_some() && affordable != best);
    let expected = pending_import(quiz, answers);
    assert_eq!(Pair::pending_import(quiz, answers), expected, "{}", told(quiz, answers));
    met.pending_import += u32::from(expected.is_some());
    met.little += u32::from(affordable.is_some() && expected.is_none());
}

#[test]
fn the_best_pair_and_the_pair_offered_on_small_quizzes_are_those_that_trying_every_pair_finds() {
    let mut random = Random::new(231);
    let mut met = Met::default();
    for _ in 0..12_000 {
        let others = 1 + random.below(3);
        let quiz = small_quiz(&mut random, 4, others, 3);
        compare(&quiz, &small_answers(&quiz, &mut random, 8), &mut met);
    }
    let Met { best, pending_import, dear, little } = met;
    assert!([best, pending_import, dear, little].iter().all(|count| *count > 50), "{met:?}");
}

#[test]
fn the_best_pair_and_the_pair_offered_of_real_answers_are_those_that_trying_every_pair_finds() {
    let mut random = Random::new(232);
    let mut met = Met::default();
    for _ in 0..1_500 {
        compare(quiz(), &real_answers(&mut random), &mut met);
    }
    let Met { best, pending_import, dear, little } = met;
    assert!([best, pending_import, dear, little].iter().all(|count| *count > 10), "{met:?}");
}

#[test]
fn without_a_budget_or_under_the_lowest_band_no_pair_is_offered() {
    let mut random = Random::new(233);
    let budget = quiz().budget.unwrap();
    let topic = quiz().question(budget).topic;
    let mut pending_import = 0;
    while pending_import < 40 {
        let answers = real_answers(&mut random);
        if Pair::pending_import(quiz(), &answers).is_none() {
            continue;
        }
        pending_import += 1;
        let lowest = Selection::only(headphones_or_iems::model::OptionId(0));
        let given = answers.get(budget).selection();
        assert!(to_bits(given) > 1, "a pair needs money");
        for answer in [Answer::Unseen, Answer::Skipped(given), Answer::Given(lowest)] {
            let mut poor = answers.clone();
            poor.set(budget, answer);
            assert_eq!(Pair::pending_import(quiz(), &poor), None, "{}", told(quiz(), &poor));
        }
        let mut ignored = answers.clone();
        ignored.set_weight(topic, headphones_or_iems::model::Weight::ALL[0]);
        assert_eq!(Pair::pending_import(quiz(), &ignored), None);
    }
}

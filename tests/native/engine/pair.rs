//! Pairs of types for contexts with different needs: the engine agrees with brute force over every
//! pair.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answer, Answers, Kind, OptionId, Pair, QuestionId, Quiz, Selection, Weight,
};

use super::describe;
use super::plain::{NumericAnswers, Sheet, device_type, has, small, to_bits};
use super::small::{real_answers, small_answers, small_quiz};
use crate::support::quiz;

fn id(question: usize) -> QuestionId {
    QuestionId(small(question))
}

/// The pairs of types that each suit a context better, in table order, without the types in
/// `barred`. The value of a type in a context is n × its points from that context, plus its points
/// from everything but the contexts, where n is the number of contexts.
fn brute_force(quiz: &Quiz, answers: &Answers, barred: u32) -> Vec<Pair> {
    let (sheet, inputs) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
    let score = sheet.score(&inputs);
    let is_context = |at: &usize| quiz.questions[*at].kind == Kind::Context;
    // The first option is `never`, so any other bit means that the visitor listens there.
    let contexts: Vec<usize> =
        (0..inputs.bits.len()).filter(|at| is_context(at) && inputs.bits[*at] > 1).collect();
    let n = i32::try_from(contexts.len()).unwrap();
    let points_in = |context: usize, t: usize| {
        inputs.weights[context] * sheet.unweighted_points(context, inputs.bits[context])[t]
    };
    let rest = |t: usize| {
        score.points[t] - contexts.iter().map(|context| points_in(*context, t)).sum::<i32>()
    };
    let value = |context: usize, t: usize| n * points_in(context, t) + rest(t);
    let remaining = || (0..quiz.device_types.len()).filter(|t| !has(score.out, *t));
    let Some(best) = remaining().map(|t| score.points[t]).max() else { return Vec::new() };
    let mut pairs = Vec::new();
    for t in remaining().filter(|t| n >= 2 && !has(barred, *t)) {
        for u in remaining().filter(|u| *u > t && !has(barred, *u)) {
            let sum: i32 = contexts.iter().map(|at| value(*at, t).max(value(*at, u))).sum();
            let wins = |a: usize, b: usize| -> Vec<QuestionId> {
                let won = contexts.iter().filter(|at| value(**at, a) > value(**at, b));
                won.map(|at| id(*at)).collect()
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

/// The pair with the largest gain; of equals, the first in table order.
fn largest(pairs: Vec<Pair>) -> Option<Pair> {
    let most = pairs.iter().map(|pair| pair.gain).max()?;
    pairs.into_iter().find(|pair| pair.gain == most)
}

/// The types that no pair may contain, as bits: those that the budget band below the visitor's
/// excludes. `None` if there is no lower band or no budget.
fn barred(quiz: &Quiz, answers: &Answers) -> Option<u32> {
    let budget = quiz.budget?.index();
    let inputs = NumericAnswers::of(quiz, answers);
    match inputs.bits[budget].trailing_zeros() {
        0 | 32 => None,
        band => Some(Sheet::of(quiz, answers).out(budget, 1 << (band - 1))),
    }
}

/// The best pair that the budget band below the visitor's allows.
fn affordable(quiz: &Quiz, answers: &Answers) -> Option<Pair> {
    barred(quiz, answers).and_then(|barred| largest(brute_force(quiz, answers, barred)))
}

/// The pair to offer: affordable, and with at least the published gain for each context.
pub(crate) fn recommended(quiz: &Quiz, answers: &Answers) -> Option<Pair> {
    let floor = i32::from(quiz.thresholds.pair_gain);
    affordable(quiz, answers).filter(|pair| pair.gain >= pair.context_count * floor)
}

/// Counts of the cases that came up, so that none of them goes untested.
#[derive(Debug, Default)]
struct Met {
    best: u32,
    offered: u32,
    /// Cases in which the best pair is not affordable and another one is.
    too_expensive: u32,
    /// Cases in which the affordable pair gains too little.
    too_little: u32,
}

fn compare(quiz: &Quiz, answers: &Answers, met: &mut Met) {
    let best = largest(brute_force(quiz, answers, 0));
    assert_eq!(Pair::best(quiz, answers), best, "{}", describe(quiz, answers));
    met.best += u32::from(best.is_some());
    let affordable = affordable(quiz, answers);
    met.too_expensive += u32::from(affordable.is_some() && affordable != best);
    let expected = recommended(quiz, answers);
    assert_eq!(Pair::recommended(quiz, answers), expected, "{}", describe(quiz, answers));
    met.offered += u32::from(expected.is_some());
    met.too_little += u32::from(affordable.is_some() && expected.is_none());
}

#[test]
fn pairs_agree_with_brute_force_on_small_quizzes() {
    let mut random = Random::new(231);
    let mut met = Met::default();
    for _ in 0..16_000 {
        let others = 1 + random.below(3);
        let quiz = small_quiz(&mut random, 4, others, 3);
        compare(&quiz, &small_answers(&quiz, &mut random, 8), &mut met);
    }
    let Met { best, offered, too_expensive, too_little } = met;
    assert!([best, offered, too_expensive, too_little].iter().all(|count| *count > 50), "{met:?}");
}

#[test]
fn pairs_agree_with_brute_force_on_the_real_quiz() {
    let mut random = Random::new(232);
    let mut met = Met::default();
    for _ in 0..1_500 {
        compare(quiz(), &real_answers(&mut random), &mut met);
    }
    let Met { best, offered, too_expensive, too_little } = met;
    assert!([best, offered, too_expensive, too_little].iter().all(|count| *count > 10), "{met:?}");
}

#[test]
fn no_pair_is_offered_without_a_budget_or_in_the_lowest_band() {
    let mut random = Random::new(233);
    let budget = quiz().budget.unwrap();
    let topic = quiz().question(budget).topic;
    let mut checked = 0;
    while checked < 40 {
        let answers = real_answers(&mut random);
        if Pair::recommended(quiz(), &answers).is_none() {
            continue;
        }
        checked += 1;
        let lowest = Selection::only(OptionId(0));
        let given = answers.get(budget).selection();
        assert!(to_bits(given) > 1, "a pair was offered in the lowest budget band");
        for answer in [Answer::Unseen, Answer::Skipped(given), Answer::Given(lowest)] {
            let mut changed = answers.clone();
            changed.set(budget, answer);
            assert_eq!(Pair::recommended(quiz(), &changed), None, "{}", describe(quiz(), &changed));
        }
        let mut ignored = answers.clone();
        ignored.set_weight(topic, Weight::ALL[0]);
        assert_eq!(Pair::recommended(quiz(), &ignored), None);
    }
}

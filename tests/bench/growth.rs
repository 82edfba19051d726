//! How the time of a verdict grows with the content, on generated content of several sizes.
//!
//! Questions and criteria grow tenfold. Types grow from 7 to 63, because a set of types holds at
//! most 64.

use divan::{Bencher, black_box};
use headphones_or_iems::audit::{Random, draw};
use headphones_or_iems::model::{
    AnswerOption, Criterion, CriterionId, DeviceType, Effect, GradedRating, Question, QuestionId,
    Quiz, Rating, Topic, TopicId, Verdict,
};

/// Factors for the numbers of types, questions and criteria.
const SIZES: [(usize, usize, usize); 6] =
    [(1, 1, 1), (9, 1, 1), (1, 10, 1), (1, 1, 10), (3, 3, 3), (9, 10, 10)];

fn small(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// Generates content with the given multiples of 7 types, 25 questions and 25 criteria. Each
/// question has 4 options with 2 effects each.
fn generated((types, questions, criteria): (usize, usize, usize)) -> Quiz {
    let mut random = Random::new(9);
    let mut quiz = Quiz { criteria: vec![Criterion::default(); 25 * criteria], ..Quiz::default() };
    for _ in 0..7 * types {
        let rating = |_| {
            let rating = Rating::new(small(random.below(5).into()).cast_signed() - 2);
            GradedRating { rating: rating.unwrap_or_default(), ..GradedRating::default() }
        };
        let ratings = (0..25 * criteria).map(rating).collect();
        quiz.device_types.push(DeviceType { ratings, ..DeviceType::default() });
    }
    for at in 0..25 * questions {
        let mut effect = || Effect {
            criterion: CriterionId(random.below(small(25 * criteria))),
            value: 1 + random.below(3).cast_signed(),
        };
        let mut option =
            || AnswerOption { effects: vec![effect(), effect()], ..AnswerOption::default() };
        let options = vec![option(), option(), option(), option()];
        // Always ten topics, so that robustness costs the same for every size.
        let topic = TopicId(small(at % 10));
        quiz.questions.push(Question { topic, options, ..Question::default() });
    }
    for topic in 0..10 {
        let questions_of_topic =
            (topic..25 * questions).step_by(10).map(|at| QuestionId(small(at))).collect();
        quiz.topics
            .push(Topic { groups: vec![(String::new(), questions_of_topic)], ..Topic::default() });
    }
    quiz
}

/// The leader and the score breakdown. The arguments are the factors for types, questions and
/// criteria.
#[divan::bench(args = SIZES)]
fn leader_by_size(bencher: Bencher, size: (usize, usize, usize)) {
    let quiz = generated(size);
    let answers = draw(&quiz, &mut Random::new(4));
    bencher.bench_local(|| Verdict::leader_of(black_box(&quiz), black_box(&answers)));
}

//! Brute force over every way to answer the open questions.

use headphones_or_iems::model::{Answer, Answers, QuestionId, Quiz};

use super::plain::{NumericAnswers, Score, Sheet};

/// One way to answer the open questions, and the score that it leads to.
pub(super) struct Completion {
    /// The selection for each open question, as bits; 0 for a skip.
    pub(super) bits: Vec<u32>,
    pub(super) score: Score,
}

/// The positions of the open questions, which are unseen and have a weight above 0.
pub(super) fn open(quiz: &Quiz, answers: &Answers) -> Vec<usize> {
    let is_open = |at: &QuestionId| {
        let weight = answers.weight(quiz.question(*at).topic);
        answers.get(*at) == Answer::Unseen && weight.value() > 0
    };
    quiz.questions().map(|(at, _)| at).filter(is_open).map(QuestionId::index).collect()
}

/// Every completion of `inputs`. The first one skips all open questions.
pub(super) fn completions(
    sheet: &Sheet,
    inputs: &NumericAnswers,
    open: &[usize],
) -> Vec<Completion> {
    let mut all = vec![Completion { bits: Vec::new(), score: sheet.score(inputs) }];
    for question in open {
        let weight = inputs.weights[*question];
        let skip = (0, vec![0; sheet.ratings.len()], 0);
        let way = |bits: u32| {
            (bits, sheet.unweighted_points(*question, bits), sheet.out(*question, bits))
        };
        let ways: Vec<(u32, Vec<i32>, u32)> =
            std::iter::once(skip).chain(sheet.ways(*question).into_iter().map(way)).collect();
        let mut longer = Vec::with_capacity(all.len() * ways.len());
        for shorter in &all {
            for (bits, unweighted_points, out) in &ways {
                let points = shorter.score.points.iter().zip(unweighted_points);
                let points = points
                    .map(|(points, unweighted_points)| points + weight * unweighted_points)
                    .collect();
                let score = Score { points, out: shorter.score.out | out };
                let bits = shorter.bits.iter().copied().chain([*bits]).collect();
                longer.push(Completion { bits, score });
            }
        }
        all = longer;
    }
    all
}

/// The number of completions, without making them.
pub(super) fn count(sheet: &Sheet, open: &[usize]) -> usize {
    open.iter().map(|question| sheet.ways(*question).len() + 1).product()
}

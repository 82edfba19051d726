//! How candidates stand: their points are those of an answer to everything with their ratings in
//! place, and ranks follow from points.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answers, CandidateScore, CriterionId, Points, Rating, ScoreBreakdown,
};
use headphones_or_iems::state::shortlist::{Listed, criteria, reasons};

use super::some_candidates;
use crate::support::{content, quiz, some_answers};

/// Runs with candidates and their scores under many answers.
fn with_many(mut test: impl FnMut(&Answers, &[Listed], &[CandidateScore])) {
    let mut random = Random::new(1_811);
    for _ in 0..150 {
        let answers = some_answers(quiz(), &mut random);
        let all = some_candidates(&mut random, 12);
        let candidates = all.iter().map(|at| (at.device_type, &at.candidate));
        let scores = CandidateScore::all(quiz(), &answers, candidates);
        assert_eq!(scores.len(), all.len());
        test(&answers, &all, &scores);
    }
}

/// The points of a candidate by the definition: its type's, once its ratings are the visitor's own.
fn points(answers: &Answers, listed: &Listed) -> Option<Points> {
    let device_type = listed.device_type?;
    let mut answers = answers.clone();
    for (at, criterion) in quiz().criteria() {
        if let Some(rating) = listed.candidate.rating(&criterion.id) {
            answers.own_ratings_mut().set(device_type, at, Some(rating));
        }
    }
    Some(ScoreBreakdown::of(quiz(), &answers).points(device_type))
}

#[test]
fn own_ratings_replace_those_of_the_type_for_one_candidate() {
    let (mut differ, mut unknown) = (0, 0);
    with_many(|answers, all, scores| {
        for (listed, score) in all.iter().zip(scores) {
            assert_eq!(score.points(), points(answers, listed));
            unknown += usize::from(*score == CandidateScore::Unknown);
            let of_type =
                listed.device_type.map(|at| ScoreBreakdown::of(quiz(), answers).points(at));
            differ += usize::from(of_type != score.points());
        }
    });
    assert!(differ > 300 && unknown > 50, "{differ} differ, {unknown} unknown");
}

#[test]
fn only_an_answer_excludes_a_candidate() {
    let mut excluded = 0;
    with_many(|answers, all, scores| {
        let out = ScoreBreakdown::of(quiz(), answers).excluded();
        for (listed, score) in all.iter().zip(scores) {
            let is_out = listed.device_type.is_some_and(|at| out.has(at));
            let CandidateScore::Excluded { exclusions, .. } = score else {
                assert!(!is_out);
                continue;
            };
            excluded += 1;
            assert!(
                is_out && exclusions.iter().all(|at| Some(at.device_type) == listed.device_type)
            );
        }
    });
    assert!(excluded > 100, "{excluded}");
}

#[test]
fn a_rank_is_one_more_than_the_number_of_better_candidates() {
    let mut shared = 0;
    with_many(|_, _, scores| {
        let ranked = |at: &&CandidateScore| at.rank().is_some();
        for score in scores.iter().filter(ranked) {
            let others = scores.iter().filter(ranked);
            let better = others.filter(|at| at.points() > score.points()).count();
            assert_eq!(score.rank(), Some(better + 1));
            let same = scores.iter().filter(|at| at.rank() == score.rank()).count();
            shared += usize::from(same > 1);
        }
    });
    assert!(shared > 20, "{shared}");
}

#[test]
fn the_reasons_add_up_to_the_points() {
    with_many(|answers, all, scores| {
        for (listed, score) in all.iter().zip(scores) {
            let reasons = reasons(content(), answers, listed);
            let sum: Points =
                reasons.good.iter().chain(&reasons.bad).map(|reason| reason.points).sum();
            assert_eq!(score.points().unwrap_or_default(), sum);
        }
    });
}

#[test]
fn a_criterion_counts_exactly_if_a_counted_answer_has_an_effect_on_it() {
    let mut random = Random::new(9);
    let mut count = 0;
    for _ in 0..40 {
        let answers = some_answers(quiz(), &mut random);
        let (counted, others) = criteria(quiz(), &answers);
        assert_eq!(counted.len() + others.len(), quiz().criteria.len());
        let effects = effects(&answers);
        for (at, criterion) in quiz().criteria() {
            assert_eq!(counted.contains(&at), effects.contains(&at), "{}", criterion.id);
            assert_ne!(counted.contains(&at), others.contains(&at), "{}", criterion.id);
            let moves = moves_points(&answers, at);
            assert!(!moves || counted.contains(&at), "{}", criterion.id);
            count += usize::from(moves);
        }
    }
    assert!(count > 100, "{count}");
}

/// The criteria that the options of counted answers have an effect on.
fn effects(answers: &Answers) -> Vec<CriterionId> {
    let mut all = Vec::new();
    for (at, question) in quiz().questions() {
        let Some(selection) = answers.counted(at) else { continue };
        for (_, option) in question.options().filter(|(option, _)| selection.has(*option)) {
            all.extend(option.effects.iter().map(|effect| effect.criterion));
        }
    }
    all
}

/// Whether the points of a type depend on its rating on a criterion.
fn moves_points(answers: &Answers, criterion: CriterionId) -> bool {
    let points = |level: i8| {
        let mut answers = answers.clone();
        for (at, _) in quiz().device_types() {
            answers.own_ratings_mut().set(at, criterion, Rating::new(level));
        }
        let breakdown = ScoreBreakdown::of(quiz(), &answers);
        quiz().device_types().map(|(at, _)| breakdown.points(at)).collect::<Vec<_>>()
    };
    points(-2) != points(2)
}

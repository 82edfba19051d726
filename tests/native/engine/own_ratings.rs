//! The visitor's own ratings replace those of the content, and removing them restores everything.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answers, CriterionId, DeviceTypeId, OwnRating, Quiz, Rating, Ratings, ScoreBreakdown, Verdict,
};

use super::describe;
use super::plain::{NumericAnswers, Sheet, small};
use super::small::{small_answers, small_quiz};
use crate::support::{quiz, some_answers};

/// Draws a type, a criterion and a rating.
fn some_cell(quiz: &Quiz, random: &mut Random) -> (DeviceTypeId, CriterionId, Rating) {
    let device_type = DeviceTypeId(random.below(small(quiz.device_types.len())));
    let criterion = CriterionId(random.below(small(quiz.criteria.len())));
    let rating = Rating::new(random.below(5).cast_signed() - 2).unwrap();
    (device_type, criterion, rating)
}

/// Asserts that the points and exclusions agree with brute force; returns the breakdown.
fn checked_breakdown(quiz: &Quiz, answers: &Answers) -> ScoreBreakdown {
    let breakdown = ScoreBreakdown::of(quiz, answers);
    let score = Sheet::of(quiz, answers).score(&NumericAnswers::of(quiz, answers));
    for (device_type, _) in quiz.device_types() {
        let points = breakdown.points(device_type).0;
        assert_eq!(points, score.points[device_type.index()], "{}", describe(quiz, answers));
        let is_out = super::plain::has(score.out, device_type.index());
        assert_eq!(breakdown.excluded().has(device_type), is_out, "{}", describe(quiz, answers));
    }
    breakdown
}

/// Sets a few own ratings and removes them in another order. Returns whether they moved any points.
fn set_and_reset(quiz: &Quiz, answers: &Answers, random: &mut Random) -> bool {
    let mut changed = answers.clone();
    let before = checked_breakdown(quiz, answers);
    let own: Vec<OwnRating> = answers.own_ratings().iter().collect();
    let mut cells = Vec::new();
    for _ in 0..=random.below(4) {
        let (device_type, criterion, rating) = some_cell(quiz, random);
        changed.own_ratings_mut().set(device_type, criterion, Some(rating));
        assert_eq!(
            changed.own_ratings().get(device_type, criterion),
            Some(rating),
            "the rating that was set last counts"
        );
        cells.push((device_type, criterion));
    }
    let keys: Vec<_> =
        changed.own_ratings().iter().map(|own| (own.device_type, own.criterion)).collect();
    assert!(keys.is_sorted_by(|one, two| one < two), "not in table order, or not unique: {keys:?}");
    let during = checked_breakdown(quiz, &changed);
    cells.rotate_left(1);
    for (device_type, criterion) in cells {
        let old = answers.own_ratings().get(device_type, criterion);
        changed.own_ratings_mut().set(device_type, criterion, old);
    }
    assert_eq!(changed.own_ratings().iter().collect::<Vec<_>>(), own);
    assert_eq!(&changed, answers);
    assert_eq!(checked_breakdown(quiz, &changed), before, "{}", describe(quiz, answers));
    during.lines != before.lines
}

#[test]
fn removing_own_ratings_restores_the_points() {
    let mut random = Random::new(261);
    let mut moved = 0;
    for _ in 0..1_000 {
        let quiz = small_quiz(&mut random, 1, 4, 6);
        let answers = small_answers(&quiz, &mut random, 6);
        moved += u32::from(set_and_reset(&quiz, &answers, &mut random));
    }
    for _ in 0..200 {
        let answers = some_answers(quiz(), &mut random);
        moved += u32::from(set_and_reset(quiz(), &answers, &mut random));
    }
    assert!(moved > 400, "{moved}");
}

/// Every rating of a verdict, and the verdict without the record of which ratings are own ratings.
fn without_ownership(mut verdict: Verdict) -> (Vec<Rating>, Verdict) {
    let ratings = verdict.breakdown.ratings;
    verdict.breakdown.ratings = Ratings::default();
    (
        quiz()
            .cells()
            .map(|(device_type, criterion)| ratings.get(device_type, criterion))
            .collect(),
        verdict,
    )
}

#[test]
fn an_own_rating_counts_like_the_same_rating_in_the_content() {
    let (mut random, mut moved) = (Random::new(262), 0);
    for _ in 0..150 {
        let mut answers = some_answers(quiz(), &mut random);
        let (device_type, criterion, rating) = some_cell(quiz(), &mut random);
        let mut edited = quiz().clone();
        edited.device_types[device_type.index()].ratings[usize::from(criterion.0)].rating = rating;
        let content = Verdict::of(&edited, &answers);
        moved += u32::from(content != Verdict::of(quiz(), &answers));
        answers.own_ratings_mut().set(device_type, criterion, Some(rating));
        let own = Verdict::of(quiz(), &answers);
        assert!(own.breakdown.ratings.is_own(device_type, criterion));
        assert_eq!(
            without_ownership(own),
            without_ownership(content),
            "{}",
            describe(quiz(), &answers)
        );
    }
    assert!(moved > 20, "{moved}");
}

#[test]
fn an_own_rating_equal_to_the_content_moves_no_points() {
    let mut random = Random::new(263);
    for _ in 0..200 {
        let mut answers = some_answers(quiz(), &mut random);
        let before = ScoreBreakdown::of(quiz(), &answers);
        let (device_type, criterion, _) = some_cell(quiz(), &mut random);
        let rating = quiz().device_type(device_type).rating(criterion);
        answers.own_ratings_mut().set(device_type, criterion, Some(rating));
        assert!(!answers.own_ratings().is_empty());
        let after = ScoreBreakdown::of(quiz(), &answers);
        assert_eq!((after.lines, after.exclusions), (before.lines, before.exclusions));
    }
}

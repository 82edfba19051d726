//! A single standing that is not certain: each hinge shifts the leader, and none is missing.

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{
    Answers, CriterionId, Grade, PivotalRating, Quiz, Rating, ScoreBreakdown, Verdict,
};

use super::plain::{NumericAnswers, Sheet, device_type, small};
use super::small::{real_answers, small_answers, small_quiz};
use super::told;
use crate::support::{answered, quiz};

/// How far a standing may be off, from the design: a measured or reported one is certain.
fn width(grade: Grade) -> i32 {
    match grade.id() {
        "measured" | "reported" => 0,
        "consensus" | "estimate" => 1,
        "disputed" => 2,
        other => panic!("`{other}` has no width"),
    }
}

/// Every level within the range of every standing, nearest first, with all points counted anew.
pub(crate) fn plain(quiz: &Quiz, answers: &Answers) -> Vec<PivotalRating> {
    let (mut sheet, numeric) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
    let leader = sheet.score(&numeric).leader();
    let mut pivotal_ratings = Vec::new();
    for criterion in 0..quiz.criteria.len() {
        for at in 0..quiz.device_types.len() {
            let id = CriterionId(small(criterion));
            let graded = &quiz.device_types[at].ratings[criterion];
            if answers
                .own_ratings()
                .iter()
                .any(|own| (own.device_type, own.criterion) == (device_type(at), id))
            {
                continue;
            }
            let now = i32::from(graded.rating.value());
            let mut ratings: Vec<i32> = (-2..=2).filter(|rating| *rating != now).collect();
            ratings.retain(|rating| (rating - now).abs() <= width(graded.grade));
            ratings.sort_by_key(|rating| (rating - now).abs());
            let changed = ratings.into_iter().find_map(|rating| {
                sheet.ratings[at][criterion] = rating;
                let first = sheet.score(&numeric).alone().filter(|first| Some(*first) != leader)?;
                Some((rating, first))
            });
            sheet.ratings[at][criterion] = now;
            if let Some((rating, first)) = changed {
                let rating = Rating::new(i8::try_from(rating).unwrap()).unwrap();
                pivotal_ratings.push(PivotalRating {
                    device_type: device_type(at),
                    criterion: id,
                    rating,
                    leader: device_type(first),
                });
            }
        }
    }
    pivotal_ratings
}

/// Compares; returns how many hinges there are and how many lie two levels away.
fn compare(quiz: &Quiz, answers: &Answers) -> (usize, usize) {
    let breakdown = ScoreBreakdown::of(quiz, answers);
    let leader = Outcome::of(quiz, answers).leader();
    let pivotal_ratings = PivotalRating::all(quiz, answers, &breakdown, leader);
    assert_eq!(pivotal_ratings, plain(quiz, answers), "{}", told(quiz, answers));
    let mut far = 0;
    for pivotal_rating in &pivotal_ratings {
        let graded = &quiz.device_type(pivotal_rating.device_type).ratings
            [usize::from(pivotal_rating.criterion.0)];
        assert!(!graded.grade.needs_source(), "what a source gives is certain");
        assert_eq!(
            answers.own_ratings().get(pivotal_rating.device_type, pivotal_rating.criterion),
            None
        );
        // The shift, set as the visitor's own, has the effect that is claimed.
        let mut shifted = answers.clone();
        shifted.own_ratings_mut().set(
            pivotal_rating.device_type,
            pivotal_rating.criterion,
            Some(pivotal_rating.rating),
        );
        let after = ScoreBreakdown::of(quiz, &shifted).first(quiz);
        assert_eq!(after, Some(pivotal_rating.leader), "{}", told(quiz, answers));
        assert_ne!(after, leader, "{}", told(quiz, answers));
        far += usize::from((pivotal_rating.rating.value() - graded.rating.value()).abs() == 2);
    }
    (pivotal_ratings.len(), far)
}

#[test]
fn hinges_on_small_quizzes_are_exactly_the_standings_that_shift_the_leader() {
    let mut random = Random::new(221);
    let (mut pivotal_ratings, mut far, mut calm) = (0, 0, 0);
    for _ in 0..4_000 {
        let quiz = small_quiz(&mut random, 1, 4, 6);
        let found = compare(&quiz, &small_answers(&quiz, &mut random, 6));
        (pivotal_ratings, far) = (pivotal_ratings + found.0, far + found.1);
        calm += u32::from(found.0 == 0);
    }
    assert!(
        pivotal_ratings > 1_000 && far > 50 && calm > 300,
        "{pivotal_ratings} hinges, {far} far, {calm} calm"
    );
}

#[test]
fn hinges_of_real_answers_are_exactly_the_standings_that_shift_the_leader() {
    let mut random = Random::new(222);
    let mut pivotal_ratings = 0;
    for _ in 0..40 {
        pivotal_ratings += compare(quiz(), &real_answers(&mut random)).0;
    }
    assert!(pivotal_ratings > 100, "{pivotal_ratings}");
}

#[test]
fn a_standing_that_the_visitor_set_is_no_hinge_any_more() {
    let mut random = Random::new(223);
    let mut set = 0;
    while set < 40 {
        let mut answers = real_answers(&mut random);
        let leader = Outcome::of(quiz(), &answers).leader();
        let of = |answers: &Answers| {
            PivotalRating::all(quiz(), answers, &ScoreBreakdown::of(quiz(), answers), leader)
        };
        let Some(pivotal_rating) = of(&answers).first().copied() else { continue };
        let rating =
            quiz().device_type(pivotal_rating.device_type).rating(pivotal_rating.criterion);
        answers.own_ratings_mut().set(
            pivotal_rating.device_type,
            pivotal_rating.criterion,
            Some(rating),
        );
        let is_it = |at: &PivotalRating| {
            (at.device_type, at.criterion) == (pivotal_rating.device_type, pivotal_rating.criterion)
        };
        assert!(!of(&answers).iter().any(is_it), "they are sure of the very same level");
        set += 1;
    }
}

#[test]
fn in_a_tie_a_standing_that_confirms_the_leader_is_no_hinge() {
    // Closed-back and noise-cancelling share the first place; closed-back is named first.
    let given = [
        ("scene-home", &["often"][..]),
        ("bystanders", &["always"]),
        ("in-canal", &["unsure"]),
        ("hours", &["1-to-3"]),
    ];
    let answers = answered(quiz(), &given);
    let verdict = Verdict::of(quiz(), &answers);
    let leader = verdict.leader.unwrap();
    let tied = verdict.first().nth(1).unwrap();
    let pivotal_ratings = PivotalRating::all(quiz(), &answers, &verdict.breakdown, verdict.leader);
    assert!(
        pivotal_ratings.iter().all(|pivotal_rating| pivotal_rating.leader != leader),
        "{pivotal_ratings:?}"
    );
    // Each step down of the leader and each step up of the other counts, and not the reverse.
    let soundstage = |device_type| {
        let mut mine = pivotal_ratings
            .iter()
            .filter(|at| at.device_type == device_type && at.criterion.0 == 0);
        mine.next().map(|at| (at.rating.value(), at.leader))
    };
    assert_eq!(soundstage(leader), Some((-1, tied)));
    assert_eq!(soundstage(tied), Some((1, tied)));
}

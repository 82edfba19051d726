//! Pivotal ratings: the engine lists exactly the uncertain ratings whose shift changes the leader.

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{
    Answers, CriterionId, Grade, PivotalRating, Quiz, Rating, ScoreBreakdown, Verdict,
};

use super::describe;
use super::plain::{NumericAnswers, Sheet, device_type, small};
use super::small::{real_answers, small_answers, small_quiz};
use crate::support::{answered, quiz};

/// How many steps a rating of this grade may be off, stated independently of `Grade::evidence_width`.
/// Measured and reported ratings are certain.
fn width(grade: Grade) -> i32 {
    match grade.id() {
        "measured" | "reported" => 0,
        "consensus" | "estimate" => 1,
        "disputed" => 2,
        other => panic!("`{other}` has no width"),
    }
}

/// The pivotal ratings by brute force: tries every value in the range of every rating, nearest
/// first, and adds up all points anew.
pub(crate) fn plain(quiz: &Quiz, answers: &Answers) -> Vec<PivotalRating> {
    let (mut sheet, inputs) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
    let leader = sheet.score(&inputs).leader(&sheet);
    let mut pivotal = Vec::new();
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
                let first = sheet.score(&inputs).alone().filter(|first| Some(*first) != leader)?;
                Some((rating, first))
            });
            sheet.ratings[at][criterion] = now;
            if let Some((rating, first)) = changed {
                let rating = Rating::new(i8::try_from(rating).unwrap()).unwrap();
                pivotal.push(PivotalRating {
                    device_type: device_type(at),
                    criterion: id,
                    rating,
                    leader: device_type(first),
                });
            }
        }
    }
    pivotal
}

/// Compares the pivotal ratings; returns how many there are, and how many of them shift by two
/// steps.
fn compare(quiz: &Quiz, answers: &Answers) -> (usize, usize) {
    let breakdown = ScoreBreakdown::of(quiz, answers);
    let leader = Outcome::of(quiz, answers).leader();
    let all = PivotalRating::all(quiz, answers, &breakdown, leader);
    assert_eq!(all, plain(quiz, answers), "{}", describe(quiz, answers));
    let mut far = 0;
    for pivotal in &all {
        let graded =
            &quiz.device_type(pivotal.device_type).ratings[usize::from(pivotal.criterion.0)];
        assert!(!graded.grade.needs_source(), "a rating with a source is certain");
        assert_eq!(answers.own_ratings().get(pivotal.device_type, pivotal.criterion), None);
        // Set as an own rating, the shift has the effect that is claimed.
        let mut shifted = answers.clone();
        shifted.own_ratings_mut().set(pivotal.device_type, pivotal.criterion, Some(pivotal.rating));
        let after = ScoreBreakdown::of(quiz, &shifted).first(quiz);
        assert_eq!(after, Some(pivotal.leader), "{}", describe(quiz, answers));
        assert_ne!(after, leader, "{}", describe(quiz, answers));
        far += usize::from((pivotal.rating.value() - graded.rating.value()).abs() == 2);
    }
    (all.len(), far)
}

#[test]
fn pivotal_ratings_agree_with_brute_force_on_small_quizzes() {
    let mut random = Random::new(221);
    let (mut pivotal, mut far, mut without) = (0, 0, 0);
    for _ in 0..4_000 {
        let quiz = small_quiz(&mut random, 1, 4, 6);
        let found = compare(&quiz, &small_answers(&quiz, &mut random, 6));
        (pivotal, far) = (pivotal + found.0, far + found.1);
        without += u32::from(found.0 == 0);
    }
    assert!(
        pivotal > 1_000 && far > 50 && without > 300,
        "{pivotal} pivotal ratings, {far} of them two steps away; {without} quizzes without any"
    );
}

#[test]
fn pivotal_ratings_agree_with_brute_force_on_the_real_quiz() {
    let mut random = Random::new(222);
    let mut pivotal = 0;
    for _ in 0..60 {
        pivotal += compare(quiz(), &real_answers(&mut random)).0;
    }
    assert!(pivotal > 100, "only {pivotal} pivotal ratings");
}

#[test]
fn an_own_rating_is_never_pivotal() {
    let mut random = Random::new(223);
    let mut set = 0;
    while set < 40 {
        let mut answers = real_answers(&mut random);
        let leader = Outcome::of(quiz(), &answers).leader();
        let of = |answers: &Answers| {
            PivotalRating::all(quiz(), answers, &ScoreBreakdown::of(quiz(), answers), leader)
        };
        let Some(pivotal) = of(&answers).first().copied() else { continue };
        let rating = quiz().device_type(pivotal.device_type).rating(pivotal.criterion);
        answers.own_ratings_mut().set(pivotal.device_type, pivotal.criterion, Some(rating));
        let is_same = |at: &PivotalRating| {
            (at.device_type, at.criterion) == (pivotal.device_type, pivotal.criterion)
        };
        assert!(!of(&answers).iter().any(is_same), "an own rating is certain at any value");
        set += 1;
    }
}

#[test]
fn in_a_tie_a_rating_that_confirms_the_leader_is_not_pivotal() {
    // Closed-back and noise-cancelling headphones tie for first place. Closed-back ones are cheaper,
    // so they lead.
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
    let all = PivotalRating::all(quiz(), &answers, &verdict.breakdown, verdict.leader);
    assert!(all.iter().all(|pivotal| pivotal.leader != leader), "{all:?}");
    // A step down for the leader or a step up for the other type breaks the tie the other way. A
    // step in the opposite direction only confirms the leader.
    let criterion = quiz().criteria().find(|(_, at)| at.id == "long-wear").unwrap().0;
    let long_wear = |device_type| {
        let is_mine =
            |at: &&PivotalRating| (at.device_type, at.criterion) == (device_type, criterion);
        all.iter().find(is_mine).map(|at| (at.rating.value(), at.leader))
    };
    let now = |device_type| quiz().device_type(device_type).rating(criterion).value();
    assert_eq!(long_wear(leader), Some((now(leader) - 1, tied)));
    assert_eq!(long_wear(tied), Some((now(tied) + 1, tied)));
}

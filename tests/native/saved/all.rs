//! All that was said at once: put into a document, and whether there is any.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answer, Answers, CriterionId, GearId, Importance, Level, Ticks};
use headphones_or_iems::saved::Saved;

use crate::support::{quiz, some_answers};

/// Answers with one own standing or none.
fn drawn(random: &mut Random) -> Answers {
    let mut answers = some_answers(quiz(), random);
    if random.once_in(2) {
        let level = Level::new(random.below(5).cast_signed() - 2);
        answers.own_mut().set(GearId(1), CriterionId(random.below(4)), level);
    }
    answers
}

#[test]
fn a_document_takes_all_answers_and_counts_only_what_changed() {
    let mut random = Random::new(500);
    for _ in 0..500 {
        let (before, after) = (drawn(&mut random), drawn(&mut random));
        let mut saved = Saved::default();
        saved.set_all(quiz(), &before);
        assert_eq!(saved.answers(quiz()), before);
        let unchanged = saved.clone();
        saved.set_all(quiz(), &before);
        assert_eq!(saved, unchanged, "the same once more is no change");
        saved.set_all(quiz(), &after);
        assert_eq!(saved.answers(quiz()), after);
    }
}

#[test]
fn one_answer_one_weight_or_one_standing_is_not_nothing() {
    let (question, _) = quiz().questions().next().unwrap();
    let (topic, _) = quiz().topics().next().unwrap();
    let changes: [&dyn Fn(&mut Saved); 3] = [
        &|saved| saved.set_answer(quiz(), question, Answer::Skipped(Ticks::none())),
        &|saved| saved.set_importance(quiz(), topic, Importance::MOST),
        &|saved| saved.set_own(quiz(), GearId(2), CriterionId(3), Level::new(1)),
    ];
    assert!(Saved::default().is_empty());
    for change in changes {
        let mut saved = Saved::default();
        change(&mut saved);
        assert!(!saved.is_empty(), "{}", saved.encode());
        saved.clear();
        assert!(saved.is_empty(), "{}", saved.encode());
    }
}

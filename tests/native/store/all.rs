//! Recording all inputs at once, and telling an empty document from one with inputs.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answer, Answers, CriterionId, DeviceTypeId, Rating, Selection, Weight,
};
use headphones_or_iems::store::Document;

use crate::support::{quiz, some_answers};

/// Random answers, half of the time with one own rating.
fn random_answers(random: &mut Random) -> Answers {
    let mut answers = some_answers(quiz(), random);
    if random.once_in(2) {
        let rating = Rating::new(random.below(5).cast_signed() - 2);
        answers.own_ratings_mut().set(DeviceTypeId(1), CriterionId(random.below(4)), rating);
    }
    answers
}

#[test]
fn set_all_records_every_input_and_ignores_unchanged_ones() {
    let mut random = Random::new(500);
    for _ in 0..500 {
        let (before, after) = (random_answers(&mut random), random_answers(&mut random));
        let mut document = Document::default();
        document.set_all(quiz(), &before);
        assert_eq!(document.answers(quiz()), before);
        let unchanged = document.clone();
        document.set_all(quiz(), &before);
        assert_eq!(document, unchanged, "recording the same inputs again must change nothing");
        document.set_all(quiz(), &after);
        assert_eq!(document.answers(quiz()), after);
    }
}

#[test]
fn a_document_with_a_single_input_of_any_kind_is_not_empty() {
    let (question, _) = quiz().questions().next().unwrap();
    let (topic, _) = quiz().topics().next().unwrap();
    let changes: [&dyn Fn(&mut Document); 3] = [
        &|document| document.set_answer(quiz(), question, Answer::Skipped(Selection::none())),
        &|document| document.set_weight(quiz(), topic, Weight::MOST),
        &|document| {
            document.set_own_rating(quiz(), DeviceTypeId(2), CriterionId(3), Rating::new(1));
        },
    ];
    assert!(Document::default().is_empty());
    for change in changes {
        let mut document = Document::default();
        change(&mut document);
        assert!(!document.is_empty(), "{}", document.encode());
        document.clear();
        assert!(document.is_empty(), "{}", document.encode());
    }
}

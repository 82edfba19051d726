//! Needs: each counts once, the absence of a need counts for nothing, and evidence that is disputed
//! does not separate types of the same family.

use headphones_or_iems::model::{AnswerOption, Grade, Kind, Question, Quiz};

use crate::support::quiz;

/// The first words of options that say that a need is absent.
const ABSENCE: [&str; 5] = ["No", "Never", "Nothing", "Nobody", "Either"];

fn is_absence(option: &AnswerOption) -> bool {
    let first = option.label.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    ABSENCE.contains(&first) && option.excludes.is_empty()
}

#[test]
fn the_absence_of_a_need_has_no_effect() {
    let all = quiz().questions.iter().flat_map(|question| &question.options);
    let absences: Vec<&AnswerOption> = all.filter(|option| is_absence(option)).collect();
    assert!(absences.len() > 10, "only {} options say no", absences.len());
    for option in absences {
        assert!(option.effects.is_empty(), "“{}” says that nothing is needed", option.label);
    }
}

/// The criteria that an option has an effect on, in order.
fn touched(option: &AnswerOption) -> Vec<u8> {
    option.effects.iter().map(|effect| effect.criterion.0).collect()
}

/// Checkboxes that have effects on the same criteria as an option of another question. The listening
/// contexts are left out.
fn asked_twice(quiz: &Quiz) -> Vec<String> {
    let is_asked = |question: &&Question| question.kind != Kind::Context;
    let asked: Vec<&Question> = quiz.questions.iter().filter(is_asked).collect();
    let mut twice = Vec::new();
    for boxes in asked.iter().filter(|question| question.kind == Kind::Many) {
        for other in asked.iter().filter(|other| other.id != boxes.id) {
            for one in boxes.options.iter().filter(|option| !option.effects.is_empty()) {
                let is_same = |option: &&AnswerOption| touched(option) == touched(one);
                let same = other.options.iter().filter(is_same);
                twice.extend(
                    same.map(|same| {
                        format!("{}/{} and {}/{}", boxes.id, one.id, other.id, same.id)
                    }),
                );
            }
        }
    }
    twice
}

#[test]
fn no_checkbox_repeats_another_question() {
    assert_eq!(asked_twice(quiz()), [""; 0], "asked twice, so counted twice");
}

#[test]
fn a_checkbox_that_repeats_a_question_is_found() {
    let mut quiz = quiz().clone();
    let effects = |quiz: &Quiz, id: &str| {
        let question = &quiz.questions[quiz.find_question(id).unwrap().index()];
        question.options.iter().find(|option| !option.effects.is_empty()).unwrap().effects.clone()
    };
    let repeated = effects(&quiz, "bystanders");
    let annoys = quiz.find_question("annoys").unwrap();
    quiz.questions[annoys.index()].options[0].effects = repeated;
    assert_eq!(asked_twice(&quiz).len(), 2, "`sometimes` and `always` are repeated");
}

#[test]
fn disputed_evidence_never_separates_siblings() {
    let disputed = |one: usize, other: usize, at: usize| {
        let [one, other] = [one, other].map(|of| &quiz().device_types[of].ratings[at]);
        one.rating != other.rating && [one, other].iter().any(|of| of.grade == Grade::Disputed)
    };
    let types = &quiz().device_types;
    for (criterion, about) in quiz().criteria() {
        for one in 0..types.len() {
            for other in one + 1..types.len() {
                let is_sibling = types[one].family == types[other].family;
                let names = (&types[one].id, &types[other].id, &about.id);
                let at = usize::from(criterion.0);
                assert!(!is_sibling || !disputed(one, other, at), "disputed: {names:?}");
            }
        }
    }
}

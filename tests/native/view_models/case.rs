//! The answers whose view models are checked: no answers, single answers, the personas, random
//! answers, and answers made for rare branches.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answer, Answers, CriterionId, DeviceTypeId, Rating, Selection, Verdict, Weight,
};

use crate::engine::pair;
use crate::engine::plain::small;
use crate::engine::small::real_answers;
use crate::persona::personas;
use crate::support::{answered, quiz, some_answers};

/// Answers, and the answers before them if they are on trial.
pub(super) type Case = (Option<Answers>, Answers);

/// No answers, and each option of each question as the only answer.
fn few() -> Vec<Case> {
    let mut cases = vec![(None, Answers::empty(quiz()))];
    for (at, question) in quiz().questions() {
        for (option, _) in question.options() {
            let mut answers = Answers::empty(quiz());
            answers.set(at, Answer::Given(Selection::only(option)));
            cases.push((None, answers));
        }
    }
    cases
}

/// Random answers such as visitors might leave. A third of them are on trial after the previous
/// ones, and a sixth refuse both families.
fn drawn(random: &mut Random, count: usize) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for at in 0..count {
        let mut answers =
            if at % 2 == 0 { real_answers(random) } else { some_answers(quiz(), random) };
        if at % 6 == 5 {
            for question in ["on-head", "in-canal"] {
                let at = quiz().find_question(question).unwrap();
                answers.set(at, answered(quiz(), &[(question, &["no-way"])]).get(at));
            }
        }
        let before = cases.last().filter(|_| at % 3 == 0).map(|case| case.1.clone());
        cases.push((before, answers));
    }
    cases
}

/// Builds answers from question ids and option ids, with the weights that differ from 1.
pub(crate) fn weighed(given: &[(&str, &[&str])], weights: &[(&str, u8)]) -> Answers {
    let mut answers = answered(quiz(), given);
    for (topic, value) in weights {
        let weight = Weight::new(*value).unwrap();
        answers.set_weight(quiz().find_topic(topic).unwrap(), weight);
    }
    answers
}

/// A leader that depends on one large weight: it is first at fewer than 1 % of all weights.
pub(crate) fn one_in_hundred() -> Answers {
    let given: [(&str, &[&str]); 11] = [
        ("scene-workout", &["often"]),
        ("scene-office", &["often"]),
        ("in-canal", &["no-way"]),
        ("on-head", &["fine"]),
        ("budget", &["50-150"]),
        ("annoys", &["nothing"]),
        ("hours", &["over-3"]),
        ("awareness", &["sometimes"]),
        ("sound", &["no-preference"]),
        ("calls", &["daily"]),
        ("source", &["computer"]),
    ];
    weighed(&given, &[("hours", 4)])
}

/// The visitor wants bass and rates every type low on it, so nothing counts for the leader.
pub(crate) fn nothing_for_the_leader() -> Answers {
    let mut answers = answered(quiz(), &[("sound", &["bass"])]);
    let bass = quiz().criteria.iter().position(|at| at.id == "bass").unwrap();
    for device_type in 0..small(quiz().device_types.len()) {
        let rating = Rating::new(if device_type == 2 { -1 } else { -2 });
        answers.own_ratings_mut().set(DeviceTypeId(device_type), CriterionId(small(bass)), rating);
    }
    answers
}

/// All topics but one are ignored, so some types are out of reach.
pub(crate) fn out_of_reach() -> Answers {
    let topics = quiz().topics.iter().map(|topic| topic.id.as_str());
    let ignored: Vec<(&str, u8)> = topics.filter(|id| *id != "sound").map(|id| (id, 0)).collect();
    weighed(&[("sound", &["bass"])], &ignored)
}

/// Random answers to which the result offers a pair.
pub(crate) fn with_a_pair() -> Answers {
    let mut random = Random::new(309);
    let drawn = std::iter::repeat_with(|| real_answers(&mut random));
    let mut offered = drawn.take(2_000).filter(|at| pair::recommended(quiz(), at).is_some());
    offered.next().expect("a pair is offered to some of them")
}

/// A close result in which every rating is the visitor's own, and equal to that of the content.
fn close_with_own_ratings() -> Answers {
    let is_close = |at: &Answers| {
        let verdict = Verdict::of(quiz(), at);
        verdict.word.id() == "close" && verdict.first().count() == 1
    };
    let all = personas().into_iter().map(|persona| persona.answers);
    let mut answers = all.into_iter().find(is_close).expect("a persona has a close result");
    for (of, on) in quiz().cells() {
        let rating = quiz().device_type(of).rating(on);
        answers.own_ratings_mut().set(of, on, Some(rating));
    }
    answers
}

/// All cases.
pub(super) fn cases() -> Vec<Case> {
    let mut cases = few();
    cases.extend(personas().into_iter().map(|persona| (None, persona.answers)));
    cases.extend(drawn(&mut Random::new(301), 300));
    cases.extend(
        [
            one_in_hundred(),
            nothing_for_the_leader(),
            out_of_reach(),
            with_a_pair(),
            close_with_own_ratings(),
        ]
        .map(|rare| (None, rare)),
    );
    cases
}

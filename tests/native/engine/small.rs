//! Small quizzes with everything a quiz can have, and answers in every state, at random.

use std::iter::repeat_with;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answer, AnswerOption, Answers, Criterion, CriterionId, DeviceType, DeviceTypeId, Effect, Grade,
    GradedRating, Kind, Question, QuestionId, Quiz, Rating, Thresholds, Topic, TopicId,
};

use super::plain::{Sheet, small, to_selection};
use crate::support::{quiz, some_answers, weight};

fn signed(random: &mut Random, most: i8) -> i8 {
    random.below(2 * most.unsigned_abs() + 1).cast_signed() - most
}

fn rating(random: &mut Random) -> Rating {
    Rating::new(signed(random, 2)).unwrap()
}

fn some_device_type(random: &mut Random, criteria: u8) -> DeviceType {
    let rating = || {
        let grade = Grade::ALL[usize::from(random.below(5))];
        GradedRating { rating: rating(random), grade, ..GradedRating::default() }
    };
    DeviceType {
        ratings: repeat_with(rating).take(criteria.into()).collect(),
        ..DeviceType::default()
    }
}

/// An option that says something about half of the criteria, and one time in `rules` rules out a
/// type or two.
fn some_option(random: &mut Random, quiz: &Quiz, rules: u8) -> AnswerOption {
    let mut option = AnswerOption::default();
    for criterion in 0..small(quiz.criteria.len()) {
        let value = signed(random, 3);
        if value != 0 && random.once_in(2) {
            option.effects.push(Effect { criterion: CriterionId(criterion), value });
        }
    }
    for _ in 0..2 {
        if random.once_in(2 * rules) {
            let device_type = DeviceTypeId(random.below(small(quiz.device_types.len())));
            option.excludes = option.excludes.with(device_type);
        }
    }
    option
}

/// A place, a radio or a set of boxes, of which the last may stand alone.
fn some_question(random: &mut Random, quiz: &Quiz, kind: Kind, rules: u8) -> Question {
    let count = if kind == Kind::One { 2 + random.below(3) } else { 3 };
    let rules = if kind == Kind::Context { 100 } else { rules };
    let option = || some_option(random, quiz, rules);
    let mut options: Vec<AnswerOption> = repeat_with(option).take(count.into()).collect();
    if kind == Kind::Context {
        options[0] = AnswerOption::default();
    }
    options[2.min(usize::from(count) - 1)].exclusive = kind == Kind::Many && !random.once_in(3);
    Question { kind, options, ..Question::default() }
}

/// A quiz of 2 to 5 types. The first topic has `contexts` places; then come `others` questions, of
/// which the first is the one about money. An option rules out a type about once in `rules` times.
pub(super) fn small_quiz(random: &mut Random, contexts: u8, others: u8, rules: u8) -> Quiz {
    let (device_types, criteria) = (2 + random.below(4), 1 + random.below(3));
    let mut quiz = Quiz {
        criteria: vec![Criterion::default(); criteria.into()],
        device_types: repeat_with(|| some_device_type(random, criteria))
            .take(device_types.into())
            .collect(),
        thresholds: Thresholds { pair_gain: random.below(4), ..Thresholds::default() },
        budget: (!random.once_in(8) && others > 0).then_some(QuestionId(contexts)),
        ..Quiz::default()
    };
    let mut members = Vec::new();
    for at in 0..contexts + others {
        let kind = match at {
            at if at < contexts => Kind::Context,
            at if at == contexts || random.once_in(2) => Kind::One,
            _ => Kind::Many,
        };
        let topic = TopicId(if at < contexts { 0 } else { at - contexts + 1 });
        let question = some_question(random, &quiz, kind, rules);
        quiz.questions.push(Question { topic, ..question });
        members.push((topic, QuestionId(at)));
    }
    for topic in 0..=others {
        let mine = members.iter().filter(|(at, _)| at.0 == topic).map(|(_, question)| *question);
        let groups = vec![(String::new(), mine.collect())];
        quiz.topics.push(Topic { groups, ..Topic::default() });
    }
    quiz
}

/// Sets a few standings to the visitor's own; mostly none.
fn some_own_ratings(quiz: &Quiz, random: &mut Random, answers: &mut Answers) {
    for _ in 0..random.below(5).saturating_sub(2) {
        let device_type = DeviceTypeId(random.below(small(quiz.device_types.len())));
        let criterion = CriterionId(random.below(small(quiz.criteria.len())));
        answers.own_ratings_mut().set(device_type, criterion, Some(rating(random)));
    }
}

/// Answers in every state: each question is as likely unseen as one time in `unseen`, or skipped
/// with or without ticks, or answered. Some topics count nothing.
pub(super) fn small_answers(quiz: &Quiz, random: &mut Random, unseen: u8) -> Answers {
    let mut answers = Answers::empty(quiz);
    let sheet = Sheet::of(quiz, &answers);
    for (at, _) in quiz.questions() {
        let ways = sheet.ways(at.index());
        let selection = to_selection(ways[usize::from(random.below(small(ways.len())))]);
        let answer = match random.below(8) {
            _ if random.once_in(unseen) => Answer::Unseen,
            0 => Answer::Skipped(headphones_or_iems::model::Selection::none()),
            1 => Answer::Skipped(selection),
            _ => Answer::Given(selection),
        };
        answers.set(at, answer);
    }
    for (at, _) in quiz.topics() {
        answers.set_weight(at, weight(random));
    }
    some_own_ratings(quiz, random, &mut answers);
    answers
}

/// Answers to the real questions as visitors leave them, some with own standings.
pub(crate) fn real_answers(random: &mut Random) -> Answers {
    let mut answers = some_answers(quiz(), random);
    some_own_ratings(quiz(), random, &mut answers);
    answers
}

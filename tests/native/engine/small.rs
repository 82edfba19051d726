//! Random small quizzes with every feature that a quiz can have, and random answers in every state.

use std::iter::repeat_with;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::device_type::Prices;
use headphones_or_iems::model::{
    Answer, AnswerOption, Answers, Criterion, CriterionId, DeviceType, DeviceTypeId, Effect, Grade,
    GradedRating, Kind, Question, QuestionId, Quiz, Rating, Thresholds, Topic, TopicId,
};

use super::plain::{Sheet, small, to_selection};
use crate::support::{quiz, some_answers, weight};

/// Draws a number from `-most` to `most`.
fn signed(random: &mut Random, most: i8) -> i8 {
    random.below(2 * most.unsigned_abs() + 1).cast_signed() - most
}

fn rating(random: &mut Random) -> Rating {
    Rating::new(signed(random, 2)).unwrap()
}

fn some_device_type(random: &mut Random, criteria: u8) -> DeviceType {
    let rating = || {
        let grade = Grade::ALL[usize::from(random.below(5))];
        GradedRating { rating: rating(random), grade }
    };
    DeviceType {
        ratings: repeat_with(rating).take(criteria.into()).collect(),
        prices: Prices { entry: (u16::from(random.below(3)), 100), ..Prices::default() },
        ..DeviceType::default()
    }
}

/// Draws an option with effects on about half of the criteria. About one option in `exclude_one_in`
/// excludes a type or two.
fn some_option(random: &mut Random, quiz: &Quiz, exclude_one_in: u8) -> AnswerOption {
    let mut option = AnswerOption::default();
    for criterion in 0..small(quiz.criteria.len()) {
        let value = signed(random, 3);
        if value != 0 && random.once_in(2) {
            option.effects.push(Effect { criterion: CriterionId(criterion), value });
        }
    }
    for _ in 0..2 {
        if random.once_in(2 * exclude_one_in) {
            let device_type = DeviceTypeId(random.below(small(quiz.device_types.len())));
            option.excludes = option.excludes.with(device_type);
        }
    }
    option
}

/// Draws a context, a radio question or a checkbox question whose last option may be exclusive.
fn some_question(random: &mut Random, quiz: &Quiz, kind: Kind, exclude_one_in: u8) -> Question {
    let count = if kind == Kind::One { 2 + random.below(3) } else { 3 };
    let exclude_one_in = if kind == Kind::Context { 100 } else { exclude_one_in };
    let option = || some_option(random, quiz, exclude_one_in);
    let mut options: Vec<AnswerOption> = repeat_with(option).take(count.into()).collect();
    if kind == Kind::Context {
        options[0] = AnswerOption::default();
    }
    options[2.min(usize::from(count) - 1)].exclusive = kind == Kind::Many && !random.once_in(3);
    Question {
        kind,
        options,
        is_ordered: kind == Kind::Context || (kind == Kind::One && random.once_in(2)),
        is_about_you: kind != Kind::Context && random.once_in(3),
        ..Question::default()
    }
}

/// Makes the options price bands. The last has no upper end.
fn add_bands(question: &mut Question) {
    let last = question.options.len() - 1;
    for (option, most) in question.options[..last].iter_mut().zip(0..) {
        option.up_to = Some(most);
    }
}

/// Draws a quiz with 2 to 5 types. The first topic has `contexts` contexts. `others` questions
/// follow, each a topic of its own; the first of them is usually the budget. About one option in
/// `exclude_one_in` excludes a type or two.
pub(crate) fn small_quiz(
    random: &mut Random,
    contexts: u8,
    others: u8,
    exclude_one_in: u8,
) -> Quiz {
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
        let mut question = some_question(random, &quiz, kind, exclude_one_in);
        if quiz.budget == Some(QuestionId(at)) {
            add_bands(&mut question);
        }
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

/// Sets up to two of the visitor's own ratings, and mostly none.
fn some_own_ratings(quiz: &Quiz, random: &mut Random, answers: &mut Answers) {
    for _ in 0..random.below(5).saturating_sub(2) {
        let device_type = DeviceTypeId(random.below(small(quiz.device_types.len())));
        let criterion = CriterionId(random.below(small(quiz.criteria.len())));
        answers.own_ratings_mut().set(device_type, criterion, Some(rating(random)));
    }
}

/// Draws answers in every state. About one question in `unseen_one_in` is unseen; the others are
/// answered, or skipped with or without a selection. The weights may be 0.
pub(crate) fn small_answers(quiz: &Quiz, random: &mut Random, unseen_one_in: u8) -> Answers {
    let mut answers = Answers::empty(quiz);
    let sheet = Sheet::of(quiz, &answers);
    for (at, _) in quiz.questions() {
        let ways = sheet.ways(at.index());
        let selection = to_selection(ways[usize::from(random.below(small(ways.len())))]);
        let answer = match random.below(8) {
            _ if random.once_in(unseen_one_in) => Answer::Unseen,
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

/// Draws answers to the real questions such as a visitor might leave, some with own ratings.
pub(crate) fn real_answers(random: &mut Random) -> Answers {
    let mut answers = some_answers(quiz(), random);
    some_own_ratings(quiz(), random, &mut answers);
    answers
}

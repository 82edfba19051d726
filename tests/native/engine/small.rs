//! Small quizzes with everything a quiz can have, and answers in every state, at random.

use std::iter::repeat_with;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answer, Answers, Choice, Criterion, CriterionId, Effect, Gear, GearId, Grade, Kind, Level,
    Question, QuestionId, Quiz, Standing, Thresholds, Topic, TopicId,
};

use super::plain::{Sheet, small, to_ticks};
use crate::support::{importance, quiz, some_answers};

fn signed(random: &mut Random, most: i8) -> i8 {
    random.below(2 * most.unsigned_abs() + 1).cast_signed() - most
}

fn level(random: &mut Random) -> Level {
    Level::new(signed(random, 2)).unwrap()
}

fn some_gear(random: &mut Random, criteria: u8) -> Gear {
    let standing = || {
        let grade = Grade::ALL[usize::from(random.below(5))];
        Standing { level: level(random), grade, ..Standing::default() }
    };
    Gear { standings: repeat_with(standing).take(criteria.into()).collect(), ..Gear::default() }
}

/// An option that says something about half of the criteria, and one time in `rules` rules out a
/// type or two.
fn some_choice(random: &mut Random, quiz: &Quiz, rules: u8) -> Choice {
    let mut choice = Choice::default();
    for criterion in 0..small(quiz.criteria.len()) {
        let value = signed(random, 3);
        if value != 0 && random.once_in(2) {
            choice.effects.push(Effect { criterion: CriterionId(criterion), value });
        }
    }
    for _ in 0..2 {
        if random.once_in(2 * rules) {
            let gear = GearId(random.below(small(quiz.gears.len())));
            choice.rules_out = choice.rules_out.with(gear);
        }
    }
    choice
}

/// A place, a radio or a set of boxes, of which the last may stand alone.
fn some_question(random: &mut Random, quiz: &Quiz, kind: Kind, rules: u8) -> Question {
    let options = if kind == Kind::One { 2 + random.below(3) } else { 3 };
    let rules = if kind == Kind::Scene { 100 } else { rules };
    let choice = || some_choice(random, quiz, rules);
    let mut choices: Vec<Choice> = repeat_with(choice).take(options.into()).collect();
    if kind == Kind::Scene {
        choices[0] = Choice::default();
    }
    choices[2.min(usize::from(options) - 1)].exclusive = kind == Kind::Many && !random.once_in(3);
    Question { kind, choices, ..Question::default() }
}

/// A quiz of 2 to 5 types. The first topic has `places` places; then come `others` questions, of
/// which the first is the one about money. An option rules out a type about once in `rules` times.
pub(super) fn small_quiz(random: &mut Random, places: u8, others: u8, rules: u8) -> Quiz {
    let (gears, criteria) = (2 + random.below(4), 1 + random.below(3));
    let mut quiz = Quiz {
        criteria: vec![Criterion::default(); criteria.into()],
        gears: repeat_with(|| some_gear(random, criteria)).take(gears.into()).collect(),
        thresholds: Thresholds { pair_gain: random.below(4), ..Thresholds::default() },
        budget: (!random.once_in(8) && others > 0).then_some(QuestionId(places)),
        ..Quiz::default()
    };
    let mut members = Vec::new();
    for at in 0..places + others {
        let kind = match at {
            at if at < places => Kind::Scene,
            at if at == places || random.once_in(2) => Kind::One,
            _ => Kind::Many,
        };
        let topic = TopicId(if at < places { 0 } else { at - places + 1 });
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
fn some_own(quiz: &Quiz, random: &mut Random, answers: &mut Answers) {
    for _ in 0..random.below(5).saturating_sub(2) {
        let gear = GearId(random.below(small(quiz.gears.len())));
        let criterion = CriterionId(random.below(small(quiz.criteria.len())));
        answers.own_mut().set(gear, criterion, Some(level(random)));
    }
}

/// Answers in every state: each question is as likely unseen as one time in `unseen`, or skipped
/// with or without ticks, or answered. Some topics count nothing.
pub(super) fn small_answers(quiz: &Quiz, random: &mut Random, unseen: u8) -> Answers {
    let mut answers = Answers::empty(quiz);
    let sheet = Sheet::of(quiz, &answers);
    for (at, _) in quiz.questions() {
        let ways = sheet.ways(at.index());
        let ticks = to_ticks(ways[usize::from(random.below(small(ways.len())))]);
        let answer = match random.below(8) {
            _ if random.once_in(unseen) => Answer::Unseen,
            0 => Answer::Skipped(headphones_or_iems::model::Ticks::none()),
            1 => Answer::Skipped(ticks),
            _ => Answer::Given(ticks),
        };
        answers.set(at, answer);
    }
    for (at, _) in quiz.topics() {
        answers.set_importance(at, importance(random));
    }
    some_own(quiz, random, &mut answers);
    answers
}

/// Answers to the real questions as visitors leave them, some with own standings.
pub(crate) fn real_answers(random: &mut Random) -> Answers {
    let mut answers = some_answers(quiz(), random);
    some_own(quiz(), random, &mut answers);
    answers
}

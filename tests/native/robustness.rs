//! Robustness: the optimised count agrees with brute force, which visits every setting of the
//! weights.

mod recent;

use std::iter::repeat_with;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answer, AnswerOption, Answers, Criterion, CriterionId, DeviceType, DeviceTypeId, DeviceTypeSet,
    Effect, GradedRating, Kind, Question, QuestionId, Quiz, Rating, Robustness, ScoreBreakdown,
    Selection, Topic, TopicId, Verdict, Weight,
};

use crate::support::{quiz, some_answers};

/// Draws a number from `-most` to `most`.
fn signed(random: &mut Random, most: i8) -> i8 {
    random.below(2 * most.unsigned_abs() + 1).cast_signed() - most
}

fn some_device_type(random: &mut Random, criteria: u8) -> DeviceType {
    let rating = |random: &mut Random| Rating::new(signed(random, 2)).unwrap();
    let rating = || GradedRating { rating: rating(random), ..GradedRating::default() };
    DeviceType {
        ratings: repeat_with(rating).take(criteria.into()).collect(),
        ..DeviceType::default()
    }
}

fn some_option(random: &mut Random, device_types: u8, criteria: u8) -> AnswerOption {
    let mut option = AnswerOption::default();
    for criterion in 0..criteria {
        let value = signed(random, 3);
        if value != 0 && random.once_in(2) {
            option.effects.push(Effect { criterion: CriterionId(criterion), value });
        }
    }
    if random.once_in(12) {
        option.excludes = DeviceTypeSet::default().with(DeviceTypeId(random.below(device_types)));
    }
    option
}

/// Draws a quiz with 2 to 5 types and the given number of topics. The first topic has three
/// questions and every other topic has one.
pub(crate) fn small_quiz(random: &mut Random, topics: u8) -> Quiz {
    let (device_types, criteria) = (2 + random.below(4), 1 + random.below(3));
    let mut quiz = Quiz {
        criteria: vec![Criterion::default(); criteria.into()],
        device_types: repeat_with(|| some_device_type(random, criteria))
            .take(device_types.into())
            .collect(),
        ..Quiz::default()
    };
    for topic in 0..topics {
        let mut members = Vec::new();
        for _ in 0..if topic == 0 { 3 } else { 1 } {
            members.push(QuestionId(u8::try_from(quiz.questions.len()).unwrap()));
            let option = || some_option(random, device_types, criteria);
            let options = repeat_with(option).take(3).collect();
            let (topic, kind) = (TopicId(topic), Kind::Many);
            quiz.questions.push(Question { topic, kind, options, ..Question::default() });
        }
        let groups = vec![(String::new(), members)];
        quiz.topics.push(Topic { groups, ..Topic::default() });
    }
    quiz
}

/// Draws answers in which most questions have one to three options selected. One answer in
/// `skip_one_in` is skipped, and one topic in `3 * skip_one_in` has weight 0.
pub(crate) fn small_answers(quiz: &Quiz, random: &mut Random, skip_one_in: u8) -> Answers {
    let mut answers = Answers::empty(quiz);
    for (at, question) in quiz.questions() {
        let drawn = question.options().filter(|_| random.once_in(2));
        let selection =
            drawn.fold(Selection::none(), |selection, (option, _)| selection.with(option));
        if !selection.is_empty() {
            let is_skipped = random.once_in(skip_one_in);
            let answer =
                if is_skipped { Answer::Skipped(selection) } else { Answer::Given(selection) };
            answers.set(at, answer);
        }
    }
    for (at, _) in quiz.topics() {
        let all = Weight::ALL;
        let at_least = u8::from(!random.once_in(skip_one_in));
        let weight = all[usize::from(at_least + random.below(3))];
        answers.set_weight(at, weight);
    }
    answers
}

/// The topics that count: those with an answered question and a weight above 0.
fn topics(quiz: &Quiz, answers: &Answers) -> Vec<TopicId> {
    let counts = |topic: &Topic| topic.questions().any(|at| answers.counted(at).is_some());
    quiz.topics().filter(|(_, topic)| counts(topic)).map(|(at, _)| at).collect()
}

/// The points that a type gets from a topic at weight 1, straight from the definition: the sum of
/// effect × rating over the selected options.
fn gain(quiz: &Quiz, answers: &Answers, device_type: DeviceTypeId, topic: TopicId) -> i32 {
    let mut sum = 0;
    for at in quiz.topic(topic).questions() {
        let Some(selection) = answers.counted(at) else { continue };
        for effect in quiz.question(at).selected(selection).flat_map(|option| &option.effects) {
            let rating =
                quiz.device_type(device_type).ratings[usize::from(effect.criterion.0)].rating;
            sum += i32::from(effect.value) * i32::from(rating.value());
        }
    }
    sum
}

/// Visits every setting of the weights. Returns in how many of them `leader` is first, and how many
/// settings there are.
fn brute_force(
    quiz: &Quiz,
    answers: &Answers,
    leader: DeviceTypeId,
    rivals: &[DeviceTypeId],
) -> (u64, u64) {
    let topics = topics(quiz, answers);
    let lead = |rival: &DeviceTypeId| -> Vec<i32> {
        let lead = |topic: &TopicId| {
            gain(quiz, answers, leader, *topic) - gain(quiz, answers, *rival, *topic)
        };
        topics.iter().map(lead).collect()
    };
    let leads: Vec<Vec<i32>> = rivals.iter().map(lead).collect();
    let all = 4_u64.pow(u32::try_from(topics.len()).unwrap());
    let is_first = |setting: &u64| {
        let weight = |topic: usize| [0, 1, 2, 4][(setting >> (2 * topic) & 3) as usize];
        leads.iter().all(|lead| {
            lead.iter().enumerate().map(|(topic, lead)| weight(topic) * lead).sum::<i32>() >= 0
        })
    };
    ((0..all).filter(is_first).count() as u64, all)
}

/// Compares the two counts for one set of answers. Returns how many topics count, or `None` if
/// there is no leader or no rival.
fn compare(quiz: &Quiz, answers: &Answers) -> Option<usize> {
    let verdict = Verdict::of(quiz, answers);
    let (leader, robustness) = (verdict.leader?, verdict.robustness?);
    let out = verdict.excluded();
    let rivals: Vec<DeviceTypeId> = quiz
        .device_types()
        .map(|(device_type, _)| device_type)
        .filter(|device_type| *device_type != leader && !out.has(*device_type))
        .collect();
    let (first, settings) = brute_force(quiz, answers, leader, &rivals);
    assert_eq!((robustness.first, robustness.settings), (first, settings), "{quiz:#?}{answers:#?}");
    assert!(first >= 1, "with every weight 0, all types are first");
    Some(topics(quiz, answers).len())
}

#[test]
fn robustness_agrees_with_brute_force_on_small_quizzes() {
    let mut random = Random::new(4);
    let mut compared = [0; 7];
    for _ in 0..900 {
        let topics = 1 + random.below(6);
        let quiz = small_quiz(&mut random, topics);
        let answers = small_answers(&quiz, &mut random, 5);
        if let Some(topics) = compare(&quiz, &answers) {
            compared[topics] += 1;
        }
    }
    assert!(compared.iter().sum::<u32>() >= 300, "{compared:?}");
    assert!(compared[1..].iter().all(|count| *count > 5), "{compared:?}");
}

#[test]
fn robustness_agrees_with_brute_force_on_many_topics() {
    // The engine treats the last five topics apart, so seven topics leave two for its search.
    let mut random = Random::new(5);
    let mut compared = 0;
    while compared < 40 {
        let quiz = small_quiz(&mut random, 8);
        let answers = small_answers(&quiz, &mut random, 20);
        compared += u32::from(compare(&quiz, &answers).is_some_and(|topics| topics >= 7));
    }
}

/// As many as there may be: see `src/content/limits.rs`.
#[test]
fn robustness_agrees_with_brute_force_on_seventeen_types() {
    let mut random = Random::new(7);
    let mut compared = 0;
    while compared < 20 {
        let mut quiz = small_quiz(&mut random, 7);
        let criteria = u8::try_from(quiz.criteria.len()).unwrap();
        let device_type = || some_device_type(&mut random, criteria);
        quiz.device_types = repeat_with(device_type).take(17).collect();
        let answers = small_answers(&quiz, &mut random, 20);
        compared += u32::from(compare(&quiz, &answers).is_some_and(|topics| topics >= 6));
    }
}

#[test]
fn robustness_agrees_with_brute_force_on_the_real_quiz() {
    let mut random = Random::new(6);
    let mut compared = 0;
    while compared < 60 {
        let mut answers = some_answers(quiz(), &mut random);
        for (at, _) in quiz().questions().skip(usize::from(random.below(12))) {
            if random.once_in(3) {
                answers.set(at, Answer::Unseen);
            }
        }
        if (1..=7).contains(&topics(quiz(), &answers).len()) {
            compared += u32::from(compare(quiz(), &answers).is_some());
        }
    }
}

#[test]
fn robustness_depends_only_on_which_weights_are_zero() {
    let mut random = Random::new(7);
    for _ in 0..60 {
        let mut answers = some_answers(quiz(), &mut random);
        let device_types = || quiz().device_types().map(|(device_type, _)| device_type);
        let of = |answers: &Answers| {
            Robustness::of(
                quiz(),
                &ScoreBreakdown::of(quiz(), answers),
                DeviceTypeId(0),
                device_types(),
            )
        };
        let before = of(&answers);
        for at in topics(quiz(), &answers) {
            answers.set_weight(at, Weight::ALL[1 + usize::from(random.below(3))]);
        }
        assert_eq!(of(&answers), before);
    }
}

#[test]
fn the_percentage_is_rounded_down_but_bounds_compare_exactly() {
    let of = |first, settings| Robustness { first, settings };
    assert_eq!([of(1, 1024), of(1023, 1024), of(1024, 1024)].map(Robustness::share), [0, 99, 100]);
    assert!(of(1024, 1024).is_all() && !of(1023, 1024).is_all());
    assert!(of(563, 1024).is_below(55), "54.98 % is below 55 %");
    assert!(!of(564, 1024).is_below(55), "55.08 % is not below 55 %");
    assert!(!of(64, 64).is_below(100));
}

#[test]
fn a_leader_that_is_best_in_every_topic_is_first_in_every_setting() {
    let mut quiz = small_quiz(&mut Random::new(8), 8);
    for rating in quiz.device_types.iter_mut().flat_map(|device_type| &mut device_type.ratings) {
        rating.rating = Rating::new(0).unwrap();
    }
    for effect in
        quiz.questions.iter_mut().flat_map(|at| &mut at.options).flat_map(|at| &mut at.effects)
    {
        effect.value = effect.value.abs();
    }
    let mut answers = Answers::empty(&quiz);
    for (at, question) in quiz.questions() {
        let all = question
            .options()
            .fold(Selection::none(), |selection, (option, _)| selection.with(option));
        answers.set(at, Answer::Given(all));
    }
    for rating in &mut quiz.device_types[1].ratings {
        rating.rating = Rating::new(2).unwrap();
    }
    let device_types = quiz.device_types().map(|(device_type, _)| device_type).collect::<Vec<_>>();
    let breakdown = ScoreBreakdown::of(&quiz, &answers);
    let of = |leader| {
        Robustness::of(&quiz, &breakdown, DeviceTypeId(leader), device_types.iter().copied())
    };
    assert_eq!(of(1), Robustness { first: 1 << 16, settings: 1 << 16 });
    let rival = brute_force(&quiz, &answers, DeviceTypeId(0), &device_types[1..]).0;
    assert!(of(0).first == rival && rival < 1 << 15, "{rival}");
}

//! Fairness: every type can win, every question can decide the result, and the contexts do not
//! outvote the other questions.

use headphones_or_iems::audit::{Outcome, Random, draw, draw_selection};
use headphones_or_iems::model::{
    Answer, Answers, DeviceTypeId, Kind, OptionId, Question, QuestionId, Quiz, Ratings,
    ScoreBreakdown, Selection,
};

use crate::support::{id, quiz, words};

/// The lead of a type over the best remaining rival, in points; −10,000 if the type is excluded.
fn lead(quiz: &Quiz, answers: &Answers, device_type: DeviceTypeId) -> i32 {
    let breakdown = ScoreBreakdown::of(quiz, answers);
    let out = breakdown.excluded();
    let others = quiz.device_types().filter(|(at, _)| *at != device_type && !out.has(*at));
    let best = others.map(|(at, _)| breakdown.points(at).0).max().unwrap_or(-1_000);
    if out.has(device_type) { -10_000 } else { breakdown.points(device_type).0 - best }
}

/// Hill climbing from random answers: redraws one answer at a time, and keeps it if it widens the
/// lead of `device_type`.
fn climb(quiz: &Quiz, device_type: DeviceTypeId, random: &mut Random) -> Answers {
    let mut answers = draw(quiz, random);
    for _ in 0..4 {
        for (at, question) in quiz.questions() {
            let mut changed = answers.clone();
            changed.set(at, Answer::Given(draw_selection(question, random)));
            if lead(quiz, &changed, device_type) > lead(quiz, &answers, device_type) {
                answers = changed;
            }
        }
    }
    answers
}

#[test]
fn every_type_can_win_alone_at_weight_one() {
    let mut random = Random::new(11);
    for (device_type, about) in quiz().device_types() {
        let found = (0..200).map(|_| climb(quiz(), device_type, &mut random)).find(|answers| {
            Outcome::of(quiz(), answers).sole_leader() == Some(device_type)
                && lead(quiz(), answers, device_type) > 0
        });
        let answers = found.unwrap_or_else(|| panic!("`{}` never wins", about.id));
        println!("`{}` wins with: {}", about.id, words(quiz(), &answers));
    }
}

/// Looks for two sets of answers that differ only in the question `at` and have different sole
/// leaders.
fn decides(quiz: &Quiz, at: QuestionId, random: &mut Random) -> Option<(Answers, Answers)> {
    (0..20_000).find_map(|_| {
        let one = draw(quiz, random);
        let mut two = one.clone();
        two.set(at, Answer::Given(draw_selection(quiz.question(at), random)));
        let leaders = [&one, &two].map(|answers| Outcome::of(quiz, answers).sole_leader());
        match leaders {
            [Some(first), Some(second)] if first != second => Some((one, two)),
            _ => None,
        }
    })
}

#[test]
fn every_question_can_decide_the_result() {
    let mut random = Random::new(12);
    for (at, question) in quiz().questions() {
        let found = decides(quiz(), at, &mut random);
        assert!(
            found.is_some(),
            "`{}` is a placebo: no answer to it changes the leader",
            question.id
        );
    }
}

#[test]
fn a_question_without_effects_is_found_to_be_a_placebo() {
    let mut quiz = quiz().clone();
    let hours = quiz.find_question("hours").unwrap();
    for option in &mut quiz.questions[hours.index()].options {
        option.effects.clear();
    }
    assert!(decides(&quiz, hours, &mut Random::new(13)).is_none());
}

/// The contexts of everyday life: all except those in the group "Making music".
fn everyday() -> Vec<QuestionId> {
    let groups = quiz().topics[0].groups.iter().filter(|(name, _)| name != "Making music");
    groups.flat_map(|(_, contexts)| contexts.iter().copied()).collect()
}

#[test]
fn everyday_contexts_alone_seldom_lead_to_custom_iems() {
    const DRAWS: u32 = 20_000;
    let mut random = Random::new(14);
    let mut counts = vec![0; quiz().device_types.len()];
    for _ in 0..DRAWS {
        let mut answers = Answers::empty(quiz());
        for at in everyday() {
            let selection = draw_selection(quiz().question(at), &mut random);
            answers.set(at, Answer::Given(selection));
        }
        if let Some(device_type) = Outcome::of(quiz(), &answers).leader() {
            counts[device_type.index()] += 1;
        }
    }
    for (at, device_type) in quiz().device_types() {
        println!(
            "everyday contexts alone: `{}` leads in {} of {DRAWS} draws",
            device_type.id,
            counts[at.index()]
        );
    }
    let custom = counts[quiz().find_device_type("custom-iem").unwrap().index()];
    assert!(custom * 100 < DRAWS * 3, "`custom-iem` leads in {custom} of {DRAWS} draws");
    assert!(counts.iter().sum::<u32>() > DRAWS / 2, "{counts:?}");
}

/// The points that each possible answer to a question gives to every type at weight 1.
fn worths(question: &Question) -> Vec<Vec<i32>> {
    let all = (0..1_u32 << question.options.len()).map(|bits| {
        let selected = (0..32).filter(|at| bits >> at & 1 == 1).map(OptionId);
        selected.fold(Selection::none(), Selection::with)
    });
    let ratings = Ratings::of(quiz(), &Answers::empty(quiz()));
    let each = |selection| {
        quiz()
            .device_types()
            .map(|(device_type, _)| question.unweighted_points(selection, &ratings, device_type))
            .collect()
    };
    all.filter(|selection| question.accepts(*selection)).map(each).collect()
}

/// The difference between the most and the fewest points.
fn spread(points: &[i32]) -> i32 {
    points.iter().max().unwrap() - points.iter().min().unwrap()
}

/// The largest spread of points that any answers to `questions` can give on top of `sum`.
fn largest_spread(questions: &[&Question], sum: &[i32]) -> i32 {
    let Some((first, rest)) = questions.split_first() else { return spread(sum) };
    let with = |unweighted_points: Vec<i32>| -> Vec<i32> {
        sum.iter().zip(unweighted_points).map(|(a, b)| a + b).collect()
    };
    worths(first)
        .into_iter()
        .map(|unweighted_points| largest_spread(rest, &with(unweighted_points)))
        .max()
        .unwrap()
}

#[test]
fn other_questions_can_outweigh_all_contexts_together() {
    let zero = vec![0; quiz().device_types.len()];
    let of = |ids: &[QuestionId]| {
        let questions: Vec<&Question> = ids.iter().map(|at| quiz().question(*at)).collect();
        largest_spread(&questions, &zero)
    };
    let contexts = of(&everyday());
    println!("largest spread of the everyday contexts at weight 1: {contexts}");
    let others = quiz().questions().filter(|(_, question)| question.kind != Kind::Context);
    let mut spreads: Vec<(i32, &str)> =
        others.map(|(at, question)| (4 * of(&[at]), question.id.as_str())).collect();
    spreads.sort_by_key(|(spread, _)| -spread);
    for (spread, question) in &spreads {
        println!("spread of `{question}` at weight 4: {spread}");
    }
    let strong = spreads.iter().filter(|(spread, _)| *spread >= contexts).count();
    assert!(strong >= 2, "only {strong} questions at weight 4 can outweigh all contexts");
    let weakest = spreads.last().unwrap();
    assert!(
        weakest.0 * 3 >= contexts,
        "`{}` has less than a third of the spread of the contexts",
        weakest.1
    );
    assert_eq!(id(DeviceTypeId(0)), "open-back", "the first type is not the expected one");
}

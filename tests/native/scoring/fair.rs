//! Fairness: every type can win, every question can decide, and the places do not outvote the rest.

use headphones_or_iems::audit::{Outcome, Random, draw, draw_selection};
use headphones_or_iems::model::{
    Answer, Answers, DeviceTypeId, Kind, OptionId, Question, QuestionId, Quiz, Ratings,
    ScoreBreakdown, Selection,
};

use crate::support::{id, quiz, words};

/// How far a type is ahead of the best other that remains; far behind if it is ruled out.
fn lead(quiz: &Quiz, answers: &Answers, device_type: DeviceTypeId) -> i32 {
    let breakdown = ScoreBreakdown::of(quiz, answers);
    let out = breakdown.excluded();
    let others = quiz.device_types().filter(|(at, _)| *at != device_type && !out.has(*at));
    let best = others.map(|(at, _)| breakdown.points(at).0).max().unwrap_or(-1_000);
    if out.has(device_type) { -10_000 } else { breakdown.points(device_type).0 - best }
}

/// Climbs from answers at random: changes one answer at a time and keeps what widens the lead.
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
fn every_type_can_win_alone_with_every_importance_at_one() {
    let mut random = Random::new(11);
    for (device_type, about) in quiz().device_types() {
        let found = (0..200).map(|_| climb(quiz(), device_type, &mut random)).find(|answers| {
            Outcome::of(quiz(), answers).sole_leader() == Some(device_type)
                && lead(quiz(), answers, device_type) > 0
        });
        let answers = found.unwrap_or_else(|| panic!("`{}` never wins", about.id));
        println!("{} wins with: {}", about.id, words(quiz(), &answers));
    }
}

/// Two options of a question, and answers to the others, for which different types lead.
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
fn every_question_and_every_place_can_decide() {
    let mut random = Random::new(12);
    for (at, question) in quiz().questions() {
        let found = decides(quiz(), at, &mut random);
        assert!(found.is_some(), "`{}` changes no leader: a placebo", question.id);
    }
}

#[test]
fn a_question_without_effects_is_found_to_decide_nothing() {
    let mut quiz = quiz().clone();
    let hours = quiz.find_question("hours").unwrap();
    for option in &mut quiz.questions[hours.index()].options {
        option.effects.clear();
    }
    assert!(decides(&quiz, hours, &mut Random::new(13)).is_none());
}

/// The places of everyday life: all but making music.
fn everyday() -> Vec<QuestionId> {
    let groups = quiz().topics[0].groups.iter().filter(|(name, _)| name != "Making music");
    groups.flat_map(|(_, contexts)| contexts.iter().copied()).collect()
}

#[test]
fn everyday_places_alone_seldom_lead_to_custom_moulds() {
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
            "everyday places alone: {} leads in {} of {DRAWS}",
            device_type.id,
            counts[at.index()]
        );
    }
    let custom = counts[quiz().find_device_type("custom-iem").unwrap().index()];
    assert!(custom * 100 < DRAWS * 3, "custom moulds lead in {custom} of {DRAWS}");
    assert!(counts.iter().sum::<u32>() > DRAWS / 2, "{counts:?}");
}

/// What each option of a radio or place, or each set of boxes, is worth to every type.
fn worths(question: &Question) -> Vec<Vec<i32>> {
    let all = (0..1_u32 << question.options.len()).map(|bits| {
        let held = (0..32).filter(|at| bits >> at & 1 == 1).map(OptionId);
        held.fold(Selection::none(), Selection::with)
    });
    let ratings = Ratings::of(quiz(), &Answers::empty(quiz()));
    let each = |selection| {
        quiz()
            .device_types()
            .map(|(device_type, _)| question.worth(selection, &ratings, device_type))
            .collect()
    };
    all.filter(|selection| question.accepts(*selection)).map(each).collect()
}

fn spread(points: &[i32]) -> i32 {
    points.iter().max().unwrap() - points.iter().min().unwrap()
}

/// The largest spread of points that any answers to these questions together give.
fn largest_spread(questions: &[&Question], sum: &[i32]) -> i32 {
    let Some((first, rest)) = questions.split_first() else { return spread(sum) };
    let with =
        |worth: Vec<i32>| -> Vec<i32> { sum.iter().zip(worth).map(|(a, b)| a + b).collect() };
    worths(first).into_iter().map(|worth| largest_spread(rest, &with(worth))).max().unwrap()
}

#[test]
fn all_places_together_weigh_no_more_than_what_one_visitor_can_set_against_them() {
    let zero = [0; 7];
    let of = |ids: &[QuestionId]| {
        let questions: Vec<&Question> = ids.iter().map(|at| quiz().question(*at)).collect();
        largest_spread(&questions, &zero)
    };
    let contexts = of(&everyday());
    println!("largest spread of the everyday places at importance 1: {contexts}");
    let others = quiz().questions().filter(|(_, question)| question.kind != Kind::Context);
    let mut spreads: Vec<(i32, &str)> =
        others.map(|(at, question)| (4 * of(&[at]), question.id.as_str())).collect();
    spreads.sort_by_key(|(spread, _)| -spread);
    for (spread, question) in &spreads {
        println!("spread of `{question}` at importance 4: {spread}");
    }
    let strong = spreads.iter().filter(|(spread, _)| *spread >= contexts).count();
    assert!(strong >= 2, "only {strong} questions at importance 4 can outweigh every place");
    let weakest = spreads.last().unwrap();
    assert!(weakest.0 * 3 >= contexts, "`{}` weighs less than a third of the places", weakest.1);
    assert_eq!(id(DeviceTypeId(0)), "open-back", "the spread is over the seven types");
}

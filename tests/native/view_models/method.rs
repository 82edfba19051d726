//! What the method page and the guide work out from the content alone: the example of a sum, the
//! answers that are enough for a type, and the sections that can be linked to.

use std::collections::BTreeSet;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answers, Quiz};
use headphones_or_iems::platform::BROWSER;
use headphones_or_iems::state::{Session, SumExample, is_method_section, sufficient_answers};
use headphones_or_iems::views::method::MethodPage;
use leptos::prelude::*;

use super::Tally;
use crate::engine::fewest::up_to;
use crate::engine::plain::{NumericAnswers, Sheet, device_type, to_bits};
use crate::engine::small::small_quiz;
use crate::support::{content, quiz, read};

/// The example by its rule: the question, option, criterion and type; `None` if there is none.
fn example(quiz: &Quiz) -> Option<(usize, usize, usize, usize)> {
    let mut last = None;
    for (at, question) in quiz.questions.iter().enumerate() {
        let first = question.options.iter().position(|option| !option.effects.is_empty());
        let Some(option) = first else { continue };
        let effect = question.options[option].effects[0];
        let on = usize::from(effect.criterion.0);
        let product = |of: usize| effect.value * quiz.device_types[of].ratings[on].rating.value();
        let favoured = (0..quiz.device_types.len()).find(|of| product(*of) > 0);
        last = favoured.map(|of| (at, option, on, of)).or(last);
    }
    last
}

#[test]
fn the_example_of_a_sum_is_one_of_the_content_and_adds_up() {
    let (mut random, mut tally) = (Random::new(305), Tally::default());
    let drawn = (0..300).map(|_| small_quiz(&mut random, 1, 2, 6));
    for quiz in std::iter::once(quiz().clone()).chain(drawn) {
        let Some(found) = SumExample::of(&quiz) else {
            assert_eq!(example(&quiz), None);
            tally.met("no example");
            continue;
        };
        let on = usize::from(found.criterion.0);
        let (option, of) = (usize::from(found.option.0), found.device_type.index());
        assert_eq!(example(&quiz), Some((found.question.index(), option, on, of)));
        let effects = &quiz.questions[found.question.index()].options[option].effects;
        let effect = effects.iter().find(|effect| effect.criterion == found.criterion).unwrap();
        let rating = quiz.device_types[of].ratings[on].rating.value();
        assert_eq!((found.effect, found.rating), (effect.value, rating));
        assert_eq!(found.points(), 2 * effect.value * rating);
        tally.met("an example");
    }
    tally.assert_covers(&[&["no example", "an example"]]);
}

#[test]
fn no_fewer_answers_are_enough_for_a_type() {
    let (mut random, mut tally) = (Random::new(306), Tally::default());
    let drawn = (0..200).map(|_| small_quiz(&mut random, 1, 3, 3));
    for quiz in std::iter::once(quiz().clone()).chain(drawn) {
        let empty = Answers::empty(&quiz);
        let (sheet, inputs) = (Sheet::of(&quiz, &empty), NumericAnswers::of(&quiz, &empty));
        let most = quiz.questions.len().min(4);
        for (of, best) in
            up_to(&sheet, &inputs, if most == 4 { 3 } else { most }).iter().enumerate()
        {
            let found = sufficient_answers(&quiz, device_type(of));
            let Some(changes) = found else {
                assert_eq!(*best, None, "answers that are enough were overlooked");
                tally.met("no answers are enough");
                continue;
            };
            let alone = sheet.score(&NumericAnswers::of(&quiz, &empty.with(&changes))).alone();
            assert_eq!(alone, Some(of));
            let set: Vec<_> =
                changes.iter().map(|at| (at.question.index(), to_bits(at.selection))).collect();
            assert!(best.as_ref().is_none_or(|best| *best == set), "{best:?} {set:?}");
            tally.met_either(set.len() == 1, "one answer is enough", "several answers are enough");
        }
    }
    tally.assert_covers(&[&[
        "no answers are enough",
        "one answer is enough",
        "several answers are enough",
    ]]);
}

/// The anchors of the sections in the rendered page.
fn rendered() -> BTreeSet<String> {
    let html = Owner::new().with(|| {
        provide_context(Session::new(content(), &BROWSER).with_verdict());
        view! { <MethodPage /> }.to_html()
    });
    let ids = html.split("id=\"/method/").skip(1).filter_map(|rest| rest.split('"').next());
    ids.map(str::to_owned).collect()
}

/// Every id of the content and every text in the code that decides, with and without the beginning
/// of a topic's anchor.
fn candidates() -> Vec<String> {
    let mut all: Vec<String> = vec![String::new(), "question-".to_owned()];
    all.extend(read("src/state/sections.rs").split('"').map(str::to_owned));
    all.extend(quiz().criteria.iter().map(|at| at.id.clone()));
    all.extend(quiz().device_types.iter().map(|at| at.id.clone()));
    all.extend(quiz().topics.iter().map(|at| at.id.clone()));
    for question in &quiz().questions {
        all.push(question.id.clone());
        all.extend(question.options.iter().map(|option| option.id.clone()));
    }
    let prefixed: Vec<String> = all.iter().map(|id| format!("question-{id}")).collect();
    all.into_iter().chain(prefixed).collect()
}

#[test]
fn exactly_the_sections_of_the_method_page_can_be_linked_to() {
    let sections = rendered();
    assert!(sections.len() > quiz().criteria.len() + quiz().topics.len(), "{sections:?}");
    for anchor in &sections {
        assert!(is_method_section(content(), anchor), "`{anchor}` cannot be linked to");
    }
    let candidates = candidates();
    let mut others = candidates.iter().filter(|anchor| !sections.contains(*anchor)).peekable();
    assert!(others.peek().is_some());
    for anchor in others {
        assert!(!is_method_section(content(), anchor), "there is no section `{anchor}`");
    }
}

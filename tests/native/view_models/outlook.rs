//! What the open questions can still do.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answer, Answers, Remaining, Selection, TopicId};
use headphones_or_iems::state::Outlook;
use leptos::prelude::GetUntracked;

use super::Tally;
use super::facts::{Facts, of_topic, question, topic};
use crate::engine::plain::{device_type, small};
use crate::engine::small::real_answers;
use crate::state::{Tab, browser};
use crate::support::quiz;

/// The topics that are neither answered nor skipped.
fn open(answers: &Answers) -> Vec<TopicId> {
    let is_seen = |at: usize| answers.get(question(at)) != Answer::Unseen;
    let all = 0..quiz().topics.len();
    all.filter(|at| !of_topic(*at).any(is_seen)).map(topic).collect()
}

/// Real answers of which the last topics are open.
fn drawn(random: &mut Random) -> Answers {
    let mut answers = real_answers(random);
    let from = random.below(25);
    for (at, _) in quiz().questions() {
        if at.0 >= from.max(small(quiz().questions.len()) - 4) {
            answers.set(at, Answer::Unseen);
        } else if answers.get(at) == Answer::Unseen {
            answers.set(at, Answer::Skipped(Selection::none()));
        }
    }
    answers
}

fn compare(answers: &Answers, tally: &mut Tally) {
    let tab = Tab::open(browser());
    tab.session.try_out(answers);
    let (found, open) = (tab.session.outlook().get_untracked(), open(answers));
    let Some(outlook) = found.filter(|_| !open.is_empty()) else {
        assert_eq!((found, open), (None, vec![]));
        return tally.met("nothing is open");
    };
    // `engine::remaining` compares these with every way to answer the open questions.
    let remaining = Remaining::of(quiz(), answers);
    let expected = Outlook {
        is_settled: remaining.settled.is_some(),
        can_matter: remaining.can_matter.len(),
        decisive: remaining.decisive,
    };
    assert_eq!(outlook, expected);
    if let Some(settled) = remaining.settled {
        assert_eq!(Facts::of(answers).leader.map(device_type), Some(settled));
    }
    tally.met_either(outlook.is_settled, "settled", "not settled");
    tally.met_either(outlook.decisive.is_some(), "a decisive topic", "no decisive topic");
}

#[test]
fn there_is_an_outlook_while_some_topics_are_answered_and_some_are_open() {
    let (mut random, mut tally) = (Random::new(307), Tally::default());
    for _ in 0..60 {
        compare(&drawn(&mut random), &mut tally);
        compare(&real_answers(&mut random), &mut tally);
    }
    let mut done = Answers::empty(quiz());
    for (at, _) in quiz().questions() {
        done.set(at, Answer::Skipped(Selection::none()));
    }
    compare(&done, &mut tally);
    tally.assert_covers(&[&[
        "nothing is open",
        "settled",
        "not settled",
        "a decisive topic",
        "no decisive topic",
    ]]);
    let untouched = Tab::open(browser());
    assert_eq!(untouched.session.outlook().get_untracked(), None);
}

//! The rules of the quiz, audited on the real content and on small quizzes.

mod fair;
mod points;
mod verdict;
mod way_out;

use headphones_or_iems::audit::{Random, draw};
use headphones_or_iems::model::{Answer, Answers, Importance, Kind, Ticks, Verdict};

use crate::support::{quiz, some_answers, words};

#[test]
fn with_everything_skipped_all_types_tie_and_nothing_is_decided() {
    let mut answers = draw(quiz(), &mut Random::new(1));
    for (at, _) in quiz().questions() {
        answers.set(at, Answer::Skipped(answers.get(at).ticks()));
    }
    for answers in [answers, Answers::empty(quiz())] {
        let verdict = Verdict::of(quiz(), &answers);
        assert_eq!(verdict.word.id(), "undecided");
        assert_eq!((verdict.leader, verdict.firmness, verdict.family), (None, None, None));
        assert!(verdict.ranking.iter().all(|at| at.points.0 == 0 && at.place == Some(1)));
        assert_eq!(verdict.first().count(), 0);
        assert!(verdict.ledger.lines.is_empty() && verdict.ledger.rulings.is_empty());
    }
}

#[test]
fn importance_zero_is_the_same_as_skipping() {
    let mut random = Random::new(2);
    let mut changed = 0;
    for _ in 0..2_000 {
        let before = some_answers(quiz(), &mut random);
        let (mut ignored, mut skipped) = (before.clone(), before.clone());
        for (at, topic) in quiz().topics().filter(|_| random.once_in(4)) {
            ignored.set_importance(at, Importance::ALL[0]);
            for question in topic.questions() {
                if let Answer::Given(ticks) = before.get(question) {
                    skipped.set(question, Answer::Skipped(ticks));
                }
            }
        }
        let [ignored, skipped, before] =
            [ignored, skipped, before].map(|answers| Verdict::of(quiz(), &answers));
        assert_eq!(ignored, skipped, "ledger, ranking, word or firmness differ");
        changed += u32::from(ignored != before);
    }
    assert!(changed > 500, "only {changed} of 2,000 had anything to skip");
}

#[test]
fn a_skip_can_be_taken_back() {
    let mut random = Random::new(3);
    for _ in 0..200 {
        let before = some_answers(quiz(), &mut random);
        let mut answers = before.clone();
        for (at, _) in quiz().questions() {
            if let Answer::Given(ticks) = before.get(at) {
                answers.set(at, Answer::Skipped(ticks));
                assert_eq!(answers.counted(at), None);
                answers.set(at, Answer::Given(answers.get(at).ticks()));
            }
        }
        assert_eq!(Verdict::of(quiz(), &answers), Verdict::of(quiz(), &before));
    }
}

/// The clicks that lead from an untouched form to `answers`, as question and option.
fn clicks(answers: &Answers) -> Vec<(usize, u8)> {
    let mut clicks = Vec::new();
    for (at, question) in quiz().questions() {
        if let Answer::Given(ticks) = answers.get(at) {
            let ticked = question.choices().filter(|(choice, _)| ticks.has(*choice));
            clicks.extend(ticked.map(|(choice, _)| (at.index(), choice.0)));
        }
    }
    clicks
}

#[test]
fn the_order_of_answering_never_matters() {
    let mut random = Random::new(4);
    for _ in 0..400 {
        let goal = some_answers(quiz(), &mut random);
        let mut clicks = clicks(&goal);
        for last in (1..clicks.len()).rev() {
            let limit = u8::try_from(last + 1).unwrap();
            clicks.swap(last, usize::from(random.below(limit)));
        }
        let mut answers = Answers::empty(quiz());
        let mut topics: Vec<_> = quiz().topics().map(|(at, _)| at).collect();
        topics.rotate_left(usize::from(random.below(14)));
        for at in topics {
            answers.set_importance(at, goal.importance(at));
        }
        for (question, choice) in clicks {
            let (at, question) = quiz().questions().nth(question).unwrap();
            let choice = question.choices().nth(choice.into()).unwrap().0;
            let ticks = question.toggled(answers.get(at).ticks(), choice);
            answers.set(at, Answer::Given(ticks));
        }
        assert_eq!(Verdict::of(quiz(), &answers), Verdict::of(quiz(), &goal));
    }
}

#[test]
fn whatever_is_clicked_an_exclusive_option_stands_alone() {
    let mut random = Random::new(5);
    let mut alone = 0;
    for (_, question) in quiz().questions() {
        let mut ticks = Ticks::none();
        for _ in 0..600 {
            let clicked = random.below(u8::try_from(question.choices.len()).unwrap());
            let (choice, option) = question.choices().nth(clicked.into()).unwrap();
            let before = ticks;
            ticks = question.toggled(before, choice);
            assert!(ticks.is_empty() || question.accepts(ticks), "{}: {ticks:?}", question.id);
            let unticks = question.kind == Kind::Many && before.has(choice);
            assert_eq!(ticks.has(choice), !unticks, "{}: `{}`", question.id, option.id);
            if option.exclusive && !unticks {
                assert_eq!(ticks, Ticks::only(choice), "{}: `{}`", question.id, option.id);
                alone += 1;
            }
            // Whatever else was ticked stays, if none of the two is exclusive.
            for (other, about) in question.choices().filter(|(other, _)| *other != choice) {
                let stays = question.kind == Kind::Many && !option.exclusive && !about.exclusive;
                assert!(!stays || ticks.has(other) == before.has(other), "{}", question.id);
            }
        }
    }
    assert!(alone > 50, "exclusive options were clicked {alone} times");
}

#[test]
fn only_sets_of_ticks_that_a_form_can_show_are_accepted() {
    for (_, question) in quiz().questions() {
        let options = question.choices.len();
        for bits in 0..1_u32 << (options + 1) {
            let held = |at: u8| bits >> at & 1 == 1;
            let choices = (0..=10).map(headphones_or_iems::model::ChoiceId);
            let ticks = choices.filter(|at| held(at.0)).fold(Ticks::none(), Ticks::with);
            let exclusive = question.choices().any(|(at, all)| all.exclusive && ticks.has(at));
            let known = bits < 1 << options;
            let can_be = match (bits.count_ones(), question.kind) {
                (0, _) => false,
                (1, _) => known,
                (_, Kind::Many) => known && !exclusive,
                _ => false,
            };
            assert_eq!(question.accepts(ticks), can_be, "{}: {bits:b}", question.id);
        }
    }
}

#[test]
fn answers_in_words_name_what_was_said() {
    let answers =
        crate::support::answered(quiz(), &[("hours", &["over-3"]), ("calls", &["never"])]);
    assert_eq!(words(quiz(), &answers), "hours=over-3");
}

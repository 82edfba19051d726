//! The rules of scoring, checked on the real content and on small quizzes.

mod fair;
mod needs;
mod points;
mod relaxation;
mod verdict;

use headphones_or_iems::audit::{Random, draw};
use headphones_or_iems::model::{Answer, Answers, Kind, OptionId, Selection, Verdict, Weight};

use crate::support::{answered, quiz, some_answers, words};

#[test]
fn nothing_is_decided_if_everything_is_skipped() {
    let mut answers = draw(quiz(), &mut Random::new(1));
    for (at, _) in quiz().questions() {
        answers.set(at, Answer::Skipped(answers.get(at).selection()));
    }
    for answers in [answers, Answers::empty(quiz())] {
        let verdict = Verdict::of(quiz(), &answers);
        assert_eq!(verdict.word.id(), "undecided");
        assert_eq!((verdict.leader, verdict.robustness, verdict.family), (None, None, None));
        assert!(verdict.ranking.iter().all(|at| at.points.0 == 0 && at.rank == Some(1)));
        assert_eq!(verdict.first().count(), 0);
        assert!(verdict.breakdown.lines.is_empty() && verdict.breakdown.exclusions.is_empty());
    }
}

#[test]
fn weight_zero_equals_skipping() {
    let mut random = Random::new(2);
    let mut changed = 0;
    for _ in 0..2_000 {
        let before = some_answers(quiz(), &mut random);
        let (mut ignored, mut skipped) = (before.clone(), before.clone());
        for (at, topic) in quiz().topics().filter(|_| random.once_in(4)) {
            ignored.set_weight(at, Weight::ALL[0]);
            for question in topic.questions() {
                if let Answer::Given(selection) = before.get(question) {
                    skipped.set(question, Answer::Skipped(selection));
                }
            }
        }
        let [ignored, skipped, before] =
            [ignored, skipped, before].map(|answers| Verdict::of(quiz(), &answers));
        assert_eq!(ignored, skipped, "the verdicts differ");
        changed += u32::from(ignored != before);
    }
    assert!(changed > 500, "only {changed} of 2,000 draws had anything to skip");
}

#[test]
fn undoing_a_skip_restores_the_verdict() {
    let mut random = Random::new(3);
    for _ in 0..200 {
        let before = some_answers(quiz(), &mut random);
        let mut answers = before.clone();
        for (at, _) in quiz().questions() {
            if let Answer::Given(selection) = before.get(at) {
                answers.set(at, Answer::Skipped(selection));
                assert_eq!(answers.counted(at), None);
                answers.set(at, Answer::Given(answers.get(at).selection()));
            }
        }
        assert_eq!(Verdict::of(quiz(), &answers), Verdict::of(quiz(), &before));
    }
}

/// The clicks that fill in an empty form with `answers`, each as a question and an option.
fn clicks(answers: &Answers) -> Vec<(usize, u8)> {
    let mut clicks = Vec::new();
    for (at, question) in quiz().questions() {
        if let Answer::Given(selection) = answers.get(at) {
            let selected = question.options().filter(|(option, _)| selection.has(*option));
            clicks.extend(selected.map(|(option, _)| (at.index(), option.0)));
        }
    }
    clicks
}

#[test]
fn the_order_of_answering_does_not_matter() {
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
            answers.set_weight(at, goal.weight(at));
        }
        for (question, option) in clicks {
            let (at, question) = quiz().questions().nth(question).unwrap();
            let option = question.options().nth(option.into()).unwrap().0;
            let selection = question.toggled(answers.get(at).selection(), option);
            answers.set(at, Answer::Given(selection));
        }
        assert_eq!(Verdict::of(quiz(), &answers), Verdict::of(quiz(), &goal));
    }
}

#[test]
fn clicking_an_exclusive_option_clears_the_others() {
    let mut random = Random::new(5);
    let mut alone = 0;
    for (_, question) in quiz().questions() {
        let mut selection = Selection::none();
        for _ in 0..600 {
            let clicked = random.below(u8::try_from(question.options.len()).unwrap());
            let (id, option) = question.options().nth(clicked.into()).unwrap();
            let before = selection;
            selection = question.toggled(before, id);
            assert!(
                selection.is_empty() || question.accepts(selection),
                "{}: {selection:?}",
                question.id
            );
            let unselects = question.kind == Kind::Many && before.has(id);
            assert_eq!(selection.has(id), !unselects, "{}: `{}`", question.id, option.id);
            if option.exclusive && !unselects {
                assert_eq!(selection, Selection::only(id), "{}: `{}`", question.id, option.id);
                alone += 1;
            }
            // Two checkboxes that are not exclusive do not affect each other.
            for (other, about) in question.options().filter(|(other, _)| *other != id) {
                let stays = question.kind == Kind::Many && !option.exclusive && !about.exclusive;
                assert!(!stays || selection.has(other) == before.has(other), "{}", question.id);
            }
        }
    }
    assert!(alone > 50, "exclusive options were selected only {alone} times");
}

#[test]
fn only_selections_that_a_form_can_show_are_accepted() {
    for (_, question) in quiz().questions() {
        let count = question.options.len();
        for bits in 0..1_u32 << (count + 1) {
            let is_selected = |at: u8| bits >> at & 1 == 1;
            let options = (0..=10).map(OptionId);
            let selection =
                options.filter(|at| is_selected(at.0)).fold(Selection::none(), Selection::with);
            let exclusive = question.options().any(|(at, all)| all.exclusive && selection.has(at));
            let known = bits < 1 << count;
            let is_valid = match (bits.count_ones(), question.kind) {
                (0, _) => false,
                (1, _) => known,
                (_, Kind::Many) => known && !exclusive,
                _ => false,
            };
            assert_eq!(question.accepts(selection), is_valid, "{}: {bits:b}", question.id);
        }
    }
}

#[test]
fn answers_in_words_name_questions_and_options() {
    let answers = answered(quiz(), &[("hours", &["over-3"]), ("calls", &["never"])]);
    assert_eq!(words(quiz(), &answers), "hours=over-3");
}

//! Two copies of a document become one: whatever was changed later in either is in both.

use headphones_or_iems::audit::{Random, draw_ticks};
use headphones_or_iems::model::{Answer, CriterionId, GearId, Level, Receipt};
use headphones_or_iems::saved::Saved;

use crate::support::{importance, quiz};

/// One change, as a visitor makes it.
fn change(saved: &mut Saved, random: &mut Random) {
    let questions: Vec<_> = quiz().questions().collect();
    let topics: Vec<_> = quiz().topics().map(|(at, _)| at).collect();
    match random.below(24) {
        0 => saved.clear(),
        1 => saved.erase(),
        2 => saved.keep(format!("2026-11-{:02}", random.below(28)), Receipt::default()),
        3 => saved.forget(usize::from(random.below(3))),
        4 => saved.set_own(quiz(), GearId(2), CriterionId(3), Level::new(1)),
        5 => saved.set_own(quiz(), GearId(2), CriterionId(3), None),
        6..=9 => {
            let at = topics[usize::from(random.below(14)) % topics.len()];
            saved.set_importance(quiz(), at, importance(random));
        }
        _ => {
            let (at, question) = questions[usize::from(random.below(25)) % questions.len()];
            let ticks = draw_ticks(question, random);
            let answer =
                if random.once_in(4) { Answer::Skipped(ticks) } else { Answer::Given(ticks) };
            saved.set_answer(quiz(), at, answer);
        }
    }
}

fn merged(one: &Saved, other: &Saved) -> Saved {
    let mut one = one.clone();
    one.merge(other.clone());
    one
}

/// Copies of one document that went their own ways.
fn copies(random: &mut Random) -> [Saved; 3] {
    let mut first = Saved::default();
    for _ in 0..random.below(12) {
        change(&mut first, random);
    }
    std::array::from_fn(|_| {
        let mut copy = first.clone();
        for _ in 0..random.below(12) {
            change(&mut copy, random);
        }
        copy
    })
}

#[test]
fn copies_become_the_same_document_in_whatever_order_they_meet() {
    let mut random = Random::new(3_000);
    for _ in 0..3_000 {
        let [a, b, c] = copies(&mut random);
        assert_eq!(merged(&a, &a), a, "with itself it stays as it is");
        let ab = merged(&a, &b);
        assert_eq!(ab, merged(&b, &a), "{}\n{}", a.encode(), b.encode());
        assert_eq!(merged(&ab, &b), ab, "nothing is new the second time");
        assert_eq!(merged(&ab, &c), merged(&a, &merged(&b, &c)));
    }
}

#[test]
fn two_tabs_that_read_before_they_write_lose_nothing() {
    let mut random = Random::new(2_000);
    for _ in 0..500 {
        let mut stored = Saved::default();
        let mut tabs = [Saved::default(), Saved::default()];
        let mut alone = Saved::default();
        for _ in 0..20 {
            let tab = &mut tabs[usize::from(random.below(2))];
            let mut same = random.clone();
            tab.merge(stored.clone());
            change(tab, &mut random);
            stored = tab.clone();
            change(&mut alone, &mut same);
        }
        for tab in &mut tabs {
            tab.merge(stored.clone());
            assert_eq!(tab.export(), alone.export(), "as if there were one tab");
        }
    }
}

#[test]
fn answers_to_different_questions_in_two_tabs_that_never_met_are_both_kept() {
    let questions: Vec<_> = quiz().questions().collect();
    let mut random = Random::new(20);
    let mut tabs = [Saved::default(), Saved::default()];
    for (i, (at, question)) in questions.iter().take(20).enumerate() {
        let given = Answer::Given(draw_ticks(question, &mut random));
        tabs[i % 2].set_answer(quiz(), *at, given);
    }
    let both = merged(&tabs[0], &tabs[1]).answers(quiz());
    for (i, (at, _)) in questions.iter().take(20).enumerate() {
        assert_eq!(both.get(*at), tabs[i % 2].answers(quiz()).get(*at));
        assert_ne!(both.get(*at), Answer::Unseen);
    }
}

#[test]
fn what_was_cleared_or_erased_does_not_come_back_from_an_older_copy() {
    let mut random = Random::new(10);
    for _ in 0..300 {
        let mut old = Saved::default();
        for _ in 0..10 {
            change(&mut old, &mut random);
        }
        old.keep("2026-11-22".into(), Receipt::default());
        let (mut cleared, mut erased) = (old.clone(), old.clone());
        cleared.clear();
        erased.erase();
        assert!(merged(&cleared, &old).is_empty() && merged(&old, &cleared).is_empty());
        let kept = |saved: &Saved| saved.runs(quiz()).len();
        assert_eq!(kept(&merged(&cleared, &old)), kept(&old), "runs outlive a new start");
        assert_eq!(merged(&erased, &old), erased);
        assert_eq!(merged(&old, &erased), erased);
    }
}

#[test]
fn a_file_comes_back_as_the_same_bytes_after_everything_was_erased() {
    let mut random = Random::new(40);
    for _ in 0..500 {
        let [mut saved, ..] = copies(&mut random);
        let file = saved.export();
        assert!(!file.contains("\"n\"") && !file.contains("epoch") && !file.contains("kept"));
        saved.erase();
        assert_ne!(saved.export(), Saved::decode(&file).unwrap().encode().repeat(2));
        let imported = Saved::decode(&file).unwrap();
        let older = saved.clone();
        saved.adopt(&imported);
        assert_eq!(saved.export(), file);
        assert_eq!(merged(&saved, &older), saved, "the import wins over what was there");
    }
}

#[test]
fn an_import_replaces_what_is_said_and_adds_its_runs_once() {
    let mut saved = Saved::default();
    saved.keep("2026-11-20".into(), Receipt::default());
    let mut other = Saved::default();
    let hours = quiz().find_question("hours").unwrap();
    let mut random = Random::new(1);
    let given = Answer::Given(draw_ticks(quiz().question(hours), &mut random));
    other.set_answer(quiz(), hours, given);
    other.keep("2026-11-21".into(), Receipt::default());
    for _ in 0..3 {
        saved.adopt(&other);
        assert_eq!(saved.answers(quiz()), other.answers(quiz()));
        let dates: Vec<String> = saved.runs(quiz()).into_iter().map(|run| run.date).collect();
        assert_eq!(dates, ["2026-11-20", "2026-11-21"]);
    }
}

#[test]
fn a_level_is_kept_until_it_is_taken_back() {
    let (gear, criterion) = (GearId(2), CriterionId(3));
    let mut saved = Saved::default();
    for level in [Level::new(1), Level::new(-2), None] {
        saved.set_own(quiz(), gear, criterion, level);
        assert_eq!(saved.answers(quiz()).own().get(gear, criterion), level);
    }
}

#[test]
fn a_result_is_kept_once_unless_the_answers_or_what_they_gave_are_others() {
    let (at, question) = quiz().questions().next().unwrap();
    let mut saved = Saved::default();
    let runs = |saved: &mut Saved, receipt: &Receipt| {
        saved.keep("2026-11-22".to_owned(), receipt.clone());
        saved.runs(quiz()).len()
    };
    let now = Receipt::default();
    let later = Receipt { content: 7, ..now.clone() };
    assert_eq!([runs(&mut saved, &now), runs(&mut saved, &now)], [1, 1]);
    assert_eq!([runs(&mut saved, &later), runs(&mut saved, &later)], [2, 2]);
    let ticks = draw_ticks(question, &mut Random::new(1));
    saved.set_answer(quiz(), at, Answer::Given(ticks));
    assert_eq!(runs(&mut saved, &later), 3);
}

#[test]
fn of_two_lists_that_changed_as_often_the_later_day_is_kept() {
    let [mut one, mut other] = [Saved::default(), Saved::default()];
    one.keep("2026-11-21".to_owned(), Receipt::default());
    other.keep("2026-11-22".to_owned(), Receipt::default());
    for both in [merged(&one, &other), merged(&other, &one)] {
        assert_eq!(both, other);
    }
}

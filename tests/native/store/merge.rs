//! Two copies of a document become one: whatever was changed later in either is in both.

use headphones_or_iems::audit::{Random, draw_selection};
use headphones_or_iems::model::{Answer, CriterionId, DeviceTypeId, Rating, RecordedVerdict};
use headphones_or_iems::store::Document;

use crate::support::{quiz, weight};

/// One change, as a visitor makes it.
fn change(document: &mut Document, random: &mut Random) {
    let questions: Vec<_> = quiz().questions().collect();
    let topics: Vec<_> = quiz().topics().map(|(at, _)| at).collect();
    match random.below(24) {
        0 => document.clear(),
        1 => document.erase(),
        2 => document
            .keep_snapshot(format!("2026-11-{:02}", random.below(28)), RecordedVerdict::default()),
        3 => document.remove_snapshot(usize::from(random.below(3))),
        4 => document.set_own_rating(quiz(), DeviceTypeId(2), CriterionId(3), Rating::new(1)),
        5 => document.set_own_rating(quiz(), DeviceTypeId(2), CriterionId(3), None),
        6..=9 => {
            let at = topics[usize::from(random.below(14)) % topics.len()];
            document.set_weight(quiz(), at, weight(random));
        }
        _ => {
            let (at, question) = questions[usize::from(random.below(25)) % questions.len()];
            let selection = draw_selection(question, random);
            let answer = if random.once_in(4) {
                Answer::Skipped(selection)
            } else {
                Answer::Given(selection)
            };
            document.set_answer(quiz(), at, answer);
        }
    }
}

fn merged(one: &Document, other: &Document) -> Document {
    let mut one = one.clone();
    one.merge(other.clone());
    one
}

/// Copies of one document that went their own ways.
fn copies(random: &mut Random) -> [Document; 3] {
    let mut first = Document::default();
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
        let mut stored = Document::default();
        let mut tabs = [Document::default(), Document::default()];
        let mut alone = Document::default();
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
    let mut tabs = [Document::default(), Document::default()];
    for (i, (at, question)) in questions.iter().take(20).enumerate() {
        let given = Answer::Given(draw_selection(question, &mut random));
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
        let mut old = Document::default();
        for _ in 0..10 {
            change(&mut old, &mut random);
        }
        old.keep_snapshot("2026-11-22".into(), RecordedVerdict::default());
        let (mut cleared, mut erased) = (old.clone(), old.clone());
        cleared.clear();
        erased.erase();
        assert!(merged(&cleared, &old).is_empty() && merged(&old, &cleared).is_empty());
        let kept = |document: &Document| document.snapshots(quiz()).len();
        assert_eq!(kept(&merged(&cleared, &old)), kept(&old), "runs outlive a new start");
        assert_eq!(merged(&erased, &old), erased);
        assert_eq!(merged(&old, &erased), erased);
    }
}

#[test]
fn a_file_comes_back_as_the_same_bytes_after_everything_was_erased() {
    let mut random = Random::new(40);
    for _ in 0..500 {
        let [mut document, ..] = copies(&mut random);
        let file = document.export();
        assert!(!file.contains("\"n\"") && !file.contains("epoch") && !file.contains("kept"));
        document.erase();
        assert_ne!(document.export(), Document::decode(&file).unwrap().encode().repeat(2));
        let imported = Document::decode(&file).unwrap();
        let older = document.clone();
        document.adopt(&imported);
        assert_eq!(document.export(), file);
        assert_eq!(merged(&document, &older), document, "the import wins over what was there");
    }
}

#[test]
fn an_import_replaces_what_is_said_and_adds_its_runs_once() {
    let mut document = Document::default();
    document.keep_snapshot("2026-11-20".into(), RecordedVerdict::default());
    let mut other = Document::default();
    let hours = quiz().find_question("hours").unwrap();
    let mut random = Random::new(1);
    let given = Answer::Given(draw_selection(quiz().question(hours), &mut random));
    other.set_answer(quiz(), hours, given);
    other.keep_snapshot("2026-11-21".into(), RecordedVerdict::default());
    for _ in 0..3 {
        document.adopt(&other);
        assert_eq!(document.answers(quiz()), other.answers(quiz()));
        let dates: Vec<String> =
            document.snapshots(quiz()).into_iter().map(|snapshot| snapshot.date).collect();
        assert_eq!(dates, ["2026-11-20", "2026-11-21"]);
    }
}

#[test]
fn a_level_is_kept_until_it_is_taken_back() {
    let (device_type, criterion) = (DeviceTypeId(2), CriterionId(3));
    let mut document = Document::default();
    for rating in [Rating::new(1), Rating::new(-2), None] {
        document.set_own_rating(quiz(), device_type, criterion, rating);
        assert_eq!(document.answers(quiz()).own_ratings().get(device_type, criterion), rating);
    }
}

#[test]
fn a_result_is_kept_once_unless_the_answers_or_what_they_gave_are_others() {
    let (at, question) = quiz().questions().next().unwrap();
    let mut document = Document::default();
    let snapshots = |document: &mut Document, recorded: &RecordedVerdict| {
        document.keep_snapshot("2026-11-22".to_owned(), recorded.clone());
        document.snapshots(quiz()).len()
    };
    let now = RecordedVerdict::default();
    let later = RecordedVerdict { content: 7, ..now.clone() };
    assert_eq!([snapshots(&mut document, &now), snapshots(&mut document, &now)], [1, 1]);
    assert_eq!([snapshots(&mut document, &later), snapshots(&mut document, &later)], [2, 2]);
    let selection = draw_selection(question, &mut Random::new(1));
    document.set_answer(quiz(), at, Answer::Given(selection));
    assert_eq!(snapshots(&mut document, &later), 3);
}

#[test]
fn of_two_lists_that_changed_as_often_the_later_day_is_kept() {
    let [mut one, mut other] = [Document::default(), Document::default()];
    one.keep_snapshot("2026-11-21".to_owned(), RecordedVerdict::default());
    other.keep_snapshot("2026-11-22".to_owned(), RecordedVerdict::default());
    for both in [merged(&one, &other), merged(&other, &one)] {
        assert_eq!(both, other);
    }
}

//! Merging two copies of a document, and importing another document.

use headphones_or_iems::audit::{Random, draw_selection};
use headphones_or_iems::model::{Answer, CriterionId, DeviceTypeId, Rating, RecordedVerdict};
use headphones_or_iems::store::Document;

use super::shortlist::change_shortlist;
use crate::support::{quiz, weight};

/// Makes one random change of a kind that a visitor can make.
fn change(document: &mut Document, random: &mut Random) {
    let questions: Vec<_> = quiz().questions().collect();
    let topics: Vec<_> = quiz().topics().map(|(at, _)| at).collect();
    match random.below(32) {
        0 => document.clear(),
        1 => document.erase(),
        2 => document
            .keep_snapshot(format!("2026-11-{:02}", random.below(28)), RecordedVerdict::default()),
        3 => document.remove_snapshot(usize::from(random.below(3))),
        4 => document.set_own_rating(quiz(), DeviceTypeId(2), CriterionId(3), Rating::new(1)),
        5 => document.set_own_rating(quiz(), DeviceTypeId(2), CriterionId(3), None),
        24..=31 => change_shortlist(document, random),
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

/// Three copies of one random document, each changed further on its own.
fn diverged_copies(random: &mut Random) -> [Document; 3] {
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
fn merging_is_idempotent_commutative_and_associative() {
    let mut random = Random::new(3_000);
    for _ in 0..3_000 {
        let [a, b, c] = diverged_copies(&mut random);
        assert_eq!(merged(&a, &a), a, "merging a copy with itself must change nothing");
        let ab = merged(&a, &b);
        assert_eq!(ab, merged(&b, &a), "{}\n{}", a.encode(), b.encode());
        assert_eq!(merged(&ab, &b), ab, "merging the same copy again must change nothing");
        assert_eq!(merged(&ab, &c), merged(&a, &merged(&b, &c)));
    }
}

#[test]
fn two_tabs_that_merge_before_writing_act_like_one() {
    let mut random = Random::new(2_000);
    for _ in 0..500 {
        let mut stored = Document::default();
        let mut tabs = [Document::default(), Document::default()];
        let mut single = Document::default();
        for _ in 0..20 {
            let tab = &mut tabs[usize::from(random.below(2))];
            let mut same = random.clone();
            tab.merge(stored.clone());
            change(tab, &mut random);
            stored = tab.clone();
            change(&mut single, &mut same);
        }
        for tab in &mut tabs {
            tab.merge(stored.clone());
            assert_eq!(tab.export(), single.export(), "differs from a single tab");
        }
    }
}

#[test]
fn answers_to_different_questions_are_kept_from_both_copies() {
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
fn older_copies_do_not_restore_cleared_or_erased_data() {
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
        let count = |document: &Document| document.snapshots(quiz()).len();
        assert_eq!(count(&merged(&cleared, &old)), count(&old), "clearing must keep snapshots");
        assert_eq!(merged(&erased, &old), erased);
        assert_eq!(merged(&old, &erased), erased);
    }
}

#[test]
fn an_export_is_restored_byte_for_byte_after_an_erase() {
    let mut random = Random::new(40);
    for _ in 0..500 {
        let [mut document, ..] = diverged_copies(&mut random);
        let file = document.export();
        assert!(["\"n\"", "epoch", "erased"].iter().all(|word| !file.contains(word)), "{file}");
        document.erase();
        assert_ne!(document.export(), Document::decode(&file).unwrap().encode().repeat(2));
        let imported = Document::decode(&file).unwrap();
        let older = document.clone();
        document.adopt(&imported).unwrap();
        assert_eq!(document.export(), file);
        assert_eq!(merged(&document, &older), document, "an import must win over an older copy");
    }
}

#[test]
fn an_import_replaces_inputs_and_adds_its_snapshots_once() {
    let mut document = Document::default();
    document.keep_snapshot("2026-11-20".into(), RecordedVerdict::default());
    let mut other = Document::default();
    let hours = quiz().find_question("hours").unwrap();
    let mut random = Random::new(1);
    let given = Answer::Given(draw_selection(quiz().question(hours), &mut random));
    other.set_answer(quiz(), hours, given);
    other.keep_snapshot("2026-11-21".into(), RecordedVerdict::default());
    for _ in 0..3 {
        document.adopt(&other).unwrap();
        assert_eq!(document.answers(quiz()), other.answers(quiz()));
        let dates: Vec<String> =
            document.snapshots(quiz()).into_iter().map(|snapshot| snapshot.date).collect();
        assert_eq!(dates, ["2026-11-20", "2026-11-21"]);
    }
}

#[test]
fn an_own_rating_is_kept_until_it_is_removed() {
    let (device_type, criterion) = (DeviceTypeId(2), CriterionId(3));
    let mut document = Document::default();
    for rating in [Rating::new(1), Rating::new(-2), None] {
        document.set_own_rating(quiz(), device_type, criterion, rating);
        assert_eq!(document.answers(quiz()).own_ratings().get(device_type, criterion), rating);
    }
}

#[test]
fn consecutive_identical_snapshots_are_kept_once() {
    let (at, question) = quiz().questions().next().unwrap();
    let mut document = Document::default();
    let keep_and_count = |document: &mut Document, recorded: &RecordedVerdict| {
        document.keep_snapshot("2026-11-22".to_owned(), recorded.clone());
        document.snapshots(quiz()).len()
    };
    let now = RecordedVerdict::default();
    let later = RecordedVerdict { content: 7, ..now.clone() };
    for (recorded, count) in [(&now, 1), (&now, 1), (&later, 2), (&later, 2)] {
        assert_eq!(keep_and_count(&mut document, recorded), count);
    }
    let selection = draw_selection(question, &mut Random::new(1));
    document.set_answer(quiz(), at, Answer::Given(selection));
    assert_eq!(keep_and_count(&mut document, &later), 3);
}

//! The list of snapshots: their order, what moved since each, and their recount under newer content.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answers, Quiz, Rating, RecordedVerdict, Snapshot, Verdict};
use headphones_or_iems::state::{ListedSnapshot, Since};
use leptos::prelude::GetUntracked;

use super::Tally;
use crate::engine::plain::{NumericAnswers, Sheet};
use crate::engine::small::real_answers;
use crate::state::{COMMUTER, GAMER, Tab, browser, browser_with, document};
use crate::support::{answered, content, quiz};

const OLD: u32 = 1;
const NEW: u32 = 2;

/// What was listed of a snapshot that this quiz gave.
fn listed(old: &Quiz, answers: &Answers, new: &Quiz, version: u32) -> ListedSnapshot {
    let recorded = RecordedVerdict::of(old, OLD, &Verdict::of(old, answers));
    let snapshot = Snapshot { date: "2026-11-22".to_owned(), answers: answers.clone(), recorded };
    ListedSnapshot::of(new, version, 3, &snapshot)
}

/// The points that each question adds to each type.
fn lines(quiz: &Quiz, answers: &Answers) -> Vec<Vec<i32>> {
    let (sheet, inputs) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
    let line = |(at, bits): (usize, &u32)| {
        let points = sheet.unweighted_points(at, *bits).into_iter();
        points.map(|points| points * inputs.weights[at]).collect()
    };
    inputs.bits.iter().enumerate().map(line).collect()
}

/// The quiz with another rating of one type on one criterion.
fn edited(random: &mut Random) -> Quiz {
    let mut edited = quiz().clone();
    let of = usize::from(random.below(7)) % edited.device_types.len();
    let on = usize::from(random.below(25)) % edited.criteria.len();
    let rating = Rating::new(random.below(5).cast_signed() - 2).unwrap();
    edited.device_types[of].ratings[on].rating = rating;
    edited
}

#[test]
fn a_recount_says_what_newer_content_changed() {
    let (mut random, mut tally) = (Random::new(302), Tally::default());
    for _ in 0..400 {
        let (new, answers) = (edited(&mut random), real_answers(&mut random));
        let found = listed(quiz(), &answers, &new, NEW);
        let name = |quiz: &Quiz, verdict: &Verdict| {
            verdict.leader.map_or(String::new(), |at| quiz.device_type(at).id.clone())
        };
        let [then, now] = [quiz(), &new].map(|of| Verdict::of(of, &answers));
        assert_eq!((found.position, &*found.date), (3, "2026-11-22"));
        assert_eq!((found.leader, &*found.word), (name(quiz(), &then), then.word.id()));
        let recount = found.recount.expect("the content is newer");
        let leader = name(&new, &now);
        assert_eq!((&recount.leader, &*recount.word), (&leader, now.word.id()));
        let is_same = (then.leader, then.word) == (now.leader, now.word);
        assert_eq!(recount.is_same_verdict, is_same);
        let pairs = lines(quiz(), &answers).into_iter().zip(lines(&new, &answers)).enumerate();
        let moved = pairs.filter(|(_, (then, now))| then != now);
        let moved: Vec<&str> = moved.map(|(at, _)| quiz().questions[at].id.as_str()).collect();
        assert_eq!(recount.changed_lines, moved);
        tally.met_either(is_same, "the same verdict", "another verdict");
        tally.met_either(moved.is_empty(), "no line moved", "some lines moved");
    }
    tally.assert_covers(&[&[
        "the same verdict",
        "another verdict",
        "no line moved",
        "some lines moved",
    ]]);
}

#[test]
fn there_is_no_recount_under_the_same_content() {
    let answers = answered(quiz(), COMMUTER);
    assert_eq!(listed(quiz(), &answers, quiz(), OLD).recount, None);
    assert!(listed(quiz(), &answers, quiz(), NEW).recount.is_some());
}

#[test]
fn a_recount_names_lines_of_questions_that_are_gone_and_of_types_that_are_new() {
    let answers = answered(quiz(), COMMUTER);
    let mut recorded = RecordedVerdict::of(quiz(), OLD, &Verdict::of(quiz(), &answers));
    recorded.lines.push(("gone".to_owned(), vec![1; recorded.types.len()]));
    let recount = |recorded: &RecordedVerdict| {
        let recorded = recorded.clone();
        let snapshot = Snapshot { date: String::new(), answers: answers.clone(), recorded };
        ListedSnapshot::of(quiz(), NEW, 0, &snapshot).recount.unwrap().changed_lines
    };
    assert_eq!(recount(&recorded), ["gone"]);
    recorded.lines.pop();
    recorded.types.pop();
    for (_, points) in &mut recorded.lines {
        points.pop();
    }
    let counted: Vec<&str> = COMMUTER.iter().map(|(question, _)| *question).collect();
    let mut found = recount(&recorded);
    found.sort_by_key(|id| counted.iter().position(|at| at == id));
    assert_eq!(found, counted);
}

#[test]
fn snapshots_are_listed_newest_first_and_compared_with_now() {
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    let list = tab.session.snapshot_list();
    assert_eq!(list.listed.get_untracked(), []);
    tab.session.keep_snapshot();
    tab.session.try_out(&answered(quiz(), GAMER));
    tab.session.keep_snapshot();
    let listed = list.listed.get_untracked();
    let position: Vec<usize> = listed.iter().map(|at| at.position).collect();
    assert_eq!(position, [1, 0]);
    for (row, snapshot) in listed.iter().zip(tab.session.snapshots().iter().rev()) {
        let expected = ListedSnapshot::of(quiz(), content().version, row.position, snapshot);
        assert_eq!(*row, expected);
        assert_eq!(row.recount, None);
    }
    let leader = Verdict::leader_of(quiz(), &answered(quiz(), GAMER));
    let then = answered(quiz(), COMMUTER);
    let moved = Since::between(quiz(), &then, &answered(quiz(), GAMER), leader);
    assert_eq!(list.since.get_untracked(), [moved, Since::Unchanged]);
    tab.session.start_again();
    assert!(tab.session.is_untouched());
    assert_eq!(list.since.get_untracked(), [Since::StartedAgain, Since::StartedAgain]);
}

#[test]
fn a_shared_result_is_compared_with_the_snapshots_too() {
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    tab.session.keep_snapshot();
    let other = Tab::open(browser());
    other.session.try_out(&answered(quiz(), GAMER));
    let link = other.session.link().unwrap();
    tab.visit(link.split_once('#').map_or("", |(_, hash)| hash));
    let since = tab.session.snapshot_list().since.get_untracked();
    assert!(matches!(&since[..], [Since::Changed { .. }]), "{since:?}");
}

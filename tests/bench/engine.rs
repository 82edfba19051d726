//! Times of the engine on the developer's machine, over answers drawn at random from the real
//! content. Each sample is one call on the next answers, so "median" and "slowest" are over answers.
//!
//! `cargo xtask bench` runs it. Nothing here can fail a build; `quality.md` has the figures to reach.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark that cannot go on ends"
)]

use std::cell::Cell;
use std::path::Path;
use std::sync::OnceLock;

use divan::{Bencher, black_box};
use headphones_or_iems::audit::{Random, draw};
use headphones_or_iems::content::Content;
use headphones_or_iems::model::{
    Answers, ChangeTable, Counterfactual, Pair, PivotalRating, PivotalWeight, Quiz, Remaining,
    Robustness, ScoreBreakdown, TopicId, Verdict, Weight,
};

mod growth;

/// How many sets of answers are drawn.
const DRAWS: usize = 2_000;

fn main() {
    divan::main();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn quiz() -> &'static Quiz {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    &CONTENT.get_or_init(|| Content::of_checkout(root()).expect("the content is checked")).quiz
}

/// A full set of answers to every question, with importances mixed.
fn drawn() -> &'static [Answers] {
    static DRAWN: OnceLock<Vec<Answers>> = OnceLock::new();
    DRAWN.get_or_init(|| {
        let mut random = Random::new(2026);
        let one = |_| {
            let mut answers = draw(quiz(), &mut random);
            for at in 0..quiz().topics.len() {
                let weight = Weight::ALL[usize::from(random.below(4))];
                answers.set_weight(TopicId(u8::try_from(at).unwrap()), weight);
            }
            answers
        };
        (0..DRAWS).map(one).collect()
    })
}

/// One call for each of the drawn answers in turn.
fn over_answers<T>(bencher: Bencher, call: impl Fn(&Answers) -> T) {
    let next = Cell::new(0);
    bencher
        .with_inputs(|| {
            let at = next.get();
            next.set((at + 1) % DRAWS);
            &drawn()[at]
        })
        .bench_local_values(|answers| call(black_box(answers)));
}

#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn breakdown(bencher: Bencher) {
    over_answers(bencher, |answers| ScoreBreakdown::of(quiz(), answers));
}

/// The verdict with its firmness, which is most of it.
#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn verdict(bencher: Bencher) {
    over_answers(bencher, |answers| Verdict::of(quiz(), answers));
}

/// The leader and every line, without firmness.
#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn leader_and_breakdown(bencher: Bencher) {
    over_answers(bencher, |answers| Verdict::leader_of(quiz(), answers));
}

/// The fewest changes for every type.
#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn counterfactuals_of_all_types(bencher: Bencher) {
    over_answers(bencher, |answers| {
        let change_table = ChangeTable::of(quiz(), answers);
        quiz()
            .device_types()
            .map(|(device_type, _)| Counterfactual::fewest(&change_table, device_type))
            .collect::<Vec<_>>()
    });
}

#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn single_changes(bencher: Bencher) {
    over_answers(bencher, |answers| {
        Counterfactual::singles(&ChangeTable::of(quiz(), answers), None)
    });
}

#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn weights(bencher: Bencher) {
    over_answers(bencher, |answers| PivotalWeight::all(quiz(), answers, None));
}

#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn pivotal_ratings(bencher: Bencher) {
    over_answers(bencher, |answers| {
        let breakdown = ScoreBreakdown::of(quiz(), answers);
        PivotalRating::all(quiz(), answers, &breakdown, None)
    });
}

#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn two_pairs(bencher: Bencher) {
    over_answers(bencher, |answers| Pair::pending_import(quiz(), answers));
}

#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn remaining(bencher: Bencher) {
    over_answers(bencher, |answers| Remaining::of(quiz(), answers));
}

/// Every setting of all fourteen topics, each counted: 4^14.
#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn robustness_of_all_settings(bencher: Bencher) {
    let next = Cell::new(0);
    bencher
        .with_inputs(|| {
            next.set((next.get() + 1) % DRAWS);
            let mut answers = drawn()[next.get()].clone();
            for (at, _) in quiz().topics() {
                answers.set_weight(at, Weight::default());
            }
            let leader = Verdict::leader_of(quiz(), &answers);
            (ScoreBreakdown::of(quiz(), &answers), leader)
        })
        .bench_local_values(|(breakdown, leader)| {
            let out = breakdown.excluded();
            let remaining = quiz().device_types().map(|(at, _)| at).filter(|at| !out.has(*at));
            leader.map(|leader| Robustness::of(quiz(), &breakdown, leader, remaining))
        });
}

//! Native benchmarks of the engine, over random answers to the real questions. Each sample is one
//! call with the next set of answers, so "median" and "slowest" are over sets of answers.
//!
//! Run with `cargo xtask bench`. No limit is enforced here.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark that cannot continue should panic"
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
mod shortlist;

/// The number of random sets of answers.
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

/// Random answers to every question, with a random weight for every topic. The seed is fixed, so
/// every run has the same answers.
fn random_answers() -> &'static [Answers] {
    static ANSWERS: OnceLock<Vec<Answers>> = OnceLock::new();
    ANSWERS.get_or_init(|| {
        let mut random = Random::new(2026);
        let draw_one = |_| {
            let mut answers = draw(quiz(), &mut random);
            for at in 0..quiz().topics.len() {
                let weight = Weight::ALL[usize::from(random.below(4))];
                answers.set_weight(TopicId(u8::try_from(at).unwrap()), weight);
            }
            answers
        };
        (0..DRAWS).map(draw_one).collect()
    })
}

/// Calls the function with one set of answers after another.
fn over_answers<T>(bencher: Bencher, call: impl Fn(&Answers) -> T) {
    let next = Cell::new(0);
    bencher
        .with_inputs(|| {
            let at = next.get();
            next.set((at + 1) % DRAWS);
            &random_answers()[at]
        })
        .bench_local_values(|answers| call(black_box(answers)));
}

#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn breakdown(bencher: Bencher) {
    over_answers(bencher, |answers| ScoreBreakdown::of(quiz(), answers));
}

/// The verdict with its robustness, which takes most of the time.
#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn verdict(bencher: Bencher) {
    over_answers(bencher, |answers| Verdict::of(quiz(), answers));
}

/// The leader and the score breakdown, without robustness.
#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn leader_and_breakdown(bencher: Bencher) {
    over_answers(bencher, |answers| Verdict::leader_of(quiz(), answers));
}

/// The fewest changes that put each type first.
#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn counterfactuals_of_all_types(bencher: Bencher) {
    over_answers(bencher, |answers| {
        let table = ChangeTable::of(quiz(), answers);
        quiz()
            .device_types()
            .map(|(device_type, _)| Counterfactual::fewest(&table, device_type))
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
    over_answers(bencher, |answers| Pair::recommended(quiz(), answers));
}

#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn remaining(bencher: Bencher) {
    over_answers(bencher, |answers| Remaining::of(quiz(), answers));
}

/// The robustness over all 4^16 combinations of weights of the sixteen topics.
#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn robustness_of_all_settings(bencher: Bencher) {
    let next = Cell::new(0);
    bencher
        .with_inputs(|| {
            next.set((next.get() + 1) % DRAWS);
            let mut answers = random_answers()[next.get()].clone();
            for (at, _) in quiz().topics() {
                answers.set_weight(at, Weight::default());
            }
            let leader = Verdict::leader_of(quiz(), &answers);
            (ScoreBreakdown::of(quiz(), &answers), leader)
        })
        .bench_local_values(|(breakdown, leader)| {
            let excluded = breakdown.excluded();
            let remaining = quiz().device_types().map(|(at, _)| at).filter(|at| !excluded.has(*at));
            leader.map(|leader| Robustness::of(quiz(), &breakdown, leader, remaining))
        });
}

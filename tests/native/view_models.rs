//! Every number and every decision that a view shows agrees with brute force.
//!
//! The view models in `src/state` say what the sections of a page show, as plain values. These
//! tests work the same values out from the definitions, for many sets of answers, and compare them.
//! Each module counts the branches that its cases take, and all of them must occur. The words that
//! views make of the values are held by `snapshots`.

mod answers;
mod breakdown;
mod brief;
mod case;
mod changes;
mod comparison;
mod conflict;
mod costs;
mod drive;
mod facts;
mod firmness;
mod history;
mod import;
mod method;
mod noise;
mod outlook;
mod page;
mod ranking;
mod reasons;
mod shop;
mod shortlist_parts;
mod trial;
mod versus;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use headphones_or_iems::model::{Answers, Verdict};

use self::case::{Case, cases};
pub(crate) use self::case::{
    nothing_for_the_leader, one_in_hundred, out_of_reach, weighed, with_a_pair,
};
use self::facts::Facts;
use crate::support::quiz;

/// How often each branch occurred.
#[derive(Debug, Default)]
struct Tally(BTreeMap<&'static str, u32>);

impl Tally {
    /// Counts a branch.
    fn met(&mut self, branch: &'static str) {
        *self.0.entry(branch).or_default() += 1;
    }

    /// Counts one branch of two.
    fn met_either(&mut self, is_first: bool, first: &'static str, second: &'static str) {
        self.met(if is_first { first } else { second });
    }

    /// Asserts that exactly these branches occurred.
    #[track_caller]
    fn assert_covers(&self, branches: &[&[&'static str]]) {
        let occurred: BTreeSet<&str> = self.0.keys().copied().collect();
        let known: BTreeSet<&str> = branches.iter().copied().flatten().copied().collect();
        let differ: Vec<&&str> = occurred.symmetric_difference(&known).collect();
        assert!(differ.is_empty(), "not in both of cases and branches: {differ:#?}");
    }
}

/// A case with the facts about it, and what the engine makes of it.
struct Checked {
    /// The facts about the answers before, if the case is a change that is tried out.
    before: Option<Facts<'static>>,
    facts: Facts<'static>,
    verdict: Verdict,
}

impl Checked {
    fn of((before, answers): Case) -> Self {
        let keep = |answers: Answers| -> &'static Answers { Box::leak(Box::new(answers)) };
        let answers = keep(answers);
        Self {
            before: before.map(|before| Facts::of(keep(before))),
            facts: Facts::of(answers),
            verdict: Verdict::of(quiz(), answers),
        }
    }
}

/// All cases, worked out once.
fn checked() -> &'static [Checked] {
    static CHECKED: OnceLock<Vec<Checked>> = OnceLock::new();
    CHECKED.get_or_init(|| cases().into_iter().map(Checked::of).collect())
}

/// Compares a view model in every case, and asserts that every branch occurs.
#[track_caller]
fn check(branches: &[&'static str], compare: impl Fn(&Checked, &mut Tally)) {
    let mut tally = Tally::default();
    for case in checked() {
        compare(case, &mut tally);
    }
    tally.assert_covers(&[branches]);
}

#[test]
#[should_panic(expected = "rare")]
fn a_branch_that_does_not_occur_is_reported() {
    let mut tally = Tally::default();
    tally.met("usual");
    tally.assert_covers(&[&["usual", "rare"]]);
}

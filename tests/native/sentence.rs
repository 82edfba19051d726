//! The result page states nothing that was not counted.
//!
//! These tests render the page for many sets of answers and compare every line of every section
//! with the line that brute force gives, word for word and number for number. No line may be
//! missing and none may be left over.

mod aside;
mod case;
mod change;
mod conflict;
mod facts;
mod head;
mod numbers;
mod page;
mod template;
mod why;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use headphones_or_iems::model::Answers;
use headphones_or_iems::platform::BROWSER;
use headphones_or_iems::state::Session;
use headphones_or_iems::views::result::result_page;
use leptos::prelude::{Owner, provide_context};

use self::case::{Case, cases, pivotal_weights};
use self::facts::Facts;
use self::page::{Page, read};
use crate::support::{content, quiz};

/// How often each template occurred.
type Tally = BTreeMap<&'static str, u32>;

/// The lines that a section of the page must have.
pub(crate) struct Section {
    /// The id of the section's heading, or the heading itself if it has none.
    key: &'static str,
    lines: Vec<String>,
    /// The templates that made the lines.
    met: Vec<&'static str>,
}

impl Section {
    fn new(key: &'static str) -> Self {
        Self { key, lines: Vec::new(), met: Vec::new() }
    }

    /// Adds a line made from a template.
    fn say(&mut self, template: &'static str, line: impl Into<String>) {
        self.lines.push(line.into());
        self.met(template);
    }

    /// Adds a line that is always the same, and so is its own template.
    fn fixed(&mut self, line: &'static str) {
        self.say(line, line);
    }

    /// Records a template that made part of a line.
    fn met(&mut self, template: &'static str) {
        self.met.push(template);
    }
}

/// Every section that the page must have for `answers`, on trial after `before` if there is one.
fn expected(before: Option<&Answers>, answers: &Answers) -> Vec<Section> {
    let facts = Facts::of(answers);
    let mut all = vec![
        head::head(&facts),
        numbers::ranking(&facts),
        aside::answers(&facts),
        aside::own(&facts),
        aside::snapshots(),
    ];
    if *answers != Answers::empty(quiz()) {
        all.push(aside::share());
    }
    all.extend(before.map(|before| head::trial(&Facts::of(before), &facts)));
    let Some(leader) = facts.leader else {
        if facts.word == "conflict" {
            all.push(conflict::exclusions(&facts));
            all.push(conflict::ways_out(&facts));
            all.push(conflict::outside(&facts));
        } else {
            all.push(head::next());
        }
        return all;
    };
    all.push(why::why(&facts, leader));
    all.push(change::changes(&facts, leader));
    all.extend(change::two(&facts));
    all.push(aside::shop(&facts, leader));
    all.push(numbers::points(&facts, leader));
    if let Some(rival) = facts.rival() {
        all.push(numbers::versus(&facts, leader, rival));
        if facts.word == "close" {
            all.push(why::apart(&facts, leader, rival));
        }
    }
    all
}

/// Renders the page for `answers`, which are on trial after `before`, or kept if there is none.
fn rendered(before: Option<&Answers>, answers: &Answers) -> Page {
    let html = Owner::new().with(|| {
        let session = Session::new(content(), &BROWSER);
        provide_context(session);
        if let Some(before) = before {
            session.try_out(before);
            session.keep_change();
        }
        session.try_out(answers);
        if before.is_none() {
            session.keep_change();
        }
        result_page().to_html()
    });
    read(&html)
}

/// Compares the page with the expected lines, and adds the templates that occurred to `tally`.
fn compare(before: Option<&Answers>, answers: &Answers, tally: &mut Tally) {
    let mut page = rendered(before, answers);
    let about = crate::support::words(quiz(), answers);
    for section in expected(before, answers) {
        let found = page
            .remove(section.key)
            .unwrap_or_else(|| panic!("no section `{}`: {about}", section.key));
        for (found, expected) in found.iter().zip(&section.lines) {
            assert_eq!(found, expected, "in section `{}` of {about}", section.key);
        }
        let (found, expected) = (&found[..], &section.lines[..]);
        assert_eq!(found.len(), expected.len(), "in section `{}`: {found:#?} {about}", section.key);
        for template in section.met {
            *tally.entry(template).or_default() += 1;
        }
    }
    assert!(page.is_empty(), "unexpected sections: {page:#?} {about}");
}

/// Compares every case, on two threads. Returns how often each template occurred.
fn walk(cases: &[Case]) -> Tally {
    let compare_all = |cases: &[Case]| {
        let mut tally = Tally::new();
        for (before, answers) in cases {
            compare(before.as_ref(), answers, &mut tally);
        }
        tally
    };
    let halves: [Vec<Case>; 2] =
        [0, 1].map(|half| cases.iter().skip(half).step_by(2).cloned().collect());
    let mut all = Tally::new();
    std::thread::scope(|scope| {
        let [one, other] = &halves;
        let other = scope.spawn(|| compare_all(other));
        for (template, count) in compare_all(one).into_iter().chain(other.join().unwrap()) {
            *all.entry(template).or_default() += count;
        }
    });
    all
}

#[test]
fn every_line_of_the_result_agrees_with_brute_force() {
    let tally = walk(&cases());
    let occurred: BTreeSet<&str> = tally.keys().copied().collect();
    let known: BTreeSet<&str> = template::ALL.iter().copied().collect();
    let unused: Vec<&&str> = known.difference(&occurred).collect();
    let unknown: Vec<&&str> = occurred.difference(&known).collect();
    assert!(
        unused.is_empty() && unknown.is_empty(),
        "not in use: {unused:#?}, not in `template::ALL`: {unknown:#?}"
    );
}

#[test]
fn a_trial_is_announced_until_it_is_kept_or_undone() {
    let before = pivotal_weights(&[("sound", &["bass"]), ("calls", &["daily"])], &[("calls", 2)]);
    let after = pivotal_weights(&[("sound", &["bass"]), ("in-canal", &["fine"])], &[("calls", 4)]);
    let (old, on_trial, kept) =
        (rendered(None, &before), rendered(Some(&before), &after), rendered(None, &after));
    let pages = Owner::new().with(|| {
        let session = Session::new(content(), &BROWSER);
        provide_context(session);
        let page = || read(&result_page().to_html());
        session.try_out(&before);
        session.keep_change();
        let first = page();
        session.try_out(&Answers::empty(quiz()));
        session.try_out(&after);
        let second = page();
        session.undo();
        let third = page();
        session.try_out(&after);
        session.keep_change();
        [first, second, third, page()]
    });
    assert!(pages == [old.clone(), on_trial.clone(), old, kept.clone()], "{pages:#?}");
    let trial = &on_trial["trial-title"];
    assert_eq!(
        trial[1..=2],
        ["Tips in the canal: fine, was not answered", "Calls: not answered, was daily"]
    );
    assert_eq!(trial[3], "Calls counted 4 times, counted twice before");
    let mut rest = on_trial;
    rest.remove("trial-title");
    assert!(rest == kept, "apart from the notice, a trial looks like a kept result");
}

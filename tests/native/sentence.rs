//! The law of the result page: no sentence states what was not counted. The page is rendered as the
//! browser would, for many answers, and every line of every section must be, word for word and
//! number for number, the line that plain sums give; none may be missing, and none left over.

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
use headphones_or_iems::state::Session;
use headphones_or_iems::views::result::result_page;
use leptos::prelude::{Owner, provide_context};

use self::case::{Case, cases, pivotal_weights};
use self::facts::Facts;
use self::page::{Page, read};
use crate::support::{content, quiz};

/// How often each template was met.
type Tally = BTreeMap<&'static str, u32>;

/// What a section must say.
pub(crate) struct Section {
    key: &'static str,
    lines: Vec<String>,
    met: Vec<&'static str>,
}

impl Section {
    fn new(key: &'static str) -> Self {
        Self { key, lines: Vec::new(), met: Vec::new() }
    }

    /// A line that a template makes.
    fn say(&mut self, template: &'static str, line: impl Into<String>) {
        self.lines.push(line.into());
        self.met(template);
    }

    /// A line that is always the same: its own template.
    fn fixed(&mut self, line: &'static str) {
        self.say(line, line);
    }

    /// A template that is a part of a line.
    fn met(&mut self, template: &'static str) {
        self.met.push(template);
    }
}

/// Every section that the result of these answers must have.
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

/// The page for `answers`, tried out after `before`, or kept if there is none.
fn rendered(before: Option<&Answers>, answers: &Answers) -> Page {
    let html = Owner::new().with(|| {
        let session = Session::new(content());
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

/// Compares the page with what it must say, line by line.
fn compare(before: Option<&Answers>, answers: &Answers, tally: &mut Tally) {
    let mut page = rendered(before, answers);
    let about = crate::support::words(quiz(), answers);
    for section in expected(before, answers) {
        let numeric =
            page.remove(section.key).unwrap_or_else(|| panic!("no {}: {about}", section.key));
        for (numeric, expected) in numeric.iter().zip(&section.lines) {
            assert_eq!(numeric, expected, "in {} of {about}", section.key);
        }
        let (numeric, expected) = (&numeric[..], &section.lines[..]);
        assert_eq!(numeric.len(), expected.len(), "in {}: {numeric:#?} {about}", section.key);
        for template in section.met {
            *tally.entry(template).or_default() += 1;
        }
    }
    assert!(page.is_empty(), "sections nobody expects: {page:#?} {about}");
}

/// Compares every case, on two threads; returns what was met.
fn walk(cases: &[Case]) -> Tally {
    let part = |part: &[Case]| {
        let mut tally = Tally::new();
        for (before, answers) in part {
            compare(before.as_ref(), answers, &mut tally);
        }
        tally
    };
    let halves: [Vec<Case>; 2] =
        [0, 1].map(|half| cases.iter().skip(half).step_by(2).cloned().collect());
    let mut all = Tally::new();
    std::thread::scope(|scope| {
        let [one, other] = &halves;
        let other = scope.spawn(|| part(other));
        for (template, count) in part(one).into_iter().chain(other.join().unwrap()) {
            *all.entry(template).or_default() += count;
        }
    });
    all
}

#[test]
fn every_sentence_on_the_result_says_what_was_counted_and_every_template_occurs() {
    let tally = walk(&cases());
    let met: BTreeSet<&str> = tally.keys().copied().collect();
    let known: BTreeSet<&str> = template::ALL.iter().copied().collect();
    let never: Vec<&&str> = known.difference(&met).collect();
    let unknown: Vec<&&str> = met.difference(&known).collect();
    assert!(never.is_empty() && unknown.is_empty(), "never: {never:#?}, unknown: {unknown:#?}");
}

#[test]
fn a_change_that_is_tried_out_is_announced_until_it_is_kept_or_taken_back() {
    let before = pivotal_weights(&[("sound", &["bass"]), ("calls", &["daily"])], &[("calls", 2)]);
    let after = pivotal_weights(&[("sound", &["bass"]), ("in-canal", &["fine"])], &[("calls", 4)]);
    let (old, tried, kept) =
        (rendered(None, &before), rendered(Some(&before), &after), rendered(None, &after));
    let pages = Owner::new().with(|| {
        let session = Session::new(content());
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
    assert!(pages == [old.clone(), tried.clone(), old, kept.clone()], "{pages:#?}");
    let trial = &tried["trial-title"];
    assert_eq!(
        trial[1..=2],
        ["Tips in the canal: fine, was not answered", "Calls: not answered, was daily"]
    );
    assert_eq!(trial[3], "Calls counted 4 times, counted twice before");
    let mut rest = tried;
    rest.remove("trial-title");
    assert!(rest == kept, "what is tried out is shown as what is kept");
}

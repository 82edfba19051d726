//! The shop list of a type, and the signposts.

use headphones_or_iems::model::{Answers, Condition, DeviceTypeSet, ShopAdvice};
use headphones_or_iems::state::result::shop::{ShopList, called_signposts};

use super::facts::Facts;
use super::{Tally, check};
use crate::engine::plain::{device_type, has};
use crate::support::{content, quiz};

const BRANCHES: &[&str] = &[
    "a filter for the answers",
    "a note",
    "no note",
    "a step for some answers",
    "no part of the sentence",
    "one part of the sentence",
    "several parts of the sentence",
    "a signpost",
    "no signpost",
    "a signpost for both families refused",
];

/// Whether one of the conditions holds for the answers that count.
fn is_called(facts: &Facts, when: &[Condition]) -> bool {
    let mut when = when.iter();
    when.any(|at| has(facts.numeric.bits[at.question.index()], at.option.0.into()))
}

/// The advice that applies to a type and to the answers.
fn fitting(
    facts: &Facts,
    parts: impl IntoIterator<Item = &'static ShopAdvice>,
    of: usize,
) -> Vec<&'static ShopAdvice> {
    let all = parts.into_iter().filter(|part| part.device_types.has(device_type(of)));
    all.filter(|part| part.when.is_empty() || is_called(facts, &part.when)).collect()
}

fn texts(parts: &[&'static ShopAdvice]) -> Vec<&'static str> {
    parts.iter().map(|part| part.text.as_str()).collect()
}

#[test]
fn the_shop_list_and_the_signposts_agree_with_brute_force() {
    check(BRANCHES, |case, tally| compare(&case.facts, tally));
}

fn compare(facts: &Facts, tally: &mut Tally) {
    let shop = &content().details().shop;
    for of in 0..quiz().device_types.len() {
        let mut filters: Vec<&str> =
            content().details().device_types[of].shop.filter.iter().map(String::as_str).collect();
        for filter in texts(&fitting(facts, &shop.filters, of)) {
            assert!(!filters.contains(&filter), "`{filter}` is advised twice");
            tally.met("a filter for the answers");
            filters.push(filter);
        }
        let tests = fitting(facts, shop.tests.iter().map(|step| &step.advice), of);
        if tests.iter().any(|test| !test.when.is_empty()) {
            tally.met("a step for some answers");
        }
        let expected = ShopList {
            filters,
            notes: texts(&fitting(facts, &shop.notes, of)),
            tests: texts(&tests),
            say: texts(&fitting(facts, &shop.say, of)),
        };
        assert_eq!(ShopList::of(content().details(), facts.answers, device_type(of)), expected);
        tally.met_either(expected.notes.is_empty(), "no note", "a note");
        tally.met(match expected.say.len() {
            0 => "no part of the sentence",
            1 => "one part of the sentence",
            _ => "several parts of the sentence",
        });
    }
    signposts(facts, tally);
}

fn signposts(facts: &Facts, tally: &mut Tally) {
    for is_refused in [false, true] {
        let mut expected = Vec::new();
        for post in &content().details().signposts {
            let is_called = is_called(facts, &post.when);
            if is_called || (is_refused && post.if_both_refused) {
                expected.push(post);
            }
            if is_refused && post.if_both_refused && !is_called {
                tally.met("a signpost for both families refused");
            }
        }
        let found = called_signposts(content().details(), facts.answers, is_refused);
        assert_eq!(found, expected, "{}", facts.about());
        if !is_refused {
            tally.met_either(found.is_empty(), "no signpost", "a signpost");
        }
    }
}

#[test]
fn a_filter_that_the_type_has_already_is_listed_once() {
    let of = device_type(0);
    let own = &content().details().device_type(of).shop.filter;
    let advice = |text: &str| ShopAdvice {
        text: text.to_owned(),
        device_types: DeviceTypeSet::default().with(of),
        when: Vec::new(),
    };
    let mut twice = content().details().clone();
    twice.shop.filters = vec![advice(&own[0]), advice("new"), advice("new")];
    let list = ShopList::of(Box::leak(Box::new(twice)), &Answers::empty(quiz()), of);
    let expected: Vec<&str> = own.iter().map(String::as_str).chain(["new"]).collect();
    assert_eq!(list.filters, expected);
}

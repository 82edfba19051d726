//! Which candidates are shown, and in which order.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Candidate, CandidateScore};
use headphones_or_iems::state::shortlist::{Arranged, Filter, Listed, SortBy, arranged};

use super::some_candidates;
use crate::support::{quiz, some_answers};

fn with_many(test: impl Fn(&[Listed], &[CandidateScore])) {
    let mut random = Random::new(1_812);
    for _ in 0..60 {
        let answers = some_answers(quiz(), &mut random);
        let all = some_candidates(&mut random, 20);
        let candidates = all.iter().map(|at| (at.device_type, &at.candidate));
        test(&all, &CandidateScore::all(quiz(), &answers, candidates));
    }
}

/// Whether no candidate stands before one that should come first; equals keep their own order.
fn assert_sorted<K: PartialOrd + std::fmt::Debug>(order: &[usize], key: impl Fn(usize) -> K) {
    for pair in order.windows(2) {
        let (one, other) = (key(pair[0]), key(pair[1]));
        assert!(one < other || (one == other && pair[0] < pair[1]), "{one:?} before {other:?}");
    }
}

#[test]
fn every_order_has_every_candidate_once() {
    with_many(|all, scores| {
        for sort_by in SortBy::ALL {
            let mut order = arranged(all, scores, sort_by, &Filter::default());
            order.sort_unstable();
            assert!(order.into_iter().eq(0..all.len()), "{sort_by:?}");
        }
    });
}

#[test]
fn the_list_is_sorted_by_what_is_chosen() {
    with_many(|all, scores| {
        let by = |sort_by| arranged(all, scores, sort_by, &Filter::default());
        let of = |at: usize| -> &Candidate { &all[at].candidate };
        assert_sorted(&by(SortBy::Own), |_| 0);
        assert_sorted(&by(SortBy::Name), |at| of(at).name.to_lowercase());
        assert_sorted(&by(SortBy::Price), |at| of(at).price.unwrap_or(f64::MAX));
        let day = |at: usize| of(at).return_by.map_or("9999".to_owned(), |day| day.to_string());
        assert_sorted(&by(SortBy::ReturnBy), day);
        assert_sorted(&by(SortBy::Points), |at| match &scores[at] {
            CandidateScore::Ranked { points, .. } => (0, -points.0),
            CandidateScore::Excluded { .. } => (1, 0),
            CandidateScore::Unknown => (2, 0),
        });
    });
}

#[test]
fn a_filter_leaves_what_contains_its_text_and_has_its_type() {
    with_many(|all, scores| {
        let shown = |text: &str, device_type: &str| {
            let filter = Filter { text: text.to_owned(), device_type: device_type.to_owned() };
            arranged(all, scores, SortBy::Own, &filter)
        };
        let one = &all[0].candidate;
        let same_name = |at: &usize| all[*at].candidate.name.contains(&one.name);
        let expected: Vec<usize> = (0..all.len()).filter(same_name).collect();
        assert_eq!(shown(&one.name.to_uppercase(), ""), expected);
        let of_type = |at: &usize| all[*at].candidate.device_type == one.device_type;
        assert_eq!(
            shown(" ", &one.device_type),
            (0..all.len()).filter(of_type).collect::<Vec<_>>()
        );
        assert_eq!(shown("no such name", ""), Vec::<usize>::new());
    });
}

#[test]
fn notes_and_the_place_to_return_it_can_be_searched() {
    let listed = |notes: &str, shop: &str| Listed {
        id: "1".to_owned(),
        device_type: None,
        candidate: Candidate {
            notes: notes.to_owned(),
            shop: shop.to_owned(),
            ..Candidate::default()
        },
    };
    let filter = Filter { text: "Oak".to_owned(), ..Filter::default() };
    assert!(filter.passes(&listed("from the oak shelf", "")));
    assert!(filter.passes(&listed("", "Oak Street")));
    assert!(!filter.passes(&listed("ash", "Elm Street")));
}

#[test]
fn an_open_candidate_holds_the_order_until_another_is_asked_for() {
    let ids = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
    let by = |sort_by, text: &str| (sort_by, Filter { text: text.to_owned(), ..Filter::default() });
    let points = || by(SortBy::Points, "");
    let first = Arranged::next(None, true, points(), ids("a b c d"));
    assert_eq!(first.ids, ids("a b c d"));
    let held = |order, now: &str| Arranged::next(Some(&first), true, order, ids(now)).ids;
    assert_eq!(held(points(), "d e c a"), ids("a c d e"), "what is new comes last");
    assert_eq!(held(by(SortBy::Name, ""), "d c b a"), ids("d c b a"));
    assert_eq!(held(by(SortBy::Points, "x"), "d c"), ids("d c"));
    let closed = Arranged::next(Some(&first), false, points(), ids("d c b a"));
    assert_eq!(closed.ids, ids("d c b a"));
    let own = Arranged::next(None, true, by(SortBy::Own, ""), ids("a b"));
    let moved = Arranged::next(Some(&own), true, by(SortBy::Own, ""), ids("b a"));
    assert_eq!(moved.ids, ids("b a"), "the visitor's own order is never held");
}

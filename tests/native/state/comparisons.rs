//! Comparisons in rounds, as they are kept.

use headphones_or_iems::model::Comparison;
use headphones_or_iems::model::preference::MOST_COMPARISONS;

use super::Tab;

#[test]
fn the_oldest_comparison_makes_place_above_the_limit() {
    let tab = Tab::open(Box::leak(Box::default()));
    let start = |at: usize| {
        let question = at.to_string();
        tab.session.start_comparison(&Comparison { question, ..Comparison::default() })
    };
    let ids: Vec<String> = (0..=MOST_COMPARISONS).map(start).collect();
    assert!(ids.is_sorted(), "ids sort in the order of time");
    let kept: Vec<String> = tab.session.comparisons().into_iter().map(|(id, _)| id).collect();
    assert_eq!(kept, ids[1..]);
}

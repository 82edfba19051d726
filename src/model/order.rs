//! Stable sorts that add little code for each type of item: the standard library's sort adds 4 KB of
//! wasm for each.

use std::cmp::Ordering;

/// Sorts by descending key. Items with equal keys keep their order.
///
/// This is an insertion sort, for a handful of types or two dozen criteria. [`sorted`] is for long lists.
pub fn sort_descending_by_key<T, K: PartialOrd>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && key(&items[at - 1]) < key(&items[at]) {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// The items in the order of `compare`. Equal items keep their order.
pub fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = sorted_positions(items.len(), &|one, other| compare(&items[one], &items[other]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| items[at].take()).collect()
}

/// The positions below `count` in the order of `compare`. Equal ones keep their order.
fn sorted_positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|one, other| compare(*one, *other));
    positions
}

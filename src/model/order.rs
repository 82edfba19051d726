//! A stable insertion sort for short lists.
//!
//! The standard library's sort adds 4 KB of wasm for each type of item that it sorts. The lists
//! here hold a handful of types or two dozen criteria, so insertion sort is fast enough.

/// Sorts by descending key. Items with equal keys keep their order.
pub fn sort_descending_by_key<T, K: PartialOrd>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && key(&items[at - 1]) < key(&items[at]) {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

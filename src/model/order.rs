//! One small sort. The standard library's is faster on long lists, and each list it sorts costs 4 KB
//! of wasm; ours are lists of seven types or two dozen criteria.

/// Sorts so that keys fall; equals keep their order.
pub fn falling<T, K: PartialOrd>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && key(&items[at - 1]) < key(&items[at]) {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

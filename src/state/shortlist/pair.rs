//! Choosing two of several.

/// The positions of the two that are compared, given the ids that can be and those that the visitor has
/// chosen. One that is not there is replaced by the first that is left. `None` if there are fewer than
/// two. The two are equal only if the visitor chose them so.
pub fn pair(ids: &[&str], chosen: [&str; 2]) -> Option<[usize; 2]> {
    if ids.len() < 2 {
        return None;
    }
    let besides = |taken: usize| usize::from(taken == 0);
    let [one, other] = chosen.map(|id| ids.iter().position(|known| *known == id));
    let one = one.unwrap_or_else(|| other.map_or(0, besides));
    Some([one, other.unwrap_or_else(|| besides(one))])
}

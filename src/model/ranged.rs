//! Values with a range around them.

use serde::{Deserialize, Serialize};

/// A value with the range in which it plausibly lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ranged<T> {
    /// The value that is used unless the visitor chooses another.
    pub usual: T,
    /// The low end; never above `usual`.
    pub low: T,
    /// The high end; never below `usual`.
    pub high: T,
}

impl<T: Copy> Ranged<T> {
    /// A value that is known, such as one that the visitor has entered: low and high equal it.
    pub const fn exactly(value: T) -> Self {
        Self { usual: value, low: value, high: value }
    }
}

//! The published bias report: which verdicts random answers lead to.

use serde::{Deserialize, Serialize};

/// How often random answers led to each outcome. Frequencies are in hundredths of a percent of the
/// draws, so 930 is 9.3%.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BiasReport {
    /// The number of answer sets that were drawn.
    pub draws: u32,
    /// The frequency with which each type led, in table order.
    pub leads: Vec<u32>,
    /// The frequency of undecided verdicts, in which all remaining types were equal.
    pub undecided: u32,
    /// The frequency of conflicts, in which every type was excluded.
    pub conflict: u32,
}

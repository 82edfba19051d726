//! The published bias report: which verdicts random answers lead to. Only static pages show it.

use super::{Content, ContentError, validate};

/// How often random answers led to each outcome. Frequencies are in hundredths of a percent of the
/// draws, so 930 is 9.3%.
#[derive(Clone, Debug)]
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

impl Content {
    /// Reads the bias report compiled into this crate.
    ///
    /// # Errors
    ///
    /// The same as [`Content::read_bias`].
    pub fn built_in_bias(&self) -> Result<BiasReport, ContentError> {
        self.read_bias(include_str!("bias.json"))
    }

    /// Reads and checks the text of `bias.json`.
    ///
    /// # Errors
    ///
    /// If the text is malformed or does not report on exactly the types of this content. The remedy
    /// is `cargo xtask bias`, which writes a new report.
    pub fn read_bias(&self, text: &str) -> Result<BiasReport, ContentError> {
        validate::bias(self, text)
    }
}

//! The published bias report: what answers at random lead to. Only static pages show it.

use super::{Content, ContentError, validate};

/// How often each outcome came up, in hundredths of a percent of the draws.
#[derive(Clone, Debug)]
pub struct BiasReport {
    /// How many answer sets were drawn.
    pub draws: u32,
    /// How often each type led, in table order.
    pub leads: Vec<u32>,
    /// How often nothing separated the types.
    pub undecided: u32,
    /// How often everything was ruled out.
    pub conflict: u32,
}

impl Content {
    /// Reads the bias report this crate was built with.
    ///
    /// # Errors
    ///
    /// As [`Content::read_bias`].
    pub fn built_in_bias(&self) -> Result<BiasReport, ContentError> {
        self.read_bias(include_str!("bias.json"))
    }

    /// Reads and checks the text of `bias.json`.
    ///
    /// # Errors
    ///
    /// If it is not a report on exactly these types; `cargo xtask bias` writes a new one.
    pub fn read_bias(&self, text: &str) -> Result<BiasReport, ContentError> {
        validate::bias(self, text)
    }
}

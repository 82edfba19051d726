//! The published bias report: what answers at random lead to. Only static pages show it.

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

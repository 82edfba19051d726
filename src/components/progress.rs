//! How far the quiz has come, as a row of blocks. The line under it says the same in words.

use crate::markup::{Markup, el, live};

/// The state of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Answered.
    Answered,
    /// Skipped.
    Skipped,
    /// Shown now.
    Current,
    /// Not reached yet.
    Unseen,
}

impl Progress {
    const fn id(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Skipped => "skipped",
            Self::Current => "current",
            Self::Unseen => "unseen",
        }
    }
}

/// A block for each step.
pub fn progress_bar(steps: impl Fn() -> Vec<Progress> + 'static) -> Markup {
    let block = |step: Progress| el("i").attr("data-step", step.id());
    let blocks = move || Markup::all(steps().into_iter().map(block));
    el("div").class("progress").attr("aria-hidden", "true").with(live(blocks)).into()
}

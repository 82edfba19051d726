//! How far the quiz has come, as a row of blocks. The line under it says the same in words.

use leptos::prelude::*;

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
#[component]
pub fn ProgressBar(steps: Signal<Vec<Progress>>) -> impl IntoView {
    let block = |step: Progress| view! { <i data-step=step.id()></i> };
    let blocks = move || steps.get().into_iter().map(block).collect_view();
    view! { <div class="progress" aria-hidden="true">{blocks}</div> }
}

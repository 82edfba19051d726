//! How far the quiz has come, as a row of blocks. The line under it says the same in words.

use leptos::prelude::*;

use super::reactive::string;

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

/// A block for each of `count` steps.
#[component]
pub fn ProgressBar(
    count: usize,
    #[prop(into)] progress: Callback<usize, Progress>,
) -> impl IntoView {
    let block = |at| view! { <i data-step=string(move || progress.run(at).id().to_owned())></i> };
    view! { <div class="progress" aria-hidden="true">{(0..count).map(block).collect_view()}</div> }
}

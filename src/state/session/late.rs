//! A session that follows changes after the next frame.

use std::time::Duration;

use leptos::prelude::*;

use super::Session;

impl Session {
    /// The same session for parts of a view that may follow a change after the next frame, so that what
    /// stands before them is painted first.
    #[must_use]
    pub fn late(self) -> Self {
        let revision = after_paint(self.revision);
        Self {
            revision,
            answers: late(self.answers, revision),
            ratings: late(self.ratings, revision),
            verdict: self.verdict.map(|verdict| late(verdict, revision)),
            ..self
        }
    }

    /// `source` as a [late](Self::late) session sees it.
    pub fn late_memo<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        source: Memo<T>,
    ) -> Memo<T> {
        late(source, self.revision)
    }
}

/// The value of `source` at the time of `revision`.
fn late<T: Clone + PartialEq + Send + Sync + 'static>(
    source: Memo<T>,
    revision: Memo<u32>,
) -> Memo<T> {
    Memo::new(move |_| {
        revision.track();
        source.get_untracked()
    })
}

/// A revision once the first frame with it has been painted. What is not painted has no frames, such as a
/// page outside a browser.
fn after_paint(revision: Memo<u32>) -> Memo<u32> {
    if cfg!(feature = "ssr") {
        return revision;
    }
    let painted = RwSignal::new(revision.get_untracked());
    Effect::new(move || {
        let revision = revision.get();
        // The view may have gone in the meantime.
        let follow = move || {
            let _gone = painted.try_set(revision);
        };
        request_animation_frame(move || set_timeout(follow, Duration::ZERO));
    });
    Memo::new(move |_| painted.get())
}

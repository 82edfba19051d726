//! The verdict on the answers. Only rooms show it, so only their chunks have the code that works it out.

use leptos::prelude::*;

use super::Session;
use crate::model::{RecentCounts, Verdict};

impl Session {
    /// The same session for a room, which reads the verdict.
    #[must_use]
    pub fn with_verdict(self) -> Self {
        let recent_counts = StoredValue::new(RecentCounts::default());
        let verdict = Memo::new(move |_| {
            let mut recent = recent_counts.write_value();
            Verdict::with_recent(self.quiz(), &self.answers.read(), &mut recent)
        });
        Self { verdict: Some(verdict), ..self }
    }

    /// The verdict on the answers.
    ///
    /// # Panics
    ///
    /// Outside rooms and static pages, which are given a session [with a verdict](Self::with_verdict).
    #[expect(clippy::expect_used, reason = "every room is given a session with a verdict")]
    pub fn verdict(self) -> Memo<Verdict> {
        self.verdict.expect("only rooms read the verdict")
    }

    /// The id of the leading type, or an empty string if there is none; tracked.
    ///
    /// # Panics
    ///
    /// As [`Session::verdict`].
    pub fn leader_id(self) -> &'static str {
        let leader = self.verdict().read().leader;
        leader.map_or("", |leader| self.quiz().device_type(leader).id.as_str())
    }

    /// Says in the attributes of `<main>` what the verdict is, until the current owner goes.
    pub fn show_verdict(self) {
        let page = self.platform.page;
        Effect::new(move || {
            page.set_main_attribute("data-verdict", Some(self.verdict().read().word.id()));
            page.set_main_attribute("data-leader", Some(self.leader_id()));
        });
        let clear = move || {
            page.set_main_attribute("data-verdict", None);
            page.set_main_attribute("data-leader", None);
        };
        // Effects do not run where there is no document.
        Effect::new(move || on_cleanup(clear));
    }
}

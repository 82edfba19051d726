//! What several parts of the page say of the leader, worked out once for all of them.

use leptos::prelude::*;

use crate::model::DeviceTypeId;
use crate::state::Session;
use crate::state::result::changes::Changes;
use crate::state::result::reasons::Reasons;
use crate::state::result::robustness::Firmness;

/// The leader, and what follows from it. Nothing is worked out before a part reads it.
#[derive(Clone, Copy)]
pub struct Lead {
    /// The leader; the last one while no type leads, for the parts that are about to go.
    pub leader: Memo<DeviceTypeId>,
    /// The reasons for it and against it.
    pub reasons: Memo<Reasons>,
    /// What would put another type first.
    pub changes: Memo<Changes>,
    /// How firm its lead is; `None` if no rival remains.
    pub firmness: Memo<Option<Firmness>>,
}

impl Lead {
    /// The lead on the answers of a session.
    pub fn new(session: Session) -> Self {
        let (quiz, answers, verdict) = (session.quiz(), session.answers(), session.verdict());
        let leader = Memo::new(move |last: Option<&DeviceTypeId>| {
            verdict.read().leader.or(last.copied()).unwrap_or(DeviceTypeId(0))
        });
        Self {
            leader,
            reasons: Memo::new(move |_| {
                let content = session.content();
                Reasons::of(content, &answers.read(), &verdict.read().breakdown, leader.get())
            }),
            changes: Memo::new(move |_| {
                Changes::of(quiz, &answers.read(), &verdict.read(), leader.get())
            }),
            firmness: Memo::new(move |_| Firmness::of(quiz, &answers.read(), &verdict.read())),
        }
    }
    /// The same for parts that follow a change late, as `session` does.
    #[must_use]
    pub fn late(self, session: Session) -> Self {
        Self {
            leader: session.late_memo(self.leader),
            reasons: session.late_memo(self.reasons),
            changes: session.late_memo(self.changes),
            firmness: session.late_memo(self.firmness),
        }
    }
}

//! Snapshots as the list shows them, and what moved between each of them and now.

use leptos::prelude::*;

use super::{Differences, Session};
use crate::model::{Answers, DeviceTypeId, Difference, Quiz, RecordedVerdict, Snapshot, Verdict};

/// A snapshot in the list: what does not depend on the answers given now.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ListedSnapshot {
    /// Its position among all snapshots, the oldest first.
    pub position: usize,
    /// The day it was taken, in the form `2026-11-22`.
    pub date: String,
    /// The id of the leader at the time; empty if there was none.
    pub leader: String,
    /// The word of the verdict at the time.
    pub word: String,
    /// The verdict on the same answers now, if the content is another one.
    pub recount: Option<Recount>,
}

/// The verdict on the answers of a snapshot under newer content.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Recount {
    /// The id of the leader; empty if there is none.
    pub leader: String,
    /// The word of the verdict.
    pub word: String,
    /// Whether leader and word are those that were recorded.
    pub is_same_verdict: bool,
    /// The ids of the questions whose breakdown lines differ.
    pub changed_lines: Vec<String>,
}

/// What moved since a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "there are as few as snapshots")]
pub enum Since {
    /// The visitor has started again.
    StartedAgain,
    /// The answers are the same.
    Unchanged,
    /// Some inputs differ.
    Changed {
        /// The differences.
        differences: Differences,
        /// Whether another type comes first now.
        is_moved: bool,
        /// The differences that each moved the first place alone.
        deciding: Vec<Difference>,
    },
}

/// The list of snapshots.
#[derive(Clone, Copy, Debug)]
pub struct SnapshotList {
    /// The snapshots, the newest first.
    pub listed: Memo<Vec<ListedSnapshot>>,
    /// What moved since each snapshot, by [`ListedSnapshot::position`].
    pub since: Memo<Vec<Since>>,
}

impl ListedSnapshot {
    /// Describes the snapshot at a position, under the content of this version.
    pub fn of(quiz: &Quiz, version: u32, position: usize, snapshot: &Snapshot) -> Self {
        let Snapshot { date, answers, recorded } = snapshot;
        Self {
            position,
            date: date.clone(),
            leader: recorded.leader.clone(),
            word: recorded.word.clone(),
            recount: (recorded.content != version)
                .then(|| Recount::of(quiz, version, answers, recorded)),
        }
    }
}

impl Recount {
    fn of(quiz: &Quiz, version: u32, answers: &Answers, recorded: &RecordedVerdict) -> Self {
        let again = RecordedVerdict::of(quiz, version, &Verdict::of(quiz, answers));
        let changed_lines = recorded.changed_lines(&again).into_iter().map(str::to_owned).collect();
        Self {
            is_same_verdict: recorded.is_same_verdict(&again),
            changed_lines,
            leader: again.leader,
            word: again.word,
        }
    }
}

impl Since {
    /// Compares the answers of a snapshot with those given now, which lead to `leader`.
    pub fn between(
        quiz: &Quiz,
        then: &Answers,
        now: &Answers,
        leader: Option<DeviceTypeId>,
    ) -> Self {
        let differences = Differences::between(quiz, then, now);
        if differences.all.is_empty() {
            return Self::Unchanged;
        }
        let is_moved = leader != Verdict::leader_of(quiz, then);
        let deciding = Difference::deciding(quiz, then, now);
        Self::Changed { differences, is_moved, deciding }
    }
}

impl Session {
    /// The visitor's snapshots, compared with the answers that are shown.
    pub fn snapshot_list(self) -> SnapshotList {
        let quiz = self.quiz();
        let snapshots = Memo::new(move |_| self.snapshots());
        let is_untouched = Memo::new(move |_| self.is_untouched());
        let listed = move |_: Option<&_>| {
            let snapshots = snapshots.read();
            let listed = snapshots.iter().enumerate().rev().map(|(position, snapshot)| {
                ListedSnapshot::of(quiz, self.content().version, position, snapshot)
            });
            listed.collect()
        };
        let since = move |_: Option<&_>| {
            let (snapshots, is_untouched) = (snapshots.read(), is_untouched.get());
            let (now, leader) = (self.answers().read(), self.verdict().read().leader);
            let since = snapshots.iter().map(|snapshot| {
                if is_untouched {
                    Since::StartedAgain
                } else {
                    Since::between(quiz, &snapshot.answers, &now, leader)
                }
            });
            since.collect()
        };
        SnapshotList { listed: Memo::new(listed), since: Memo::new(since) }
    }
}

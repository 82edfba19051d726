//! The list of snapshots.
//!
//! A key is `<date>.<number>.<hash>`: the day, four digits that say which came first, and the hash of the
//! snapshot. Snapshots never change, so in every copy a key stands for the same one, and two tabs can
//! keep and remove different ones at once.

use super::inputs::{self, Inputs};
use super::kept::{Runs, Slot};
use super::object::Map;
use super::v1::{Revision, Run};
use super::v2::{KeptRun, json};
use crate::model::{Quiz, RecordedVerdict, Snapshot};

/// The highest number in a key. Snapshots of one day that share it are in the order of their hashes.
const HIGHEST: usize = 9_999;

impl Runs {
    /// The snapshots of a list, the oldest first.
    pub(super) fn listed(runs: Vec<Run>) -> Self {
        let mut slots = Map::default();
        for (run, number) in runs.into_iter().zip(1..) {
            slots.put(key(&run, number), KeptRun::new(Revision::FIRST, Some(run)));
        }
        Self::of(slots)
    }

    /// Adds a snapshot, unless the newest one differs only in its date.
    pub(super) fn keep(&mut self, run: Run) {
        let newest = self.live().next_back();
        let is_new = newest
            .is_none_or(|(_, newest)| *newest != Run { date: newest.date.clone(), ..run.clone() });
        if is_new {
            self.set(&key(&run, self.next_number()), Some(run));
        }
    }

    /// Removes the snapshot at this position, if there is one.
    pub(super) fn remove_at(&mut self, at: usize) {
        let found = self.live().nth(at).map(|(key, _)| key.to_owned());
        if let Some(key) = found {
            self.set(&key, None);
        }
    }

    /// Adds the snapshots of a file, except those that are in the list already.
    pub(super) fn adopt(&mut self, file: &Self) {
        let before = self.clone();
        for (file_key, run) in file.live() {
            if before.get(file_key) == Some(run) || before.live().any(|(_, own)| own == run) {
                continue;
            }
            let is_free = self.get(file_key).is_none();
            let key = if is_free { file_key.to_owned() } else { key(run, self.next_number()) };
            self.set(&key, Some(run.clone()));
        }
    }

    /// One more than the highest number in use.
    fn next_number(&self) -> usize {
        let number = |key: &str| key.rsplit('.').nth(1)?.parse::<usize>().ok();
        let numbers = self.all().0.iter().filter_map(|(key, _)| number(key));
        numbers.max().map_or(1, |highest| highest.min(HIGHEST) + 1)
    }
}

impl Run {
    /// A snapshot of these inputs.
    pub(super) fn of(date: String, inputs: Inputs, recorded: RecordedVerdict) -> Self {
        let Inputs { answers, weights: importance, own_ratings: own } = inputs;
        let RecordedVerdict { content, word, leader, types, points, lines } = recorded;
        let lines = Map(lines);
        Self { date, answers, importance, own, content, word, leader, types, points, lines }
    }

    /// The snapshot for the model.
    pub(super) fn snapshot(&self, quiz: &Quiz) -> Snapshot {
        Snapshot {
            date: self.date.clone(),
            answers: inputs::answers(quiz, [&self.answers, &self.importance, &self.own]),
            recorded: RecordedVerdict {
                content: self.content,
                word: self.word.clone(),
                leader: self.leader.clone(),
                types: self.types.clone(),
                points: self.points.clone(),
                lines: self.lines.0.clone(),
            },
        }
    }
}

fn key(run: &Run, number: usize) -> String {
    format!("{}.{:04}.{:08x}", run.date, number.min(HIGHEST), hash(&json(run)))
}

/// The 32-bit FNV-1a hash.
fn hash(text: &str) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    text.bytes().fold(0x811c_9dc5, step)
}

//! Finds the fewest changes that put a type (the target) alone in first place.
//!
//! The search is iterative deepening on the number of changes, with branch and bound. Taking the
//! changes with the largest gains would not be exact, because a change that helps against one rival
//! may help another rival too, and some changes exclude types. A branch is cut when the present
//! lead over a rival plus the most that the remaining questions can still gain on it is not enough.
//! The same bound is applied to the sum over all rivals. Once a set is found, a branch that costs
//! more is cut too, and one that costs as much has to reach a larger lead.

mod bound;

use super::MOST_CHANGES;
use super::change_table::{Change, ChangeTable, Cost, ScoredChange};
use crate::model::{DeviceTypeId, DeviceTypeSet};

/// Sentinel gain of a change that excludes the rival. It exceeds every lead in points.
const RIVAL_EXCLUDED: i32 = 1 << 24;
/// Sentinel for unreachable: a mandatory change has no legal option.
const UNREACHABLE: i32 = -(1 << 26);

/// The changes of the best smallest set, in question order; `None` if no set is enough.
pub(super) fn fewest(change_table: &ChangeTable, device_type: DeviceTypeId) -> Option<Vec<Change>> {
    if change_table.first() == Some(device_type) {
        return Some(Vec::new());
    }
    let mut search = Search::new(change_table, device_type);
    if !search.is_possible() {
        return None;
    }
    let mut sizes = 1..=change_table.changes.len().min(MOST_CHANGES);
    sizes.find_map(|size| search.best_of(size))
}

/// One question and the changes that the target allows in it.
struct Candidates {
    /// The first of its changes in [`Search::changes`]. No change that excludes the target is
    /// listed.
    start: usize,
    /// The end of its changes in [`Search::changes`], exclusive.
    end: usize,
    /// Whether the answer must change, because it excludes the target at present.
    is_forced: bool,
    /// The types that the answer excludes at present.
    excluded: DeviceTypeSet,
}

struct Search<'a> {
    target: usize,
    questions: Vec<Candidates>,
    changes: Vec<&'a ScoredChange>,
    /// The largest gain that one change of each question brings. Rows are questions; there is one
    /// column for each type and a last one for the sum over all rivals in play. The column of the
    /// target is 0, or `UNREACHABLE` if the answer must change but cannot.
    max_gains: Vec<i32>,
    /// Indexed by the number of changes left. Each entry has the layout of `max_gains` with one
    /// more row, and holds the most that this many changes can gain from a question on.
    gains_ahead: Vec<Vec<i32>>,
    /// The points of each type after the changes in `path`.
    points: Vec<i32>,
    /// The number of answers that exclude each type. It is never 0 for the target, so that the
    /// target is not treated as a rival of itself.
    exclusion_counts: Vec<i32>,
    /// The rivals that the original answers do not exclude.
    in_play: Vec<usize>,
    path: Vec<Change>,
    /// The cost of the changes in `path`.
    cost: Cost,
    best: Option<Best>,
}

/// The best set found.
struct Best {
    changes: Vec<Change>,
    cost: Cost,
    /// Its smallest lead over any rival, in points.
    lead: i32,
}

impl<'a> Search<'a> {
    fn new(change_table: &'a ChangeTable, device_type: DeviceTypeId) -> Self {
        let (target, points) = (device_type.index(), change_table.points.clone());
        let types = (0..=u8::MAX).take(points.len()).map(DeviceTypeId);
        let mut exclusion_counts: Vec<i32> =
            types.map(|at| change_table.exclusion_count(at)).collect();
        exclusion_counts[target] = 1;
        let in_play = (0..exclusion_counts.len()).filter(|at| exclusion_counts[*at] == 0).collect();
        let mut search = Self {
            target,
            questions: Vec::new(),
            changes: Vec::new(),
            max_gains: Vec::new(),
            gains_ahead: Vec::new(),
            points,
            exclusion_counts,
            in_play,
            path: Vec::new(),
            cost: Cost::default(),
            best: None,
        };
        for (changes, excluded) in change_table.changes.iter().zip(&change_table.excluded) {
            let start = search.changes.len();
            for change in changes {
                let mut earlier = search.changes[start..].iter();
                let is_dominated = earlier.any(|better| dominates(better, change, target));
                if !change.excludes.has(device_type) && !is_dominated {
                    search.changes.push(change);
                }
            }
            search.add_question(start, *excluded, excluded.has(device_type));
        }
        search
    }

    /// Adds the question whose changes begin at `start`, with its largest gain on each rival.
    fn add_question(&mut self, start: usize, excluded: DeviceTypeSet, is_forced: bool) {
        // Keeping the answer gains 0, but an answer that excludes the target cannot be kept.
        let if_kept = if is_forced { UNREACHABLE } else { 0 };
        for rival in 0..=self.points.len() {
            let gains = self.changes[start..].iter().map(|change| self.gain(change, rival));
            self.max_gains.push(gains.max().unwrap_or(if_kept).max(if_kept));
        }
        self.questions.push(Candidates { start, end: self.changes.len(), is_forced, excluded });
    }

    /// The points that a change gains on a rival or, if `rival` is the last column, on all rivals
    /// in play together.
    fn gain(&self, change: &ScoredChange, rival: usize) -> i32 {
        let gain_on = |rival: usize| match type_id(rival) {
            at if change.excludes.has(at) => RIVAL_EXCLUDED,
            _ => change.gains[self.target] - change.gains[rival],
        };
        if rival < self.points.len() {
            gain_on(rival)
        } else {
            self.in_play.iter().map(|rival| gain_on(*rival)).sum::<i32>().min(RIVAL_EXCLUDED)
        }
    }

    /// The present lead of the target over a rival; negative if the rival is ahead.
    fn lead(&self, rival: usize) -> i32 {
        self.points[self.target] - self.points[rival]
    }

    /// Whether each rival, taken alone, could be beaten with any number of changes.
    fn is_possible(&self) -> bool {
        let width = self.points.len() + 1;
        let gains = |at: usize| self.max_gains.iter().skip(at).step_by(width);
        let can_beat =
            |at: usize| self.exclusion_counts[at] > 0 || self.lead(at) + gains(at).sum::<i32>() > 0;
        gains(self.target).all(|gain| *gain != UNREACHABLE) && (0..self.points.len()).all(can_beat)
    }

    /// The best set of exactly `size` changes, provided that no smaller set is enough. `size` is at
    /// least 1.
    fn best_of(&mut self, size: usize) -> Option<Vec<Change>> {
        while self.gains_ahead.len() <= size {
            let row = self.gains_ahead_row(self.gains_ahead.len());
            self.gains_ahead.push(row);
        }
        self.visit(0, size);
        self.best.take().map(|best| best.changes)
    }

    fn visit(&mut self, from: usize, left: usize) {
        if !self.can_improve(from, left) {
            return;
        }
        for at in from..self.questions.len() {
            let Candidates { start, end, is_forced, .. } = self.questions[at];
            let indices = if self.can_improve_with(at, left) { start..end } else { 0..0 };
            for index in indices {
                if left == 1 {
                    self.finish(at, index);
                } else {
                    self.apply(at, index, 1);
                    self.visit(at + 1, left - 1);
                    self.apply(at, index, -1);
                }
            }
            if is_forced {
                return;
            }
        }
    }

    /// Completes the path with a last change, and keeps it if it is the best set so far.
    fn finish(&mut self, at: usize, index: usize) {
        let (excluded, change) = (self.questions[at].excluded, self.changes[index]);
        let cost = self.cost + change.cost;
        let Some(lead) = self.lead_to_exceed(cost) else { return };
        let mut smallest = RIVAL_EXCLUDED;
        for rival in 0..self.points.len() {
            let id = type_id(rival);
            let (new, old) = (change.excludes.has(id), excluded.has(id));
            let count = self.exclusion_counts[rival] + i32::from(new) - i32::from(old);
            if count == 0 && rival != self.target {
                let gain = change.gains[self.target] - change.gains[rival];
                smallest = smallest.min(self.lead(rival) + gain);
            }
        }
        if smallest > lead {
            let mut changes = self.path.clone();
            changes.push(change.change);
            self.best = Some(Best { changes, cost, lead: smallest });
        }
    }

    /// Applies a change to points, exclusions and path, or with `sign` −1 undoes it.
    fn apply(&mut self, at: usize, index: usize, sign: i32) {
        let (excluded, change) = (self.questions[at].excluded, self.changes[index]);
        for (points, gain) in self.points.iter_mut().zip(&change.gains) {
            *points += gain * sign;
        }
        if !(change.excludes.is_empty() && excluded.is_empty()) {
            for (rival, count) in self.exclusion_counts.iter_mut().enumerate() {
                let id = type_id(rival);
                let (new, old) = (change.excludes.has(id), excluded.has(id));
                *count += sign * (i32::from(new) - i32::from(old));
            }
            self.exclusion_counts[self.target] = 1;
        }
        if sign > 0 {
            self.path.push(change.change);
            self.cost = self.cost + change.cost;
        } else {
            self.path.pop();
            self.cost = self.cost - change.cost;
        }
    }
}

fn type_id(position: usize) -> DeviceTypeId {
    DeviceTypeId(u8::try_from(position).unwrap_or(u8::MAX))
}

/// Whether `change` costs no more than `other`, gains the target at least as much on every rival, and
/// excludes every type that `other` excludes. The search needs only one of the two, the earlier.
fn dominates(change: &ScoredChange, other: &ScoredChange, target: usize) -> bool {
    let lead = |of: &ScoredChange, rival: usize| of.gains[target] - of.gains[rival];
    change.cost <= other.cost
        && (0..change.gains.len()).all(|rival| {
            let id = type_id(rival);
            let excludes_it_too = change.excludes.has(id) || !other.excludes.has(id);
            excludes_it_too && lead(change, rival) >= lead(other, rival)
        })
}

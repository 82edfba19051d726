//! The fewest changes that put a type alone in first place: iterative deepening on their number,
//! with branch and bound.
//!
//! Sorting changes by what they gain is not exact: a change that helps against one rival may help
//! another, and some rule types out. Here each rival bounds the search by itself, and so do all of
//! them together: their present leads, and the most that the remaining questions can still gain.

use super::change_table::{Change, ChangeTable, ScoredChange};
use crate::model::{DeviceTypeId, DeviceTypeSet};

/// A lead that nothing can take back: the rival is ruled out.
const WON: i32 = 1 << 24;
/// A lead that nothing can mend: a change that must be made cannot be.
const LOST: i32 = -(1 << 26);

/// The changes of the best set of the least size, in question order.
pub(super) fn fewest(change_table: &ChangeTable, device_type: DeviceTypeId) -> Option<Vec<Change>> {
    if change_table.first() == Some(device_type) {
        return Some(Vec::new());
    }
    let mut quiet = Search::new(change_table, device_type, false);
    let first = quiet.best_of(1);
    if first.is_some() {
        return first;
    }
    let mut any = Search::new(change_table, device_type, true);
    if !any.is_possible() {
        return None;
    }
    let mut sizes = 1..=change_table.changes.len();
    sizes.find_map(|size| quiet.best_of(size).or_else(|| any.best_of(size)))
}

/// A question as the target sees it.
struct Turn {
    /// What may be done here, as a range of the moves: nothing that rules the target out.
    start: usize,
    end: usize,
    /// Whether the answer must change, since it rules the target out.
    is_forced: bool,
    /// The types that the answer rules out as it is.
    excluded: DeviceTypeSet,
}

struct Search<'a> {
    target: usize,
    turns: Vec<Turn>,
    changes: Vec<&'a ScoredChange>,
    /// By turn, and by rival with all rivals together last: the largest gain. The target's own
    /// column says whether the turn can be taken at all.
    most: Vec<i32>,
    /// By number of changes left, then as `most`: the most that can still be gained.
    ahead: Vec<Vec<i32>>,
    points: Vec<i32>,
    /// How many answers rule each type out; the target counts as out, since it is no rival.
    out: Vec<i32>,
    /// The rivals that stand as the answers are.
    in_play: Vec<usize>,
    path: Vec<Change>,
    best: Option<Vec<Change>>,
    best_lead: i32,
}

impl<'a> Search<'a> {
    /// A search with all changes, or only with those that rule nothing out.
    fn new(change_table: &'a ChangeTable, device_type: DeviceTypeId, may_rule: bool) -> Self {
        let (target, points) = (device_type.index(), change_table.points.clone());
        let types = (0..=u8::MAX).take(points.len()).map(DeviceTypeId);
        let mut out: Vec<i32> = types.map(|at| change_table.exclusion_count(at)).collect();
        out[target] = 1;
        let in_play = (0..out.len()).filter(|at| out[*at] == 0).collect();
        let (turns, changes, most, ahead) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (path, best, best_lead) = (Vec::new(), None, 0);
        let mut search = Self {
            target,
            turns,
            changes,
            most,
            ahead,
            points,
            out,
            in_play,
            path,
            best,
            best_lead,
        };
        for (changes, excluded) in change_table.changes.iter().zip(&change_table.excluded) {
            let start = search.changes.len();
            for done in changes.iter().filter(|at| may_rule || at.excludes.is_empty()) {
                let mut known = search.changes[start..].iter();
                let is_worse = known.any(|better| is_as_good_as(better, done, target));
                if !done.excludes.has(device_type) && !is_worse {
                    search.changes.push(done);
                }
            }
            search.add_turn(start, *excluded, excluded.has(device_type));
        }
        search
    }

    /// Adds the question whose moves begin at `start`, with the largest gain on each rival.
    fn add_turn(&mut self, start: usize, excluded: DeviceTypeSet, is_forced: bool) {
        // Not changing an answer gains nothing; an answer that must change has no such choice.
        let none = if is_forced { LOST } else { 0 };
        for rival in 0..=self.points.len() {
            let gains = self.changes[start..].iter().map(|done| self.gain(done, rival));
            self.most.push(gains.max().unwrap_or(none).max(none));
        }
        self.turns.push(Turn { start, end: self.changes.len(), is_forced, excluded });
    }

    /// What a move gains on a rival, or on all that stand together.
    fn gain(&self, done: &ScoredChange, rival: usize) -> i32 {
        let on = |rival: usize| match small(rival) {
            at if done.excludes.has(at) => WON,
            _ => done.gains[self.target] - done.gains[rival],
        };
        if rival < self.points.len() {
            on(rival)
        } else {
            self.in_play.iter().map(|rival| on(*rival)).sum::<i32>().min(WON)
        }
    }

    fn lead(&self, rival: usize) -> i32 {
        self.points[self.target] - self.points[rival]
    }

    /// Whether each rival by itself can be beaten, with as many changes as there are questions.
    fn is_possible(&self) -> bool {
        let width = self.points.len() + 1;
        let gains = |at: usize| self.most.iter().skip(at).step_by(width);
        let can = |at: usize| self.out[at] > 0 || self.lead(at) + gains(at).sum::<i32>() > 0;
        gains(self.target).all(|gain| *gain != LOST) && (0..self.points.len()).all(can)
    }

    /// The best set of exactly `size` changes, at least one, when no smaller set is enough.
    fn best_of(&mut self, size: usize) -> Option<Vec<Change>> {
        while self.ahead.len() <= size {
            let row = self.ahead_row(self.ahead.len());
            self.ahead.push(row);
        }
        self.visit(0, size);
        self.best.take()
    }

    /// For each turn, the most that `left` changes from there on can gain.
    fn ahead_row(&self, left: usize) -> Vec<i32> {
        let width = self.points.len() + 1;
        let mut row = vec![0; width * (self.turns.len() + 1)];
        for (at, turn) in self.turns.iter().enumerate().rev() {
            for here in at * width..(at + 1) * width {
                let fewer = left.checked_sub(1).map_or(LOST, |left| self.ahead[left][here + width]);
                let most = self.most[here];
                let changed = if fewer == LOST || most == LOST { LOST } else { fewer + most };
                let kept = if turn.is_forced { LOST } else { row[here + width] };
                row[here] = changed.max(kept).min(WON);
            }
        }
        row
    }

    /// What `left` changes from turn `at` on can gain.
    fn ahead(&self, at: usize, left: usize) -> &[i32] {
        let width = self.points.len() + 1;
        &self.ahead[left][at * width..(at + 1) * width]
    }

    /// Whether `left` changes from turn `at` on may still beat the best set found.
    fn is_hopeful(&self, at: usize, left: usize) -> bool {
        let ahead = self.ahead(at, left);
        ahead[self.target] != LOST && self.may_win(|rival| ahead[rival])
    }

    /// Whether a change at turn `at`, and `left` − 1 after it, may.
    fn is_worth_taking(&self, at: usize, left: usize) -> bool {
        let most = &self.most[at * (self.points.len() + 1)..];
        let ahead = self.ahead(at + 1, left - 1);
        ahead[self.target] != LOST && self.may_win(|rival| most[rival] + ahead[rival])
    }

    /// Whether gaining that much on each rival beats the best set found.
    fn may_win(&self, gain: impl Fn(usize) -> i32) -> bool {
        let can =
            |rival: usize| self.out[rival] > 0 || self.lead(rival) + gain(rival) > self.best_lead;
        (0..self.points.len()).all(can) && self.is_hopeful_for_all(gain(self.points.len()))
    }

    /// Whether a gain can be shared out so that every rival is beaten by more than the best lead.
    fn is_hopeful_for_all(&self, gain: i32) -> bool {
        let mut sum = gain;
        for rival in &self.in_play {
            if self.out[*rival] > 0 {
                // Ruled out on the way: it needs no share, and its lead says nothing.
                return true;
            }
            sum += self.lead(*rival) - self.best_lead - 1;
        }
        sum >= 0
    }

    fn visit(&mut self, from: usize, left: usize) {
        if !self.is_hopeful(from, left) {
            return;
        }
        for at in from..self.turns.len() {
            let Turn { start, end, is_forced, .. } = self.turns[at];
            let changes = if self.is_worth_taking(at, left) { start..end } else { 0..0 };
            for option in changes {
                if left == 1 {
                    self.finish(at, option);
                } else {
                    self.turn(at, option, 1);
                    self.visit(at + 1, left - 1);
                    self.turn(at, option, -1);
                }
            }
            if is_forced {
                return;
            }
        }
    }

    /// Keeps the path with one last move, if that is the best set so far.
    fn finish(&mut self, at: usize, option: usize) {
        let (excluded, done) = (self.turns[at].excluded, self.changes[option]);
        let mut least = WON;
        for rival in 0..self.points.len() {
            let id = small(rival);
            let out =
                self.out[rival] + i32::from(done.excludes.has(id)) - i32::from(excluded.has(id));
            if out == 0 && rival != self.target {
                let gain = done.gains[self.target] - done.gains[rival];
                least = least.min(self.lead(rival) + gain);
            }
        }
        if least > self.best_lead {
            self.best_lead = least;
            let mut path = self.path.clone();
            path.push(done.change);
            self.best = Some(path);
        }
    }

    /// Makes a move, or with `sign` −1 takes it back.
    fn turn(&mut self, at: usize, option: usize, sign: i32) {
        let (excluded, done) = (self.turns[at].excluded, self.changes[option]);
        for (points, gain) in self.points.iter_mut().zip(&done.gains) {
            *points += gain * sign;
        }
        if !(done.excludes.is_empty() && excluded.is_empty()) {
            for (rival, out) in self.out.iter_mut().enumerate() {
                let (new, old) = (done.excludes.has(small(rival)), excluded.has(small(rival)));
                *out += sign * (i32::from(new) - i32::from(old));
            }
            self.out[self.target] = 1;
        }
        if sign > 0 {
            self.path.push(done.change);
        } else {
            self.path.pop();
        }
    }
}

fn small(position: usize) -> DeviceTypeId {
    DeviceTypeId(u8::try_from(position).unwrap_or(u8::MAX))
}

/// Whether a move gains the target as much on every rival as `other`, and rules out as many.
fn is_as_good_as(done: &ScoredChange, other: &ScoredChange, target: usize) -> bool {
    let lead = |of: &ScoredChange, rival: usize| of.gains[target] - of.gains[rival];
    (0..done.gains.len()).all(|rival| {
        let rules = done.excludes.has(small(rival)) || !other.excludes.has(small(rival));
        rules && lead(done, rival) >= lead(other, rival)
    })
}

//! The fewest changes that put a type alone in first place: iterative deepening on their number,
//! with branch and bound.
//!
//! Sorting changes by what they gain is not exact: a change that helps against one rival may help
//! another, and some rule types out. Here each rival bounds the search by itself: its present lead
//! and the largest gains that the remaining questions can still bring against it.

use super::stakes::{Change, Move, Stakes};
use crate::model::{GearId, GearSet};

/// A lead that nothing can take back: the rival is ruled out.
const WON: i32 = 1 << 24;
/// A lead that nothing can mend: a change that must be made cannot be.
const LOST: i32 = -(1 << 26);

/// The changes of the best set of the least size, in question order.
pub(super) fn fewest(stakes: &Stakes, gear: GearId) -> Option<Vec<Change>> {
    let mut quiet = Search::new(stakes, gear, |at| at.rules_out.is_empty());
    let mut any = Search::new(stakes, gear, |_| true);
    if !any.is_possible() {
        return None;
    }
    let mut sizes = 0..=stakes.moves.len();
    sizes.find_map(|size| quiet.best_of(size).or_else(|| any.best_of(size)))
}

/// A change as one target sees it.
struct Step<'a> {
    done: &'a Move,
    /// What it gains on each rival.
    gains: Vec<i32>,
}

/// A question as one target sees it.
struct Turn<'a> {
    /// What may be done here: nothing that rules the target out.
    steps: Vec<Step<'a>>,
    /// Whether the answer must change, since it rules the target out.
    is_forced: bool,
    /// The types that the answer rules out as it is.
    ruled: GearSet,
    /// The largest gain on each rival.
    most: Vec<i32>,
}

struct Search<'a> {
    rivals: Vec<GearId>,
    turns: Vec<Turn<'a>>,
    /// By number of changes left, then by turn and rival: the most that can still be gained.
    ahead: Vec<Vec<i32>>,
    leads: Vec<i32>,
    /// How many answers rule each rival out.
    out: Vec<i32>,
    path: Vec<Change>,
    best: Option<Vec<Change>>,
    best_lead: i32,
}

impl<'a> Search<'a> {
    fn new(stakes: &'a Stakes, gear: GearId, is_allowed: impl Fn(&Move) -> bool) -> Self {
        let types = (0..=u8::MAX).take(stakes.points.len()).map(GearId);
        let rivals: Vec<GearId> = types.filter(|rival| *rival != gear).collect();
        let lead = |of: &[i32], rival: GearId| of[gear.index()] - of[rival.index()];
        let leads_of = |of: &[i32]| rivals.iter().map(|rival| lead(of, *rival)).collect();
        let mut turns = Vec::with_capacity(stakes.moves.len());
        for (moves, ruled) in stakes.moves.iter().zip(&stakes.ruled) {
            let mut steps: Vec<Step> = Vec::new();
            for done in moves.iter().filter(|at| !at.rules_out.has(gear) && is_allowed(at)) {
                let step = Step { done, gains: leads_of(&done.gains) };
                if !steps.iter().any(|better| better.is_as_good_as(&step, &rivals)) {
                    steps.push(step);
                }
            }
            turns.push(Turn::new(steps, *ruled, ruled.has(gear), &rivals));
        }
        let out = rivals.iter().map(|rival| stakes.ruling(*rival)).collect();
        let (leads, ahead, path) = (leads_of(&stakes.points), Vec::new(), Vec::new());
        Self { rivals, turns, ahead, leads, out, path, best: None, best_lead: 0 }
    }

    /// Whether each rival by itself can be beaten, with as many changes as there are questions.
    fn is_possible(&self) -> bool {
        let gains = |at: usize| self.turns.iter().map(|turn| turn.most[at]).sum::<i32>();
        let can = |at: usize| self.out[at] > 0 || self.leads[at] + gains(at) > 0;
        let stands = self.turns.iter().all(|turn| !turn.is_forced || !turn.steps.is_empty());
        stands && (0..self.rivals.len()).all(can)
    }

    /// The best set of exactly `size` changes; called with one size after another.
    fn best_of(&mut self, size: usize) -> Option<Vec<Change>> {
        let row = self.ahead_row(size);
        self.ahead.push(row);
        if size > 0 {
            self.visit(0, size);
        } else if self.is_hopeful(0, 0) {
            self.best = Some(Vec::new());
        }
        self.best.take()
    }

    /// For each turn, the most that `left` changes from there on can gain on each rival.
    fn ahead_row(&self, left: usize) -> Vec<i32> {
        let width = self.rivals.len();
        let mut row = vec![0; width * (self.turns.len() + 1)];
        for (at, turn) in self.turns.iter().enumerate().rev() {
            for rival in 0..width {
                let (here, next) = (at * width + rival, (at + 1) * width + rival);
                let most = turn.most[rival];
                let fewer = left.checked_sub(1).map_or(LOST, |left| self.ahead[left][next]);
                let changed = if fewer == LOST || most == LOST { LOST } else { fewer + most };
                let kept = if turn.is_forced { LOST } else { row[next] };
                row[here] = changed.max(kept).min(WON);
            }
        }
        row
    }

    /// What `left` changes from turn `at` on can gain on each rival.
    fn ahead(&self, at: usize, left: usize) -> &[i32] {
        let width = self.rivals.len();
        &self.ahead[left][at * width..(at + 1) * width]
    }

    /// Whether `left` changes from turn `at` on may still beat the best set found.
    fn is_hopeful(&self, at: usize, left: usize) -> bool {
        let rivals = self.leads.iter().zip(&self.out).zip(self.ahead(at, left));
        let mut open = rivals.filter(|((_, out), ahead)| **out == 0 || **ahead == LOST);
        open.all(|((lead, _), ahead)| lead + ahead > self.best_lead)
    }

    fn visit(&mut self, from: usize, left: usize) {
        for at in from..self.turns.len() {
            if !self.is_hopeful(at, left) {
                return;
            }
            for choice in 0..self.turns[at].steps.len() {
                if left == 1 {
                    self.finish(at, choice);
                } else {
                    self.turn(at, choice, 1);
                    self.visit(at + 1, left - 1);
                    self.turn(at, choice, -1);
                }
            }
            if self.turns[at].is_forced {
                return;
            }
        }
    }

    /// Keeps the path with one last step, if that is the best set so far.
    fn finish(&mut self, at: usize, choice: usize) {
        let turn = &self.turns[at];
        let step = &turn.steps[choice];
        let mut least = WON;
        for (rival, after) in self.ahead(at + 1, 0).iter().enumerate() {
            let gear = self.rivals[rival];
            let (new, old) = (step.done.rules_out.has(gear), turn.ruled.has(gear));
            let is_out = self.out[rival] + i32::from(new) - i32::from(old) > 0;
            let lead = if is_out { WON } else { self.leads[rival] + step.gains[rival] };
            least = least.min(lead + after);
            if least <= self.best_lead {
                return;
            }
        }
        self.best_lead = least;
        let mut path = self.path.clone();
        path.push(step.done.change);
        self.best = Some(path);
    }

    /// Takes a step, or with `times` −1 takes it back.
    fn turn(&mut self, at: usize, choice: usize, times: i32) {
        let turn = &self.turns[at];
        let Step { done, gains } = &turn.steps[choice];
        for (lead, gain) in self.leads.iter_mut().zip(gains) {
            *lead += gain * times;
        }
        if !(done.rules_out.is_empty() && turn.ruled.is_empty()) {
            for (out, rival) in self.out.iter_mut().zip(&self.rivals) {
                let (new, old) = (done.rules_out.has(*rival), turn.ruled.has(*rival));
                *out += times * (i32::from(new) - i32::from(old));
            }
        }
        if times > 0 {
            self.path.push(done.change);
        } else {
            self.path.pop();
        }
    }
}

impl Step<'_> {
    /// Whether this step gains as much on every rival as `other`, and rules out as many.
    fn is_as_good_as(&self, other: &Self, rivals: &[GearId]) -> bool {
        let rules =
            |rival: &GearId| self.done.rules_out.has(*rival) || !other.done.rules_out.has(*rival);
        let gains = self.gains.iter().zip(&other.gains);
        gains.into_iter().all(|(mine, other)| mine >= other) && rivals.iter().all(rules)
    }
}

impl<'a> Turn<'a> {
    fn new(steps: Vec<Step<'a>>, ruled: GearSet, is_forced: bool, rivals: &[GearId]) -> Self {
        // Not changing an answer gains nothing; an answer that must change has no such choice.
        let mut most = vec![if is_forced { LOST } else { 0 }; rivals.len()];
        for step in &steps {
            for ((most, rival), gain) in most.iter_mut().zip(rivals).zip(&step.gains) {
                let is_out = step.done.rules_out.has(*rival);
                *most = (*most).max(if is_out { WON } else { *gain });
            }
        }
        Self { steps, is_forced, ruled, most }
    }
}

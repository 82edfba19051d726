//! The bounds that cut branches of the search.

use super::{RIVAL_EXCLUDED, Search, UNREACHABLE};
use crate::model::counterfactual::change_table::Cost;

impl Search<'_> {
    /// The lead over every rival that a set has to exceed to be better than the best one found, if
    /// it costs at least `cost`. `None` if no lead is enough.
    pub(super) fn lead_to_exceed(&self, cost: Cost) -> Option<i32> {
        match &self.best {
            Some(best) if cost > best.cost => None,
            Some(best) if cost == best.cost => Some(best.lead),
            _ => Some(0),
        }
    }

    /// For each question, the most that `left` changes from that question on can gain.
    pub(super) fn gains_ahead_row(&self, left: usize) -> Vec<i32> {
        let width = self.points.len() + 1;
        let mut row = vec![0; width * (self.questions.len() + 1)];
        for (at, question) in self.questions.iter().enumerate().rev() {
            for here in at * width..(at + 1) * width {
                let next = here + width;
                let later =
                    left.checked_sub(1).map_or(UNREACHABLE, |fewer| self.gains_ahead[fewer][next]);
                let gain = self.max_gains[here];
                let is_blocked = later == UNREACHABLE || gain == UNREACHABLE;
                let changed = if is_blocked { UNREACHABLE } else { later + gain };
                let kept = if question.is_forced { UNREACHABLE } else { row[next] };
                row[here] = changed.max(kept).min(RIVAL_EXCLUDED);
            }
        }
        row
    }

    /// The most that `left` changes from question `at` on can gain, by column.
    fn gains_ahead(&self, at: usize, left: usize) -> &[i32] {
        let width = self.points.len() + 1;
        &self.gains_ahead[left][at * width..(at + 1) * width]
    }

    /// Whether `left` changes from question `at` on may lead to a better set than the best found.
    pub(super) fn can_improve(&self, at: usize, left: usize) -> bool {
        let ahead = self.gains_ahead(at, left);
        ahead[self.target] != UNREACHABLE && self.can_improve_by(left, |rival| ahead[rival])
    }

    /// Whether a change of question `at`, followed by `left` − 1 later changes, may lead to a
    /// better set than the best found.
    pub(super) fn can_improve_with(&self, at: usize, left: usize) -> bool {
        let here = &self.max_gains[at * (self.points.len() + 1)..];
        let ahead = self.gains_ahead(at + 1, left - 1);
        ahead[self.target] != UNREACHABLE
            && self.can_improve_by(left, |rival| here[rival] + ahead[rival])
    }

    /// Whether `left` changes that bring these gains, one for each column, may lead to a better set
    /// than the best found.
    fn can_improve_by(&self, left: usize, gain: impl Fn(usize) -> i32) -> bool {
        let Some(lead) = self.lead_to_exceed(self.cost + Cost::least(left)) else { return false };
        let can_beat = |rival: usize| {
            self.exclusion_counts[rival] > 0 || self.lead(rival) + gain(rival) > lead
        };
        (0..self.points.len()).all(can_beat)
            && self.can_improve_in_sum(lead, gain(self.points.len()))
    }

    /// Whether a total gain over all rivals in play is enough to exceed `lead` over each.
    fn can_improve_in_sum(&self, lead: i32, gain: i32) -> bool {
        let mut sum = gain;
        for rival in &self.in_play {
            if self.exclusion_counts[*rival] > 0 {
                // The path excludes this rival. It needs no part of the gain, so the sum over all
                // rivals is no bound.
                return true;
            }
            sum += self.lead(*rival) - lead - 1;
        }
        sum >= 0
    }
}

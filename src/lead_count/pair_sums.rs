//! What topics can add to the leads over two rivals at once.

use super::{MOST, WEIGHTS};

/// What some topics can add to the leads over two rivals, and in how many settings.
pub(super) struct PairSums {
    /// The least that they can add to each lead.
    least: [i32; 2],
    /// The number of rows and columns of `counts`.
    size: [usize; 2],
    /// The number of settings that add `least` plus the row, or more, to the first lead, and `least`
    /// plus the column, or more, to the second.
    counts: Vec<u64>,
}

impl PairSums {
    /// For each topic and the end, what the topics from there on can add. `one` and `other` have the
    /// lead over each rival from each topic at weight 1.
    pub(super) fn from_each(one: &[i32], other: &[i32]) -> Vec<Self> {
        // Here `counts` holds the settings that add exactly as much.
        let mut settings = Self { least: [0, 0], size: [1, 1], counts: vec![1] };
        let mut all = Vec::new();
        for leads in one.iter().zip(other).rev() {
            let wider = settings.and([*leads.0, *leads.1]);
            all.push(settings.summed());
            settings = wider;
        }
        all.push(settings.summed());
        all.reverse();
        all
    }

    /// The exact counts with one more topic.
    fn and(&self, leads: [i32; 2]) -> Self {
        let most = leads.map(|lead| lead * MOST);
        let size = [0, 1].map(|at| self.size[at] + most[at].unsigned_abs() as usize);
        let mut counts = vec![0; size[0] * size[1]];
        for weight in WEIGHTS {
            let shift =
                [0, 1].map(|at| (leads[at] * weight - most[at].min(0)).unsigned_abs() as usize);
            for (row, settings) in self.counts.chunks(self.size[1]).enumerate() {
                let start = (row + shift[0]) * size[1] + shift[1];
                let wider = counts[start..].iter_mut();
                wider.zip(settings).for_each(|(wide, count)| *wide += count);
            }
        }
        Self { least: [0, 1].map(|at| self.least[at] + most[at].min(0)), size, counts }
    }

    /// Sums the exact counts from the ends of both axes.
    fn summed(mut self) -> Self {
        let width = self.size[1];
        for row in self.counts.chunks_mut(width) {
            for at in (1..width).rev() {
                row[at - 1] += row[at];
            }
        }
        for at in (width..self.counts.len()).rev() {
            self.counts[at - width] += self.counts[at];
        }
        self
    }

    /// The number of settings in which the leader, with these leads before, is behind neither rival.
    pub(super) fn sufficient(&self, leads: [i32; 2]) -> u64 {
        let [row, column] =
            [0, 1].map(|at| usize::try_from(-leads[at] - self.least[at]).unwrap_or(0));
        let is_inside = row < self.size[0] && column < self.size[1];
        if is_inside { self.counts[row * self.size[1] + column] } else { 0 }
    }
}

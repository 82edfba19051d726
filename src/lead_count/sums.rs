//! What topics can add to the lead over one rival.

use super::{MOST, WEIGHTS};

/// What some topics can add to the lead over one rival, and in how many settings.
pub(super) struct Sums {
    /// The least that they can add.
    pub(super) least: i32,
    /// The number of settings that add `least` plus the index, or more.
    counts: Vec<u64>,
}

impl Sums {
    /// For each topic and the end, what the topics from there on can add.
    pub(super) fn from_each(leads: &[i32]) -> Vec<Self> {
        let (mut least, mut settings) = (0, vec![1]);
        let mut all = vec![Self::new(least, &settings)];
        for lead in leads.iter().rev() {
            let most = lead * MOST;
            least += most.min(0);
            let mut wider = vec![0; settings.len() + most.unsigned_abs() as usize];
            for weight in WEIGHTS {
                let shift = lead * weight - most.min(0);
                let shifted = wider.iter_mut().skip(shift.unsigned_abs() as usize);
                shifted.zip(&settings).for_each(|(wide, count)| *wide += count);
            }
            settings = wider;
            all.push(Self::new(least, &settings));
        }
        all.reverse();
        all
    }

    /// What all topics can add.
    pub(super) fn of(leads: &[i32]) -> Self {
        Self::from_each(leads).swap_remove(0)
    }

    /// From the number of settings that add `least` plus the index.
    fn new(least: i32, settings: &[u64]) -> Self {
        let mut counts = settings.to_vec();
        for at in (1..counts.len()).rev() {
            counts[at - 1] += counts[at];
        }
        Self { least, counts }
    }

    /// The most that they can add.
    pub(super) fn most(&self) -> i32 {
        self.least + i32::try_from(self.counts.len()).unwrap_or(0) - 1
    }

    /// The number of settings in which the leader, with this lead before, is not behind.
    pub(super) fn sufficient(&self, lead: i32) -> u64 {
        let at = usize::try_from(-lead - self.least).unwrap_or(0);
        self.counts.get(at).copied().unwrap_or(0)
    }
}

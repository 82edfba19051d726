//! The shortlist: candidates, comparisons in rounds, and what the visitor has said about themselves.

use super::Session;
use crate::model::candidate::MOST_CANDIDATES;
use crate::model::preference::{MOST_COMPARISONS, Side};
use crate::model::{Candidate, Comparison, Date, Habits};
use crate::store::Document;

/// The shortlist is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

impl Session {
    /// The candidates with their ids, in the visitor's own order; tracked.
    pub fn candidates(self) -> Vec<(String, Candidate)> {
        self.workspace().own.candidates()
    }

    /// Adds a candidate behind the others. Returns its id.
    ///
    /// # Errors
    ///
    /// If there are [`MOST_CANDIDATES`] already.
    pub fn add_candidate(self, candidate: &Candidate) -> Result<String, Full> {
        let mut added = Err(Full);
        self.change_own(&mut |document| {
            if document.candidate_count() >= MOST_CANDIDATES {
                return;
            }
            let all = document.candidates();
            let last = all.iter().map(|(_, candidate)| candidate.order).max();
            let order = last.map_or(0, |last| last.saturating_add(1));
            let id = self.new_id(|id| all.iter().any(|(known, _)| known == id));
            document.set_candidate(&id, &Candidate { order, ..candidate.clone() });
            added = Ok(id);
        });
        added
    }

    /// Changes a candidate. One that another tab has removed in the meantime stays removed.
    pub fn change_candidate(self, id: &str, edit: &mut dyn FnMut(&mut Candidate)) {
        self.change_own(&mut |document| {
            if let Some(mut candidate) = document.candidate(id) {
                edit(&mut candidate);
                document.set_candidate(id, &candidate);
            }
        });
    }

    /// Removes a candidate, and returns it so that it can be put back.
    pub fn remove_candidate(self, id: &str) -> Option<Candidate> {
        let mut found = None;
        self.edit_workspace(&mut |workspace| {
            let mut removed = None;
            workspace.change_own(self.platform, &mut |document| {
                found = document.candidate(id);
                removed = document.remove_candidate(id);
            });
            workspace.removed = removed;
        });
        found
    }

    /// Puts a removed candidate back, unless the shortlist is full. The one that was removed last comes
    /// back with what this version cannot read of it.
    ///
    /// # Errors
    ///
    /// If there are [`MOST_CANDIDATES`] already.
    pub fn put_back(self, id: &str, candidate: &Candidate) -> Result<(), Full> {
        let mut done = Err(Full);
        self.edit_workspace(&mut |workspace| {
            let removed = workspace.removed.clone().filter(|removed| removed.is(id));
            workspace.change_own(self.platform, &mut |document| {
                if document.candidate_count() < MOST_CANDIDATES {
                    if let Some(removed) = &removed {
                        document.put_back(removed);
                    }
                    document.set_candidate(id, candidate);
                    done = Ok(());
                }
            });
            // After a refusal, it is still needed.
            workspace.removed.take_if(|removed| done.is_ok() && removed.is(id));
        });
        done
    }

    /// Moves a candidate before or behind its neighbour in the visitor's own order.
    pub fn move_candidate(self, id: &str, is_up: bool) {
        self.change_own(&mut |document| {
            let mut all = document.candidates();
            let Some(at) = all.iter().position(|(known, _)| known == id) else { return };
            let to = if is_up { at.checked_sub(1) } else { Some(at + 1) };
            let Some(to) = to.filter(|to| *to < all.len()) else { return };
            all.swap(at, to);
            for ((id, mut candidate), order) in all.into_iter().zip(0..) {
                if candidate.order != order {
                    candidate.order = order;
                    document.set_candidate(&id, &candidate);
                }
            }
        });
    }

    /// The comparisons with their ids; tracked.
    pub fn comparisons(self) -> Vec<(String, Comparison)> {
        self.workspace().own.comparisons()
    }

    /// Adds a comparison, and returns its id. Above [`MOST_COMPARISONS`], it takes the place of the oldest.
    pub fn start_comparison(self, comparison: &Comparison) -> String {
        let mut started = String::new();
        self.change_own(&mut |document| {
            let all = document.comparisons();
            // Ids sort in the order of time.
            let number = |(id, _): &(String, Comparison)| {
                id.get(..4).and_then(|number| u16::from_str_radix(number, 16).ok())
            };
            let next = all.iter().filter_map(number).max().map_or(0, |last| last.saturating_add(1));
            started = self.new_id(|id| all.iter().any(|(known, _)| known == id));
            started.replace_range(..4, &format!("{next:04x}"));
            if let Some((oldest, _)) = all.first().filter(|_| all.len() >= MOST_COMPARISONS) {
                document.remove_comparison(oldest);
            }
            document.set_comparison(&started, comparison);
        });
        started
    }

    /// Changes a comparison. One that another tab has removed in the meantime stays removed.
    pub fn change_comparison(self, id: &str, edit: &mut dyn FnMut(&mut Comparison)) {
        self.change_own(&mut |document| {
            if let Some(mut comparison) = document.comparison(id) {
                edit(&mut comparison);
                document.set_comparison(id, &comparison);
            }
        });
    }

    /// Removes a comparison.
    pub fn remove_comparison(self, id: &str) {
        self.change_own(&mut |document| document.remove_comparison(id));
    }

    /// What the visitor has said about themselves on the shortlist; tracked.
    pub fn habits(self) -> Habits {
        self.workspace().own.habits()
    }

    /// Changes what the visitor has said about themselves on the shortlist.
    pub fn change_habits(self, edit: &mut dyn FnMut(&mut Habits)) {
        self.change_own(&mut |document| {
            let mut habits = document.habits();
            edit(&mut habits);
            document.set_habits(&habits);
        });
    }

    /// The day that the clock shows.
    pub fn today(self) -> Option<Date> {
        Date::parse(&self.platform.clock.today())
    }

    /// The toss of a coin.
    pub fn toss(self) -> Side {
        if self.platform.chance.number().is_multiple_of(2) { Side::A } else { Side::B }
    }

    /// Changes the visitor's own document. A shared result that is shown has no shortlist.
    fn change_own(self, edit: &mut dyn FnMut(&mut Document)) {
        self.edit_workspace(&mut |workspace| workspace.change_own(self.platform, edit));
    }

    /// Eight letters and digits that are not in use.
    fn new_id(self, is_used: impl Fn(&str) -> bool) -> String {
        loop {
            let id = format!("{:08x}", self.platform.chance.number());
            if !is_used(&id) {
                return id;
            }
        }
    }
}

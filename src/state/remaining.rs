//! What the open questions can still do, for the line under each step of the quiz.

use leptos::prelude::*;

use super::Session;
use crate::model::{Remaining, TopicId};

/// What is said of the questions that are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// No answer to an open question can change who leads.
    pub is_settled: bool,
    /// How many topics can still change who leads, alone or together.
    pub can_matter: usize,
    /// The open topic that decides most.
    pub decisive: Option<TopicId>,
}

impl Outlook {
    fn of(remaining: &Remaining) -> Self {
        Self {
            is_settled: remaining.settled.is_some(),
            can_matter: remaining.can_matter.len(),
            decisive: remaining.decisive,
        }
    }
}

impl Session {
    /// The outlook while some topics are answered and some are open; `None` before and after.
    pub fn outlook(self) -> Memo<Option<Outlook>> {
        Memo::new(move |_| {
            let is_open = self.next_open().is_some() && !self.is_untouched();
            is_open.then(|| Outlook::of(&Remaining::of(self.quiz(), &self.answers().read())))
        })
    }
}

//! What is on the page as a whole.

use leptos::prelude::*;

use super::gone::AtWork;
use crate::model::{Candidate, CandidateScore, Date, DeviceTypeId, Habits};
use crate::state::{Full, Session};

/// The most candidates that stand side by side.
pub const SIDE_BY_SIDE: usize = 3;

/// A candidate with its id and its type.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its type; `None` if this version of the content does not have it.
    pub device_type: Option<DeviceTypeId>,
    /// What the visitor has noted.
    pub candidate: Candidate,
}

/// What the parts of the page share. It lasts as long as the view.
#[derive(Clone, Copy)]
pub struct Shortlist {
    /// The session of the view.
    pub session: Session,
    /// Every candidate, in the visitor's own order.
    pub all: Memo<Vec<Listed>>,
    /// How each of them stands under the visitor's answers.
    pub scores: Memo<Vec<CandidateScore>>,
    /// What the visitor has said about themselves.
    pub habits: Memo<Habits>,
    /// The ids of the candidates side by side, at most [`SIDE_BY_SIDE`].
    pub compared: RwSignal<Vec<String>>,
    /// The candidate that was removed last, until it is put back.
    pub removed: RwSignal<Option<(String, Candidate)>>,
    /// The day that the clock shows.
    pub today: RwSignal<Option<Date>>,
    /// Where the visitor is at work.
    pub(super) at_work: RwSignal<AtWork>,
}

impl Shortlist {
    /// The shortlist of the session.
    pub fn new(session: Session) -> Self {
        let quiz = session.quiz();
        let all = Memo::new(move |_| {
            let listed = move |(id, candidate): (String, Candidate)| {
                let device_type = quiz.find_device_type(&candidate.device_type);
                Listed { id, device_type, candidate }
            };
            session.candidates().into_iter().map(listed).collect::<Vec<_>>()
        });
        let scores = Memo::new(move |_| {
            let (all, answers) = (all.read(), session.answers());
            let candidates = all.iter().map(|listed| (listed.device_type, &listed.candidate));
            CandidateScore::all(quiz, &answers.read(), candidates)
        });
        Self {
            session,
            all,
            scores,
            habits: Memo::new(move |_| session.habits()),
            compared: RwSignal::new(Vec::new()),
            removed: RwSignal::new(None),
            today: RwSignal::new(session.today()),
            at_work: RwSignal::new(AtWork::default()),
        }
    }

    /// The candidate with an id, while there is one.
    pub fn candidate(self, id: String) -> Memo<Option<Listed>> {
        Memo::new(move |_| self.all.read().iter().find(|listed| listed.id == id).cloned())
    }

    /// How the candidate with an id stands, while there is one.
    pub fn score(self, id: String) -> Memo<Option<CandidateScore>> {
        Memo::new(move |_| {
            let at = self.all.read().iter().position(|listed| listed.id == id)?;
            self.scores.read().get(at).cloned()
        })
    }

    /// The name of the candidate with an id, while there is one; tracked.
    pub fn name(self, id: &str) -> Option<String> {
        let all = self.all.read();
        let found = all.iter().find(|listed| listed.id == id)?;
        Some(found.candidate.name.clone())
    }

    /// The candidates side by side that are still there; tracked.
    pub fn side_by_side(self) -> Vec<Listed> {
        let all = self.all.read();
        let compared = self.compared.read();
        let found = |id: &String| all.iter().find(|listed| listed.id == *id).cloned();
        compared.iter().filter_map(found).collect()
    }

    /// Whether another candidate can be put beside the others; tracked.
    pub fn has_room(self) -> bool {
        self.side_by_side().len() < SIDE_BY_SIDE
    }

    /// Puts a candidate beside the others if there is room, or takes it away.
    pub fn toggle_compared(self, id: &str) {
        let there: Vec<String> =
            untrack(move || self.side_by_side()).into_iter().map(|listed| listed.id).collect();
        let mut compared = there.clone();
        compared.retain(|known| known != id);
        if compared.len() == there.len() && there.len() < SIDE_BY_SIDE {
            compared.push(id.to_owned());
        }
        self.compared.set(compared);
    }

    /// Changes a candidate.
    pub fn change(self, id: &str, mut edit: impl FnMut(&mut Candidate)) {
        self.session.change_candidate(id, &mut edit);
    }

    /// Removes a candidate. It can be put back until the next one is removed.
    pub fn remove(self, id: &str) {
        let removed = self.session.remove_candidate(id);
        self.removed.set(removed.map(|candidate| (id.to_owned(), candidate)));
    }

    /// Puts the candidate back that was removed last. Returns its id.
    ///
    /// # Errors
    ///
    /// If the shortlist is full.
    pub fn put_back(self) -> Result<Option<String>, Full> {
        let Some((id, candidate)) = self.removed.get_untracked() else { return Ok(None) };
        self.session.put_back(&id, &candidate)?;
        self.removed.set(None);
        Ok(Some(id))
    }
}

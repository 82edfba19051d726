//! Candidates that another tab removes while they are open here.

use leptos::prelude::*;

use super::quantity::OF_CANDIDATE;
use super::{Arrangement, Listed, SensitivityEntry, Shortlist, counted, line};
use crate::model::Candidate;
use crate::model::candidate::Check;
use crate::state::Full;

/// What is typed into a field of a candidate and has not been taken yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// The id of the candidate.
    pub candidate: String,
    /// The id of the field.
    pub field: String,
    /// The text in the field.
    pub text: String,
}

/// Where the visitor is at work.
#[derive(Clone, Debug, Default)]
pub struct AtWork {
    /// The id of the candidate whose details have the focus, or had it when the window lost it.
    focused: Option<String>,
    /// What is being typed into a field of a candidate.
    typing: Option<Typing>,
}

impl Typing {
    /// Takes the text as the field would. Returns whether it could be taken.
    pub fn take(&self, of: &mut Candidate) -> bool {
        let (id, text) = (&self.candidate, self.text.trim());
        if let Some(step) = self.field.strip_prefix(&format!("word-{id}-")) {
            of.set_check(Check { word: line(text), ..of.check(step) });
            return true;
        }
        match self.field.strip_suffix(&format!("-{id}")) {
            Some("name") if !text.is_empty() => text.clone_into(&mut of.name),
            Some("shop") => text.clone_into(&mut of.shop),
            Some("notes") => self.text.clone_into(&mut of.notes),
            Some("sensitivity") => return take_sensitivity(text, of),
            Some(name) => return take_number(name, text, of),
            None => return false,
        }
        true
    }
}

fn take_sensitivity(text: &str, of: &mut Candidate) -> bool {
    let entry = of.sensitivity.map(SensitivityEntry::of).unwrap_or_default();
    let Ok(entry) = entry.typed(text) else { return false };
    of.sensitivity = entry.sensitivity();
    !entry.is_bare()
}

fn take_number(name: &str, text: &str, of: &mut Candidate) -> bool {
    let Some(quantity) = OF_CANDIDATE.iter().find(|at| at.name == name) else { return false };
    let Ok(number) = counted(text, &quantity.range, quantity.unit) else { return false };
    (quantity.set)(of, number);
    true
}

/// A candidate that was open here when another tab removed it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    /// Its id.
    pub id: String,
    /// What it was, with what was being typed as far as it could be taken.
    pub candidate: Candidate,
    /// Whether the focus was in it.
    pub had_focus: bool,
    /// What was being typed, if it could not be taken.
    pub untaken: Option<String>,
}

impl Gone {
    fn of(listed: &Listed, typing: Option<&Typing>, had_focus: bool) -> Self {
        let typing = typing.filter(|typing| typing.candidate == listed.id);
        let mut candidate = listed.candidate.clone();
        let is_taken = typing.is_some_and(|typing| typing.take(&mut candidate));
        Self {
            id: listed.id.clone(),
            candidate,
            had_focus,
            untaken: typing.filter(|_| !is_taken).map(|typing| typing.text.clone()),
        }
    }

    /// What has happened, in words.
    pub fn words(&self) -> String {
        let name = &self.candidate.name;
        let start = format!("“{name}” was open here, and another tab has removed it.");
        match &self.untaken {
            Some(text) => format!("{start} You were typing “{text}”."),
            None => format!("{start} What you entered is kept, and comes back with it."),
        }
    }
}

/// The candidates that are open, and the one that has gone.
#[derive(Clone, Debug, PartialEq, Default)]
struct Watched {
    open: Vec<Listed>,
    gone: Option<Gone>,
}

impl Shortlist {
    /// The last candidate that was open here when another tab removed it, until it is back.
    pub fn gone(self, arrangement: Arrangement) -> Memo<Option<Gone>> {
        let watched = Memo::new(move |last: Option<&Watched>| {
            let (all, open) = (self.all.read(), arrangement.open());
            let removed = self.removed.read();
            let here = removed.as_ref().map(|(id, _)| id.as_str());
            let is_gone = |id: &str| here != Some(id) && all.iter().all(|listed| listed.id != id);
            let lost = last.and_then(|last| last.open.iter().find(|at| is_gone(&at.id)));
            let lost = lost.map(|listed| {
                let at_work = self.at_work.read_untracked();
                let had_focus = at_work.focused.as_ref() == Some(&listed.id);
                Gone::of(listed, at_work.typing.as_ref(), had_focus)
            });
            let before = last.and_then(|last| last.gone.clone());
            Watched {
                open: all.iter().filter(|at| open.contains(&at.id)).cloned().collect(),
                gone: lost.or(before).filter(|gone| is_gone(&gone.id)),
            }
        });
        Memo::new(move |_| watched.read().gone.clone())
    }

    /// Notes that the focus came into the details of a candidate.
    pub fn enter(self, id: &str) {
        self.at_work.update(|at| at.focused = Some(id.to_owned()));
    }

    /// Notes that the focus went to something else on the page.
    pub fn leave(self) {
        self.at_work.update(|at| at.focused = None);
    }

    /// Notes what is being typed into a field of a candidate.
    pub fn note_typing(self, typing: Typing) {
        self.at_work.update(|at| at.typing = Some(typing));
    }

    /// Notes that what was typed has been taken. It has not if the candidate has gone by then.
    pub fn end_typing(self) {
        let is_there = untrack(move || {
            let at_work = self.at_work.read();
            let id = at_work.typing.as_ref().map(|typing| typing.candidate.as_str());
            id.is_some_and(|id| self.all.read().iter().any(|listed| listed.id == id))
        });
        if is_there {
            self.at_work.update(|at| at.typing = None);
        }
    }

    /// Puts back a candidate that has gone.
    ///
    /// # Errors
    ///
    /// If the shortlist is full.
    pub fn bring_back(self, gone: &Gone) -> Result<(), Full> {
        self.session.put_back(&gone.id, &gone.candidate)?;
        self.at_work.update(|at| at.typing = None);
        Ok(())
    }
}

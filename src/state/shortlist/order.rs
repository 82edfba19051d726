//! Which candidates the list shows, and in which order.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{Listed, Shortlist};
use crate::model::CandidateScore;
use crate::model::order::sorted;

/// As many candidates as are shown until the visitor asks for more.
const SHOWN_AT_ONCE: usize = 30;

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum SortBy {
    /// The points under the visitor's answers.
    #[default]
    Points,
    /// The price, the lowest first; candidates without one come last.
    Price,
    /// The last day to return it, the next first; candidates without one come last.
    ReturnBy,
    /// The name.
    Name,
    /// The visitor's own order.
    Own,
}

impl SortBy {
    /// Every order, as it is offered.
    pub const ALL: [Self; 5] = [Self::Points, Self::Price, Self::ReturnBy, Self::Name, Self::Own];

    /// The value of the control.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Price => "price",
            Self::ReturnBy => "return-by",
            Self::Name => "name",
            Self::Own => "own",
        }
    }
}

/// Which candidates are shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Filter {
    /// What the name, the notes or the place to return it must contain, in any case.
    pub text: String,
    /// The id of the type; empty for every type.
    pub device_type: String,
}

impl Filter {
    /// Whether a candidate passes.
    pub fn passes(&self, listed: &Listed) -> bool {
        let (of, wanted) = (&listed.candidate, self.text.trim().to_lowercase());
        let is_type = self.device_type.is_empty() || self.device_type == of.device_type;
        let has = |text: &str| text.to_lowercase().contains(&wanted);
        is_type && (wanted.is_empty() || has(&of.name) || has(&of.notes) || has(&of.shop))
    }
}

/// What the list shows. It lasts as long as the view.
#[derive(Clone, Copy)]
pub struct Arrangement {
    /// What it is sorted by.
    pub sort_by: RwSignal<SortBy>,
    /// Which candidates pass.
    pub filter: RwSignal<Filter>,
    /// The ids of the candidates whose details are open.
    open: RwSignal<Vec<String>>,
    list: Memo<Arranged>,
    /// As many as are shown at most.
    most: RwSignal<usize>,
}

/// The ids of the candidates that pass, in order, and what the order follows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Arranged {
    sort_by: SortBy,
    filter: Filter,
    /// The ids, in order.
    pub ids: Vec<String>,
}

impl Arranged {
    /// The same sort and filter with `ids`, of which those in `self` stay in their old order: a candidate
    /// must not move away under the hands of a visitor who rates it.
    fn held(&self, ids: &[String]) -> Self {
        // Collecting would bring a sort of its own into the wasm.
        let (mut now, mut before) = (BTreeSet::new(), BTreeSet::new());
        now.extend(ids);
        before.extend(&self.ids);
        let stays = self.ids.iter().filter(|id| now.contains(id));
        let comes = ids.iter().filter(|id| !before.contains(id));
        Self { ids: stays.chain(comes).cloned().collect(), ..self.clone() }
    }

    /// The candidates as they are now. While `is_held`, a list in the same order as `last` does not
    /// move what is in it, unless the order is the visitor's own.
    pub fn next(
        last: Option<&Self>,
        is_held: bool,
        (sort_by, filter): (SortBy, Filter),
        ids: Vec<String>,
    ) -> Self {
        let is_same = |last: &&Self| (last.sort_by, &last.filter) == (sort_by, &filter);
        match last.filter(is_same) {
            Some(last) if is_held && sort_by != SortBy::Own => last.held(&ids),
            _ => Self { sort_by, filter, ids },
        }
    }
}

impl Arrangement {
    /// Every candidate of a shortlist, the first under the visitor's answers first.
    pub fn new(shortlist: Shortlist) -> Self {
        let (sort_by, filter) =
            (RwSignal::new(SortBy::default()), RwSignal::new(Filter::default()));
        let open = RwSignal::new(Vec::new());
        let list = Memo::new(move |last: Option<&Arranged>| {
            let all = shortlist.all.read();
            let order = (sort_by.get(), filter.get());
            let shown = arranged(&all, &shortlist.scores.read(), order.0, &order.1);
            let mut ids: Vec<String> = shown.into_iter().map(|at| all[at].id.clone()).collect();
            // What is open stays, even if it is changed so that it no longer passes.
            let open = open.read();
            let is_there = |id: &&String| all.iter().any(|listed| listed.id == **id);
            let open: Vec<&String> = open.iter().filter(is_there).collect();
            let fails: Vec<String> =
                open.iter().filter(|id| !ids.contains(id)).map(|id| (**id).clone()).collect();
            ids.extend(fails);
            Arranged::next(last, !open.is_empty(), order, ids)
        });
        Self { sort_by, filter, open, list, most: RwSignal::new(SHOWN_AT_ONCE) }
    }

    /// The ids of the candidates that are shown, in order; tracked.
    pub fn shown(self) -> Vec<String> {
        self.list.read().ids.iter().take(self.most.get()).cloned().collect()
    }

    /// As many candidates as pass; tracked.
    pub fn passing(self) -> usize {
        self.list.read().ids.len()
    }

    /// As many candidates as [`Arrangement::show_more`] adds; tracked.
    pub fn further(self) -> usize {
        self.passing().saturating_sub(self.most.get()).min(SHOWN_AT_ONCE)
    }

    /// Shows more of the candidates that pass.
    pub fn show_more(self) {
        self.most.update(|most| *most += SHOWN_AT_ONCE);
    }

    /// Shows every candidate in the visitor's own order.
    pub fn show_own_order(self) {
        self.sort_by.set(SortBy::Own);
        self.filter.set(Filter::default());
    }

    /// The ids of the candidates whose details are open; tracked.
    pub(super) fn open(self) -> Vec<String> {
        self.open.get()
    }

    /// Notes that the details of a candidate were opened or closed. The order waits while any are open.
    /// Nothing happens if the list has gone.
    pub fn set_open(self, id: &str, is_open: bool) {
        let is_noted = self.open.try_with_untracked(|open| open.iter().any(|known| known == id));
        if is_noted == Some(!is_open) {
            self.open.update(|open| {
                open.retain(|known| known != id);
                if is_open {
                    open.push(id.to_owned());
                }
            });
        }
    }
}

/// The positions of the candidates that pass, in order. Those that are equal stay in the visitor's own
/// order. `scores` has one for each candidate.
pub fn arranged(
    all: &[Listed],
    scores: &[CandidateScore],
    sort_by: SortBy,
    filter: &Filter,
) -> Vec<usize> {
    let of = |at: usize| &all[at].candidate;
    let price = |at: usize| of(at).price.unwrap_or(f64::INFINITY);
    let return_by = |at: usize| (of(at).return_by.is_none(), of(at).return_by);
    let names: Vec<String> = match sort_by {
        SortBy::Name => all.iter().map(|at| at.candidate.name.to_lowercase()).collect(),
        _ => Vec::new(),
    };
    let passes = |at: &usize| filter.passes(&all[*at]);
    sorted((0..all.len()).filter(passes).collect(), |&one, &other| match sort_by {
        SortBy::Points => place(scores.get(one)).cmp(&place(scores.get(other))),
        SortBy::Price => price(one).total_cmp(&price(other)),
        SortBy::ReturnBy => return_by(one).cmp(&return_by(other)),
        SortBy::Name => names[one].cmp(&names[other]),
        SortBy::Own => Ordering::Equal,
    })
}

/// The ranked by their rank, then those that the answers exclude, then those without points.
fn place(score: Option<&CandidateScore>) -> (u8, usize) {
    match score {
        Some(CandidateScore::Ranked { rank, .. }) => (0, *rank),
        Some(CandidateScore::Excluded { .. }) => (1, 0),
        Some(CandidateScore::Unknown) | None => (2, 0),
    }
}

//! What would put another type first.

use crate::model::{
    Answers, Budget, Change, ChangeTable, Counterfactual, DeviceTypeId, PivotalRating,
    PivotalWeight, Quiz, Verdict,
};

/// Everything that would put another type first, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// Single answers, the preferred ones first.
    pub answers: Vec<ChangeLine>,
    /// For each other type, in table order, the fewest answers that put it first.
    pub device_types: Vec<ChangeLine>,
    /// Single weights.
    pub weights: Vec<ChangeLine>,
    /// Single ratings that are not certain.
    pub ratings: Vec<ChangeLine>,
}

/// One change, or several that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ChangeLine {
    /// The type that it puts first.
    pub leader: DeviceTypeId,
    /// The entry price of that type, in US dollars of 2026, if it is above the answered budget or
    /// the budget is not known.
    pub price: Option<u16>,
    /// What changes.
    pub kind: ChangeKind,
}

/// What changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// One answer.
    Answer(Change),
    /// The fewest answers that put the type first; `None` if no list that is short
    /// enough to be followed does.
    Answers(Option<Vec<Change>>),
    /// A weight.
    Weight(PivotalWeight),
    /// A rating that may be off.
    Rating(PivotalRating),
}

impl Changes {
    /// What would put another type than `leader` first.
    pub fn of(quiz: &Quiz, answers: &Answers, verdict: &Verdict, leader: DeviceTypeId) -> Self {
        let budget = Budget::of(quiz, answers);
        let change_table = ChangeTable::of(quiz, answers);
        let line = |leader, kind| ChangeLine {
            leader,
            price: budget.price_to_name(quiz.device_type(leader)),
            kind,
        };
        let singles = Counterfactual::singles(&change_table, Some(leader)).into_iter();
        let single = |found: Counterfactual| {
            let change = found.changes.first().copied()?;
            Some(line(found.leader, ChangeKind::Answer(change)))
        };
        let fewest = |device_type| {
            let found = Counterfactual::fewest(&change_table, device_type);
            line(device_type, ChangeKind::Answers(found.map(|found| found.changes)))
        };
        let others = quiz.device_types().map(|(at, _)| at).filter(|at| *at != leader);
        let weights = PivotalWeight::all(quiz, answers, Some(leader)).into_iter();
        let ratings = PivotalRating::all(quiz, answers, &verdict.breakdown, Some(leader));
        let rating = |at: PivotalRating| line(at.leader, ChangeKind::Rating(at));
        Self {
            answers: singles.filter_map(single).collect(),
            device_types: others.map(fewest).collect(),
            weights: weights.map(|at| line(at.leader, ChangeKind::Weight(at))).collect(),
            ratings: ratings.into_iter().map(rating).collect(),
        }
    }
}

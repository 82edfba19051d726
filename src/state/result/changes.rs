//! What would put another type first.

use crate::model::{
    Answers, Change, ChangeTable, Counterfactual, DeviceTypeId, PivotalRating, PivotalWeight, Quiz,
    Verdict,
};

/// Everything that would put another type first, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// Single answers.
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
pub enum ChangeLine {
    /// Changed answers, and the type that they put first.
    Answers(Counterfactual),
    /// A type, and the fewest changed answers that put it first; `None` if no answers do.
    DeviceType(DeviceTypeId, Option<Vec<Change>>),
    /// A changed weight.
    Weight(PivotalWeight),
    /// A rating that may be off.
    Rating(PivotalRating),
}

impl Changes {
    /// What would put another type than `leader` first.
    pub fn of(quiz: &Quiz, answers: &Answers, verdict: &Verdict, leader: DeviceTypeId) -> Self {
        let change_table = ChangeTable::of(quiz, answers);
        let fewest = |device_type| {
            let found = Counterfactual::fewest(&change_table, device_type);
            ChangeLine::DeviceType(device_type, found.map(|found| found.changes))
        };
        let singles = Counterfactual::singles(&change_table, Some(leader));
        let others = quiz.device_types().map(|(at, _)| at).filter(|at| *at != leader);
        let weights = PivotalWeight::all(quiz, answers, Some(leader));
        let ratings = PivotalRating::all(quiz, answers, &verdict.breakdown, Some(leader));
        Self {
            answers: singles.into_iter().map(ChangeLine::Answers).collect(),
            device_types: others.map(fewest).collect(),
            weights: weights.into_iter().map(ChangeLine::Weight).collect(),
            ratings: ratings.into_iter().map(ChangeLine::Rating).collect(),
        }
    }
}

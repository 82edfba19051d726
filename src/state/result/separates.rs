//! What separates the two types of a close result.

use crate::model::{
    CriterionId, DeviceTypeId, Quiz, Rating, Reason, ScoreBreakdown, Verdict, Word,
};

/// Two types that are close, and the criteria that the answers weigh and on which they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Separation {
    /// The leader and its rival.
    pub device_types: [DeviceTypeId; 2],
    /// A row for each criterion, in order.
    pub rows: Vec<SeparatingRow>,
}

/// The ratings of both types on a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SeparatingRow {
    /// The criterion.
    pub criterion: CriterionId,
    /// The rating of each type, and whether it is the visitor's own.
    pub cells: [(Rating, bool); 2],
}

impl Separation {
    /// What separates the leader from its rival. `None` unless the verdict is close.
    pub fn of(quiz: &Quiz, verdict: &Verdict) -> Option<Self> {
        let device_types = [verdict.leader?, verdict.rival()?];
        let breakdown = &verdict.breakdown;
        let rows = || separating_rows(quiz, breakdown, device_types);
        (verdict.word == Word::Close).then(|| Self { device_types, rows: rows() })
    }
}

fn separating_rows(
    quiz: &Quiz,
    breakdown: &ScoreBreakdown,
    device_types: [DeviceTypeId; 2],
) -> Vec<SeparatingRow> {
    let reasons = device_types.map(|device_type| Reason::all(quiz, breakdown, device_type));
    let is_weighed =
        |criterion| reasons.iter().flatten().any(|reason| reason.criterion == criterion);
    let row = |criterion| {
        let ratings = &breakdown.ratings;
        let cell = |of| (ratings.get(of, criterion), ratings.is_own(of, criterion));
        SeparatingRow { criterion, cells: device_types.map(cell) }
    };
    let criteria = quiz.criteria().map(|(criterion, _)| criterion);
    let rows = criteria.filter(|criterion| is_weighed(*criterion)).map(row);
    rows.filter(|row| row.cells[0].0 != row.cells[1].0).collect()
}

//! The types in the order of their points: those that remain, then those that are excluded.

use crate::model::{DeviceTypeId, Exclusion, Points, RankedType, Verdict};

/// The ranking of a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// The types that remain, the best first.
    pub remaining: Vec<RemainingType>,
    /// The types that the answers exclude.
    pub excluded: Vec<ExcludedType>,
}

/// A type that remains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RemainingType {
    /// The type.
    pub device_type: DeviceTypeId,
    /// Its points.
    pub points: Points,
    /// Whether it leads, alone or with others.
    pub is_first: bool,
}

/// A type that the answers exclude.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ExcludedType {
    /// The type.
    pub device_type: DeviceTypeId,
    /// The points that it would have.
    pub points: Points,
    /// The answers that exclude it, in the order of the quiz.
    pub exclusions: Vec<Exclusion>,
}

impl Ranking {
    /// The ranking of `verdict`.
    pub fn of(verdict: &Verdict) -> Self {
        let remaining = |ranked: RankedType| RemainingType {
            device_type: ranked.device_type,
            points: ranked.points,
            is_first: ranked.rank == Some(1) && verdict.leader.is_some(),
        };
        let excluded = |ranked: &RankedType| {
            let all = verdict.breakdown.exclusions.iter().copied();
            let exclusions = all.filter(|at| at.device_type == ranked.device_type).collect();
            ExcludedType { device_type: ranked.device_type, points: ranked.points, exclusions }
        };
        let out = verdict.ranking.iter().filter(|ranked| ranked.rank.is_none());
        Self {
            remaining: verdict.remaining().map(remaining).collect(),
            excluded: out.map(excluded).collect(),
        }
    }

    /// What this ranking says of a type that remains.
    pub fn remaining(&self, device_type: DeviceTypeId) -> Option<RemainingType> {
        self.remaining.iter().copied().find(|at| at.device_type == device_type)
    }
}

//! How the points of each type add up, answer by answer in the order of the quiz.

use crate::model::{BreakdownLine, DeviceTypeId, Points, Verdict};

/// The points of each type that remains, after each answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// The number of answers that count; at least two.
    pub steps: usize,
    /// A curve for each type that remains, the best first; at least two.
    pub curves: Vec<Curve>,
}

/// The points of one type as they grow.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Curve {
    /// The type.
    pub device_type: DeviceTypeId,
    /// Its points after each answer.
    pub sums: Vec<Points>,
}

impl Growth {
    /// The growth behind `verdict`; `None` while there are not two types and two answers.
    pub fn of(verdict: &Verdict) -> Option<Self> {
        let lines = &verdict.breakdown.lines;
        let curve = |device_type: DeviceTypeId| {
            let mut sum = 0;
            let grown = |line: &BreakdownLine| {
                sum += line.of(device_type).0;
                Points(sum)
            };
            Curve { device_type, sums: lines.iter().map(grown).collect() }
        };
        let curves: Vec<Curve> = verdict.remaining().map(|at| curve(at.device_type)).collect();
        let is_drawn = curves.len() > 1 && lines.len() > 1;
        is_drawn.then_some(Self { steps: lines.len(), curves })
    }
}

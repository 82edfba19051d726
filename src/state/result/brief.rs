//! The result in brief: what a visitor reads before opening anything.

use super::changes::{ChangeKind, ChangeLine, Changes};
use super::reasons::{ReasonLine, Reasons};
use crate::model::{
    Change, CriterionId, DeviceTypeId, Points, Rating, TopicId, Verdict, Weight, Word,
};

/// As many reasons for the leader as are named.
const FOR: usize = 3;
/// As many reasons against it.
const AGAINST: usize = 1;

/// The strongest reasons for the leader, and the strongest against it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Brief {
    /// What speaks for it.
    pub good: Vec<BriefReason>,
    /// What speaks against it.
    pub bad: Vec<BriefReason>,
}

/// A reason with one of the answers that make it count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BriefReason {
    /// The criterion.
    pub criterion: CriterionId,
    /// The rating in force.
    pub rating: Rating,
    /// What the visitor said; what no other reason says, if there is such an answer.
    pub because: &'static str,
}

impl Brief {
    /// The strongest of `reasons`.
    pub fn of(reasons: &Reasons) -> Self {
        let mut said = Vec::new();
        let good = strongest(&reasons.good, FOR, &mut said);
        Self { good, bad: strongest(&reasons.bad, AGAINST, &mut said) }
    }
}

/// The first `most` of `reasons`, which do not repeat what is `said` already if they need not.
fn strongest(
    reasons: &[ReasonLine],
    most: usize,
    said: &mut Vec<&'static str>,
) -> Vec<BriefReason> {
    let brief = |reason: &ReasonLine| {
        let all = &reason.because;
        let because = all.iter().find(|at| !said.contains(at)).or(all.first()).copied();
        said.extend(because);
        BriefReason {
            criterion: reason.criterion,
            rating: reason.rating,
            because: because.unwrap_or_default(),
        }
    };
    reasons.iter().take(most).map(brief).collect()
}

/// The type beside the leader, and what would put it first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunnerUp {
    /// The type.
    pub device_type: DeviceTypeId,
    /// By how many points it is behind.
    pub behind: Points,
    /// Whether the verdict is close.
    pub is_close: bool,
    /// The least that would put it alone in first place; `None` if no answers do.
    pub tip: Option<Tip>,
}

/// What puts a type first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tip {
    /// Another weight of one topic.
    Weight(TopicId, Weight),
    /// Other answers; at least one.
    Answers(Vec<Change>),
}

impl RunnerUp {
    /// The type beside the leader of `verdict`. `None` if no other type remains. `changes` is what
    /// would put another type than the leader first.
    pub fn of(verdict: &Verdict, changes: &Changes) -> Option<Self> {
        let (leader, device_type) = (verdict.leader?, verdict.rival()?);
        let points = |at| verdict.breakdown.points(at);
        Some(Self {
            device_type,
            behind: points(leader) - points(device_type),
            is_close: verdict.word == Word::Close,
            tip: tip(changes, device_type),
        })
    }
}

/// A weight that makes an answer count for more, or else any weight, or else the fewest answers.
fn tip(changes: &Changes, device_type: DeviceTypeId) -> Option<Tip> {
    let mine = |line: &&ChangeLine| line.leader == device_type;
    let weight = |line: &ChangeLine| match &line.kind {
        ChangeKind::Weight(at) => Some((at.topic, at.weight)),
        _ => None,
    };
    let weights = || changes.weights.iter().filter(mine).filter_map(weight);
    if let Some((topic, weight)) = weights().find(|at| at.1.value() > 1).or(weights().next()) {
        return Some(Tip::Weight(topic, weight));
    }
    let fewest = |line: &ChangeLine| match &line.kind {
        ChangeKind::Answers(fewest) => fewest.clone(),
        _ => None,
    };
    changes.device_types.iter().filter(mine).find_map(fewest).map(Tip::Answers)
}

//! How firm a lead is.

use crate::model::{
    Answers, DeviceTypeId, Lead, PivotalWeight, Quiz, Robustness, TopicId, Verdict, Weight,
};

/// How firm the lead over the rivals that remain is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Firmness {
    /// How far the lead depends on the weights.
    pub robustness: Robustness,
    /// The type beside the leader.
    pub rival: DeviceTypeId,
    /// The weights that, each alone, put the rival alone in first place; one for each topic.
    pub needed: Vec<(TopicId, Weight)>,
    /// The lead over the best rival at each weight of one topic, for each topic that counts.
    pub leads: Vec<Lead>,
}

impl Firmness {
    /// The firmness of a verdict on `answers`. `None` if no type leads or no rival remains.
    pub fn of(quiz: &Quiz, answers: &Answers, verdict: &Verdict) -> Option<Self> {
        let (leader, rival) = (verdict.leader?, verdict.rival()?);
        let rivals: Vec<DeviceTypeId> = verdict
            .remaining()
            .map(|ranked| ranked.device_type)
            .filter(|device_type| *device_type != leader)
            .collect();
        Some(Self {
            robustness: verdict.robustness?,
            rival,
            needed: needed(quiz, answers, leader, rival),
            leads: Lead::all(quiz, &verdict.breakdown, leader, &rivals),
        })
    }
}

fn needed(
    quiz: &Quiz,
    answers: &Answers,
    leader: DeviceTypeId,
    rival: DeviceTypeId,
) -> Vec<(TopicId, Weight)> {
    let all = PivotalWeight::all(quiz, answers, Some(leader)).into_iter();
    let mut needed: Vec<_> =
        all.filter(|at| at.leader == rival).map(|at| (at.topic, at.weight)).collect();
    // What twice does, 4 times mostly does too.
    needed.dedup_by_key(|(topic, _)| *topic);
    needed
}

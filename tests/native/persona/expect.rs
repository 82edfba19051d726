//! The expectations of a persona file about the robustness of the verdict and about changes to it.

use std::collections::BTreeMap;

use headphones_or_iems::model::{
    Answers, Change, ChangeTable, Counterfactual, DeviceTypeId, PivotalWeight, QuestionId, Quiz,
    Relaxation, Robustness, TopicId, Verdict, Weight, Word,
};
use serde::Deserialize;

use super::given;

/// One word for each sentence about robustness in `views/result/head.rs`. In order: the leader is
/// first at all weights; the weights hardly matter; the weights matter; a small change of weights
/// puts another type first; types tie for first place; only one type remains; no type leads.
pub(super) const ROBUSTNESS: [&str; 7] =
    ["all", "hardly", "matters", "small change", "equal", "only", "none"];

/// An expected change as it is written in a file, with exactly one of `by`, `weight` and `skip`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    /// The id of the type that then leads.
    to: String,
    /// New answers: the fewest changes that put the type first, or any single change that does.
    by: Option<BTreeMap<String, Vec<String>>>,
    /// A new weight for one topic.
    weight: Option<BTreeMap<String, u8>>,
    /// Questions to skip, which ends a conflict.
    skip: Option<Vec<String>>,
}

/// An expected change whose ids have been resolved.
pub(super) struct Expected {
    to: DeviceTypeId,
    kind: ChangeKind,
}

/// The kind of an expected change, as in [`Raw`].
enum ChangeKind {
    By(Vec<Change>),
    Weight(TopicId, Weight),
    Skip(Vec<QuestionId>),
}

impl ChangeKind {
    fn parse(quiz: &Quiz, raw: &Raw) -> Result<Self, String> {
        match (&raw.by, &raw.weight, &raw.skip) {
            (Some(by), None, None) if !by.is_empty() => {
                let change = |(id, options): (&String, &Vec<String>)| {
                    let (question, selection) = given(quiz, id, options)?;
                    Ok(Change { question, selection })
                };
                let mut changes = by.iter().map(change).collect::<Result<Vec<_>, String>>()?;
                changes.sort_by_key(|change| change.question);
                Ok(Self::By(changes))
            }
            (None, Some(one), None) if one.len() == 1 => {
                let (id, value) = one.iter().next().ok_or("no weight")?;
                let (topic, weight) = super::weight(quiz, id, *value)?;
                Ok(Self::Weight(topic, weight))
            }
            (None, None, Some(ids)) if !ids.is_empty() => {
                let find = |id: &String| {
                    quiz.find_question(id).ok_or_else(|| format!("`{id}` is not a question"))
                };
                let mut skip = ids.iter().map(find).collect::<Result<Vec<_>, String>>()?;
                skip.sort();
                Ok(Self::Skip(skip))
            }
            _ => Err("a change has one of `by`, `weight` and `skip`".to_owned()),
        }
    }
}

impl Expected {
    pub(super) fn parse(quiz: &Quiz, raw: &Raw) -> Result<Self, String> {
        let to =
            quiz.find_device_type(&raw.to).ok_or_else(|| format!("`{}` is not a type", raw.to))?;
        Ok(Self { to, kind: ChangeKind::parse(quiz, raw)? })
    }

    /// Whether the change is a relaxation, which skips questions to end a conflict.
    pub(super) const fn is_skip(&self) -> bool {
        matches!(self.kind, ChangeKind::Skip(_))
    }

    /// Whether the engine finds this change.
    fn holds(&self, quiz: &Quiz, answers: &Answers, verdict: &Verdict) -> bool {
        let to = self.to;
        match &self.kind {
            ChangeKind::By(changes) => {
                let table = ChangeTable::of(quiz, answers);
                let expected = Counterfactual { changes: changes.clone(), leader: to };
                Counterfactual::fewest(&table, to).as_ref() == Some(&expected)
                    || Counterfactual::singles(&table, verdict.leader).contains(&expected)
            }
            ChangeKind::Weight(topic, weight) => {
                let expected = PivotalWeight { topic: *topic, weight: *weight, leader: to };
                PivotalWeight::all(quiz, answers, verdict.leader).contains(&expected)
            }
            ChangeKind::Skip(skip) => Relaxation::all(quiz, answers)
                .iter()
                .any(|found| found.skip == *skip && found.verdict.leader == Some(to)),
        }
    }

    /// Says that the engine does not find this change, and what it finds instead.
    pub(super) fn complaint(
        &self,
        quiz: &Quiz,
        answers: &Answers,
        verdict: &Verdict,
    ) -> Option<String> {
        (!self.holds(quiz, answers, verdict)).then(|| {
            let fewest = Counterfactual::fewest(&ChangeTable::of(quiz, answers), self.to);
            let words = |counterfactual: Counterfactual| {
                let name = |at: &Change| {
                    let question = quiz.question(at.question);
                    let selected = question.selected(at.selection).map(|option| option.id.as_str());
                    format!("{}={}", question.id, selected.collect::<Vec<_>>().join("+"))
                };
                counterfactual.changes.iter().map(name).collect::<Vec<_>>().join(" ")
            };
            let fewest = fewest.map_or_else(|| "nothing".to_owned(), words);
            let kind = match &self.kind {
                ChangeKind::By(changes) => {
                    words(Counterfactual { changes: changes.clone(), leader: self.to })
                }
                ChangeKind::Weight(topic, weight) => {
                    format!("weight {} of {}", weight.value(), quiz.topic(*topic).id)
                }
                ChangeKind::Skip(skip) => format!("skipping {skip:?}"),
            };
            let to = &quiz.device_type(self.to).id;
            format!("`{to}` does not come first by {kind}; the fewest changes are {fewest}")
        })
    }
}

/// The word of [`ROBUSTNESS`] for the sentence that the result page shows.
fn word(verdict: &Verdict) -> &'static str {
    let is_tied = verdict.first().count() > 1;
    match (verdict.leader, verdict.robustness, verdict.word) {
        (None, ..) => "none",
        (_, None, _) => "only",
        _ if is_tied => "equal",
        (_, Some(robustness), _) if robustness.is_all() => "all",
        (_, _, Word::Clear) => "hardly",
        (_, _, Word::Leaning) => "matters",
        _ => "small change",
    }
}

/// Describes how the robustness of a verdict differs from what is expected.
pub(super) fn robustness(
    expected: &str,
    percent: Option<(u8, u8)>,
    verdict: &Verdict,
) -> Option<String> {
    let found = verdict.robustness.map(Robustness::share);
    let is_inside = match (found, percent) {
        (Some(found), Some((low, high))) => (low..=high).contains(&found),
        (None, None) => true,
        _ => false,
    };
    (word(verdict) != expected || !is_inside).then(|| {
        let word = word(verdict);
        format!("robustness `{word}`, {found:?} %; expected `{expected}`, {percent:?}")
    })
}

//! What a persona's file expects of firmness and of what would change the verdict.

use std::collections::BTreeMap;

use headphones_or_iems::model::{
    Answers, Change, ChangeTable, Counterfactual, DeviceTypeId, PivotalWeight, QuestionId, Quiz,
    Relaxation, Robustness, TopicId, Verdict, Weight, Word,
};
use serde::Deserialize;

use super::given;

/// What the result page says of firmness, in the words of `views/result/head.rs`: it leads
/// however the answers are weighed; that hardly depends on weight; weight matters; a small change
/// tips it; equal on points; the only type left. `none` without a leader.
pub(super) const ROBUSTNESS: [&str; 7] =
    ["all", "hardly", "matters", "small change", "equal", "only", "none"];

/// Something that would change the verdict, as a file has it: one of `by`, `weight` and `skip`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    /// The type that then leads.
    to: String,
    /// The fewest changes that put it first, or one single change that does.
    by: Option<BTreeMap<String, Vec<String>>>,
    /// The importance of one topic.
    weight: Option<BTreeMap<String, u8>>,
    /// Questions to skip, out of a conflict.
    skip: Option<Vec<String>>,
}

/// Something that would change the verdict, with every id known.
pub(super) struct Expected {
    to: DeviceTypeId,
    way: Way,
}

enum Way {
    By(Vec<Change>),
    Weight(TopicId, Weight),
    Skip(Vec<QuestionId>),
}

impl Way {
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
                let (id, value) = one.iter().next().ok_or("no importance")?;
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
            _ => Err("a change has one of `by`, `importance` and `skip`".to_owned()),
        }
    }
}

impl Expected {
    pub(super) fn parse(quiz: &Quiz, raw: &Raw) -> Result<Self, String> {
        let to =
            quiz.find_device_type(&raw.to).ok_or_else(|| format!("`{}` is not a type", raw.to))?;
        Ok(Self { to, way: Way::parse(quiz, raw)? })
    }

    /// Whether it is a way out of a conflict.
    pub(super) const fn is_skip(&self) -> bool {
        matches!(self.way, Way::Skip(_))
    }

    /// Whether the engine finds it.
    fn holds(&self, quiz: &Quiz, answers: &Answers, verdict: &Verdict) -> bool {
        let to = self.to;
        match &self.way {
            Way::By(changes) => {
                let change_table = ChangeTable::of(quiz, answers);
                let counterfactual = Counterfactual { changes: changes.clone(), leader: to };
                Counterfactual::fewest(&change_table, to).as_ref() == Some(&counterfactual)
                    || Counterfactual::singles(&change_table, verdict.leader)
                        .contains(&counterfactual)
            }
            Way::Weight(topic, weight) => {
                let pivotal_weights = PivotalWeight { topic: *topic, weight: *weight, leader: to };
                PivotalWeight::all(quiz, answers, verdict.leader).contains(&pivotal_weights)
            }
            Way::Skip(skip) => Relaxation::all(quiz, answers)
                .iter()
                .any(|way| way.skip == *skip && way.verdict.leader == Some(to)),
        }
    }

    /// What is wrong with it, if anything.
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
            let way = match &self.way {
                Way::By(changes) => {
                    words(Counterfactual { changes: changes.clone(), leader: self.to })
                }
                Way::Weight(topic, weight) => {
                    format!("importance {} of {}", weight.value(), quiz.topic(*topic).id)
                }
                Way::Skip(skip) => format!("skipping {skip:?}"),
            };
            let to = &quiz.device_type(self.to).id;
            format!("`{to}` does not come first by {way}; the fewest changes are {fewest}")
        })
    }
}

/// What the page says of firmness.
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

/// What is wrong with the firmness of a verdict, if anything.
pub(super) fn robustness(
    expected: &str,
    share: Option<(u8, u8)>,
    verdict: &Verdict,
) -> Option<String> {
    let found = verdict.robustness.map(Robustness::share);
    let is_inside = match (found, share) {
        (Some(found), Some((least, most))) => (least..=most).contains(&found),
        (None, None) => true,
        _ => false,
    };
    (word(verdict) != expected || !is_inside).then(|| {
        let word = word(verdict);
        format!("firmness `{word}`, {found:?} in 100; expected `{expected}`, {share:?}")
    })
}

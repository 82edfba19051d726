//! What a persona's file expects of firmness and of what would change the verdict.

use std::collections::BTreeMap;

use headphones_or_iems::model::{
    Answers, Change, Firmness, Flip, GearId, Importance, QuestionId, Quiz, Stakes, TopicId,
    Verdict, WayOut, Weighed, Word,
};
use serde::Deserialize;

use super::given;

/// What the result page says of firmness, in the words of `view/page/result/head.rs`: it leads
/// however the answers are weighed; that hardly depends on weight; weight matters; a small change
/// tips it; equal on points; the only type left. `none` without a leader.
pub(super) const FIRMNESS: [&str; 7] =
    ["all", "hardly", "matters", "small change", "equal", "only", "none"];

/// Something that would change the verdict, as a file has it: one of `by`, `importance` and `skip`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    /// The type that then leads.
    to: String,
    /// The fewest changes that put it first, or one single change that does.
    by: Option<BTreeMap<String, Vec<String>>>,
    /// The importance of one topic.
    importance: Option<BTreeMap<String, u8>>,
    /// Questions to skip, out of a conflict.
    skip: Option<Vec<String>>,
}

/// Something that would change the verdict, with every id known.
pub(super) struct Expected {
    to: GearId,
    way: Way,
}

enum Way {
    By(Vec<Change>),
    Importance(TopicId, Importance),
    Skip(Vec<QuestionId>),
}

impl Way {
    fn parse(quiz: &Quiz, raw: &Raw) -> Result<Self, String> {
        match (&raw.by, &raw.importance, &raw.skip) {
            (Some(by), None, None) if !by.is_empty() => {
                let change = |(id, options): (&String, &Vec<String>)| {
                    let (question, ticks) = given(quiz, id, options)?;
                    Ok(Change { question, ticks })
                };
                let mut changes = by.iter().map(change).collect::<Result<Vec<_>, String>>()?;
                changes.sort_by_key(|change| change.question);
                Ok(Self::By(changes))
            }
            (None, Some(one), None) if one.len() == 1 => {
                let (id, value) = one.iter().next().ok_or("no importance")?;
                let (topic, importance) = super::weighed(quiz, id, *value)?;
                Ok(Self::Importance(topic, importance))
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
        let to = quiz.find_gear(&raw.to).ok_or_else(|| format!("`{}` is not a type", raw.to))?;
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
                let stakes = Stakes::of(quiz, answers);
                let flip = Flip { changes: changes.clone(), leader: to };
                Flip::fewest(&stakes, to).as_ref() == Some(&flip)
                    || Flip::singles(&stakes, verdict.leader).contains(&flip)
            }
            Way::Importance(topic, importance) => {
                let weighed = Weighed { topic: *topic, importance: *importance, leader: to };
                Weighed::all(quiz, answers, verdict.leader).contains(&weighed)
            }
            Way::Skip(skip) => WayOut::all(quiz, answers)
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
            let fewest = Flip::fewest(&Stakes::of(quiz, answers), self.to);
            let words = |flip: Flip| {
                let name = |at: &Change| {
                    let question = quiz.question(at.question);
                    let ticked = question.ticked(at.ticks).map(|choice| choice.id.as_str());
                    format!("{}={}", question.id, ticked.collect::<Vec<_>>().join("+"))
                };
                flip.changes.iter().map(name).collect::<Vec<_>>().join(" ")
            };
            let fewest = fewest.map_or_else(|| "nothing".to_owned(), words);
            let way = match &self.way {
                Way::By(changes) => words(Flip { changes: changes.clone(), leader: self.to }),
                Way::Importance(topic, importance) => {
                    format!("importance {} of {}", importance.value(), quiz.topic(*topic).id)
                }
                Way::Skip(skip) => format!("skipping {skip:?}"),
            };
            let to = &quiz.gear(self.to).id;
            format!("`{to}` does not come first by {way}; the fewest changes are {fewest}")
        })
    }
}

/// What the page says of firmness.
fn word(verdict: &Verdict) -> &'static str {
    let is_tied = verdict.first().count() > 1;
    match (verdict.leader, verdict.firmness, verdict.word) {
        (None, ..) => "none",
        (_, None, _) => "only",
        _ if is_tied => "equal",
        (_, Some(firmness), _) if firmness.is_all() => "all",
        (_, _, Word::Clear) => "hardly",
        (_, _, Word::Leaning) => "matters",
        _ => "small change",
    }
}

/// What is wrong with the firmness of a verdict, if anything.
pub(super) fn firmness(
    expected: &str,
    share: Option<(u8, u8)>,
    verdict: &Verdict,
) -> Option<String> {
    let found = verdict.firmness.map(Firmness::share);
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

//! How much content the model can hold. Going past a limit is an error with a remedy, never a
//! silent wrap of an id or a set.

use super::error::{At, ContentError};
use super::schema::Bundle;

/// Types: robustness counts the settings in which one of them is ahead of 16 others.
const TYPES: usize = 17;
/// Criteria and their groups: ids are bytes, and no table could show more.
const CRITERIA: usize = 64;
/// Listening contexts and other questions together: ids are bytes.
const QUESTIONS: usize = 64;
/// Topics with a weight: robustness counts 4^n settings, and more would take too long.
const TOPICS: usize = 16;
/// Options of one question: the digits 1–9 and 0 select them.
const OPTIONS: std::ops::RangeInclusive<usize> = 2..=10;
/// Sources: ids are bytes.
const SOURCES: usize = 255;

/// Checks the number of items of each kind, before anything else is looked at.
pub(super) fn check(bundle: &Bundle) -> Result<(), ContentError> {
    let contexts = bundle.contexts.groups.iter().map(|group| group.contexts.len()).sum::<usize>();
    let questions = contexts + bundle.questions.len();
    let topics = 1 + bundle.questions.len();
    at_most("types/", "types", bundle.types.len(), TYPES)?;
    at_most("criteria.json", "criteria", bundle.criteria.criteria.len(), CRITERIA)?;
    at_most("criteria.json", "groups", bundle.criteria.groups.len(), CRITERIA)?;
    at_most("contexts.json", "questions and contexts together", questions, QUESTIONS)?;
    at_most("questions.json", "topics (the contexts are one)", topics, TOPICS)?;
    at_most("sources.json", "sources", bundle.sources.len(), SOURCES)?;
    for question in &bundle.questions {
        let at = At { file: "questions.json", item: &question.id };
        at.ensure(OPTIONS.contains(&question.options.len()), "options", || {
            "give two to ten options: the digits 1–9 and 0 select them".into()
        })?;
    }
    Ok(())
}

fn at_most(file: &str, items: &str, count: usize, most: usize) -> Result<(), ContentError> {
    At { file, item: "the whole file" }.ensure(count <= most, items, || {
        format!("{count} is more than {most}; remove some, or raise the limit in `limits.rs`")
    })
}

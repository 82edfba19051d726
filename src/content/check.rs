//! Reads every file and puts the content together, or names the first mistake.

use serde::de::DeserializeOwned;

use super::error::{At, ContentError};
use super::lookup::{Lookup, unique};
use super::{BiasReport, Content, Files, gear, guide, quiz, raw};
use crate::model::{
    Criterion, Gear, Group, GroupId, Guide, Importance, Question, QuestionId, Quiz, Source, Term,
    Thresholds,
};

pub(super) fn read(files: &Files, gear_files: &[&str]) -> Result<Content, ContentError> {
    let rules: raw::Rules = parse(files, "rules.json")?;
    let criteria: raw::Criteria = parse(files, "criteria.json")?;
    let sources: Vec<raw::Source> = parse(files, "sources.json")?;
    let terms: Vec<raw::Term> = parse(files, "glossary.json")?;
    let raw_gears = gear_files
        .iter()
        .map(|file| Ok((*file, parse::<raw::Gear>(files, file)?)))
        .collect::<Result<Vec<_>, ContentError>>()?;
    unique("sources.json", "id", sources.iter().map(|source| source.id.as_str()))?;
    unique("glossary.json", "id", terms.iter().map(|term| term.id.as_str()))?;
    unique("gear/", "id", raw_gears.iter().map(|(_, gear)| gear.id.as_str()))?;
    unique("gear/", "code", raw_gears.iter().map(|(_, gear)| gear.code.as_str()))?;
    let lookup = Lookup {
        gears: raw_gears.iter().map(|(_, gear)| gear.id.clone()).collect(),
        criteria: criteria.criteria.iter().map(|criterion| criterion.id.clone()).collect(),
        sources: sources.iter().map(|source| source.id.clone()).collect(),
        terms: terms.into_iter().map(term).collect(),
    };
    let gears = raw_gears.into_iter().map(|(file, raw)| gear::gear(&lookup, file, raw));
    let gears = gears.collect::<Result<Vec<Gear>, _>>()?;
    let (groups, criteria) = criteria_of(criteria)?;
    separated(&criteria, &gears)?;
    let asked = quiz::asked(&lookup, &parse(files, "scenes.json")?, &questions(files)?)?;
    let shop = guide::shop(&lookup, &asked.questions, parse(files, "shop.json")?)?;
    let signposts = guide::signposts(&asked.questions, parse(files, "signposts.json")?)?;
    let thresholds = thresholds(&rules)?;
    let quiz::Asked { topics, questions } = asked;
    let budget = Some(budget(&rules, &questions)?);
    Ok(Content {
        version: rules.version,
        quiz: Quiz { gears, groups, criteria, topics, questions, thresholds, budget },
        shop,
        signposts,
        sources: sources.into_iter().map(source).collect(),
        terms: lookup.terms,
    })
}

fn questions(files: &Files) -> Result<Vec<raw::Question>, ContentError> {
    parse(files, "questions.json")
}

/// Reads the guide against content that is already checked.
pub(super) fn guide(content: &Content, text: &str) -> Result<Guide, ContentError> {
    let lookup = Lookup {
        gears: Vec::new(),
        criteria: Vec::new(),
        sources: content.sources.iter().map(|source| source.id.clone()).collect(),
        terms: content.terms.clone(),
    };
    guide::guide(&lookup, parse_text("guide.json", text)?)
}

/// Reads the bias report against content that is already checked.
pub(super) fn bias(content: &Content, text: &str) -> Result<BiasReport, ContentError> {
    let raw: raw::Bias = parse_text("bias.json", text)?;
    let at = At { file: "bias.json", item: "leads" };
    let gears = &content.quiz.gears;
    let lead = |gear: &Gear| {
        let stale =
            || at.error("leads", format!("`{}` is missing; run `cargo xtask bias`", gear.id));
        raw.leads.get(&gear.id).copied().ok_or_else(stale)
    };
    let leads = gears.iter().map(lead).collect::<Result<Vec<u32>, _>>()?;
    at.ensure(raw.leads.len() == gears.len(), "leads", || {
        "names a type that is gone; run `cargo xtask bias`".into()
    })?;
    let raw::Bias { draws, undecided, conflict, .. } = raw;
    Ok(BiasReport { draws, leads, undecided, conflict })
}

fn parse<T: DeserializeOwned>(files: &Files, name: &str) -> Result<T, ContentError> {
    parse_text(name, files.text(name))
}

fn parse_text<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, ContentError> {
    serde_json::from_str(text).map_err(|error| ContentError {
        file: name.to_owned(),
        item: format!("line {}, column {}", error.line(), error.column()),
        field: "the JSON".to_owned(),
        rule: format!("{error}; see `docs/content.md` for the shape"),
    })
}

fn criteria_of(raw: raw::Criteria) -> Result<(Vec<Group>, Vec<Criterion>), ContentError> {
    let file = "criteria.json";
    unique(file, "id", raw.groups.iter().map(|group| group.id.as_str()))?;
    unique(file, "id", raw.criteria.iter().map(|criterion| criterion.id.as_str()))?;
    unique(file, "code", raw.criteria.iter().map(|criterion| criterion.code.as_str()))?;
    let ids: Vec<String> = raw.groups.iter().map(|group| group.id.clone()).collect();
    let one = |raw: raw::Criterion| {
        let at = At { file, item: &raw.id };
        let group = super::lookup::position(&ids, &raw.group);
        let unknown = || at.error("group", format!("`{}` is not one of the groups", raw.group));
        let group = GroupId(group.ok_or_else(unknown)?);
        let raw::Criterion { id, code, name, about, phrases, claims, .. } = raw;
        Ok(Criterion { id, code, group, name, about, phrases, claims })
    };
    let criteria = raw.criteria.into_iter().map(one).collect::<Result<_, _>>()?;
    let group = |raw: raw::Group| Group { id: raw.id, name: raw.name };
    Ok((raw.groups.into_iter().map(group).collect(), criteria))
}

/// A criterion on which no type differs is an error.
fn separated(criteria: &[Criterion], gears: &[Gear]) -> Result<(), ContentError> {
    for (i, criterion) in criteria.iter().enumerate() {
        let mut levels = gears.iter().filter_map(|gear| gear.standings.get(i)).map(|at| at.level);
        let first = levels.next();
        let at = At { file: "criteria.json", item: &criterion.id };
        at.ensure(levels.any(|level| Some(level) != first), "id", || {
            "no type differs on it; change a standing or remove the criterion".into()
        })?;
    }
    Ok(())
}

fn thresholds(raw: &raw::Rules) -> Result<Thresholds, ContentError> {
    let at = At { file: "rules.json", item: "thresholds" };
    let known = Importance::ALL.map(Importance::value);
    at.ensure(raw.importances == known, "importances", || format!("the engine knows {known:?}"))?;
    at.ensure(raw.close_below < raw.clear_from && raw.clear_from <= 100, "clear_from", || {
        "must be above `close_below` and at most 100".into()
    })?;
    at.ensure(raw.pair_gain > 0, "pair_gain", || "must be at least 1".into())?;
    let raw::Rules { close_below, clear_from, pair_gain, .. } = *raw;
    Ok(Thresholds { close_below, clear_from, pair_gain })
}

/// The question whose options are budget bands.
fn budget(raw: &raw::Rules, questions: &[Question]) -> Result<QuestionId, ContentError> {
    let at = At { file: "rules.json", item: "budget" };
    let found = questions.iter().position(|question| question.id == raw.budget);
    let found = found.and_then(|found| u8::try_from(found).ok()).map(QuestionId);
    found.ok_or_else(|| at.error("budget", format!("`{}` is not a question", raw.budget)))
}

fn source(raw: raw::Source) -> Source {
    let raw::Source { id, short, title, url } = raw;
    Source { id, short, title, url }
}

fn term(raw: raw::Term) -> Term {
    let raw::Term { id, name, text } = raw;
    Term { id, name, text }
}

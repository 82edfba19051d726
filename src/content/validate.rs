//! Parses the content files, and turns them into checked content or the first mistake.

use serde::de::DeserializeOwned;

use super::error::{At, ContentError};
use super::lookup::{Lookup, unique};
use super::schema::{self, Bundle};
use super::{
    BiasReport, Content, Details, Files, device_type, guide, limits, noise, quiz, shortlist,
    version,
};
use crate::model::{
    Criterion, CriterionDetails, DeviceType, DeviceTypeDetails, Group, GroupId, Guide, Question,
    QuestionId, Quiz, Source, Term, Thresholds, Weight,
};

/// Parses the files into one bundle; the types come in the order that `rules.json` lists.
pub(super) fn bundle(files: &Files) -> Result<Bundle, ContentError> {
    let rules: schema::Rules = parse(files, "rules.json")?;
    let types = rules.types.iter().map(|id| device_type_file(files, id));
    let types = types.collect::<Result<Vec<_>, ContentError>>()?;
    every_type_is_listed(files, &rules)?;
    Ok(Bundle {
        types,
        criteria: parse(files, "criteria.json")?,
        contexts: parse(files, "contexts.json")?,
        questions: parse(files, "questions.json")?,
        shop: parse(files, "shop.json")?,
        signposts: parse(files, "signposts.json")?,
        sources: parse(files, "sources.json")?,
        terms: parse(files, "glossary.json")?,
        noise: parse(files, "noise.json")?,
        shortlist: parse(files, "shortlist.json")?,
        rules,
    })
}

fn device_type_file(files: &Files, id: &str) -> Result<schema::DeviceType, ContentError> {
    let file = format!("types/{id}.json");
    let at = At { file: "rules.json", item: "types" };
    at.ensure(!files.text(&file).is_empty(), "types", || {
        format!("`{id}` has no file; add `{file}` or take the id out")
    })?;
    let raw: schema::DeviceType = parse(files, &file)?;
    At { file: &file, item: &raw.id }
        .ensure(raw.id == id, "id", || "must be the name of its file; rename one of them".into())?;
    Ok(raw)
}

fn every_type_is_listed(files: &Files, rules: &schema::Rules) -> Result<(), ContentError> {
    for name in files.names().filter_map(|name| name.strip_prefix("types/")) {
        let id = name.trim_end_matches(".json");
        At { file: "rules.json", item: "types" }.ensure(
            rules.types.iter().any(|known| known == id),
            "types",
            || format!("does not list `{id}`; put it where its column should be"),
        )?;
    }
    Ok(())
}

/// Checks a bundle and turns its ids into positions. The bias report, which needs checked types, is
/// read afterwards.
pub(super) fn content(bundle: Bundle) -> Result<(Content, Details), ContentError> {
    limits::check(&bundle)?;
    ids_are_unique(&bundle)?;
    let version = version::version(&bundle);
    let Bundle { rules, criteria, types, contexts, questions, shop, .. } = bundle;
    let Bundle { signposts, sources, terms, noise, shortlist, .. } = bundle;
    let lookup = Lookup {
        device_types: types.iter().map(|device_type| device_type.id.clone()).collect(),
        criteria: criteria.criteria.iter().map(|criterion| criterion.id.clone()).collect(),
        sources: sources.iter().map(|source| source.id.clone()).collect(),
        terms: terms.into_iter().map(term).collect(),
    };
    let (device_types, details) = types_of(&lookup, types)?;
    let (groups, criteria) = criteria_of(criteria)?;
    let (criteria, criteria_details): (Vec<Criterion>, Vec<CriterionDetails>) =
        criteria.into_iter().unzip();
    ensure_types_differ(&criteria, &device_types)?;
    let quiz::ParsedQuiz { topics, questions, meanings } =
        quiz::parsed(&lookup, &contexts, &questions)?;
    let shop = guide::shop(&lookup, &questions, shop)?;
    let signposts = guide::signposts(&questions, signposts)?;
    let noise = noise::noise(&lookup, &questions, &noise)?;
    let thresholds = thresholds(&rules)?;
    let budget = Some(budget(&rules, &questions)?);
    let quiz = Quiz { device_types, groups, criteria, topics, questions, thresholds, budget };
    let details = Details {
        device_types: details,
        criteria: criteria_details,
        meanings,
        shop,
        signposts,
        shortlist: shortlist::defaults(&lookup, &shortlist)?,
        sources: sources.into_iter().map(source).collect(),
        terms: lookup.terms,
        noise,
        bias: BiasReport::default(),
    };
    Ok((Content { version, quiz, ..Content::default() }, details))
}

fn types_of(
    lookup: &Lookup,
    types: Vec<schema::DeviceType>,
) -> Result<(Vec<DeviceType>, Vec<DeviceTypeDetails>), ContentError> {
    let checked = types.into_iter().map(|raw| device_type::device_type(lookup, raw));
    Ok(checked.collect::<Result<Vec<_>, _>>()?.into_iter().unzip())
}

fn ids_are_unique(bundle: &Bundle) -> Result<(), ContentError> {
    unique("sources.json", "id", bundle.sources.iter().map(|source| source.id.as_str()))?;
    unique("glossary.json", "id", bundle.terms.iter().map(|term| term.id.as_str()))?;
    unique("types/", "id", bundle.types.iter().map(|device_type| device_type.id.as_str()))?;
    unique("types/", "code", bundle.types.iter().map(|device_type| device_type.code.as_str()))
}

/// Reads the guide, whose terms and sources must be in `content`.
pub(super) fn guide(content: &Content, text: &str) -> Result<Guide, ContentError> {
    let details = content.details();
    let lookup = Lookup {
        device_types: content.quiz.device_types.iter().map(|known| known.id.clone()).collect(),
        criteria: Vec::new(),
        sources: details.sources.iter().map(|source| source.id.clone()).collect(),
        terms: details.terms.clone(),
    };
    guide::guide(&lookup, parse_text("guide.json", text)?)
}

/// Reads the bias report, which must cover exactly the types in `content`.
pub(super) fn bias(content: &Content, text: &str) -> Result<BiasReport, ContentError> {
    let raw: schema::Bias = parse_text("bias.json", text)?;
    let at = At { file: "bias.json", item: "leads" };
    let device_types = &content.quiz.device_types;
    let frequency = |device_type: &DeviceType| {
        let stale = || {
            at.error("leads", format!("`{}` is missing; run `cargo xtask bias`", device_type.id))
        };
        raw.leads.get(&device_type.id).copied().ok_or_else(stale)
    };
    let leads = device_types.iter().map(frequency).collect::<Result<Vec<u32>, _>>()?;
    at.ensure(raw.leads.len() == device_types.len(), "leads", || {
        "names a type that no longer exists; run `cargo xtask bias`".into()
    })?;
    let schema::Bias { draws, undecided, conflict, .. } = raw;
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

/// A criterion, and what there is to read about it.
type ReadCriterion = (Criterion, CriterionDetails);

fn criteria_of(raw: schema::Criteria) -> Result<(Vec<Group>, Vec<ReadCriterion>), ContentError> {
    let file = "criteria.json";
    unique(file, "id", raw.groups.iter().map(|group| group.id.as_str()))?;
    unique(file, "id", raw.criteria.iter().map(|criterion| criterion.id.as_str()))?;
    unique(file, "code", raw.criteria.iter().map(|criterion| criterion.code.as_str()))?;
    let ids: Vec<String> = raw.groups.iter().map(|group| group.id.clone()).collect();
    let one = |raw: schema::Criterion| {
        let at = At { file, item: &raw.id };
        let group = super::lookup::position(&ids, &raw.group);
        let unknown = || at.error("group", format!("`{}` is not one of the groups", raw.group));
        let group = GroupId(group.ok_or_else(unknown)?);
        let schema::Criterion { id, code, name, about, phrases, claims, .. } = raw;
        let details = CriterionDetails { about, phrases, claims };
        Ok((Criterion { id, code, group, name }, details))
    };
    let criteria = raw.criteria.into_iter().map(one).collect::<Result<_, _>>()?;
    let group = |raw: schema::Group| Group { id: raw.id, name: raw.name };
    Ok((raw.groups.into_iter().map(group).collect(), criteria))
}

/// Every criterion must separate at least two types; otherwise it cannot affect any verdict.
fn ensure_types_differ(
    criteria: &[Criterion],
    device_types: &[DeviceType],
) -> Result<(), ContentError> {
    for (i, criterion) in criteria.iter().enumerate() {
        let mut ratings = device_types
            .iter()
            .filter_map(|device_type| device_type.ratings.get(i))
            .map(|graded| graded.rating);
        let first = ratings.next();
        let at = At { file: "criteria.json", item: &criterion.id };
        at.ensure(ratings.any(|rating| Some(rating) != first), "id", || {
            "no type differs on it; change a standing or remove the criterion".into()
        })?;
    }
    Ok(())
}

fn thresholds(raw: &schema::Rules) -> Result<Thresholds, ContentError> {
    let at = At { file: "rules.json", item: "thresholds" };
    let known = Weight::ALL.map(Weight::value);
    at.ensure(raw.weights == known, "weights", || {
        format!("must be {known:?}, the weights that the engine supports")
    })?;
    at.ensure(raw.close_below < raw.clear_from && raw.clear_from <= 100, "clear_from", || {
        "must be above `close_below` and at most 100".into()
    })?;
    at.ensure(raw.pair_gain > 0, "pair_gain", || "must be at least 1".into())?;
    let schema::Rules { close_below, clear_from, pair_gain, .. } = *raw;
    Ok(Thresholds { close_below, clear_from, pair_gain })
}

/// The question whose options are price bands.
fn budget(raw: &schema::Rules, questions: &[Question]) -> Result<QuestionId, ContentError> {
    let at = At { file: "rules.json", item: "budget" };
    let found = questions.iter().position(|question| question.id == raw.budget);
    let found = found.and_then(|found| u8::try_from(found).ok()).map(QuestionId);
    let missing = || at.error("budget", format!("`{}` is not a question", raw.budget));
    let found = found.ok_or_else(missing)?;
    bands_rise(&questions[found.index()])?;
    Ok(found)
}

/// Every price band has an upper end above that of the band before, but the last band has none.
fn bands_rise(budget: &Question) -> Result<(), ContentError> {
    let ends: Vec<Option<u16>> = budget.options.iter().map(|option| option.up_to).collect();
    let is_rising = ends.split_last().is_some_and(|(last, bands)| {
        last.is_none() && bands.iter().all(Option::is_some) && bands.is_sorted_by(|a, b| a < b)
    });
    At { file: "questions.json", item: &budget.id }.ensure(is_rising, "up_to", || {
        "give every band but the last an upper end, the lowest first".into()
    })
}

fn source(raw: schema::Source) -> Source {
    let schema::Source { id, short, title, url } = raw;
    Source { id, short, title, url }
}

fn term(raw: schema::Term) -> Term {
    let schema::Term { id, name, text } = raw;
    Term { id, name, text }
}

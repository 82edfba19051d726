//! Checks `guide.json`, `shop.json` and `signposts.json`.

use super::error::{At, ContentError};
use super::lookup::{Lookup, conditions, unique};
use super::schema;
use crate::model::{
    Block, Figure, Guide, Question, Section, Shop, ShopAdvice, Signpost, TryOnStep,
};

pub(super) fn guide(lookup: &Lookup, raw: schema::Guide) -> Result<Guide, ContentError> {
    let file = "guide.json";
    let sections = raw.sections.iter().map(|section| section.id.as_str());
    let blocks = raw.sections.iter().flat_map(|section| &section.body);
    unique(file, "id", sections.chain(blocks.map(|block| block.id.as_str())))?;
    let checked = |section: schema::Section| {
        let blocks = section.body.into_iter().map(|raw| block(lookup, raw));
        let body = blocks.collect::<Result<Vec<_>, _>>()?;
        Ok(Section { id: section.id, title: section.title, body })
    };
    let sections = raw.sections.into_iter().map(checked).collect::<Result<_, _>>()?;
    let figures = raw.figures.into_iter().map(|raw| figure(lookup, raw));
    let figures = figures.collect::<Result<_, _>>()?;
    Ok(Guide { title: raw.title, lede: raw.lede, figures, sections })
}

fn figure(lookup: &Lookup, raw: schema::Figure) -> Result<Figure, ContentError> {
    let at = At { file: "guide.json", item: &raw.title };
    let device_type = lookup.device_type(at, "type", &raw.device_type)?;
    let text = lookup.prose(at, "fact", &raw.fact)?;
    let (grade, sources) = lookup.evidence(at, &raw.grade, &raw.sources)?;
    Ok(Figure { device_type, title: raw.title.clone(), text, grade, sources })
}

fn block(lookup: &Lookup, raw: schema::Block) -> Result<Block, ContentError> {
    let at = At { file: "guide.json", item: &raw.id };
    let id = raw.id.clone();
    match (raw.heading, raw.fact, raw.take, raw.grade) {
        (Some(title), None, None, None) => Ok(Block::Heading { id, title }),
        (None, Some(fact), None, Some(grade)) => {
            let text = lookup.prose(at, "fact", &fact)?;
            let (grade, sources) = lookup.evidence(at, &grade, &raw.sources)?;
            Ok(Block::Fact { id, text, grade, sources })
        }
        (None, None, Some(take), None) => {
            Ok(Block::Take { id, text: lookup.prose(at, "take", &take)? })
        }
        _ => Err(at.error("fact", "give one of `heading`, `take`, or `fact` with its `grade`")),
    }
}

pub(super) fn shop(
    lookup: &Lookup,
    questions: &[Question],
    raw: schema::Shop,
) -> Result<Shop, ContentError> {
    let advice = |raw: schema::ShopAdvice| {
        let at = At { file: "shop.json", item: &raw.text };
        let device_types = lookup.device_types(at, &raw.types, true)?;
        let when = conditions(at, questions, &raw.when)?;
        Ok(ShopAdvice { device_types, when, text: raw.text })
    };
    let parts = |raw: Vec<schema::ShopAdvice>| {
        raw.into_iter().map(advice).collect::<Result<Vec<_>, ContentError>>()
    };
    unique("shop.json", "id", raw.tests.iter().map(|step| step.id.as_str()))?;
    let step = |raw: schema::TryOnStep| {
        let schema::TryOnStep { id, text, types, when } = raw;
        Ok(TryOnStep { id, advice: advice(schema::ShopAdvice { text, types, when })? })
    };
    let at = At { file: "shop.json", item: "price" };
    let (price_grade, _) = lookup.evidence(at, &raw.price.grade, &[])?;
    Ok(Shop {
        price_label: raw.price.label,
        price_grade,
        notes: parts(raw.notes)?,
        tests: raw.tests.into_iter().map(step).collect::<Result<_, ContentError>>()?,
        filters: parts(raw.filters)?,
        say: parts(raw.say)?,
    })
}

pub(super) fn signposts(
    questions: &[Question],
    raw: Vec<schema::Signpost>,
) -> Result<Vec<Signpost>, ContentError> {
    unique("signposts.json", "id", raw.iter().map(|post| post.id.as_str()))?;
    let one = |raw: schema::Signpost| {
        let at = At { file: "signposts.json", item: &raw.id };
        let when = conditions(at, questions, &raw.when)?;
        Ok(Signpost {
            id: raw.id,
            name: raw.name,
            text: raw.text,
            when,
            if_both_refused: raw.if_both_refused,
        })
    };
    raw.into_iter().map(one).collect()
}

//! Checks the files in `types/`, one per device type.

use super::error::{At, ContentError};
use super::lookup::Lookup;
use super::schema;
use crate::model::device_type::{DeviceTypeShop, Illustration, Prices, Variant};
use crate::model::{DeviceType, DeviceTypeDetails, Evidence, Family, GradedRating, Rating};

/// A type, and what there is to read about it.
pub(super) fn device_type(
    lookup: &Lookup,
    raw: schema::DeviceType,
) -> Result<(DeviceType, DeviceTypeDetails), ContentError> {
    let file = &format!("types/{}.json", raw.id);
    let at = At { file, item: &raw.id };
    let family = Family::ALL.into_iter().find(|family| family.id() == raw.family);
    let family = family.ok_or_else(|| at.error("family", "use `headphones` or `in-ear`"))?;
    let variant = |raw: &schema::Named| {
        let text = lookup.prose(At { file, item: &raw.name }, "text", &raw.text)?;
        Ok(Variant { name: raw.name.clone(), text })
    };
    let (ratings, evidence) = ratings(lookup, at, &raw.ratings)?.into_iter().unzip();
    let details = DeviceTypeDetails {
        summary: raw.summary,
        what: lookup.prose(at, "what", &raw.what)?,
        illustration: Illustration {
            title: raw.illustration.title,
            description: raw.illustration.description,
        },
        comes: raw.comes,
        variants: raw.variants.iter().map(variant).collect::<Result<_, _>>()?,
        evidence,
        shop: shop(raw.shop),
    };
    let device_type = DeviceType {
        family,
        prices: prices(at, raw.prices)?,
        ratings,
        id: raw.id,
        code: raw.code,
        title: raw.title,
        short: raw.short,
        column: raw.column,
    };
    Ok((device_type, details))
}

fn shop(raw: schema::DeviceTypeShop) -> DeviceTypeShop {
    DeviceTypeShop {
        search: raw.search,
        filter: raw.filter,
        extras: raw.extras,
        regrets: raw.regrets,
        say: raw.say,
    }
}

fn prices(at: At, raw: schema::Prices) -> Result<Prices, ContentError> {
    let tiers = [Some(raw.entry), Some(raw.mid), Some(raw.high), raw.flagship];
    let rising = tiers.iter().flatten().all(|(from, to)| from < to);
    at.ensure(rising, "prices", || "each tier runs from low to high; swap the numbers".into())?;
    let schema::Prices { entry, mid, high, flagship, extra } = raw;
    Ok(Prices { entry, mid, high, flagship, extra })
}

/// The ratings of a type, in the order of the criteria. Every criterion needs exactly one.
fn ratings(
    lookup: &Lookup,
    at: At,
    raw: &std::collections::BTreeMap<String, schema::GradedRating>,
) -> Result<Vec<(GradedRating, Evidence)>, ContentError> {
    for id in raw.keys() {
        at.ensure(lookup.criteria.contains(id), "ratings", || {
            format!("`{id}` is not a criterion; use an id of `criteria.json`")
        })?;
    }
    let graded = |id: &String| {
        let missing = || at.error("ratings", format!("`{id}` is missing; add a rating for it"));
        let raw = raw.get(id).ok_or_else(missing)?;
        let item = format!("{} {id}", at.item);
        let at = At { file: at.file, item: &item };
        let outside = || at.error("rating", format!("{}: use −2 to +2", raw.rating));
        let rating = Rating::new(raw.rating).ok_or_else(outside)?;
        let (grade, sources) = lookup.evidence(at, &raw.grade, &raw.sources)?;
        at.ensure(!raw.why.is_empty(), "why", || "is empty; give the reason".into())?;
        let why = lookup.prose(at, "why", &raw.why)?;
        let evidence = Evidence { why, figure: raw.figure.clone(), sources };
        Ok((GradedRating { rating, grade }, evidence))
    };
    lookup.criteria.iter().map(graded).collect()
}

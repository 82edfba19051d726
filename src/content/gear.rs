//! Checks the files in `gear/`.

use super::error::{At, ContentError};
use super::lookup::Lookup;
use super::raw;
use crate::model::gear::{GearShop, Prices, Variant};
use crate::model::{Family, Gear, Level, Standing};

pub(super) fn gear(lookup: &Lookup, file: &str, raw: raw::Gear) -> Result<Gear, ContentError> {
    let at = At { file, item: &raw.id };
    at.ensure(file == format!("gear/{}.json", raw.id), "id", || {
        "must be the name of its file; rename one of them".into()
    })?;
    let family = Family::ALL.into_iter().find(|family| family.id() == raw.family);
    let family = family.ok_or_else(|| at.error("family", "use `headphones` or `in-ear`"))?;
    let variant = |raw: &raw::Named| {
        let text = lookup.prose(At { file, item: &raw.name }, "text", &raw.text)?;
        Ok(Variant { name: raw.name.clone(), text })
    };
    Ok(Gear {
        family,
        what: lookup.prose(at, "what", &raw.what)?,
        variants: raw.variants.iter().map(variant).collect::<Result<_, _>>()?,
        prices: prices(at, raw.prices)?,
        standings: standings(lookup, at, &raw.standings)?,
        shop: shop(raw.shop),
        id: raw.id,
        code: raw.code,
        name: raw.name,
        title: raw.title,
        short: raw.short,
        column: raw.column,
        summary: raw.summary,
        comes: raw.comes,
        caption: raw.caption,
    })
}

fn shop(raw: raw::GearShop) -> GearShop {
    GearShop {
        search: raw.search,
        filter: raw.filter,
        extras: raw.extras,
        regrets: raw.regrets,
        say: raw.say,
    }
}

fn prices(at: At, raw: raw::Prices) -> Result<Prices, ContentError> {
    let tiers = [Some(raw.entry), Some(raw.mid), Some(raw.high), raw.flagship];
    let rising = tiers.iter().flatten().all(|(from, to)| from < to);
    at.ensure(rising, "prices", || "each tier runs from low to high; swap the numbers".into())?;
    let raw::Prices { entry, mid, high, flagship, extra } = raw;
    Ok(Prices { entry, mid, high, flagship, extra })
}

fn standings(
    lookup: &Lookup,
    at: At,
    raw: &std::collections::BTreeMap<String, raw::Standing>,
) -> Result<Vec<Standing>, ContentError> {
    for id in raw.keys() {
        at.ensure(lookup.criteria.contains(id), "standings", || {
            format!("`{id}` is not a criterion; use an id of `criteria.json`")
        })?;
    }
    let one = |id: &String| {
        let missing = || at.error("standings", format!("`{id}` is missing; add a standing for it"));
        let raw = raw.get(id).ok_or_else(missing)?;
        let item = format!("{} {id}", at.item);
        let at = At { file: at.file, item: &item };
        let level = Level::new(raw.x);
        let level = level.ok_or_else(|| at.error("x", format!("{}: use −2 to +2", raw.x)))?;
        let (grade, sources) = lookup.evidence(at, &raw.grade, &raw.sources)?;
        at.ensure(!raw.why.is_empty(), "why", || "is empty; give the reason".into())?;
        let why = lookup.prose(at, "why", &raw.why)?;
        Ok(Standing { level, grade, why, figure: raw.figure.clone(), sources })
    };
    lookup.criteria.iter().map(one).collect()
}

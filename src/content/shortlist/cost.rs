//! Checks what the types cost to own.

use std::ops::RangeInclusive;

use super::super::error::ContentError;
use super::super::lookup::{Lookup, unique};
use super::super::schema::{Range, shortlist as schema};
use super::{FILE, at, estimate};
use crate::model::DeviceTypeId;
use crate::model::candidate::YEARS;
use crate::model::shortlist::{Amplifier, TypeDefaults};

/// The amounts that upkeep and what is bought besides can cost, in US dollars.
const AMOUNTS: RangeInclusive<f64> = 0.0..=1_000.0;

/// One item for each type, in table order.
pub(super) fn types(
    lookup: &Lookup,
    raw: &[schema::TypeDefaults],
) -> Result<Vec<TypeDefaults>, ContentError> {
    unique(FILE, "type", raw.iter().map(|raw| raw.device_type.as_str()))?;
    for raw in raw {
        lookup.device_type(at(&raw.device_type), "type", &raw.device_type)?;
    }
    let of_type = |id: &String| {
        let missing = || at("types").error("type", format!("`{id}` is missing; add it"));
        let raw = raw.iter().find(|raw| raw.device_type == *id).ok_or_else(missing)?;
        one(lookup, lookup.device_type(at(id), "type", id)?, raw)
    };
    lookup.device_types.iter().map(of_type).collect()
}

fn one(
    lookup: &Lookup,
    device_type: DeviceTypeId,
    raw: &schema::TypeDefaults,
) -> Result<TypeDefaults, ContentError> {
    let id = &raw.device_type;
    let number = |name: &str, raw: &Range, limits| {
        estimate(lookup, at(&format!("{id} {name}")), raw, limits)
    };
    let amount =
        |name, raw: &Option<Range>| raw.as_ref().map(|raw| number(name, raw, &AMOUNTS)).transpose();
    let amplifier = Amplifier::ALL.into_iter().find(|known| known.id() == raw.amplifier);
    let unknown = || {
        let all = Amplifier::ALL.map(Amplifier::id).join("`, `");
        at(id).error("amplifier", format!("`{}`: use one of `{all}`", raw.amplifier))
    };
    Ok(TypeDefaults {
        device_type,
        amplifier: amplifier.ok_or_else(unknown)?,
        years: number("years", &raw.years, &YEARS)?,
        consumables: number("consumables", &raw.consumables, &AMOUNTS)?,
        battery: amount("battery", &raw.battery)?,
        extra: amount("extra", &raw.extra)?,
    })
}

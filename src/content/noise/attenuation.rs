//! Checks what the types hold back.

use std::ops::RangeInclusive;

use super::super::error::ContentError;
use super::super::lookup::{Lookup, unique};
use super::super::schema::noise as schema;
use super::bands::bands;
use super::{FILE, at, basis, filled};
use crate::model::DeviceTypeId;
use crate::model::noise::{Attenuation, Leak, Wearing};

/// The attenuations that a type can have, in dB. Noise cancelling can amplify a little, and sound
/// reaches the ear through the skull past any of them.
const ATTENUATIONS: RangeInclusive<f64> = -10.0..=60.0;
/// How far an attenuation can lie from the usual one, in dB.
const DEVIATIONS: RangeInclusive<f64> = 0.0..=60.0;

/// One attenuation for each type, in table order.
pub(super) fn attenuations(
    lookup: &Lookup,
    raw: &[schema::Attenuation],
) -> Result<Vec<Attenuation>, ContentError> {
    unique(FILE, "type", raw.iter().map(|raw| raw.device_type.as_str()))?;
    for raw in raw {
        lookup.device_type(at(&raw.device_type), "type", &raw.device_type)?;
    }
    let of_type = |id: &String| {
        let missing = || at("attenuation").error("type", format!("`{id}` is missing; add it"));
        let raw = raw.iter().find(|raw| raw.device_type == *id).ok_or_else(missing)?;
        attenuation(lookup, lookup.device_type(at(id), "type", id)?, raw)
    };
    lookup.device_types.iter().map(of_type).collect()
}

fn attenuation(
    lookup: &Lookup,
    device_type: DeviceTypeId,
    raw: &schema::Attenuation,
) -> Result<Attenuation, ContentError> {
    unique(FILE, "id", raw.wearings.iter().map(|wearing| wearing.id.as_str()))?;
    let wearings = raw.wearings.iter().map(|raw_wearing| {
        let item = format!("{} {}", raw.device_type, raw_wearing.id);
        wearing(lookup, &item, raw_wearing)
    });
    let mut wearings = wearings.collect::<Result<Vec<_>, _>>()?.into_iter();
    let none = || at(&raw.device_type).error("wearings", "is empty; say what the type holds back");
    let usual = wearings.next().ok_or_else(none)?;
    Ok(Attenuation { device_type, seals: raw.seals, usual, others: wearings.collect() })
}

fn wearing(lookup: &Lookup, item: &str, raw: &schema::Wearing) -> Result<Wearing, ContentError> {
    let wearing = Wearing {
        id: raw.id.clone(),
        name: filled(at(item), "name", &raw.name)?,
        bands: bands(at(item), "bands", &raw.bands, &ATTENUATIONS)?,
        minus: bands(at(item), "minus", &raw.minus, &DEVIATIONS)?,
        plus: bands(at(item), "plus", &raw.plus, &DEVIATIONS)?,
        basis: basis(lookup, at(item), &raw.basis)?,
    };
    let high = wearing.high().0;
    at(item).ensure(high.iter().all(|band| ATTENUATIONS.contains(band)), "plus", || {
        format!("adds up to more than {} dB; use less", ATTENUATIONS.end())
    })?;
    Ok(wearing)
}

pub(super) fn leak(lookup: &Lookup, raw: &schema::Leak) -> Result<Leak, ContentError> {
    Ok(Leak {
        loss: bands(at("leak"), "loss", &raw.loss, &DEVIATIONS)?,
        basis: basis(lookup, at("leak"), &raw.basis)?,
    })
}

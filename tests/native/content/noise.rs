//! Mistakes in `noise.json` are found, and its numbers are no part of the version.

use headphones_or_iems::content::Content;
use serde_json::{Value, json};

use super::broken::{Mistake, all_found, slip};
use crate::support::{content, content_files};

/// A mistake in `noise.json`.
fn noise(
    at: &'static str,
    value: Value,
    told: (&'static str, &'static str, &'static str),
) -> Mistake {
    slip(("noise.json", at, value), told)
}

#[test]
fn mistakes_in_an_attenuation_are_found() {
    let long = [0.0; 9];
    all_found([
        noise("attenuation/iem/type", json!("nose"), ("nose", "type", "use an id of `types/`")),
        noise("attenuation/iem/type", json!("on-ear"), ("on-ear", "type", "choose another")),
        noise("attenuation/iem/wearings", json!([]), ("iem", "wearings", "say what the type")),
        noise("attenuation/iem/wearings/foam/id", json!("silicone"), ("silicone", "id", "another")),
        noise("attenuation/iem/wearings/foam/name", json!(""), ("iem foam", "name", "is empty")),
        noise(
            "attenuation/iem/wearings/foam/bands",
            json!(&long[..7]),
            ("iem foam", "bands", "7 values"),
        ),
        noise(
            "attenuation/iem/wearings/foam/minus",
            json!(long),
            ("iem foam", "minus", "9 values"),
        ),
        noise(
            "attenuation/iem/wearings/foam/bands/7",
            json!(60.1),
            ("iem foam", "bands", "-10 to 60"),
        ),
        noise(
            "attenuation/iem/wearings/foam/bands/0",
            json!(-10.1),
            ("iem foam", "bands", "at 63 Hz"),
        ),
        noise(
            "attenuation/iem/wearings/foam/minus/4",
            json!(-0.1),
            ("iem foam", "minus", "0 to 60"),
        ),
        noise("attenuation/iem/wearings/foam/plus/4", json!(-0.1), ("iem foam", "plus", "1000 Hz")),
        noise(
            "attenuation/iem/wearings/foam/plus/7",
            json!(22.1),
            ("iem foam", "plus", "use less"),
        ),
        noise("leak/loss", json!([]), ("leak", "loss", "0 values")),
        noise("leak/loss/0", json!(-1), ("leak", "loss", "0 to 60")),
        noise("leak/loss/7", json!(60.1), ("leak", "loss", "8000 Hz")),
    ]);
}

#[test]
fn a_type_without_an_attenuation_is_found() {
    let mut all: Value = serde_json::from_str(content_files().text("noise.json")).unwrap();
    let removed = all["attenuation"].as_array_mut().unwrap().remove(2);
    let files = content_files().clone().with("noise.json", &all.to_string());
    let told = Content::read(&files).unwrap_err();
    assert_eq!((&*told.file, &*told.item, &*told.field), ("noise.json", "attenuation", "type"));
    assert!(told.rule.contains(removed["type"].as_str().unwrap()), "{told}");
}

#[test]
fn mistakes_in_a_place_are_found() {
    all_found([
        noise("places/bus/id", json!("metro"), ("metro", "id", "choose another")),
        noise("places/bus/id", json!("a bus"), ("a bus", "id", "hyphens")),
        noise("places/bus/name", json!(""), ("bus", "name", "is empty")),
        noise("places/bus/text", json!(""), ("bus", "text", "is empty")),
        noise("places/bus/level/usual", json!(120.5), ("bus level", "usual", "30 to 120")),
        noise("places/bus/level/low", json!(29.9), ("bus level", "low", "30 to 120")),
        noise("places/bus/level/high", json!(121), ("bus level", "high", "30 to 120")),
        noise("places/bus/level/low", json!(75), ("bus level", "low", "above `usual`")),
        noise("places/bus/level/high", json!(73), ("bus level", "high", "below `usual`")),
        noise("places/bus/spectrum/bands", json!([0]), ("bus spectrum", "bands", "has 1 values")),
        noise("places/bus/spectrum/bands/3", json!(-1), ("bus spectrum", "bands", "must be 0")),
        noise("places/bus/spectrum/bands/4", json!(-9), ("bus spectrum", "bands", "must be 0")),
        noise("places/bus/spectrum/bands/0", json!(41), ("bus spectrum", "bands", "-60 to 40")),
        noise("places/bus/spectrum/bands/7", json!(-61), ("bus spectrum", "bands", "8000 Hz")),
        noise("places/bus/when", json!(["scene-sea"]), ("bus", "when", "`contexts.json`")),
        noise("places/bus/when", json!(["budget"]), ("bus", "when", "`budget` is no listening")),
    ]);
}

#[test]
fn mistakes_in_levels_and_bases_are_found() {
    all_found([
        noise("listening/quiet/low", json!(20), ("quiet", "low", "30 to 120")),
        noise("listening/music/high", json!(40.5), ("music", "high", "0 to 40")),
        noise("listening/speech/low", json!(-0.5), ("speech", "low", "0 to 40")),
        noise("listening/background/low", json!(4), ("background", "low", "swap the numbers")),
        noise("listening/music/basis/sources", json!([]), ("music", "sources", "name one")),
        noise("places/bus/level/basis/grade", json!("sure"), ("bus level", "grade", "not a grade")),
        noise(
            "places/bus/spectrum/basis/sources",
            json!(["Z9"]),
            ("bus spectrum", "sources", "add it"),
        ),
        noise("leak/basis/text", json!(""), ("leak", "text", "write a few words")),
        noise("references/niosh/sources", json!([]), ("niosh", "sources", "name one")),
        noise("references/adult/text", json!(""), ("adult", "text", "is empty")),
        noise("references/sensitive/grade", json!(""), ("sensitive", "grade", "use one of")),
        noise(
            "attenuation/iem/wearings/foam/basis/text",
            json!(""),
            ("iem foam", "text", "is empty"),
        ),
    ]);
}

#[test]
fn mistakes_of_shape_are_found() {
    let docs = "`docs/content.md`";
    all_found([
        noise("places/bus/colour", json!("red"), ("line 1", "the JSON", docs)),
        noise("references/osha", json!({}), ("line 1", "the JSON", "unknown field `osha`")),
        noise("leak/loss/0", json!("8"), ("line 1", "the JSON", docs)),
        noise(
            "attenuation/iem/seals",
            Value::Null,
            ("line 1", "the JSON", "missing field `seals`"),
        ),
    ]);
}

#[test]
fn the_ends_of_the_ranges_are_allowed() {
    let text = content_files().text("noise.json");
    let mut all: Value = serde_json::from_str(text).unwrap();
    all["places"][0]["level"] = json!({ "usual": 30, "low": 30, "high": 120, "basis": { "grade": "estimate", "text": "A." } });
    all["attenuation"][0]["wearings"][0]["bands"] = json!([-10, 60, 0, 0, 0, 0, 0, 0]);
    all["attenuation"][0]["wearings"][0]["plus"] = json!([0, 0, 60, 0, 0, 0, 0, 0]);
    all["listening"]["music"]["low"] = json!(0);
    all["listening"]["music"]["high"] = json!(40);
    let read = Content::read(&content_files().clone().with("noise.json", &all.to_string()));
    let read = read.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read.details().noise.places[0].level.high.0.to_bits(), 120_f64.to_bits());
    assert_eq!(read.version, content().version, "noise is no part of a score");
}

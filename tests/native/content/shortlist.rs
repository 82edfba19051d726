//! Mistakes in `shortlist.json` are found, and its numbers are no part of the version.

use headphones_or_iems::content::Content;
use headphones_or_iems::model::shortlist::Amplifier;
use serde_json::{Value, json};

use super::broken::{Mistake, all_found, slip};
use crate::support::{content, content_files, quiz};

/// A mistake in `shortlist.json`.
fn slipped(
    at: &'static str,
    value: Value,
    told: (&'static str, &'static str, &'static str),
) -> Mistake {
    slip(("shortlist.json", at, value), told)
}

#[test]
fn mistakes_in_a_type_are_found() {
    all_found([
        slipped("types/iem/type", json!("nose"), ("nose", "type", "use an id of `types/`")),
        slipped("types/iem/type", json!("on-ear"), ("on-ear", "type", "choose another")),
        slipped("types/iem/amplifier", json!("big"), ("iem", "amplifier", "use one of `own`")),
        slipped("types/iem/years/usual", json!(0.2), ("iem years", "usual", "0.25 to 50")),
        slipped("types/iem/years/high", json!(51), ("iem years", "high", "0.25 to 50")),
        slipped("types/iem/years/low", json!(6), ("iem years", "low", "swap the numbers")),
        slipped("types/iem/consumables/low", json!(-1), ("iem consumables", "low", "0 to 1000")),
        slipped(
            "types/tws-anc/battery/high",
            json!(1001),
            ("tws-anc battery", "high", "0 to 1000"),
        ),
        slipped("types/custom-iem/extra/usual", json!(200), ("custom-iem extra", "high", "swap")),
        slipped("types/iem/years/basis/text", json!(""), ("iem years", "text", "few words")),
        slipped(
            "types/tws-anc/years/basis/sources",
            json!(["Z9"]),
            ("tws-anc years", "sources", "add it"),
        ),
        slipped("types/iem/colour", json!("red"), ("line 1", "the JSON", "`docs/content.md`")),
    ]);
}

#[test]
fn a_type_without_numbers_is_found() {
    let mut all: Value = serde_json::from_str(content_files().text("shortlist.json")).unwrap();
    let removed = all["types"].as_array_mut().unwrap().remove(3);
    let files = content_files().clone().with("shortlist.json", &all.to_string());
    let told = Content::read(&files).unwrap_err();
    assert_eq!((&*told.file, &*told.item, &*told.field), ("shortlist.json", "types", "type"));
    assert!(told.rule.contains(removed["type"].as_str().unwrap()), "{told}");
}

#[test]
fn mistakes_in_what_is_shared_and_in_outputs_are_found() {
    all_found([
        slipped("hours/high", json!(169), ("hours", "high", "0.5 to 168")),
        slipped("peak/low", json!(79), ("peak", "low", "80 to 130")),
        slipped("crest/high", json!(31), ("crest", "high", "0 to 30")),
        slipped("peak/basis/sources", json!([]), ("peak", "sources", "name one")),
        slipped("outputs/dac/id", json!("desktop"), ("desktop", "id", "choose another")),
        slipped("outputs/dac/id", json!("own"), ("own", "id", "the visitor’s values")),
        slipped("outputs/dac/name", json!(""), ("dac", "name", "is empty")),
        slipped("outputs/dac/note", json!(""), ("dac", "note", "is empty")),
        slipped("outputs/dac/volts", Value::Null, ("dac", "volts", "is missing")),
        slipped("outputs/dac/volts", json!(0), ("dac", "volts", "0.01 to 100")),
        slipped("outputs/dac/impedance", json!(1001), ("dac", "impedance", "0 to 1000")),
        slipped("outputs/dac/milliamps", json!(0), ("dac", "milliamps", "0.1 to")),
        slipped("outputs/dac/milliwatts", json!(-1), ("dac", "milliwatts", "0.01 to")),
        slipped("outputs/macbook-air/raised/from", json!(0), ("macbook-air", "from", "1 to 2000")),
        slipped("outputs/macbook-air/raised/volts", json!(0), ("macbook-air", "volts", "raised")),
    ]);
}

#[test]
fn what_the_visitor_can_replace_is_no_part_of_a_score() {
    let mut all: Value = serde_json::from_str(content_files().text("shortlist.json")).unwrap();
    all["hours"]["usual"] = json!(15.5);
    let read = Content::read(&content_files().clone().with("shortlist.json", &all.to_string()));
    let read = read.unwrap_or_else(|error| panic!("{error}"));
    let hours = read.details().shortlist.hours.range.usual;
    assert_eq!(hours.to_bits(), 15.5_f64.to_bits());
    assert_eq!(read.version, content().version);
}

/// Trap T9: what is wireless only is not driven by anything.
#[test]
fn types_that_are_wireless_only_have_an_amplifier_of_their_own() {
    let defaults = &content().details().shortlist;
    let of = |id: &str| defaults.of(quiz().find_device_type(id).unwrap());
    for id in ["anc-over-ear", "tws-anc", "open-ear"] {
        assert_eq!(of(id).amplifier, Amplifier::Own, "{id}");
        assert!(of(id).battery.is_some(), "{id}");
    }
    for id in ["open-back", "closed-back", "iem", "custom-iem"] {
        assert_eq!(of(id).amplifier, Amplifier::None, "{id}");
        assert!(of(id).battery.is_none(), "{id}");
    }
    assert_eq!(of("headset").amplifier, Amplifier::Some);
}

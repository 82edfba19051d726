//! What documents of version 1 become, and what the golden documents of version 2 hold.

use headphones_or_iems::model::drive::Sensitivity;
use headphones_or_iems::model::preference::{Round, Side};
use headphones_or_iems::store::Document;
use serde_json::{Value, json};

use super::value;
use crate::support::{quiz, read};

fn golden(name: &str) -> Document {
    let text = read(&format!("tests/native/store/golden/{name}.json"));
    Document::decode(text.trim_end()).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn json_of(name: &str) -> Value {
    serde_json::from_str(&read(&format!("tests/native/store/golden/{name}.json"))).unwrap()
}

#[test]
fn a_document_of_version_1_keeps_everything_but_the_revision_of_its_list() {
    for name in ["v1-stored", "v1-file", "v1-empty"] {
        let (before, after) = (json_of(name), value(&golden(name)));
        assert_eq!(after["version"], 2, "{name}");
        for field in ["epoch", "answers", "importance", "own"] {
            assert_eq!(after[field], before[field], "{name}: {field}");
        }
        assert_eq!(after["shortlist"], json!({}));
        assert_eq!((&after["kept"], &after["erased"]), (&Value::Null, &Value::Null));
        let runs: Vec<&Value> = after["runs"].as_object().unwrap().values().collect();
        let expected: Vec<Value> = before["runs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|run| json!({ "n": 1, "run": run }))
            .collect();
        assert_eq!(runs, expected.iter().collect::<Vec<_>>(), "{name}");
    }
}

/// A tab that has read version 1 and one that has read what another tab made of it agree.
#[test]
fn every_copy_of_a_document_of_version_1_gets_the_same_keys() {
    let mut document = golden("v1-stored");
    let key = value(&document)["runs"].as_object().unwrap().keys().next().cloned().unwrap();
    assert_eq!(key, "2026-11-22.0001.6a307b56", "the FNV-1a hash of the run's JSON");
    document.merge(golden("v1-stored"));
    assert_eq!(document, golden("v1-stored"));
    document.adopt(&golden("v1-file")).unwrap();
    assert_eq!(document.snapshots(quiz()).len(), 1);
    document.adopt(&golden("v2-file")).unwrap();
    assert_eq!(document.snapshots(quiz()).len(), 1);
}

#[test]
fn the_shortlist_of_version_2_is_read_completely() {
    for name in ["v2-stored", "v2-file"] {
        let document = golden(name);
        let candidates = document.candidates();
        let [(first_id, first), (second_id, second)] = candidates.as_slice() else {
            panic!("{candidates:?}")
        };
        assert_eq!((first_id.as_str(), first.name.as_str()), ("00000a01", "Example One"));
        let numbers = (first.price, first.years, first.impedance, first.battery);
        assert_eq!(numbers, (Some(249.95), Some(8.0), Some(300.0), Some(0.0)));
        assert_eq!(first.sensitivity, Some(Sensitivity::PerMilliwatt(103.0)));
        assert_eq!(first.return_by.map(|day| day.to_string()).as_deref(), Some("2026-12-24"));
        assert_eq!((first.ratings.len(), first.checks.len(), first.is_chosen), (2, 2, true));
        assert_eq!((second_id.as_str(), second.order, second.price), ("00000a02", 1, None));
        assert_eq!(second.device_type, "bone-conduction-2", "a type that this version lacks");
        let comparisons = document.comparisons();
        let (_, comparison) = &comparisons[0];
        assert_eq!(comparison.candidates, ["00000a01", "00000a02"]);
        assert_eq!((comparison.planned, comparison.first), (8, Some(Side::B)));
        assert_eq!(comparison.rounds.len(), 4);
        assert_eq!(comparison.rounds[3], Round { first: Side::A, liked: None });
        let habits = document.habits();
        assert_eq!((habits.hours_per_week, habits.peak), (Some(10.5), Some(110.0)));
        assert_eq!(habits.source, "own");
    }
}

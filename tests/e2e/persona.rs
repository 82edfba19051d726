//! The personas in `tests/native/personas`, as visitors of the built site.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::fixture;
use crate::result_reading::Reading;

/// A persona's answers, and the verdict that suits them.
#[derive(Clone, Debug, Deserialize)]
pub struct Persona {
    #[serde(skip)]
    pub name: String,
    /// Option ids by question id. Questions without an entry are skipped.
    pub answers: BTreeMap<String, Vec<String>>,
    /// Weights by topic, which is `scene` or the id of a question. The default weight is 1.
    #[serde(default)]
    pub weights: BTreeMap<String, u8>,
    /// The types that may come first. Empty for a verdict without a leader.
    pub leaders: Vec<String>,
    pub verdict: String,
}

impl Persona {
    /// Reads the persona whose file has this name, without its extension.
    pub fn named(name: &str) -> Self {
        let file = format!("{name}.json");
        let path = fixture::root().join("tests/native/personas").join(&file);
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{file}: {e}"));
        let persona: Self = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"));
        Self { name: name.to_owned(), ..persona }
    }

    /// All personas, by name.
    pub fn all() -> Vec<Self> {
        let folder = fixture::root().join("tests/native/personas");
        let files = fs::read_dir(folder)
            .expect("the folder of personas should be readable")
            .map(Result::unwrap);
        let mut names: Vec<String> = files
            .map(|file| file.path().file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names.iter().map(|name| Self::named(name)).collect()
    }

    /// The stored document of a visitor with these answers.
    pub fn document(&self) -> String {
        let answer =
            |(id, chose): (&String, &Vec<String>)| (id.clone(), json!({ "n": 1, "chose": chose }));
        let weight = |(id, weight): (&String, &u8)| {
            (id.clone(), json!({ "n": 1, "chose": [weight.to_string()] }))
        };
        let answers: Map<String, Value> = self.answers.iter().map(answer).collect();
        let weights: Map<String, Value> = self.weights.iter().map(weight).collect();
        let document = json!({
            "version": 2, "answers": answers, "importance": weights, "own": {}, "runs": {}, "shortlist": {},
        });
        document.to_string()
    }

    /// Fails unless the result suits this persona.
    #[track_caller]
    pub fn fits(&self, reading: &Reading) {
        assert_eq!(reading.verdict, self.verdict, "{}: {reading:?}", self.name);
        let has_no_leader = self.leaders.is_empty() && reading.leader.is_empty();
        let is_expected = has_no_leader || self.leaders.contains(&reading.leader);
        assert!(is_expected, "{}: expected {:?}, not {reading:?}", self.name, self.leaders);
    }
}

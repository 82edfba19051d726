//! The people of `tests/native/personas`, as visitors of the built site.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::bench;
use crate::reading::Reading;

/// Someone with needs, and what fits them.
#[derive(Clone, Debug, Deserialize)]
pub struct Persona {
    #[serde(skip)]
    pub name: String,
    /// Option ids by question id; what is missing is skipped.
    pub answers: BTreeMap<String, Vec<String>>,
    /// By topic: `context`, or the id of a question.
    #[serde(default)]
    pub weights: BTreeMap<String, u8>,
    /// The types that may lead; none for a verdict without a leader.
    pub leaders: Vec<String>,
    pub verdict: String,
}

impl Persona {
    /// The persona whose file has this name.
    pub fn named(name: &str) -> Self {
        let file = format!("{name}.json");
        let path = bench::root().join("tests/native/personas").join(&file);
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{file}: {e}"));
        let persona: Self = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"));
        Self { name: name.to_owned(), ..persona }
    }

    /// Every persona there is.
    pub fn all() -> Vec<Self> {
        let folder = bench::root().join("tests/native/personas");
        let files = fs::read_dir(folder).expect("there are personas").map(Result::unwrap);
        let mut names: Vec<String> = files
            .map(|file| file.path().file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names.iter().map(|name| Self::named(name)).collect()
    }

    /// The document that a visit of this persona leaves in storage.
    pub fn document(&self) -> String {
        let answer =
            |(id, chose): (&String, &Vec<String>)| (id.clone(), json!({ "n": 1, "chose": chose }));
        let weight = |(id, times): (&String, &u8)| {
            (id.clone(), json!({ "n": 1, "chose": [times.to_string()] }))
        };
        let answers: Map<String, Value> = self.answers.iter().map(answer).collect();
        let weights: Map<String, Value> = self.weights.iter().map(weight).collect();
        let document = json!({
            "version": 1, "answers": answers, "importance": weights, "own": {}, "runs": [],
        });
        document.to_string()
    }

    /// Fails unless the result is what fits this persona.
    #[track_caller]
    pub fn fits(&self, reading: &Reading) {
        assert_eq!(reading.word, self.verdict, "{}: {reading:?}", self.name);
        let is_nobody = self.leaders.is_empty() && reading.leader.is_empty();
        let is_led = is_nobody || self.leaders.contains(&reading.leader);
        assert!(is_led, "{}: {:?} expected, not {reading:?}", self.name, self.leaders);
    }
}

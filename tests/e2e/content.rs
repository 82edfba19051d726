//! The content files, as far as the tests compare the site with them.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::bench;

/// The types in the order of the table.
pub const DEVICE_TYPES: [&str; 7] =
    ["open-back", "closed-back", "on-ear", "anc-over-ear", "iem", "custom-iem", "tws-anc"];

#[derive(Debug, Deserialize)]
pub struct Question {
    pub id: String,
    pub kind: String,
    pub title: String,
    pub options: Vec<AnswerOption>,
}

#[derive(Debug, Deserialize)]
pub struct AnswerOption {
    pub id: String,
    pub label: String,
    pub effects: BTreeMap<String, i32>,
    pub excludes: Option<Exclusion>,
}

#[derive(Debug, Deserialize)]
pub struct Exclusion {
    pub device_types: Vec<String>,
    pub why: String,
}

#[derive(Debug, Deserialize)]
pub struct Places {
    pub title: String,
    pub groups: Vec<PlaceGroup>,
}

#[derive(Debug, Deserialize)]
pub struct PlaceGroup {
    pub contexts: Vec<Place>,
}

#[derive(Debug, Deserialize)]
pub struct Place {
    pub id: String,
    pub label: String,
    pub sometimes: BTreeMap<String, i32>,
    pub often: BTreeMap<String, i32>,
}

#[derive(Debug, Deserialize)]
pub struct Criteria {
    pub criteria: Vec<Criterion>,
}

#[derive(Debug, Deserialize)]
pub struct Criterion {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Deserialize)]
pub struct DeviceType {
    pub id: String,
    pub short: String,
    pub column: String,
    pub title: String,
    pub summary: String,
    pub ratings: BTreeMap<String, GradedRating>,
}

#[derive(Debug, Deserialize)]
pub struct GradedRating {
    pub x: i32,
    pub grade: String,
    pub why: String,
    pub sources: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct Guide {
    pub title: String,
    pub sections: Vec<Section>,
}

#[derive(Debug, Deserialize)]
pub struct Section {
    pub id: String,
    pub title: String,
    pub body: Vec<Block>,
}

#[derive(Debug, Deserialize)]
pub struct Block {
    pub id: String,
    pub heading: Option<String>,
    pub fact: Option<String>,
    pub take: Option<String>,
    pub grade: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct Source {
    pub id: String,
    pub url: String,
}

#[derive(Debug, Deserialize)]
pub struct Rules {
    pub version: u32,
    pub weights: Vec<u8>,
    pub close_below: u8,
    pub clear_from: u8,
}

fn read<T: DeserializeOwned>(file: &str) -> T {
    let path = bench::root().join("src/content").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"))
}

pub fn questions() -> Vec<Question> {
    read("questions.json")
}

pub fn places() -> Places {
    read("contexts.json")
}

pub fn contexts() -> Vec<Place> {
    places().groups.into_iter().flat_map(|group| group.contexts).collect()
}

pub fn criteria() -> Vec<Criterion> {
    read::<Criteria>("criteria.json").criteria
}

pub fn device_types() -> Vec<DeviceType> {
    DEVICE_TYPES.map(|id| read(&format!("types/{id}.json"))).into()
}

pub fn guide() -> Guide {
    read("guide.json")
}

pub fn sources() -> BTreeMap<String, String> {
    let sources: Vec<Source> = read("sources.json");
    sources.into_iter().map(|source| (source.id, source.url)).collect()
}

pub fn rules() -> Rules {
    read("rules.json")
}

/// Id and heading of every step of the quiz that asks something, in order.
pub fn steps() -> Vec<(String, String)> {
    let places = ("scene".to_owned(), places().title);
    let questions = questions().into_iter().map(|question| (question.id, question.title));
    [places].into_iter().chain(questions).collect()
}

/// Name and values of every control that answers something.
pub fn controls() -> BTreeMap<String, Vec<String>> {
    let values = ["never", "sometimes", "often"].map(str::to_owned).to_vec();
    let contexts = contexts().into_iter().map(|context| (context.id, values.clone()));
    let questions = questions().into_iter().map(|question| {
        (question.id, question.options.into_iter().map(|option| option.id).collect())
    });
    contexts.chain(questions).collect()
}

/// The words of a text without the marks of its terms: `[words](term)` and `[term]`.
pub fn plain(text: &str) -> String {
    let mut words = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let (shown, tail) = after.split_once(']').expect("a term is closed");
        words.push_str(before);
        words.push_str(shown);
        rest = match tail.strip_prefix('(').and_then(|tail| tail.split_once(')')) {
            Some((_, tail)) => tail,
            None => tail,
        };
    }
    words.push_str(rest);
    words
}

/// A grade as it is written on the page.
pub fn grade_name(grade: &str) -> &str {
    match grade {
        "estimate" => "our estimate",
        "disputed" => "sources disagree",
        other => other,
    }
}

/// A number with its sign, as the page writes it.
pub fn signed(number: i32) -> String {
    match number {
        0 => "0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("−{}", number.unsigned_abs()),
    }
}

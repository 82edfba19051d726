//! The content files, parsed again here without the app's code. The types have only the fields with
//! which the tests compare the site.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::fixture;

/// The device types in the order of the comparison table.
pub static DEVICE_TYPES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| rules().types.into_iter().map(|id| &*id.leak()).collect());

/// "Question 3 of 13": how the title names the step of the question at `number`, from 1.
pub fn step_name(number: usize) -> String {
    format!("Question {number} of {}", questions().len())
}

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
    pub types: Vec<String>,
    pub why: String,
}

#[derive(Debug, Deserialize)]
pub struct Contexts {
    pub title: String,
    pub groups: Vec<ContextGroup>,
}

#[derive(Debug, Deserialize)]
pub struct ContextGroup {
    pub contexts: Vec<Context>,
}

#[derive(Debug, Deserialize)]
pub struct Context {
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
    pub rating: i32,
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
    pub types: Vec<String>,
    pub weights: Vec<u8>,
    pub close_below: u8,
    pub clear_from: u8,
}

fn read<T: DeserializeOwned>(file: &str) -> T {
    let path = fixture::root().join("src/content").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"))
}

pub fn questions() -> Vec<Question> {
    read("questions.json")
}

/// The first step of the quiz, which asks where one listens.
pub fn context_question() -> Contexts {
    read("contexts.json")
}

/// The listening contexts of all groups, in order.
pub fn contexts() -> Vec<Context> {
    context_question().groups.into_iter().flat_map(|group| group.contexts).collect()
}

pub fn criteria() -> Vec<Criterion> {
    read::<Criteria>("criteria.json").criteria
}

pub fn device_types() -> Vec<DeviceType> {
    DEVICE_TYPES.iter().map(|id| read(&format!("types/{id}.json"))).collect()
}

pub fn guide() -> Guide {
    read("guide.json")
}

/// The URL of each source, by its id.
pub fn sources() -> BTreeMap<String, String> {
    let sources: Vec<Source> = read("sources.json");
    sources.into_iter().map(|source| (source.id, source.url)).collect()
}

/// The content about noise.
pub fn noise() -> Value {
    read("noise.json")
}

pub fn rules() -> Rules {
    read("rules.json")
}

/// The id and heading of every step of the quiz that asks a question, in order.
pub fn steps() -> Vec<(String, String)> {
    let contexts = ("scene".to_owned(), context_question().title);
    let questions = questions().into_iter().map(|question| (question.id, question.title));
    [contexts].into_iter().chain(questions).collect()
}

/// The name of every form control that holds an answer, with the values it offers.
pub fn controls() -> BTreeMap<String, Vec<String>> {
    let values = ["never", "sometimes", "often"].map(str::to_owned).to_vec();
    let contexts = contexts().into_iter().map(|context| (context.id, values.clone()));
    let questions = questions().into_iter().map(|question| {
        (question.id, question.options.into_iter().map(|option| option.id).collect())
    });
    contexts.chain(questions).collect()
}

/// A text without the markup of its glossary terms, `[words](term)` and `[term]`.
pub fn plain(text: &str) -> String {
    let mut words = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let (shown, tail) = after.split_once(']').expect("a term should end with `]`");
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

/// The name of an evidence grade on the page.
pub fn grade_name(grade: &str) -> &str {
    match grade {
        "estimate" => "our estimate",
        "disputed" => "sources disagree",
        other => other,
    }
}

/// A number with its sign as the page writes it, with the minus sign U+2212.
pub fn signed(number: i32) -> String {
    match number {
        0 => "0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("−{}", number.unsigned_abs()),
    }
}

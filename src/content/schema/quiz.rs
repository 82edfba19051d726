//! The shapes of `contexts.json` and `questions.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Contexts {
    pub title: String,
    pub short: String,
    pub hint: String,
    pub groups: Vec<ContextGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ContextGroup {
    pub name: String,
    pub contexts: Vec<Context>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Context {
    pub id: String,
    pub code: String,
    pub label: String,
    pub short: String,
    pub sometimes: BTreeMap<String, i8>,
    pub often: BTreeMap<String, i8>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Question {
    pub id: String,
    pub code: String,
    pub kind: String,
    pub title: String,
    pub short: String,
    #[serde(default)]
    pub hint: String,
    /// Whether the options form a scale.
    #[serde(default)]
    pub ordered: bool,
    /// `you` if the question asks about the visitor and not about a choice.
    pub about: Option<String>,
    pub options: Vec<AnswerOption>,
    #[serde(default)]
    pub retired: Vec<RetiredOption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct RetiredOption {
    pub id: String,
    pub code: String,
    pub short: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct AnswerOption {
    pub id: String,
    pub code: String,
    pub label: String,
    pub short: String,
    pub note: Option<String>,
    pub effects: BTreeMap<String, i8>,
    #[serde(default)]
    pub exclusive: bool,
    #[serde(default)]
    pub because: String,
    pub excludes: Option<Excludes>,
    /// The upper end of a price band, in US dollars.
    pub up_to: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Excludes {
    pub types: Vec<String>,
    pub why: String,
}

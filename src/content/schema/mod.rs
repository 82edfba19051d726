//! The JSON shapes of the content files, as serde reads them. `docs/content.md` describes them.

pub(super) mod noise;
mod quiz;
mod range;
pub(super) mod shortlist;

use std::collections::BTreeMap;

use serde::Deserialize;

pub(super) use quiz::{AnswerOption, Context, Contexts, Question, RetiredOption};
pub(super) use range::{Basis, Range};

/// Everything that the app counts with and shows, as the files have it.
pub(in crate::content) struct Bundle {
    pub rules: Rules,
    pub criteria: Criteria,
    pub types: Vec<DeviceType>,
    pub contexts: Contexts,
    pub questions: Vec<Question>,
    pub shop: Shop,
    pub signposts: Vec<Signpost>,
    pub sources: Vec<Source>,
    pub terms: Vec<Term>,
    pub noise: noise::Noise,
    pub shortlist: shortlist::Shortlist,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Rules {
    /// Ids of the types, in the order of the table.
    pub types: Vec<String>,
    pub weights: Vec<u8>,
    pub close_below: u8,
    pub clear_from: u8,
    pub pair_gain: u8,
    pub budget: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Bias {
    pub draws: u32,
    #[serde(rename = "seed")]
    pub _seed: u64,
    #[serde(rename = "unit")]
    pub _unit: String,
    pub leads: BTreeMap<String, u32>,
    pub undecided: u32,
    pub conflict: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Criteria {
    pub groups: Vec<Group>,
    pub criteria: Vec<Criterion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Group {
    pub id: String,
    pub name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Criterion {
    pub id: String,
    pub code: String,
    pub group: String,
    pub name: String,
    pub about: String,
    pub phrases: [String; 5],
    pub claims: [String; 4],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct DeviceType {
    pub id: String,
    pub code: String,
    pub family: String,
    pub title: String,
    pub short: String,
    pub column: String,
    pub summary: String,
    pub what: String,
    pub illustration: Illustration,
    pub comes: String,
    pub variants: Vec<Named>,
    pub prices: Prices,
    pub ratings: BTreeMap<String, GradedRating>,
    pub shop: DeviceTypeShop,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Illustration {
    pub title: String,
    pub description: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Named {
    pub name: String,
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Prices {
    pub entry: (u16, u16),
    pub mid: (u16, u16),
    pub high: (u16, u16),
    pub flagship: Option<(u16, u16)>,
    pub extra: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct GradedRating {
    pub rating: i8,
    pub grade: String,
    pub why: String,
    pub figure: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct DeviceTypeShop {
    pub search: Vec<String>,
    pub filter: Vec<String>,
    pub extras: Vec<String>,
    pub regrets: Vec<String>,
    pub say: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Shop {
    pub price: PriceLabel,
    pub notes: Vec<ShopAdvice>,
    pub tests: Vec<TryOnStep>,
    pub filters: Vec<ShopAdvice>,
    pub say: Vec<ShopAdvice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PriceLabel {
    pub label: String,
    pub grade: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ShopAdvice {
    pub text: String,
    #[serde(default)]
    pub types: Vec<String>,
    #[serde(default)]
    pub when: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct TryOnStep {
    pub id: String,
    pub text: String,
    #[serde(default)]
    pub types: Vec<String>,
    #[serde(default)]
    pub when: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Signpost {
    pub id: String,
    pub name: String,
    pub text: String,
    #[serde(default)]
    pub when: Vec<String>,
    #[serde(default)]
    pub if_both_refused: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Guide {
    pub title: String,
    pub lede: String,
    pub figures: Vec<Figure>,
    pub sections: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Figure {
    #[serde(rename = "type")]
    pub device_type: String,
    pub title: String,
    pub fact: String,
    pub grade: String,
    #[serde(default)]
    pub sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Section {
    pub id: String,
    pub title: String,
    pub body: Vec<Block>,
}

/// Exactly one of `heading`, `fact` and `take` must be given, and `guide::block` checks that.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Block {
    pub id: String,
    pub heading: Option<String>,
    pub fact: Option<String>,
    pub grade: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub take: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Source {
    pub id: String,
    pub short: String,
    pub title: String,
    pub url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct Term {
    pub id: String,
    pub name: String,
    pub text: String,
}

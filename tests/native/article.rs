//! The source article: the content covers every item in it, and copies none of its sentences.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::support::{files, guide, json, quiz, read, strings};

/// An item of the source article, and the part of our content that covers it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Covered {
    item: String,
    location: String,
}

fn covered() -> Vec<Covered> {
    serde_json::from_str(&read("tests/native/article.json")).unwrap()
}

/// Every location in the content, written `group:…`, `type:…`, `section:…` or `block:…`.
fn locations() -> BTreeSet<String> {
    let guide = guide();
    let mut locations = BTreeSet::new();
    locations.extend(quiz().groups.iter().map(|group| format!("group:{}", group.id)));
    locations
        .extend(quiz().device_types.iter().map(|device_type| format!("type:{}", device_type.id)));
    for section in &guide.sections {
        locations.insert(format!("section:{}", section.id));
        locations.extend(section.body.iter().map(|block| format!("block:{}", block.id())));
    }
    locations
}

/// The items whose location is not in `locations`.
fn uncovered<'a>(covered: &'a [Covered], locations: &BTreeSet<String>) -> Vec<&'a str> {
    let missing = covered.iter().filter(|at| !locations.contains(&at.location));
    missing.map(|at| at.item.as_str()).collect()
}

#[test]
fn every_article_item_is_covered() {
    assert_eq!(uncovered(&covered(), &locations()), [""; 0], "not covered");
}

#[test]
fn an_item_with_a_missing_location_is_reported() {
    for removed in ["group:sound", "section:tips", "block:leak"] {
        let mut locations = locations();
        assert!(locations.remove(removed), "`{removed}` is not a location");
        let list = covered();
        let items = uncovered(&list, &locations);
        let expected = list.iter().filter(|at| at.location == removed).count();
        assert!(expected > 0 && items.len() == expected, "{removed}: {items:?}");
    }
}

/// The names of all items by kind. An item is written `kind: name` or `kind number: name`.
fn items_by_kind() -> BTreeMap<String, Vec<String>> {
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Covered { item, .. } in covered() {
        let (kind, name) = item.split_once(": ").unwrap_or_else(|| panic!("`{item}` has no kind"));
        let kind = kind.split(' ').next().unwrap_or_default();
        kinds.entry(kind.to_owned()).or_default().push(name.to_owned());
    }
    kinds
}

#[test]
fn the_list_has_enough_items_of_every_kind() {
    let kinds = items_by_kind();
    let counts: Vec<(&str, usize)> =
        kinds.iter().map(|(kind, names)| (kind.as_str(), names.len())).collect();
    let expected = [
        ("claim", 26),
        ("device", 16),
        ("factor", 5),
        ("row", 7),
        ("scenario", 20),
        ("section", 10),
        ("tip", 3),
    ];
    for ((kind, count), (expected, at_least)) in counts.iter().zip(expected) {
        assert_eq!(*kind, expected);
        assert!(*count >= at_least, "{count} of kind `{kind}`, expected {at_least}");
    }
    assert_eq!(counts.len(), expected.len());
}

#[test]
fn the_list_names_the_rows_factors_and_tips_of_the_article() {
    let kinds = items_by_kind();
    let expected = [
        (
            "row",
            "Sound Quality, Noise Isolation, Comfort, Portability, Price, Leakage, \
             Special Features",
        ),
        ("factor", "Portability, Comfort, Noise Isolation, Audio Quality, Usage Scenarios"),
        ("tip", "Assess Your Needs, Try Both Options, Consider Long-Term Use"),
    ];
    for (kind, names) in expected {
        assert_eq!(kinds[kind].join(", "), names, "{kind}");
    }
}

#[test]
fn the_list_names_the_sections_of_the_article() {
    let sections = items_by_kind()["section"].join("; ");
    for name in [
        "opening",
        "sound",
        "Comfort and Portability",
        "Factors to Consider",
        "Noise Isolation and Leakage",
        "Versatility and Usage Scenarios",
        "Price Range and Accessibility",
        "special features",
        "Choosing the Right Option",
        "Final Words",
    ] {
        assert!(sections.contains(name), "no section `{name}` in {sections}");
    }
}

#[test]
fn the_comparison_has_the_rows_of_the_article_in_the_same_order() {
    let rows = covered().into_iter().filter(|at| at.item.starts_with("row: "));
    let locations: Vec<String> = rows.map(|at| at.location).collect();
    let groups: Vec<String> =
        quiz().groups.iter().map(|group| format!("group:{}", group.id)).collect();
    assert_eq!(locations, groups);
}

/// The number of consecutive words that counts as copied. Two independent texts hardly ever share
/// a run this long.
const RUN: usize = 8;

/// The 64-bit FNV-1a hash of a text.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// The words of a text in lower case. Every character that is not an ASCII letter or digit
/// separates words.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The runs of [`RUN`] words in `text` whose hash is in `runs`.
fn copied(runs: &BTreeSet<u64>, text: &str) -> Vec<String> {
    let words = words(text);
    let all = words.windows(RUN).map(|run| run.join(" "));
    all.filter(|run| runs.contains(&hash(run))).collect()
}

/// The hashes of all runs of [`RUN`] words in the article. The article is copyrighted, so only
/// these hashes are in the repository.
fn runs() -> BTreeSet<u64> {
    let text = read("tests/native/article-runs.txt");
    text.lines().map(|line| u64::from_str_radix(line, 16).unwrap()).collect()
}

#[test]
fn no_run_of_eight_words_is_copied_from_the_article() {
    let (runs, mut checked) = (runs(), 0);
    for path in files("src/content", ".json") {
        let value = json(path.trim_start_matches("src/content/"));
        for (at, text) in strings(&value) {
            assert_eq!(copied(&runs, text), [""; 0], "in {path} at {at}");
            checked += words(text).len();
        }
    }
    for path in files("docs", ".md").iter().chain(&["README.md".to_owned()]) {
        if crate::support::root().join(path).exists() {
            assert_eq!(copied(&runs, &read(path)), [""; 0], "in {path}");
        }
    }
    assert!(checked > 5_000, "only {checked} words of content were checked");
}

#[test]
fn a_copied_run_is_found_despite_other_case_and_punctuation() {
    let (mut runs, sentence) = (runs(), "one two three four five six seven eight nine");
    assert!(runs.len() > 1_000, "{} runs", runs.len());
    assert_eq!(copied(&runs, sentence), [""; 0]);
    runs.insert(hash("two three four five six seven eight nine"));
    let written = "Zero. One: “TWO, three” — four/five\nsix (seven)  eight’nine ten";
    assert_eq!(copied(&runs, written), ["two three four five six seven eight nine"]);
    assert_eq!(copied(&runs, "two three four five six seven eight"), [""; 0]);
}

#[test]
fn the_hash_is_fnv_1a() {
    // Test vectors from the reference code of the FNV authors.
    assert_eq!(hash(""), 0xCBF2_9CE4_8422_2325);
    assert_eq!(hash("a"), 0xAF63_DC4C_8601_EC8C);
    assert_eq!(hash("foobar"), 0x8594_4171_F739_67E8);
}

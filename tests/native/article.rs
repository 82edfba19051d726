//! The source article: every item of it has a place here, and none of its sentences was copied.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::support::{files, guide, json, quiz, read, strings};

/// A thing the article says, and where we say it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Covered {
    item: String,
    location: String,
}

fn covered() -> Vec<Covered> {
    serde_json::from_str(&read("tests/native/article.json")).unwrap()
}

/// Every place there is: `group:…`, `device_type:…`, `section:…`, `block:…`.
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

fn missing<'a>(covered: &'a [Covered], locations: &BTreeSet<String>) -> Vec<&'a str> {
    let lost = covered.iter().filter(|at| !locations.contains(&at.location));
    lost.map(|at| at.item.as_str()).collect()
}

#[test]
fn everything_in_the_article_has_a_place() {
    assert_eq!(missing(&covered(), &locations()), [""; 0], "without a place");
}

#[test]
fn an_item_whose_place_is_gone_is_named() {
    for gone in ["group:sound", "section:tips", "block:leak"] {
        let mut locations = locations();
        assert!(locations.remove(gone), "`{gone}` is not a place");
        let list = covered();
        let items = missing(&list, &locations);
        let expected = list.iter().filter(|at| at.location == gone).count();
        assert!(expected > 0 && items.len() == expected, "{gone}: {items:?}");
    }
}

#[test]
fn the_list_holds_the_rows_sections_factors_and_tips_of_the_article() {
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Covered { item, .. } in covered() {
        let (kind, name) = item.split_once(": ").unwrap_or_else(|| panic!("`{item}` has no kind"));
        let kind = kind.split(' ').next().unwrap_or_default();
        kinds.entry(kind.to_owned()).or_default().push(name.to_owned());
    }
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
    let named = [
        (
            "row",
            "Sound Quality, Noise Isolation, Comfort, Portability, Price, Leakage, Special Features",
        ),
        ("factor", "Portability, Comfort, Noise Isolation, Audio Quality, Usage Scenarios"),
        ("tip", "Assess Your Needs, Try Both Options, Consider Long-Term Use"),
    ];
    for (kind, names) in named {
        assert_eq!(kinds[kind].join(", "), names, "{kind}");
    }
    let sections = kinds["section"].join("; ");
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
fn the_rows_of_the_article_are_the_rows_of_the_comparison_in_its_order() {
    let rows = covered().into_iter().filter(|at| at.item.starts_with("row: "));
    let locations: Vec<String> = rows.map(|at| at.location).collect();
    let groups: Vec<String> =
        quiz().groups.iter().map(|group| format!("group:{}", group.id)).collect();
    assert_eq!(locations, groups);
}

/// As many words in a row as no sentence shares with another by chance.
const RUN: usize = 8;

/// FNV-1a, 64 bits.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// Lower-case runs of letters and digits; everything else separates.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The runs of eight words of `text` whose hash is in `runs`.
fn copied(runs: &BTreeSet<u64>, text: &str) -> Vec<String> {
    let words = words(text);
    let all = words.windows(RUN).map(|run| run.join(" "));
    all.filter(|run| runs.contains(&hash(run))).collect()
}

/// The article itself is not ours to keep; only the hashes of its runs are.
fn runs() -> BTreeSet<u64> {
    let text = read("tests/native/article-runs.txt");
    text.lines().map(|line| u64::from_str_radix(line, 16).unwrap()).collect()
}

#[test]
fn no_eight_words_in_a_row_are_the_articles() {
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
    assert!(checked > 5_000, "only {checked} words of content were read");
}

#[test]
fn a_copied_run_is_found_however_it_is_written() {
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
    // Test vectors of the authors' reference code.
    assert_eq!(hash(""), 0xCBF2_9CE4_8422_2325);
    assert_eq!(hash("a"), 0xAF63_DC4C_8601_EC8C);
    assert_eq!(hash("foobar"), 0x8594_4171_F739_67E8);
}

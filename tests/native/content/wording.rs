//! How the content is written: no shouting, no promises, no machine's paths, no stray brackets.

use crate::support::{files, json, strings};

/// Fields that hold prose and so may hold terms, by file; `text` of a type's variants among them.
const PROSE: [&str; 5] = ["hint", "fact", "take", "why", "what"];

/// What is wrong with a text, if anything.
fn complaint(text: &str) -> Option<&'static str> {
    let is_word = |word: &str| {
        let mut words = text.split(|c: char| !c.is_alphabetic());
        words.any(|found| found.eq_ignore_ascii_case(word))
    };
    let paths = ["/work/", "/root/", "/home/", "/tmp/", "file:", "C:\\"];
    match () {
        () if text.contains('!') => Some("an exclamation mark"),
        () if is_word("safe") => Some("“safe”"),
        () if is_word("perfect") => Some("“perfect”"),
        () if paths.iter().any(|path| text.contains(path)) => Some("a path of a machine"),
        () if text.contains('\'') || text.contains('"') => Some("a straight quote"),
        () if text.contains("--") || text.contains("...") => Some("typewriter punctuation"),
        () if text.contains('\n') || text.contains("  ") => Some("stray white space"),
        () if text.trim() != text => Some("white space at its end"),
        () => None,
    }
}

/// Every string of every content file, with where it stands. Sources are other people's words.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for path in files("src/content", ".json") {
        let name = path.trim_start_matches("src/content/");
        if name != "sources.json" {
            let value = json(name);
            let all = strings(&value).into_iter();
            texts.extend(all.map(|(at, text)| (format!("{name}{at}"), text.to_owned())));
        }
    }
    texts
}

#[test]
fn the_content_is_written_as_decided() {
    let texts = texts();
    assert!(texts.len() > 1_500, "only {} texts were read", texts.len());
    let complaints: Vec<String> = texts
        .iter()
        .filter_map(|(at, text)| Some(format!("{at}: {} in “{text}”", complaint(text)?)))
        .collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn badly_written_content_is_named() {
    let bad = [
        "Buy it now!",
        "It is safe.",
        "Safe, they say.",
        "A perfect seal.",
        "PERFECT",
        "/root/notes",
        "see /work/main",
        "/home/me",
        "file:///rating",
        "don't",
        "say \"so\"",
        "wait...",
        "this -- that",
        "two  spaces",
        "end ",
        "line\nbreak",
    ];
    for text in bad {
        assert!(complaint(text).is_some(), "“{text}” passes");
    }
    for text in ["Safety first, unsafe later.", "Don’t say “so”…", "Imperfectly 50–150."]
    {
        assert_eq!(complaint(text), None, "“{text}”");
    }
}

#[test]
fn only_fields_that_hold_prose_hold_terms() {
    for (at, text) in texts() {
        let field = at.rsplit('/').next().unwrap_or_default();
        // `why` of a ruling is shown as it is written.
        let holds = (PROSE.contains(&field) && !at.contains("/excludes/"))
            || (field == "text" && at.contains("/variants/"));
        assert!(holds || !text.contains(['[', ']']), "{at} cannot hold a term: “{text}”");
    }
}

#[test]
fn every_source_has_a_title_and_an_address_on_the_web() {
    let sources = json("sources.json");
    for source in sources.as_array().unwrap() {
        let field = |name: &str| source[name].as_str().unwrap_or_default();
        let url = field("url");
        assert!(url.starts_with("https://") || url.starts_with("http://"), "{url}");
        assert!(!url.contains(char::is_whitespace) && url.is_ascii(), "{url}");
        assert!(!field("title").is_empty() && !field("short").is_empty(), "{source}");
        assert!(!url.contains("doi.org") || url.starts_with("https://doi.org/10."), "{url}");
    }
}

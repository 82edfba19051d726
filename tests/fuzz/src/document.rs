//! Fuzzes the stored document: any text is either refused or survives a round trip and a merge.
#![no_main]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "the fuzzer looks for panics")]

use std::sync::OnceLock;

use headphones_or_iems::content::Content;
use headphones_or_iems::store::Document;
use libfuzzer_sys::fuzz_target;

fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    CONTENT.get_or_init(|| Content::of_checkout(&root).expect("the content is checked"))
}

fuzz_target!(|text: &str| {
    let Ok(stored) = Document::decode(text) else { return };
    assert_eq!(Document::decode(&stored.encode()).as_ref(), Ok(&stored));
    let quiz = &content().quiz;
    let answers = stored.answers(quiz);
    let _snapshots = stored.snapshots(quiz);
    let mut other = Document::default();
    other.set_all(quiz, &answers);
    assert_eq!(other.answers(quiz), answers);
    let mut merged = stored.clone();
    merged.merge(stored.clone());
    assert_eq!(merged, stored, "merging a document with itself must change nothing");
    let mut merged = stored.clone();
    merged.merge(other.clone());
    other.merge(stored);
    assert_eq!(merged, other, "merging must be commutative");
});
